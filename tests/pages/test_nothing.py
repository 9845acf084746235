"""What is nothing, one, or the same for several is said as a person would say it."""

from collections.abc import Iterator
from typing import Final

import pytest

from pages.parts.cards.candidate_figures import parts
from pages.parts.openings import PAGES, at
from pages.parts.reading.language import speak
from pages.parts.reading.reader import Reader
from pages.parts.wording import chosen_places
from pages.parts.wording.answered import places_answered, who_answered
from pages.parts.wording.counted import of_one, who
from pages.parts.wording.numbers import milliseconds
from queries.openings import KODER


@pytest.fixture(autouse=True)
def _bokmaal() -> Iterator[None]:
    speak("nb")
    yield
    speak("nb")


@pytest.mark.parametrize(
    ("lang", "one", "two"),
    [
        ("nb", "Ditt sted gir ingen flere innenfor; ", "Dine 2 steder gir ingen flere innenfor; "),
        ("nn", "Staden din gir ingen fleire ", "Dei 2 stadene dine gir ingen fleire "),
        ("en", "Your place brings no more ", "Your 2 places bring no more "),
    ],
)
def test_places_that_are_served_give_nobody_more(
    lang: str, one: str, two: str, demo: Reader
) -> None:
    speak(lang)
    assert chosen_places.finding(demo.having(med=("0301",))).startswith(one)
    assert chosen_places.finding(demo.having(med=("0301", "1103"))).startswith(two)


def test_where_the_best_gives_nobody_more_either_that_is_said(demo: Reader) -> None:
    reader = demo.having(distrikt=("Oslo",), grense=60, med=("0301",))
    assert chosen_places.finding(reader) == (
        "Ditt sted gir ingen flere innenfor, og det gjør heller ikke det beste"
    )


@pytest.mark.parametrize("antall", [1, 2, 10])
def test_of_places_with_as_many_points_all_are_named_however_few_are_shown(
    antall: int, demo: Reader
) -> None:
    reader = demo.having(stasjon="nei", vekter="1-0-0-0-4-2-4", antall=antall)
    assert parts(reader).title == (
        "Askvoll, Hjartdal og Solund har like mange poeng og flest: 100,0 av 100"
    )


def test_of_very_many_with_as_many_points_it_is_said_how_many(demo: Reader) -> None:
    title = parts(demo.having(vekter="5-0-0-0-0-0-0", antall=2)).title
    assert title == "24 steder har like mange poeng og flest: 100,0 av 100"


@pytest.mark.parametrize(
    ("kode", "told"),
    [
        (("stasjon", "ja"), "Lund har tjenestested i dag"),
        (("stasjon", "nei"), "Lund er uten tjenestested i dag"),
        (("svar", "svart"), "Lund har svart"),
        (("svar", "ikke_svart"), "Lund har ikke svart"),
        (("avstand", "under_5"), "Lund har under 5 km til nærmeste tjenestested"),
        (("utenfor", "foer_2017"), "Lund hadde innbyggere utenfor rekkevidde før 2017"),
        (("utenfor", "i_dag"), "Lund har innbyggere utenfor rekkevidde i dag"),
        (("utenfor", "med_nye"), "Lund har innbyggere utenfor rekkevidde med de 20 nye"),
    ],
)
def test_what_is_known_of_one_municipality_is_a_sentence(kode: tuple[str, str], told: str) -> None:
    assert of_one("Lund", *kode, answered="har svart") == told


@pytest.mark.parametrize(
    ("lang", "several", "one"),
    [
        (
            "nb",
            "Ingen av 2 kommuner har svart",
            "Den ene kommunen har ikke svart",
        ),
        (
            "nn",
            "Ingen av 2 kommunar har svart",
            "Den eine kommunen har ikkje svart",
        ),
    ],
)
def test_where_nobody_answered_none_is_no_number(
    lang: str, several: str, one: str, demo: Reader
) -> None:
    speak(lang)
    silent = demo.having(innbyggere=("stor",), distrikt=("Innlandet",), svart="nei")
    assert PAGES["data"].opening(at(silent, "data")).title == several
    alone = demo.having(distrikt=("Nordland",), innbyggere=("middels",), stasjon="nei")
    assert PAGES["data"].opening(at(alone, "data")).title == one


NONE: Final = {
    "nb": "Ingen kommuner ",
    "nn": "Ingen kommunar ",
    "en": "No municipalities ",
}
NOT: Final = {"nb": "ikke", "nn": "ikkje", "en": "not"}
# Only this is something they say themselves: that they can not.
DENIED_BY_THEM: Final = "ressurs:ingen"


@pytest.mark.parametrize("lang", NONE)
@pytest.mark.parametrize("kode", KODER)
def test_what_no_municipality_says_is_told_in_words_and_denied_once(kode: str, lang: str) -> None:
    speak(lang)
    felt, verdi = kode.split(":")
    told = who(felt, verdi, 0, answered="har svart")
    assert told.startswith((NONE[lang], "«", "“"))
    assert not told.startswith("0")
    said = told.removeprefix("«").removeprefix("“")
    if told == said and kode != DENIED_BY_THEM:
        assert f" {NOT[lang]} " not in said
        assert " no " not in said


@pytest.mark.parametrize(
    ("kode", "also", "told"),
    [
        (("tema", "rus"), None, "Ingen kommuner nevner rus"),
        (("tema", "rus"), ("tema", "trafikk"), "Ingen kommuner nevner rus og trafikk"),
        (("svar", "ikke_svart"), None, "«Svar på brevet: har ikke svart» gjelder ingen kommuner"),
        (
            ("onsker_tjenestested", "nei"),
            None,
            "«Nytt tjenestested: nei» gjelder ingen kommuner",
        ),
        (
            ("tema", "rus"),
            ("onsker_tjenestested", "nei"),
            "Ingen kommuner har begge deler: «Rus» og «Nytt tjenestested: nei»",
        ),
    ],
)
def test_what_lies_behind_nought_is_a_sentence(
    kode: tuple[str, str], also: tuple[str, str] | None, told: str
) -> None:
    assert who(*kode, 0, also) == told


@pytest.mark.parametrize(
    ("lang", "places"),
    [
        ("nb", ("Ingen av 4 steder har svart", "Det ene stedet har ikke svart")),
        ("nn", ("Ingen av 4 stader har svart", "Den eine staden har ikkje svart")),
        ("en", ("None of 4 places answered", "The one place did not answer")),
    ],
)
def test_of_those_asked_none_is_a_word(lang: str, places: tuple[str, str], demo: Reader) -> None:
    speak(lang)
    assert (places_answered(0, 4, demo), places_answered(0, 1, demo)) == places
    assert who_answered(3, 4, demo).startswith("3 ")
    assert not who_answered(0, 4, demo).startswith("0")
    assert not who_answered(0, 0, demo)[0].isdigit()


def test_what_takes_no_time_takes_under_a_millisecond() -> None:
    assert milliseconds(0.0001) == "under 1\N{NO-BREAK SPACE}ms"
    assert milliseconds(0.0119) == "12\N{NO-BREAK SPACE}ms"
