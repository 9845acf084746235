"""Who takes care of none, for each text that begins with how many municipalities."""

import re
from typing import Final

import pytest

from tests import catalogue
from tests.pages.test_glossary import forms

# A text in `counted.py` is told with «ingen», or by what stands behind the number that is open.
OPENED: Final = "pages/parts/wording/counted.py"
# What is said instead where there are none; empty where it is said only of some.
INSTEAD: Final[dict[str, str]] = {
    "{n} av {all} kommuner har svart, med {people} av innbyggerne": (
        "Ingen av {all} kommuner har svart"
    ),
    "{n} av {all} kommuner har uttalt seg, med {people} innbyggere": (
        "Ingen av {all} kommuner har uttalt seg"
    ),
    "{n} av {all} kommuner {answered}": "Ingen av {all} kommuner har svart",
    # A rate of those that answered, as digits beside other rates.
    "{n} av {of} kommuner": "",
    "{n} av {of} kommuner er delvis tilfreds med {what}, ingen er helt misfornøyd": (
        "Ingen av kommunene som svarte, er misfornøyd med {what}"
    ),
    "{n} av {of} kommuner med kjent uttalelse er ikke tilfreds med {what}": (
        "Ingen med kjent uttalelse er misfornøyd med {what}"
    ),
    "{n} av {of} kommuner som svarte, er ikke tilfreds med {what}": (
        "Ingen av kommunene som svarte, er misfornøyd med {what}"
    ),
    "{n} av {of} kommuner vil ha mer {what}": "Ingen i utvalget vil ha mer av noen kanal",
    "{n} kommuner": "Ingen lokaler passer med filteret",
    "{n} kommuner ber om politi til stede andre steder, ingen med minst {limit} til "
    "tjenestestedet": "Ingen i utvalget ber om politi til stede andre steder",
    "{n} kommuner ber om politi til stede andre steder, {far} av dem har minst {limit} til "
    "tjenestestedet": "Ingen i utvalget ber om politi til stede andre steder",
    "{n} kommuner er delt inn. Hele landet, følger ikke filteret": "",
    "{n} kommuner er helt eller delvis misfornøyd": "Ingen grunner er kodet i utvalget",
    "{n} kommuner er helt eller delvis misfornøyd med alle tre punktene": (
        "Ingen kommuner er kodet som helt eller delvis misfornøyd med alle tre punktene"
    ),
    "{n} kommuner er ikke tilfreds med noen av de tre punktene": (
        "Ingen kommuner er kodet som helt eller delvis misfornøyd med alle tre punktene"
    ),
    "{n} kommuner er misfornøyd med minst ett punkt": "Ingen",
    "{n} kommuner har en kjent uttalelse": "Ingen kommuner i utvalget {answered}",
    "{n} kommuner har svart på spørsmålet": "Ingen kommuner i utvalget har svart på {question}",
    "{n} kommuner har svart på spørsmålet, {without} av dem uten å nevne noe som er kodet": (
        "Ingen kommuner i utvalget har svart på {question}"
    ),
    "{n} kommuner har svart, {late} av dem etter fristen": "Ingen kommuner i utvalget {answered}",
    "{n} kommuner i utvalget": "Ingen kommuner passer med filteret",
    "{n} kommuner i utvalget har svart": "Ingen treff",
    "{n} kommuner passer med «{text}»": "Ingen kommune heter noe som likner «{text}».",
    "{n} kommuner tilbyr eller vurderer lokaler": "Ingen",
    "{n} kommuner tilbyr eller vurderer {rooms}": "Ingen lokaler passer med filteret",
    "{n} kommuner ønsker nytt tjenestested, {no} gjør det ikke": (
        "Ingen kommuner tar klart stilling til nytt tjenestested"
    ),
}


def counting() -> set[str]:
    """Return the texts that begin with how many municipalities, but for those in `counted.py`."""
    return {
        message.id[1]
        for message in catalogue.held("nn")
        if isinstance(message.id, tuple)
        and re.match(r"\{n\} (av \{\w+\} )?kommuner\b", message.id[1])
        and {place for place, _line in message.locations} != {OPENED}
    }


def test_each_text_that_counts_municipalities_says_what_stands_where_there_are_none() -> None:
    assert counting() == set(INSTEAD)


@pytest.mark.parametrize("text", sorted(set(filter(None, INSTEAD.values()))))
def test_what_stands_instead_is_a_text_that_is_shown(text: str) -> None:
    assert text.startswith("Ingen")
    assert text in {each for message in catalogue.held("nn") for each in forms(message.id)}
