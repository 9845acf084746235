"""Sixty Views by chance of each page about new places: list, map, paper and files agree.

Over selections, seasons, limits, weights, what must be with and what must not, and where distance
is in minutes. What each of them holds is compared with what the tables say, or with the others.
"""

import csv
import io
import random
import re
import xml.etree.ElementTree as ET
from typing import Any, Final

import pytest

from pages.parts.cards import CARDS
from pages.parts.drawing.card import Card
from pages.parts.drawing.map import country_map
from pages.parts.openings import PAGES, at
from pages.parts.papers.briefing import briefing
from pages.parts.papers.decision import decision
from pages.parts.papers.mapimage import Picture
from pages.parts.reading.reader import Reader
from pages.parts.sharing.export import to_csv
from pages.parts.wording.opening import Opening
from pages.parts.wording.places import ranking
from queries import Version, View, choices
from queries.siting import Problem, best, effect, problem
from tests.pages.draws import a_view
from tests.pages.reckoning import Facts
from tests.reach_set import built, travel_file

VIEWS: Final = 60
SVG: Final = "{http://www.w3.org/2000/svg}"
RING: Final = re.compile(r'<path d="([^"]*)" fill="none" stroke="#292c30" stroke-width="2.5"')
# By season, which of the stations that are open in one season only are open then.
OPEN: Final[dict[str | None, set[str]]] = {
    None: {"sommer", "vinter"},
    "helaar": set(),
    "sommer": {"sommer"},
    "vinter": {"vinter"},
}


@pytest.fixture(scope="module")
def minutes(tmp_path_factory: pytest.TempPathFactory) -> Version:
    """Return a set of the ministry's with travel times in it."""
    return built(tmp_path_factory.mktemp("minutter"), reisetid=travel_file())


@pytest.fixture
def readers(demo: Reader, kjente: Reader, minutes: Version) -> tuple[Reader, ...]:
    return demo, demo, kjente, Reader(View(data="innspill"), minutes)


def drawn(readers: tuple[Reader, ...], page: str, seed: int) -> Reader:
    """Return `page` with a View by chance: one in four is of the known, and one in minutes."""
    reader = readers[seed % 4]
    view = a_view(reader, random.Random(seed))
    # What is open on other pages is no part of these.
    return at(
        Reader(view.having(kode=None, samtidig=None, kommune=None, lang="nb"), reader.version), page
    )


def decided(reader: Reader) -> set[str]:
    """Return, from the tables, where a station was decided that is open in the reader's season."""
    facts = Facts(reader.version, suggested=reader.view.forslag == "ja")
    inside = set(facts.chosen(reader.view)["kommunenummer"])
    rows = facts.table("nytt_tjenestested").select("kommunenummer", "sesong").rows()
    return {n for n, sesong in rows if not sesong or sesong in OPEN[reader.view.sesong]} & inside


def filed(card: Card, reader: Reader) -> list[str]:
    """Return the first column of the card's rows as they stand in its file."""
    lines = list(csv.reader(io.StringIO(to_csv(card, reader).decode("utf-8-sig")), delimiter=";"))
    headings = [column.heading for column in card.table.columns[:2]]
    start = next(i for i, line in enumerate(lines) if line[:2] == headings)
    rows = lines[start + 1 : start + 1 + len(card.table.rows)]
    return [row[0] for row in rows]


def dots(picture: Picture) -> list[tuple[str, str]]:
    """Return fill and line of each point of the page's own on the map of a paper."""
    svg = ET.fromstring(picture.svg)  # noqa: S314 – ours
    (group,) = (g for g in svg.iter(f"{SVG}g") if g.get("stroke-width") == "2")
    return [(str(c.get("fill")), str(c.get("stroke"))) for c in group]


def on_screen(reader: Reader, said: Opening) -> dict[str, object]:
    return country_map(
        reader, alt="x", outlined=said.outlined, spots=said.spots, spot_names=said.spot_names
    )


def agree(reader: Reader, said: Opening, picture: Picture) -> None:
    """Check that the map of the page and that of its paper have the same points and names."""
    screen = on_screen(reader, said)
    assert [(fill, line) for _x, _y, fill, line, _size in screen["spots"]] == dots(picture)  # type: ignore[attr-defined]
    key = re.findall(r'<li class="stasjon [^"]*"><i></i><span>([^<]*)', str(screen["key"]))
    for name in key:
        assert name.partition("; ")[0] in picture.svg


def task_of(reader: Reader) -> Problem:
    """Return the model's points as the reader's scenario has them."""
    view: Any = reader.view
    return problem(
        reader.version, view, kandidater=view.kandidater, vekt=view.vekt, grense=view.grense
    )


