"""The decision paper: as long as it should be, and the same numbers as Kandidater in every form."""

import io
import re

import docx
import pptx
import pytest

from pages.parts.cards import CARDS
from pages.parts.papers.briefing import nothing
from pages.parts.papers.decision import chosen, decision
from pages.parts.papers.decision_pdf import decision_pdf
from pages.parts.papers.menu import papers
from pages.parts.papers.presentation import to_pptx
from pages.parts.papers.word import to_docx
from pages.parts.reading.reader import Reader
from pages.parts.wording.places import between, ranking, reasons
from queries import Version
from tests.pages.printed import pages, text_of
from tests.pages.reckoning import Facts
from tests.pages.test_candidates import drawn, reading
from tests.pages.test_papers_numbers import ORIGIN, flat
from tests.pages.test_papers_pdf import EMPTY
from tests.pages.test_papers_routes import get

VIEWS = 20
# From the largest to the smallest of the paper's three forms of text: what each must say.
PLACE = re.compile(r"\d+\. .+?, [\d,]+ poeng av 100")


def word_of(data: bytes) -> str:
    document = docx.Document(io.BytesIO(data))
    cells = [cell.text for table in document.tables for cell in table._cells]
    return " ".join([*(p.text for p in document.paragraphs), *cells])


def slides_of(data: bytes) -> str:
    found = []
    for slide in pptx.Presentation(io.BytesIO(data)).slides:
        for shape in slide.shapes:
            if shape.has_text_frame:
                found.append(shape.text_frame.text)
            if shape.has_table:
                found += [cell.text for row in shape.table.rows for cell in row.cells]
    return " ".join(found)


@pytest.mark.parametrize("dataset", ["demo", "kjente"])
@pytest.mark.parametrize("count", [1, 3, 5, 6])
def test_up_to_six_places_are_two_pages(
    dataset: str, count: int, request: pytest.FixtureRequest
) -> None:
    reader: Reader = request.getfixturevalue(dataset)
    for narrow in (reader, reader.having(distrikt=("Innlandet",))):
        made = decision(narrow.having(antall=count), ORIGIN)
        printed = pages(decision_pdf(made))
        assert len(made.places) == count
        assert len(printed) == 2 if count > 3 else len(printed) <= 2


@pytest.mark.parametrize("count", [8, 10, 14, 20, 40])
def test_more_places_are_more_pages_and_none_is_half_empty(count: int, demo: Reader) -> None:
    printed = pages(decision_pdf(decision(demo.having(antall=count), ORIGIN)))
    assert len(printed) > 2
    on_each = [len(PLACE.findall(text)) for text in printed]
    assert sum(on_each) == count
    assert on_each[-1] >= 3


@pytest.mark.parametrize("seed", range(VIEWS))
def test_table_paper_and_files_say_the_same(seed: int, demo: Reader, kjente: Reader) -> None:
    reader = drawn(kjente if seed % 6 == 5 else demo, seed).having(antall=6, liste=())
    places, made = chosen(reader), decision(reader, ORIGIN)
    listed = {row[0]: row for row in CARDS["kandidater"](reader.having(**SHOWN)).table.rows}
    texts = [
        flat([read_text])
        for read_text in (
            text_of(decision_pdf(made)),
            word_of(to_docx(made.paper)),
            slides_of(to_pptx(made.paper)),
        )
    ]
    headings = [c.heading for c in CARDS["kandidater"](reader).table.columns]
    if not places:
        assert all(flat([nothing()]) in text for text in texts)
        return
    for place in places:
        row = dict(zip(headings, listed[place.row["navn"]], strict=True))
        said = next(r for r in made.paper.cards[0].table.rows if r[0] == place.row["navn"])
        among = next(value for name, value in row.items() if name.startswith("Blant de 6"))
        assert said == (
            row["Kommune"],
            row["Poeng av 100"],
            row["Ønsker tjenestested"],
            row["Politiets råd"],
            row["Besluttet"],
            row["Til nærmeste tjenestested"],
            row["Flere innenfor valgt avstand"],
            among,
        )
        shown = made.paper.cards[0].table.columns
        points = shown[1].text(said[1])
        for text in texts:
            assert flat([place.row["navn"]]) in text
            assert flat([points]) in text
            assert flat([between(place)]) in text
        assert flat([reasons(place, reader)])[:60] in texts[0]


SHOWN = {"grunnlag": (), "navn": ""}


