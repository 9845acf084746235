"""Every page, for every kind of View and data set: drawn once, whole and without an error."""

import re
from typing import Final

import pytest

from tests.pages.app import headings, html, opened
from tests.registered import pages

EVERYTHING: Final[dict[str, str]] = {}
UNLISTED: Final = ("endringer",)
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
    assert drawn.count("<nav") == 1
    # The data set, and the page unless it is not in the menu.
    assert drawn.count('aria-current="page"') == 1 + (path not in UNLISTED)
    assert ("DEMODATA" in drawn) is (data == "demo")


@pytest.mark.parametrize("path", pages())
def test_headings_nest(path: str) -> None:
    levels = [int(level) for level in re.findall(r"<h([1-6])", html(opened(path, data="demo")))]
    # The map's legend and the finding are drawn in the order of the columns.
    assert levels.count(1) == 1
    assert set(range(1, max(levels) + 1)) == set(levels)


def test_what_was_not_understood_is_said_quietly_and_once() -> None:
    app = opened("", data="demo", distrikt="Nordlan", tull="1")
    (lines,) = [e.value for e in app.html if 'class="melding"' in e.value]
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
    (header,) = [e.value for e in app.html if "<nav" in e.value]
    assert re.findall(r'href="([^"]*)"', header)[1] == "/?data=demo&amp;vis=onsker"


def test_widgets_show_what_the_address_asks_for() -> None:
    app = opened("lokaler", data="demo", distrikt="Nordland,Troms", sok="rådhus", lokaltype="annet")
    chosen = {pills.label: pills.value for pills in app.pills}
    assert chosen["Politidistrikt"] == ["Nordland", "Troms"]
    assert chosen["Lokaltype"] == ["annet"]
    assert chosen["Fylke"] == []
    assert app.text_input[0].value == "rådhus"


def test_a_choice_in_a_widget_is_written_to_the_address() -> None:
    app = opened("", data="demo")
    (pills,) = [each for each in app.pills if each.label == "Politidistrikt"]
    pills.set_value(["Troms", "Agder"]).run()
    assert app.query_params == {"data": "demo", "distrikt": "Agder,Troms"}
    (pills,) = [each for each in app.pills if each.label == "Politidistrikt"]
    assert sorted(pills.value or ()) == ["Agder", "Troms"]
    assert "Agder og Troms politidistrikter" in html(app)


def test_a_choice_keeps_the_rest_of_the_view() -> None:
    app = opened("", data="kjente", vis="onsker", fylke="Viken")
    (pills,) = [each for each in app.pills if each.label == "Har uttalt seg"]
    pills.set_value("ja").run()
    assert app.query_params == {"data": "kjente", "fylke": "Viken", "svart": "ja", "vis": "onsker"}


def test_the_municipality_that_is_found_is_opened() -> None:
    app = opened("", data="demo")
    app.selectbox[0].set_value("1804").run()
    assert app.query_params == {"data": "demo", "kommune": "1804"}
    assert "Bodø" in headings(app, 2)
