"""Questions 1, 3 and 4: what the pages find, and the way from a number to the answers behind it."""

import re
from html import unescape
from typing import Final
from urllib.parse import parse_qs, urlsplit

import pytest

from pages.parts.answers.coded import CONTEXT, passage
from pages.parts.answers.ways import closed, opening
from pages.parts.cards import CARDS, access, coded, topics
from pages.parts.cards.coded import coded_answers
from pages.parts.drawing.colours import BLANK, DARK, LIGHT, ink
from pages.parts.drawing.figures import nothing
from pages.parts.drawing.tinted import Cell, Heading, tinted
from pages.parts.openings.answers import channels
from pages.parts.reading.reader import Reader
from pages.parts.wording import answer_words, topic_findings
from pages.parts.wording.mentions import answered
from queries import View
from queries.openings import KODER
from tests.pages.app import headings, html, opened
from tests.pages.test_colours import contrast

# A number that is a link, in the bars or in a tinted table.
LINKED: Final = re.compile(r'<td[^>]*><a href="([^"]+)"[^>]*>([^<]+)</a></td>')
WAYS: Final[dict[str, tuple[str, ...]]] = {
    "tilgjengelighet": ("kanaler", "kanal_politidistrikt", "kanal_storrelse", "kanal_avstand"),
    "utfordringer": ("temaer", "samarbeid", "ressurser", "tema_distrikt", "tema_storrelse"),
}
VIEWS: Final[tuple[dict[str, object], ...]] = (
    {},
    {"distrikt": ("Nordland",)},
    {"fylke": ("Viken",), "om": "samarbeid"},
    {"innbyggere": ("liten",), "stasjon": "nei", "om": "ressurs"},
    {"distrikt": ("Troms", "Oslo"), "svart": "ja"},
)


def at(link: str, reader: Reader) -> Reader:
    """Return the reader who has followed `link`."""
    view, issues = View.parse(parse_qs(urlsplit(unescape(link)).query))
    assert not issues
    return Reader(view, reader.version, reader.path)


def count(title: str) -> int:
    """Return the number a title begins with."""
    return int(title.split(maxsplit=1)[0].replace("\u00a0", ""))


@pytest.mark.parametrize("chosen", VIEWS, ids=str)
@pytest.mark.parametrize("name", [name for names in WAYS.values() for name in names])
def test_a_number_is_the_count_of_the_rows_behind_it(
    name: str, chosen: dict[str, object], demo: Reader
) -> None:
    reader = demo.having(**chosen)
    links = LINKED.findall(str(CARDS[name](reader).figure))
    for link, text in links[::3]:
        there = at(link, reader)
        card = coded_answers(there)
        assert count(card.title) == len(card.table.rows) == card.shown
        if "%" in text:
            felt = there.view.kode.split(":")[0] if there.view.kode else ""
            base = "kanal" if felt.startswith("kanal_") else felt
            within = Reader(there.view.opened, there.version)
            if not there.view.is_by_distance:
                part = 100 * len(card.table.rows) / answered(within, base).svart_punkt
                assert abs(part - int(text.split("\u00a0")[0])) <= 0.5
        else:
            assert int(text.split()[0]) == len(card.table.rows)


def test_every_bar_of_the_channels_opens_what_it_counts(demo: Reader) -> None:
    card = access.channels(demo)
    figure = str(card.figure)
    segments = re.findall(r'<a href="([^"]+)" tabindex="-1" title="([^"]+)"', figure)
    assert len(segments) == 20
    for link, label in segments:
        n = int(label.rpartition("(")[2].strip(")"))
        assert len(coded_answers(at(link, demo)).table.rows) == n
    assert 'role="img"' not in figure


def test_a_pair_opens_those_who_name_both_with_both_passages(demo: Reader) -> None:
    card = topics.pairs(demo)
    for row, link in zip(card.table.rows[:5], card.links[:5], strict=True):
        there = coded_answers(at(link, demo))
        assert len(there.table.rows) == row[1]
        names = [column.heading for column in there.table.columns]
        one, other = names.index("Slik står det i svaret"), names.index("Og slik")
        assert all(row[one] and row[other] and row[one] != row[other] for row in there.table.rows)


