"""Who sent an answer is read from the name, and doubt is said."""

import pytest

from data.documents.who.sender import Register, identify
from tests.data.saved import register


@pytest.fixture(scope="module")
def names() -> Register:
    """Return the names of the real municipalities."""
    return register()


@pytest.mark.parametrize(
    ("sender", "numbers"),
    [
        ("Rana kommune", ("1833",)),
        ("Kommunestyret i Rana", ("1833",)),
        ("Formannskapet i Rana kommune", ("1833",)),
        ("Ordføreren i Rana", ("1833",)),
        ("RANA KOMMUNE v/kommunedirektøren", ("1833",)),
        ("Kárášjohka – Karasjok kommune", ("5437",)),
        ("Gielda Kárášjohka", ("5437",)),
        ("Nordre Follo kommune", ("3020",)),
        ("Midt-Telemark kommune", ("3817",)),
        ("Hå kommune", ("1119",)),
        ("Rana og Hemnes kommuner", ("1832", "1833")),
    ],
)
def test_a_municipality_is_known_by_its_name(
    names: Register, sender: str, numbers: tuple[str, ...]
) -> None:
    found = identify(sender, "", names)
    assert (found.avsendertype, found.kommunenumre, found.doubt) == ("kommune", numbers, "")


def test_two_of_the_same_name_are_told_apart_by_the_county(names: Register) -> None:
    text = "Våler kommune i Innlandet har behandlet saken."
    assert identify("Våler kommune", text, names).kommunenumre == ("3419",)


@pytest.mark.parametrize("text", ["Vi ønsker et tjenestested.", "Fra Viken til Innlandet."])
def test_two_of_the_same_name_are_never_guessed_between(names: Register, text: str) -> None:
    found = identify("Våler kommune", text, names)
    assert (found.avsendertype, found.kommunenumre) == ("annet", ())
    assert "3018, 3419" in found.doubt


def test_a_council_is_asked_whom_it_speaks_for(names: Register) -> None:
    found = identify("Salten regionråd", "", names)
    assert (found.avsendertype, found.kommunenumre) == ("interkommunalt_raad", ())
    assert "kommunene" in found.doubt


def test_a_county_is_no_municipality(names: Register) -> None:
    assert identify("Nordland fylkeskommune", "", names).avsendertype == "fylkeskommune"


@pytest.mark.parametrize("sender", ["Kari Nordmann", "Norsk Bonde- og Småbrukarlag", "Rana Blad"])
def test_others_never_speak_for_a_municipality(names: Register, sender: str) -> None:
    found = identify(sender, "Rana kommune", names)
    assert (found.avsendertype, found.kommunenumre) == ("annet", ())
    assert found.doubt


def test_a_municipality_that_is_not_there_is_said(names: Register) -> None:
    found = identify("Prøveby kommune", "", names)
    assert found.avsendertype == "annet"
    assert "Prøveby kommune" in found.doubt
