"""Every number that opens something opens just the municipalities it counts, on every page."""

import re
from dataclasses import replace
from html import unescape
from typing import Final
from urllib.parse import parse_qs, urlsplit

import pytest

from pages.parts.answers import ways
from pages.parts.answers.ways import behind_cell
from pages.parts.cards import CARDS
from pages.parts.cards.coded import coded_answers
from pages.parts.drawing import figures, heat
from pages.parts.drawing.map import legend
from pages.parts.reading.reader import Reader
from pages.parts.wording import answer_words, key_figures
from pages.parts.wording.district_figures import key_numbers
from pages.parts.wording.groups import FIELDS, SILENT, everyone
from queries import View
from queries.choices import KOLONNER, MAAL
from queries.openings import SAMLET, of_municipality
from tests.pages.app import html, opened

LINK: Final = re.compile(r'<a [^>]*?href="([^"]*kode=[^"]*)"[^>]*>([^<]*)</a>')
SEGMENT: Final = re.compile(r'<a href="([^"]*)" tabindex="-1"[^>]* title="[^"]*\((\d+)\)"')
COUNTED: Final = ("politidistrikt", "fylke", "avstand", "storrelse", "punkter", "onsker", "grunner")
VIEWS: Final[tuple[dict[str, object], ...]] = (
    {},
    {"vis": "onsker"},
    {"vis": "lokaler", "fylke": ("Viken", "Innlandet")},
    {"distrikt": ("Nordland",), "vis": "tjenestetilbud"},
    {"innbyggere": ("liten",), "stasjon": "nei", "svart": "ja"},
)


def at(link: str, reader: Reader) -> Reader:
    """Return the reader who has followed `link`."""
    numbers = reader.ask("kart")["kommunenummer"].to_list()
    view, issues = View.parse(parse_qs(urlsplit(unescape(link)).query), kommuner=numbers)
    assert not issues
    return Reader(view, reader.version, reader.path)


def rows(link: str, reader: Reader) -> int:
    """Return how many municipalities `link` opens, which its title says too."""
    card = coded_answers(at(link, reader))
    said = re.match(r"[\d\u00a0]+", card.title)
    assert said is None or int(said[0].replace("\u00a0", "")) == len(card.table.rows)
    return len(card.table.rows)


@pytest.mark.parametrize("dataset", ["demo", "kjente"])
@pytest.mark.parametrize("chosen", VIEWS, ids=str)
def test_every_class_of_the_map_opens_what_it_counts(
    dataset: str, chosen: dict[str, object], request: pytest.FixtureRequest
) -> None:
    reader: Reader = request.getfixturevalue(dataset).having(**chosen)
    key = legend(reader, reader.ask("kart").to_dicts())
    items = re.findall(r'<li><span class="rute.*?</li>', key)
    linked = [re.search(r'href="([^"]*)".*<b>([\d\u00a0]+)', item) for item in items]
    # Only what is outside the selection has nothing behind it.
    assert sum(found is None for found in linked) == (not reader.view.is_country)
    for found in filter(None, linked):
        assert rows(found[1], reader) == int(found[2].replace("\u00a0", ""))


def test_the_classes_of_distance_open_what_they_count(demo: Reader) -> None:
    reader = replace(demo.having(vis="avstand"), chosen="bemanning")
    key = legend(reader, reader.ask("kart").to_dicts())
    found = re.findall(r'href="([^"]*)"[^>]*>[^<]*</a><b>([\d\u00a0]+)', key)
    assert len(found) == 4
    assert sum(rows(link, reader) for link, _n in found) == 356
    for link, n in found:
        assert rows(link, reader) == int(n)