def test_the_same_way_leads_in_and_out(demo: Reader) -> None:
    way = opening(demo, "tema:rus", "politidistrikt:Nordland")
    assert not way.is_open
    assert "kode=tema:rus" in way.link
    back = opening(at(way.link, demo), "tema:rus", "politidistrikt:Nordland")
    assert back.is_open
    assert at(back.link, demo).view == demo.view
    assert not opening(at(way.link, demo), "tema:rus").is_open
    pair = opening(demo, "tema:rus", samtidig="tema:trafikk")
    assert at(closed(at(pair.link, demo)), demo).view == demo.view


@pytest.mark.parametrize("kode", KODER)
def test_any_code_has_a_title_that_counts_it(kode: str, demo: Reader) -> None:
    card = coded_answers(demo.having(kode=kode))
    if card.table.rows:
        assert count(card.title) == len(card.table.rows)
    else:
        assert card.title.startswith("Ingen kommuner ") or "gjelder ingen kommuner" in card.title
    assert "{" not in card.title


def test_nothing_open_is_a_sentence_too(demo: Reader) -> None:
    card = coded_answers(demo)
    assert (card.title, card.table.rows) == ("Ingen svar er åpnet", ())


@pytest.mark.parametrize(
    ("page", "kode", "is_open"),
    [
        ("tilgjengelighet", "kanal_telefon:mer", True),
        ("tilgjengelighet", "tema:rus", False),
        ("utfordringer", "tema:rus", True),
        ("utfordringer", "ressurs:ingen", True),
        ("utfordringer", "kanal_telefon:mer", False),
    ],
)
def test_a_page_opens_its_own_codes_only(page: str, kode: str, *, is_open: bool) -> None:
    drawn = html(opened(page, data="demo", kode=kode))
    assert ('class="bak"' in drawn) is is_open
    if is_open:
        panel = drawn[drawn.index('class="bak"') :]
        title = re.findall(r"<h2>(.*?)</h2>", panel)[0]
        assert count(title) == panel.count("<li ") == len(re.findall("<mark[ >]", panel))
        assert f'href="/{page}?data=demo">Lukk</a>' in panel
        assert 'href="/kommune?' in panel


def test_the_panel_is_about_the_group_and_the_page_is_not() -> None:
    drawn = opened(
        "tilgjengelighet", data="demo", kode="kanal_telefon:mer", gruppe="politidistrikt:Nordland"
    )
    assert "Hele landet. 209 av 356" in html(drawn)
    panel = html(drawn)[html(drawn).index('class="bak"') :]
    assert "<p>Nordland politidistrikt</p>" in panel
    by_distance = html(
        opened("tilgjengelighet", data="demo", kode="kanal_telefon:mer", gruppe="avstand:under_5")
    )
    assert "<p>Hele landet, under 5 km til nærmeste tjenestested</p>" in by_distance


def test_a_passage_stands_in_its_surroundings() -> None:
    before, text, after = passage(
        {"foran": "ord " * 80, "utdrag": "selve  saken", "etter": " ord" * 80}
    )
    assert text == "selve saken"
    assert before.startswith("… ord")
    assert after.endswith("ord …")
    assert max(len(before), len(after)) <= CONTEXT + 2
    assert passage({"foran": "a ", "utdrag": "b", "etter": None}) == ("a", "b", "")
    assert passage({"foran": None, "utdrag": None, "etter": None}) == ("", None, "")


def test_private_persons_are_left_out_around_a_passage_and_in_it() -> None:
    told = passage(
        {
            "foran": "Saksbehandler: Kari Nordmann\n",
            "utdrag": "ring 900 11 222",
            "etter": " eller kari@eksempel.no",
        }
    )
    joined = " ".join(filter(None, told))
    assert not [name for name in ("Kari", "900", "@") if name in joined]


def test_answers_are_text_and_never_markup() -> None:
    found = ("<img src=x>", "<img src=x>", "<img src=x>")
    assert "<img" not in coded._quote(found, {"malform": None, "status": "bekreftet"})
    told = {"merknad": "<img src=x>", "kilde": 'https://x"><img', "malform": None}
    assert "<img" not in coded._quote(("", None, ""), told)
    hostile = '"><img src=x>'
    drawn = tinted(
        hostile, hostile, [Heading(hostile, hostile)], [(Heading(hostile), [Cell(hostile, 1, "/")])]
    )
    assert "<img" not in drawn


def test_what_most_want_more_of_heads_the_page() -> None:
    assert headings(opened("tilgjengelighet", data="demo")) == [
        (
            "Av dem som svarte, vil flest ha mer fysisk tilstedeværelse andre steder enn på "
            "tjenestestedet: 59\u00a0%"
        )
    ]


