"""Every page draws what its opening says: the heading, what it rests on, figures and cards."""

import html as entities
import re
from dataclasses import replace

import pytest

from pages.parts.drawing.card import Card
from pages.parts.openings import PAGES, at
from pages.parts.openings.every_card import EVERY_CARD
from pages.parts.reading.language import speak
from pages.parts.reading.reader import Reader
from pages.parts.wording import first_places
from pages.parts.wording.opening import Opening
from queries.view import LANGUAGES
from tests.pages.app import html, opened

VIEWS: dict[str, dict[str, str]] = {
    "country": {},
    "district": {"distrikt": "Vest"},
    "searched": {"q": "vold", "kommune": "4601", "svart": "ja"},
    "empty": {"distrikt": "Oslo", "innbyggere": "liten"},
}

# What stands after the start of a figure, up to that of the next.
FIGURE = re.compile(r"(?:<a [^>]*>)?(.*?)(?:</a>)?</dd><dt>(.*?) <small>(.*?)</small>")


def reading(reader: Reader, asked: dict[str, str]) -> Reader:
    """Return `reader` with what a link asks for."""
    many = ("distrikt", "innbyggere")
    return reader.having(**{name: (v,) if name in many else v for name, v in asked.items()})


def opening_of(path: str, reader: Reader) -> Opening:
    return PAGES[path].opening(at(reader, path))


@pytest.mark.parametrize("view", VIEWS)
@pytest.mark.parametrize("dataset", ["demo", "kjente"])
@pytest.mark.parametrize("path", PAGES)
def test_a_page_opens_with_what_its_papers_open_with(
    path: str, dataset: str, view: str, request: pytest.FixtureRequest
) -> None:
    asked = VIEWS[view]
    reader = reading(request.getfixturevalue(dataset), asked)
    said = opening_of(path, reader)
    page = entities.unescape(html(opened(path, dark=False, data=dataset, **asked)))
    # A page names its selection first; papers have it in a line of its own.
    (heading,) = re.findall(r"<h1[^>]*>(?:<small>.*?</small>)?(.*?)</h1>", page)
    assert heading == said.title
    # A municipality's facts are no sentence on the page.
    assert said.basis.removesuffix("." if path == "kommune" else "") in page
    assert said.more in page
    shown = [found.groups() for part in page.split("<dd>")[1:] if (found := FIGURE.match(part))]
    if shown or path not in ("lokaler", "plassering", "kommune"):
        # Where there is nothing to show, the page keeps to its heading and the way on.
        some = said.answered and not (said.empty and path != "data")
        assert shown == [(f.value, f.label, f.basis) for f in said.figures if some]


@pytest.mark.parametrize("view", ["country", "district", "empty"])
@pytest.mark.parametrize("dataset", ["demo", "kjente"])
@pytest.mark.parametrize("path", PAGES)
def test_a_page_draws_the_cards_its_papers_choose_from(
    path: str, dataset: str, view: str, request: pytest.FixtureRequest
) -> None:
    asked = VIEWS[view] | ({"q": "vold"} if path == "sok" else {})
    asked |= {"kommune": "4601"} if path == "kommune" else {}
    reader = reading(request.getfixturevalue(dataset), asked)
    page = html(opened(path, dark=False, data=dataset, **asked))
    drawn = dict.fromkeys(re.findall(r"/last-ned/(?!tabell/)[\w-]+/([\w-]+)\.csv", page))
    said = opening_of(path, reader)
    assert set(said.cards) <= set(EVERY_CARD)
    if not said.empty:
        assert list(drawn) == list(said.cards)


def test_the_front_page_asks_the_model_of_the_country_only(
    demo: Reader, monkeypatch: pytest.MonkeyPatch
) -> None:
    """It takes longer than all else there, and a selection is changed often."""
    monkeypatch.setattr(first_places, "best", lambda *_given, **_more: pytest.fail("spurt"))
    first_places._first.cache_clear()
    asked = first_places.foretold(demo.having(distrikt=("Troms",)))
    assert asked.startswith("Hvilke steder her ville gitt flest innbyggere innen 15")
    with pytest.raises(pytest.fail.Exception, match="spurt"):
        first_places.foretold(demo)


@pytest.mark.parametrize("lang", LANGUAGES)
def test_no_table_calls_two_columns_the_same(lang: str, demo: Reader) -> None:
    rooms = demo.ask("lokaler").filter(kommune="Krødsherad")["lokale_id"].to_list()
    view = demo.view.having(
        distrikt=("Nordland",), kommune="1848", kode="tema:rus", samtidig="tema:trafikk", lang=lang
    )
    speak(lang)
    try:
        for path in PAGES:
            reader = at(replace(demo, view=view), path)
            for name in (*PAGES[path].opening(reader).cards, "kodede"):
                unlike(EVERY_CARD[name](reader))
        # Two rooms of one municipality are told apart.
        unlike(EVERY_CARD["sammenlign"](demo.having(valgt=tuple(rooms))))
    finally:
        speak("nb")


def unlike(card: Card) -> None:
    headings = [column.heading for column in card.table.columns]
    assert len({*headings}) == len(headings) > 1, (card.name, headings)