@pytest.mark.parametrize("chosen", VIEWS, ids=str)
@pytest.mark.parametrize("name", COUNTED)
def test_every_segment_and_value_opens_what_it_counts(
    name: str, chosen: dict[str, object], demo: Reader
) -> None:
    reader = demo.having(**chosen)
    card = CARDS[name](reader)
    figure = str(card.figure)
    # The reasons are counted by their values alone.
    assert bool(SEGMENT.findall(figure)) == (name != "grunner")
    for link, n in SEGMENT.findall(figure):
        assert rows(link, reader) == int(n)
    for link, text in LINK.findall(figure):
        if re.fullmatch(r"\d+( av \d+)?", text):
            assert rows(link, reader) == int(text.split(" av ")[0]), (link, text)
    # The table twin says the same numbers, and the keyboard opens each.
    for (row, column), link in card.ways.items():
        cell = card.table.rows[row][column]
        if isinstance(cell, int):
            assert rows(link, reader) == cell


@pytest.mark.parametrize("measure", MAAL)
def test_the_share_of_a_bar_opens_those_in_focus(measure: str, demo: Reader) -> None:
    group = everyone(demo, measure)
    focus = demo.link(kode=ways.in_focus(measure))
    assert rows(focus, demo) == group.in_focus
    assert rows(demo.link(kode=ways.every_answer(measure)), demo) == group.svart_punkt
    assert SAMLET[FIELDS[measure]][-1] in ways.every_answer(measure)


@pytest.mark.parametrize("dataset", ["demo", "kjente"])
def test_key_figures_open_what_they_count(dataset: str, request: pytest.FixtureRequest) -> None:
    reader: Reader = request.getfixturevalue(dataset).having(distrikt=("Innlandet",))
    total = reader.ask("nokkeltall").row(0, named=True)
    found = [
        key_figures.wishes(total),
        key_figures.offers(total),
        key_figures.both(total),
        key_figures.silence(total, reader),
        *key_numbers(reader),
    ]
    drawn = figures.key_figures(found, reader)
    for link, text in LINK.findall(drawn):
        if "%" not in text:
            # Of a few it says «1 av 1».
            assert rows(link, reader) == int(text.split(" ")[0]), link
    assert len(LINK.findall(drawn)) >= 4


@pytest.mark.parametrize("structure", ["i_dag", "foer_2017", "med_nye"])
def test_people_out_of_reach_open_where_they_live(structure: str, demo: Reader) -> None:
    reader = demo.having(innbyggere=("liten", "middels"), grense=20)
    row = reader.ask("rekkevidde", gruppering="alle").filter(struktur=structure).row(0, named=True)
    there = reader.having(kode=f"utenfor:{structure}")
    found = there.ask("kodede_svar")
    assert found["innbyggere"].sum() == row["innbyggere"] - row["innenfor"] > 0


def test_every_cell_of_the_districts_table_opens_one_passage(demo: Reader) -> None:
    reader = demo.having(distrikt=("Nordland",))
    data = reader.ask("distrikt_kommuner").to_dicts()
    figure = str(CARDS["distriktskommuner"](reader).figure)
    links = [unescape(link) for link in re.findall(r'<a href="([^"]*kode=[^"]*)"', figure)]
    said = [(row, m) for row in data for m in MAAL if row[m] not in SILENT]
    assert len(links) >= len(said) > 50
    for row, measure in said[::5]:
        way = behind_cell(reader, f"{FIELDS[measure]}:{row[measure]}", row["kommunenummer"])
        assert way.link in links
        card = coded_answers(at(way.link, reader))
        assert [r[0] for r in card.table.rows] == [row["navn"]]
        assert card.title.startswith(f"{row['navn']} om ")
        assert at(way.link, reader).view.gruppe == of_municipality(row["kommunenummer"])
    for row in data:
        for code in row["mer_av"]:
            assert behind_cell(reader, f"{code}:mer", row["kommunenummer"]).link in links