@pytest.mark.parametrize("seed", range(VIEWS))
def test_on_plassering_table_map_paper_and_files_agree(
    seed: int, readers: tuple[Reader, ...]
) -> None:
    reader = drawn(readers, "plassering", seed)
    view, said = reader.view, PAGES["plassering"].opening(reader)
    chosen = [spot.kommunenummer for spot in said.spots if not spot.hollow and not spot.closed]
    assert list(said.outlined) == chosen
    assert {s.kommunenummer for s in said.spots if s.hollow and not s.closed} == decided(reader)
    if said.empty:
        assert not chosen
        return
    where = {row["kommunenummer"]: row for row in reader.ask("kart").to_dicts()}
    names = [where[key]["navn"] for key in chosen]
    assert all(where[key]["i_utvalg"] for key in chosen)
    card, beside = CARDS["plassering"](reader), CARDS["plassering-sammenlikning"](reader)
    assert [row[0] for row in card.table.rows] == names
    assert filed(card, reader) == names
    paper = briefing(reader, "plassering", "")
    assert paper.picture is not None
    agree(reader, said, paper.picture)
    told = {each.name: each for each in paper.cards}
    assert told["plassering"].table.rows == card.table.rows
    # The last of the table, the row beside the decision and the figure are the same people.
    task = task_of(reader)
    able = {each.id for each in task.candidates}
    if chosen:
        done = effect(task, chosen)
        assert card.table.rows[-1][3] == done.covered
        assert card.table.rows[-1][4] == pytest.approx(done.mean_after)
        alike = [row[4] for row in beside.table.rows if row[1:3] == (len(chosen), done.covered)]
        assert pytest.approx(done.mean_after) in alike
    # What must be with is with, what must not is not, unless there is no such choice.
    fixed, shut = {*view.med} & able, {*view.uten} & able
    if chosen:
        assert fixed <= {*chosen}
        assert not shut & {*chosen}
        assert len(chosen) <= view.antall
    elif fixed:
        assert "Må med" in said.more
        assert len(fixed) > view.antall or fixed & shut or not task.total


@pytest.mark.parametrize("seed", range(VIEWS))
def test_on_kandidater_list_map_paper_and_files_agree(
    seed: int, readers: tuple[Reader, ...]
) -> None:
    reader = drawn(readers, "kandidater", seed)
    view, said = reader.view, PAGES["kandidater"].opening(reader)
    every = [place.score.kommunenummer for place in ranking(reader).places]
    assert {s.kommunenummer for s in said.spots if s.hollow and not s.closed} == decided(reader)
    assert set(said.lit or ()) <= {*every}
    card = CARDS["kandidater"](reader)
    names = dict(reader.country.ask("kart").select("kommunenummer", "navn").rows())
    assert [row[0] for row in card.table.rows] == [names[key] for key in said.lit or ()]
    assert filed(card, reader) == [row[0] for row in card.table.rows]
    # The paper is about what must be with, else the list, else the first by the weights.
    wanted = view.med or view.liste
    expected = (
        [key for key in every if key in wanted]
        if wanted
        else [key for key in every if key not in view.uten][: view.antall]
    )
    made = decision(reader, "")
    assert len(made.places) == len(expected)
    for told, key in zip(made.places, expected, strict=True):
        assert told.name.partition(". ")[2].startswith(f"{names[key]}, ")
    assert made.paper.empty == (not expected)
    if not expected:
        return
    assert made.paper.picture is not None
    agree(reader, said, made.paper.picture)
    assert len(RING.findall(made.paper.picture.svg)[0]) > 10
    # Its choice is measured as the model measures, beside the best of as many.
    measured = next(each for each in made.paper.cards if each.name == "kandidater-valg")
    mine = next(row for row in measured.table.rows if row[0] == "Ditt valg")
    task = problem(reader.version, view, kandidater="alle", vekt="innbyggere", grense=view.grense)
    done = effect(task, expected)
    assert (mine[1], mine[2], mine[3]) == (
        len(done.chosen), done.covered, done.covered - done.covered_before
    )  # fmt: skip
    rival = effect(task, best(task, len(done.chosen), "dekning").chosen)
    assert (len(rival.chosen), rival.covered) in [row[1:3] for row in measured.table.rows]
    assert rival.covered >= done.covered


def test_the_views_vary_in_all_that_these_pages_depend_on(readers: tuple[Reader, ...]) -> None:
    views = [drawn(readers, "plassering", seed).view for seed in range(VIEWS)]
    assert {view.sesong for view in views} == {None, *choices.SESONG}
    assert {view.formaal for view in views} == {*choices.FORMAAL}
    assert {view.kandidater for view in views} == {*choices.KANDIDATER}
    for field in ("med", "uten", "liste", "distrikt", "fylke", "innbyggere"):
        assert {bool(getattr(view, field)) for view in views} == {True, False}
    assert len({view.grense for view in views}) > 3
    assert len({view.vekter for view in views}) > 10