def test_few_answers_are_counted_and_not_ranked(demo: Reader) -> None:
    few = demo.having(distrikt=("Oslo",))
    assert re.match(r"\d av 2 kommuner vil ha mer", access.headline(few))
    assert re.search(r"nevnes av \d av 2 kommuner$", topic_findings.headline(few))
    assert not [f.value for f in access.key_figures(few)[:3] if "%" in f.value]
    (_count, share), *_rest = re.findall(
        r'<td class="tall">(?:<a[^>]*>)?(\d) av (\d)', str(topics.themes(few).figure)
    )
    assert share == "2"
    cells = re.findall(r">(\d+ av \d+)<", str(access.by_district(few).figure))
    assert cells
    assert all(int(cell.split()[-1]) < 10 for cell in cells)


def test_a_cell_with_few_answers_has_no_tint(demo: Reader) -> None:
    figure = str(access.by_district(demo).figure)
    assert not re.findall(r'<td style="[^"]*"><a[^>]*>\d+ av \d+', figure)
    strongest = re.findall(r"--styrke:(\d+)%", figure)
    assert max(map(int, strongest)) == 100


def test_the_country_is_the_line_when_the_selection_is_a_part_of_it(demo: Reader) -> None:
    assert "--linje" not in str(topics.themes(demo).figure)
    part = topics.themes(demo.having(distrikt=("Trøndelag",)))
    assert part.title == (
        "Forebygging og tidlig innsats nevnes av 65\u00a0% av dem som svarte, i landet 37\u00a0%"
    )
    assert str(part.figure).count("--linje") == len(part.table.rows) == 13
    assert "streken er hele landet" in part.lead


def test_the_tables_are_about_what_the_reader_chooses(demo: Reader) -> None:
    assert "Rus" in str(topics.by_district(demo).figure)
    chosen = demo.having(om="samarbeid")
    assert "SLT-modellen" in str(topics.by_district(chosen).figure)
    assert 'aria-current="true">Samarbeid</a>' in topics.choice(chosen)


@pytest.mark.parametrize(("page", "question"), [("tilgjengelighet", "4"), ("utfordringer", "1")])
def test_what_is_not_collected_is_said_in_a_sentence(page: str, question: str) -> None:
    app = opened(page, data="kjente")
    (title,) = headings(app)
    assert title.startswith(f"Ingen kjent uttalelse er kodet på spørsmål {question}")
    assert "26 av 356 kommuner har uttalt seg. Svarene på brevet er ikke innhentet" in html(app)
    assert "har ikke svart" not in html(app)
    assert "kort-hode" not in html(app)


def test_silence_and_an_empty_selection_are_two_sentences(demo: Reader) -> None:
    silent = demo.having(svart="nei")
    said = nothing(silent, channels(silent))
    assert "Ingen kommuner i utvalget har svart på spørsmål 4" in said
    assert "Ingen av 147 kommuner" in said
    nobody = demo.having(distrikt=("Oslo",), innbyggere=("liten",))
    assert "Ingen kommuner passer med filteret" in nothing(nobody, channels(nobody))


@pytest.mark.parametrize(
    "name", [*(n for names in WAYS.values() for n in names), "tema_par", "annet_sted", "kodede"]
)
def test_a_card_can_be_downloaded_when_there_is_nothing_in_it(name: str, kjente: Reader) -> None:
    card = CARDS[name](kjente)
    assert not card.table.rows
    assert card.title
    assert "0 av 0" not in card.title


@pytest.mark.parametrize("dark", [False, True], ids=["light", "dark"])
def test_wishes_for_a_channel_are_seen_apart_and_are_no_verdict(*, dark: bool) -> None:
    ground = (DARK if dark else LIGHT).silent
    drawn = [ink("kanal", v, dark=dark) for v in answer_words.wishes()]
    assert len({(each.fill, each.hatched) for each in drawn}) == len(drawn)
    for each in drawn:
        seen = [c for c in (each.fill, each.outline) if c != BLANK]
        assert max(contrast(colour, ground) for colour in seen) >= 3
    assert ink("bemanning", "ikke_tilfreds").fill not in {each.fill for each in drawn}


def test_every_code_of_the_vocabulary_has_words() -> None:
    for kode in KODER:
        felt, verdi = kode.split(":")
        label = answer_words.coded(felt, verdi)
        assert verdi == label.lower() or "_" not in label, kode
    assert answer_words.inline("SLT-modellen") == "SLT-modellen"
    assert answer_words.inline("Rus") == "rus"
