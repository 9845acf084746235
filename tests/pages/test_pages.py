"""Every page, for every kind of View and data set: drawn once, whole and without an error."""

import re
from typing import Final

import pytest

from tests.pages.app import box, choices, chosen, filled_in, headings, html, opened, pieces
from tests.registered import pages

EVERYTHING: Final[dict[str, str]] = {}
UNLISTED: Final = ("endringer", "raad", "vurdering")
VIEWS: Final[dict[str, dict[str, str]]] = {
    "everything": EVERYTHING,
    "one district": {"distrikt": "Nordland"},
    "nobody": {"distrikt": "Oslo", "innbyggere": "liten"},
    "hostile": {
        "distrikt": "<script>alert(1)</script>",
        "vis": "' or 1=1 --",
        "kommune": "9999",
        "valgt": "../../etc/passwd,%00,L1",
        "sok": "\" ' ; drop table kommune; -- <img src=x onerror=alert(1)>",
        "sorter": "--km",
        "versjon": "2020-01-01-0000000",
        "<b>": "x",
        "grense": "-1e9",
    },
}


def test_the_list_of_pages_is_streamlits_own() -> None:
    registered = opened()._registered_pages.values()
    assert set(pages()) == {str(page["url_pathname"]) for page in registered}
    assert {"", "bemanning", "lokaler"} <= set(pages())


@pytest.mark.parametrize("dark", [False, True], ids=["light", "dark"])
@pytest.mark.parametrize("data", ["demo", "kjente"])
@pytest.mark.parametrize("view", VIEWS)
@pytest.mark.parametrize("path", pages())
def test_a_page_is_drawn_whatever_it_is_asked_for(
    path: str, view: str, data: str, *, dark: bool
) -> None:
    app = opened(path, dark=dark, **VIEWS[view] | {"data": data})
    assert not app.exception
    assert not app.error
    assert len(headings(app, 1)) == 1
    assert headings(app, 1)[0].strip()
    drawn = html(app)
    assert drawn.count('<footer class="bunn">') == 1
    assert "<script" not in drawn
    assert "onerror=alert" not in drawn.replace("&lt;img src=x onerror=alert", "")
    assert drawn.count('<nav aria-label="Sider"') == 1
    # The data set, and the page unless it is not in the menu.
    assert drawn.count('aria-current="page"') == 1 + (path not in UNLISTED)
    assert ("DEMODATA" in drawn) is (data == "demo")


@pytest.mark.parametrize("path", pages())
def test_headings_nest(path: str) -> None:
    levels = [int(level) for level in re.findall(r"<h([1-6])", html(opened(path, data="demo")))]
    # The map's legend and the finding are drawn in the order of the columns.
    assert levels.count(1) == 1
    assert set(range(1, max(levels) + 1)) == set(levels)


@pytest.mark.parametrize("path", pages())
def test_what_is_added_in_small_is_a_word_of_its_own(path: str) -> None:
    """Read aloud, copied and printed «nr. 1 av 9mellom nr. 1 og 9» is one word too few."""
    told = html(opened(path, data="demo", distrikt="Nordland", kommune="1848", finn="nes"))
    assert re.findall(r"[^\s>]{1,20}(?:</(?:a|span|b)>)*<small\b", told) == []


def test_what_was_not_understood_is_said_quietly_and_once() -> None:
    app = opened("", data="demo", distrikt="Nordlan", tull="1")
    lines = pieces(app)["melding"]
    assert re.findall(r"<p>(.*?)</p>", lines) == [
        "Forsto ikke «Nordlan» i distrikt. Mente du «Nordland»?",
        "Forsto ikke «tull» i lenken.",
    ]
    assert 'role="status"' in lines


def test_a_version_that_is_gone_gives_the_newest_and_says_so() -> None:
    app = opened("", data="demo", versjon="2020-01-01-0000000")
    (line,) = re.findall(r"<p>(Dataversjonen .*?)</p>", html(app))
    assert line.startswith("Dataversjonen 2020-01-01-0000000 finnes ikke lenger")
    assert "den nyeste" in line
    assert len(headings(app)) == 1


def test_a_page_shows_its_first_measure_when_the_chosen_one_is_not_its_own() -> None:
    assert "bemanningen" in headings(opened("bemanning", data="demo", vis="onsker"))[0]
    assert "tjenestetilbudet" in headings(opened("bemanning", data="demo", vis="tjenestetilbud"))[0]


def test_the_chosen_measure_survives_a_page_that_is_about_another() -> None:
    app = opened("lokaler", data="demo", vis="onsker")
    assert re.findall(r'href="([^"]*)"', pieces(app)["topp"])[1] == "/?data=demo&amp;vis=onsker"


def test_the_filters_show_what_the_address_asks_for() -> None:
    app = opened("lokaler", data="demo", distrikt="Nordland,Troms", sok="rådhus", lokaltype="annet")
    assert chosen(app, "distrikt") == ["Nordland", "Troms"]
    assert chosen(app, "lokaltype") == ["Annet"]
    assert chosen(app, "fylke") == []
    assert box(app, "sok-sok").get("value") == "rådhus"


def test_a_choice_is_a_link_to_what_is_chosen_besides() -> None:
    found = choices(opened("", data="demo", distrikt="Troms"), "distrikt")
    assert found["Agder"] == {"data": "demo", "distrikt": "Agder,Troms"}
    # What is chosen already is let go.
    assert found["Troms"] == {"data": "demo"}


def test_one_of_several_takes_the_others_place_or_is_let_go() -> None:
    app = opened("", data="kjente", vis="onsker", fylke="Viken", svart="nei")
    rest = {"data": "kjente", "fylke": "Viken", "vis": "onsker"}
    assert choices(app, "svart") == {"Ja": rest | {"svart": "ja"}, "Nei": rest}
    # There is always something to show.
    shown = choices(app, "vis")["Nytt tjenestested"]
    assert shown == rest | {"svart": "nei"}


def test_a_choice_starts_a_list_from_its_first_page() -> None:
    app = opened("sok", data="demo", q="politi", side="3")
    assert choices(app, "distrikt")["Troms"] == {"data": "demo", "q": "politi", "distrikt": "Troms"}


def test_what_is_written_or_dragged_becomes_a_link() -> None:
    app = opened("lokaler", data="demo", distrikt="Troms")
    kept = {"data": "demo", "distrikt": "Troms"}
    assert filled_in(box(app, "sok-sok"), "brann") == kept | {"sok": "brann"}
    assert filled_in(box(app, "skyv-grense"), "30") == kept | {"grense": "30"}
    assert filled_in(box(app, "finn-linje"), "5401") == kept | {"kommune": "5401"}


def test_the_municipality_that_is_found_is_opened() -> None:
    app = opened("", data="demo", kommune="1804")
    assert "Bodø" in headings(app, 2)
    assert box(app, "finn-linje").get("value") == "Bodø"


def test_what_a_choice_amounts_to_is_told_in_one_line() -> None:
    app = opened("", data="demo", distrikt="Troms")
    assert pieces(app)["virkning"] == (
        '<p class="bare-hort" role="status">Troms politidistrikt: 9 av 20 kommuner har svart</p>'
    )
