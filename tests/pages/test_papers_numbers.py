"""Papers read back by other libraries have the numbers of the cards, for 20 random Views."""

import io
import random
import re
from collections.abc import Callable, Iterator, Sequence
from functools import partial
from typing import Any

import docx
import openpyxl
import pptx
import pytest

from data.schemas import FYLKER, POLITIDISTRIKTER
from pages.parts.drawing.card import Card
from pages.parts.drawing.table import Table
from pages.parts.papers import together
from pages.parts.papers.briefing import Briefing, briefing
from pages.parts.papers.chart import chart_of
from pages.parts.papers.pdf import section, to_pdf
from pages.parts.papers.presentation import to_pptx
from pages.parts.papers.sides import SIDES
from pages.parts.papers.telling import listed, told
from pages.parts.papers.text import clean, printable
from pages.parts.papers.word import to_docx
from pages.parts.reading.language import speak
from pages.parts.reading.reader import Reader
from pages.parts.wording.rates import Rate
from queries import Version, View
from queries.view import LANGUAGES, MAAL, STORRELSER
from tests.pages.printed import pages

# As bokmål and nynorsk, and as English, have it.
MARK = re.compile("DEMO ?DATA")
Case = Callable[..., Briefing]
ORIGIN = "https://tjenestested.example.no"
# Every page twice, which is more than the twenty that are promised.
VIEWS = 2 * len(SIDES)
WORDS = ("", "vold", "ungdom politi", "snøskuterløype", '"nærpolitireformen"')
KOMMUNER = ("0301", "1804", "4601", "5437", "3025", "1151")


def random_views() -> Iterator[tuple[str, View]]:
    chance = random.Random(22535)
    sides = [*SIDES, *SIDES]
    chance.shuffle(sides)
    for side in sides:
        yield (
            side,
            View(
                data=chance.choice(("demo", "demo", "kjente")),
                distrikt=tuple(chance.sample(POLITIDISTRIKTER, chance.choice((0, 0, 1, 3)))),
                fylke=tuple(chance.sample(FYLKER, chance.choice((0, 0, 0, 2)))),
                innbyggere=tuple(chance.sample(STORRELSER, chance.choice((0, 0, 1)))),
                stasjon=chance.choice((None, None, "ja", "nei")),
                vis=chance.choice(MAAL),
                kommune=chance.choice(KOMMUNER) if side == "kommune" else None,
                sorter=chance.choice(("km", "-km", "kommune")),
                grense=chance.choice((10, 15, 40)),
                antall=chance.choice((3, 10)),
                kandidater=chance.choice(("alle", "onsker")),
                q=chance.choice(WORDS) if side == "sok" else "",
                lang=chance.choice(LANGUAGES),
            ),
        )


CASES = list(random_views())


@pytest.fixture(scope="module", params=range(VIEWS), ids=lambda i: f"{CASES[i][0]}-{i}")
def case(request: pytest.FixtureRequest, versions: dict[str, Version]) -> Iterator[Case]:
    """Return how to make a paper of one random page and View, with its reader's language spoken."""
    side, view = CASES[request.param]
    speak(view.lang)
    yield partial(briefing, Reader(view, versions[view.data]), side, ORIGIN)
    speak("")


@pytest.fixture(scope="module")
def paper(case: Case) -> Briefing:
    """Return the note of one random page and View."""
    return case()


@pytest.fixture(scope="module")
def whole(case: Case) -> Briefing:
    """Return all of one random page, as slides have it."""
    return case(brief=False)


@pytest.fixture(scope="module")
def pdf(paper: Briefing) -> list[str]:
    """Return the text of each page of the note as PDF."""
    return pages(to_pdf(paper))


@pytest.fixture(scope="module")
def document(paper: Briefing) -> Any:
    """Return the note in Word, read."""
    return docx.Document(io.BytesIO(to_docx(paper)))


def shown(table: Table) -> list[list[str]]:
    """Return every row of `table` as readers see it, on one line each."""
    return [
        [clean(column.text(cell)) for column, cell in zip(table.columns, row, strict=True)]
        for row in table.rows
    ]


def is_part_of(found: Sequence[str], row: Sequence[str]) -> bool:
    """Return whether the cells `found` are cells of `row`, in its order and cut at most."""
    left = iter(row)
    return all(
        any(
            cell == whole or (cell.endswith(" …") and whole.startswith(cell[:-2])) for whole in left
        )
        for cell in found
    )


def shared(paper: Briefing) -> bool:
    """Return whether anything of the paper has nothing to show."""
    nothing_quoted = paper.has_quotes and not paper.quotes
    return nothing_quoted or any(not card.table.rows for card in paper.cards)


def test_the_slides_have_the_cards_numbers(whole: Briefing) -> None:
    deck = pptx.Presentation(io.BytesIO(to_pptx(whole)))
    front = 2 if whole.picture else 1
    told_of = [card for card in whole.cards if card.table.rows]
    # What has nothing to show shares one slide.
    last = len(deck.slides) - shared(whole) - bool(whole.quotes)
    slides = list(deck.slides)[front:last]
    tables = [(slide, s.table) for slide in slides for s in slide.shapes if s.has_table]
    # Small tables may share a slide: each stands there once, in the order of the cards.
    for card, (slide, table) in zip(told_of, tables, strict=True):
        said = [shape.text_frame.text for shape in slide.shapes if shape.has_text_frame]
        assert clean(card.title, 160) in said
        rows = [[cell.text for cell in row.cells] for row in table.rows][1:]
        expected = shown(told(card))
        assert 0 < len(rows) <= len(expected)
        assert all(map(is_part_of, rows, expected))
        for drawn in (shape.chart for shape in slide.shapes if shape.has_chart):
            assert_chart(drawn, card)
    assert all(slide in [drawn for drawn, _table in tables] for slide in slides)