def test_each_passage_is_in_the_answer_it_is_said_to_be_from(
    demo: Reader, versions: dict[str, Version]
) -> None:
    made = decision(demo.having(antall=12), ORIGIN)
    facts = Facts(versions["demo"]).table("kommune")
    numbers = dict(facts.select("navn", "kommunenummer").rows())
    quoted = [row for row in made.paper.cards[1].table.rows if row[4]]
    assert len(quoted) > 6
    for row in quoted:
        own = demo.having(kommune=numbers[str(row[0])]).ask("kommune_svar").to_dicts()
        whole = flat([str(each["tekst"]) for each in own])
        assert flat([str(row[4]).removesuffix(" …")]) in whole


def test_rooms_are_free_from_a_date_only_where_there_is_one(demo: Reader) -> None:
    made, places = decision(demo.having(antall=40), ORIGIN), chosen(demo.having(antall=40))
    rooms = [str(row[1]) for row in made.paper.cards[1].table.rows]
    free = [place.row["ledig_fra"] for place in places]
    assert None in free
    assert set(free) != {None}
    said = [f"ledig fra {date:%d.%m.%Y}" if date else "" for date in free]
    assert [each for each in rooms if "ledig fra" in each and "None" in each] == []
    assert [each.rpartition("; ")[2] if "ledig fra" in each else "" for each in rooms] == said


def test_the_paper_is_about_the_readers_choice_before_her_list_and_the_first(demo: Reader) -> None:
    first = [p.score.kommunenummer for p in ranking(reading(demo)).places]
    third, fourth, fifth = first[2:5]
    own = reading(demo.having(med=(third,), liste=(fourth,), uten=(first[0],), antall=5))
    assert [p.score.kommunenummer for p in chosen(own)] == [third]
    by_list = chosen(own.having(med=()))
    assert [p.score.kommunenummer for p in by_list] == [fourth]
    rest = chosen(own.having(med=(), liste=()))
    assert [p.score.kommunenummer for p in rest] == [first[1], third, fourth, fifth, first[5]]


def test_who_is_no_candidate_or_outside_is_told_on_the_paper(demo: Reader) -> None:
    inside = set(reading(demo).ask("kandidater")["kommunenummer"])
    idle = next(n for n in demo.ask("kart")["kommunenummer"] if n not in inside)
    told = decision(demo.having(med=tuple(sorted(("1848", idle)))), ORIGIN).paper
    assert "1 valgt kommune har ingen grunn til å være på listen" in told.missing
    alone = decision(demo.having(distrikt=("Troms",), med=("1848",)), ORIGIN).paper
    assert "ingen grunn" not in alone.missing, "Who is outside is told of as that alone."
    away = decision(demo.having(distrikt=("Troms",), med=("1848", "5423")), ORIGIN)
    assert "Steigen er ikke regnet med, fordi kommunen ligger utenfor utvalget." in (
        away.paper.missing
    )
    assert flat([away.paper.missing]) in flat([text_of(decision_pdf(away))])


def test_the_paper_is_marked_and_says_filter_version_and_link(demo: Reader) -> None:
    made = decision(demo.having(distrikt=("Nordland",), antall=5), ORIGIN)
    for page in pages(decision_pdf(made)):
        text = flat([page])
        assert page.count("DEMODATA") >= 2
        assert flat([f"Data {demo.version.version}"]) in text
        assert flat(["tall.example"]) in text or flat([made.paper.source.printed]) in text
        assert flat(["Nordland politidistrikt"]) in text


def test_a_paper_of_nobody_says_so(demo: Reader) -> None:
    (text,) = pages(decision_pdf(decision(demo.having(**EMPTY), ORIGIN)))
    assert flat([nothing()]) in flat([text])


@pytest.mark.parametrize("path", ["kandidater", "plassering"])
def test_it_is_offered_where_places_are_chosen(path: str, demo: Reader) -> None:
    reader = Reader(demo.view, demo.version, path=path)
    names = [name for name, _link in papers(reader.having(med=("1848",)))]
    assert names[0] == "Beslutningsgrunnlag, PDF"
    link = dict(papers(reader.having(med=("1848",))))["Beslutningsgrunnlag, PDF"]
    assert "med=1848" in link
    status, headers, body = get(link)
    assert status == 200
    assert headers["content-type"] == "application/pdf"
    assert "beslutningsgrunnlag" in headers["content-disposition"]
    assert "Steigen" in text_of(body)
    assert get("/last-ned/beslutningsgrunnlag.exe?data=demo")[0] == 404