def test_a_municipality_alone_is_opened_whatever_is_filtered(demo: Reader) -> None:
    number = demo.ask("distrikt_kommuner").filter(bemanning="ikke_tilfreds")["kommunenummer"][0]
    reader = demo.having(distrikt=("Oslo",))
    way = behind_cell(reader, "tilfreds_bemanning:ikke_tilfreds", number)
    card = coded_answers(at(way.link, reader))
    assert len(card.table.rows) == 1
    assert card.lead == ""
    again = at(way.link, reader)
    assert behind_cell(again, "tilfreds_bemanning:ikke_tilfreds", number).is_open


@pytest.mark.parametrize("kolonne", [sign + k for k in KOLONNER for sign in ("", "-")])
def test_a_district_is_sorted_by_any_column(kolonne: str, demo: Reader) -> None:
    reader = demo.having(distrikt=("Innlandet",), kolonne=kolonne)
    data = reader.ask("distrikt_kommuner").to_dicts()
    found = heat.ordered(data, kolonne)
    assert sorted(r["kommunenummer"] for r in found) == sorted(r["kommunenummer"] for r in data)
    by = kolonne.removeprefix("-")
    if by in MAAL:
        silent = [row[by] in SILENT for row in found]
        assert silent == sorted(silent)
        assert found[0][by] == ("tilfreds" if by in MAAL[:3] else "nei") or kolonne == by
    elif by == "innbyggere":
        people = [row[by] for row in found]
        assert people == sorted(people, reverse=kolonne != by)
    drawn = str(CARDS["distriktskommuner"](reader).figure)
    way = "ascending" if kolonne == by else "descending"
    assert len(re.findall(rf'aria-sort="{way}"', drawn)) == drawn.count("aria-sort") == 1
    card = CARDS["distriktskommuner"](reader)
    assert card.table.rows[0][0] == found[0]["navn"]
    # What every municipality has does not put the silent ones last, and it is not said to.
    assert ("til sist" in card.lead) == (by not in ("kommune", "innbyggere", "km"))


@pytest.mark.parametrize(
    "page", ["", "bemanning", "lokaler", "tjenestesteder", "plassering", "politidistrikt", "data"]
)
def test_a_page_with_a_way_in_shows_what_it_opens(page: str) -> None:
    drawn = html(opened(page, data="demo", kode="svar:svart", distrikt="Nordland"))
    assert 'class="bak"' in drawn


def test_every_reason_opens_the_municipalities_that_give_it(demo: Reader) -> None:
    reader = demo.having(distrikt=("Nordland",))
    here = reader.ask("grunner").to_dicts()
    everywhere = {row["grunn"]: row["kommuner"] for row in reader.country.ask("grunner").to_dicts()}
    figure = str(CARDS["grunner"](reader).figure)
    links = [unescape(link) for link in re.findall(r'href="([^"]*)"', figure)]
    assert len(here) > 4
    for row in here:
        code = f"grunn:{row['grunn']}"
        own = reader.link(kode=code, gruppe=None, samtidig=None)
        country = reader.link(kode=code, gruppe="landet", samtidig=None)
        # The bar and the count open the same; the country's share opens the country.
        assert (links.count(own), links.count(country)) == (2, 1)
        assert rows(own, reader) == row["kommuner"]
        assert rows(country, reader) == everywhere[row["grunn"]]
        card = coded_answers(at(own, reader))
        assert f" oppgir {answer_words.inline(_reason(row['grunn']))} som grunn" in card.title
        quoted = [each[4] for each in card.table.rows]
        assert all(quoted), code


def _reason(code: str) -> str:
    return answer_words.value_name("grunn", code)


def test_a_reason_is_read_on_the_page(demo: Reader) -> None:
    drawn = html(opened("bemanning", data="demo", kode="grunn:faerre_folk", distrikt="Nordland"))
    panel = drawn[drawn.index('class="bak"') :]
    here = demo.having(distrikt=("Nordland",)).ask("grunner")
    n = here.filter(grunn="faerre_folk")["kommuner"][0]
    assert panel.count("<li ") == len(re.findall("<mark[ >]", panel)) == n