def assert_chart(drawn: Any, card: Card) -> None:
    """The values in the chart, and in the sheet behind it, are the table's own."""
    model = chart_of(card)
    assert model is not None
    plot = drawn.plots[0]
    cells = [cell for row in card.table.rows for cell in row]
    counts = {each for each in cells if isinstance(each, int | float)}
    counts |= {each.value for each in cells if isinstance(each, Rate) and each.value is not None}
    values = [list(series.values) for series in plot.series]
    for series, own in zip(values, model.series, strict=True):
        assert series == list(own.values)
        assert set(series) - {None} <= counts
    book: Any = openpyxl.load_workbook(io.BytesIO(drawn.part.chart_workbook.xlsx_part.blob))
    rows = list(book.active.iter_rows(values_only=True))
    for row, drawn_row in zip(rows[1:], zip(*values, strict=True), strict=True):
        assert row[1:] == pytest.approx(drawn_row)
    if model.form == "stacked" and len(model.columns) > 1:
        for i, row in enumerate(card.table.rows):
            assert [series[i] or 0 for series in values] == [
                row[column] or 0 for column in model.columns
            ]


def test_the_document_has_the_cards_numbers(paper: Briefing, document: Any) -> None:
    tables = list(document.tables)
    if paper.figures:
        figures = [[cell.text for cell in row.cells] for row in tables.pop(0).rows][1:]
        assert [[label, value] for label, value, _basis in figures] == [
            [clean(f.label), clean(f.value)] for f in paper.figures
        ]
    with_rows = [card for card in paper.cards if card.table.rows]
    assert len(tables) == len(with_rows)
    for table, card in zip(tables, with_rows, strict=True):
        # What is empty is written as a space, so that the row keeps its height.
        rows = [[cell.text.strip() for cell in row.cells] for row in table.rows][1:]
        assert all(map(is_part_of, rows, shown(listed(card))))
        assert rows


def test_the_pdf_has_the_cards_numbers(paper: Briefing, pdf: list[str]) -> None:
    text = flat(pdf)
    assert flat([paper.title]) in text
    for figure in paper.figures:
        assert flat([figure.value]) in text
    titles = [flat([clean(card.title, 200)]) for card in paper.cards]
    for i, (card, title) in enumerate(zip(paper.cards, titles, strict=True)):
        # Two cards may say the same, so what is read is left behind.
        _before, found, text = text.partition(title)
        assert found
        part = text.partition(titles[i + 1])[0] if i + 1 < len(titles) else text
        table = listed(card)
        printed: Any = section(card, paper.source)["columns"]
        names = [column["name"] for column in printed]
        for row in shown(table)[:10]:
            # A row stands on one line: its name, and then its numbers in their order.
            numbers = [
                flat([row[j]])
                for j, column in enumerate(table.columns)
                if j and column.is_number and clean(column.heading) in names
            ]
            line = ".*?".join(map(re.escape, [flat([row[0]]), *numbers]))
            assert re.search(line, part), line


def flat(texts: Any) -> str:
    """Return text without what a line break or a hyphen in print does to it."""
    return printable(re.sub(r"[\s\u00ad\u2010-]+", "", " ".join(texts)))


def test_every_paper_says_what_it_rests_on(paper: Briefing, pdf: list[str], document: Any) -> None:
    deck = pptx.Presentation(io.BytesIO(to_pptx(paper)))
    slides = [
        " ".join(s.text_frame.text for s in slide.shapes if s.has_text_frame)
        for slide in deck.slides
    ]
    foot = " ".join(p.text for p in document.sections[0].footer.paragraphs)
    first = 2 if paper.picture else 1
    # A slide has the sources of the cards it shows at its foot.
    shown_on = together.shared([card for card in paper.cards if card.table.rows])
    rest = shared(paper) + bool(paper.quotes)
    cards: list[tuple[Card, ...]] = [*[()] * first, *shown_on, *[()] * rest]
    for place, about in [
        *((page, ()) for page in pdf),
        *zip(slides, cards, strict=True),
        (foot, ()),
    ]:
        for own in map(paper.source.of, about) if about else [paper.source]:
            assert flat([own.line]) in flat([place]) or len(about) > 1
            assert flat([own.source.rstrip(".")]) in flat([place])
            assert flat([own.where]) in flat([place])
        assert flat([paper.source.version]) in flat([place])
        assert flat([paper.source.printed]) in flat([place])
    for place in [*pdf, *slides]:
        assert MARK.search(place) if paper.source.demo else not MARK.search(place)
    head = " ".join(p.text for p in document.sections[0].header.paragraphs)
    assert MARK.search(head) if paper.source.demo else not MARK.search(head)
    whole_pdf, whole_document = flat(pdf), flat(p.text for p in document.paragraphs)
    for card in paper.cards:
        assert flat([paper.source.of(card).source]) in whole_pdf
        assert flat([clean(card.basis, 300).rstrip(".")]) in whole_pdf
        if card.table.rows:
            assert flat([paper.source.of(card).source]) in whole_document
    assert paper.source.url.startswith(f"{ORIGIN}/")
    assert "versjon=" in paper.source.url
