"""Every sentence is true: each is held against the municipalities it speaks of, counted anew.

`make sentences` draws 2 000 Views; the ordinary run draws a sample, and the ones that once were
wrong. What is checked stands in `truths.py`, which asks no query and no function that words claims.
"""

import os
import re
from collections.abc import Iterator
from typing import Final
from urllib.parse import parse_qs, urlsplit

import pytest

from pages.parts.reading.language import speak
from pages.parts.reading.reader import Reader
from queries import Version, View
from tests.pages.reckoning import Facts
from tests.pages.said import Told, drawn, page
from tests.pages.truths import untruths
from tests.pages.truths_of_numbers import ill_formed

DRAWS: Final = int(os.environ.get("TJENESTESTED_SETNINGER", "60"))
# Where something untrue was once said, and for each a second place of its kind.
ONCE_WRONG: Final = (
    "/bemanning?distrikt=Sør-Vest",
    "/bemanning?distrikt=Agder",
    "/bemanning?distrikt=Troms&vis=tjenestetilbud",
    "/bemanning?fylke=Oslo,Agder",
    "/politidistrikt?distrikt=Øst&stasjon=ja",
    "/politidistrikt?distrikt=Oslo&svart=ja",
    "/politidistrikt?distrikt=Agder&svart=ja",
    "/tjenestesteder?grense=60",
    "/tjenestesteder?distrikt=Oslo",
    "/tjenestesteder?fylke=Oslo",
    "/tjenestesteder?grense=45",
    "/tjenestesteder?distrikt=Innlandet&grense=60",
    "/bemanning?distrikt=Nordland",
    "/bemanning?distrikt=Agder&stasjon=ja",
    "/bemanning?distrikt=Finnmark",
    "/bemanning?distrikt=Øst",
    "/politidistrikt?distrikt=Vest&stasjon=ja",
    "/bemanning?stasjon=ja&vis=tjenestestedstruktur",
    "/bemanning?stasjon=ja&distrikt=Innlandet&vis=tjenestestedstruktur",
    "/utfordringer",
    "/utfordringer?om=ressurs",
    "/utfordringer?om=samarbeid&distrikt=Vest",
    "/plassering?kandidater=tilbyr&grense=30",
    "/plassering?kandidater=onsker&grense=30&distrikt=Nordland,Troms",
    "/kandidater",
    "/kandidater?grense=30",
    "/kandidater?distrikt=Troms&innbyggere=liten",
    "/kandidater?distrikt=Oslo",
    "/kandidater?data=kjente",
    "/kandidater?fylke=Nordland&vekter=0-0-0-5-0-0-0",
    "/kandidater?vekter=0-0-0-0-0-0-0",
    "/politidistrikt?fylke=Nordland",
    "/politidistrikt?fylke=Agder",
    "/?vis=onsker",
    "/politidistrikt",
    "/politidistrikt?distrikt=Nordland&stasjon=ja",
    "/politidistrikt?distrikt=Troms&innbyggere=liten",
    "/?distrikt=Troms&innbyggere=middels",
    "/?data=kjente",
    "/bemanning?data=kjente",
    "/politidistrikt?data=kjente&distrikt=Nordland",
    "/data?data=kjente",
    "/data",
    "/data?distrikt=Oslo",
    "/lokaler?lokaltype=helsehus&sok=helse",
    "/lokaler?onsker=ja&lokaltype=raadhus",
    "/tilgjengelighet?distrikt=Oslo",
    "/tilgjengelighet?distrikt=Nordland&stasjon=nei",
    "/?distrikt=Oslo&innbyggere=stor&svart=ja",
)


@pytest.fixture(scope="session")
def facts(versions: dict[str, Version]) -> dict[str, Facts]:
    return {dataset: Facts(version) for dataset, version in versions.items()}


@pytest.fixture(autouse=True)
def _bokmaal() -> Iterator[None]:
    speak("nb")
    yield
    speak("nb")


def asked(address: str, versions: dict[str, Version]) -> Told:
    """Return the page at `address`."""
    parts = urlsplit(address)
    view, issues = View.parse(parse_qs(parts.query))
    assert not issues
    return page(Reader(view, versions[view.data]), parts.path.strip("/"))


@pytest.mark.parametrize("address", ONCE_WRONG)
def test_what_was_once_wrong_is_true(
    address: str, versions: dict[str, Version], facts: dict[str, Facts]
) -> None:
    told = asked(address, versions)
    assert untruths(told, facts[told.view.data]) == []


@pytest.mark.parametrize("seed", range(DRAWS))
def test_whatever_is_chosen_every_sentence_is_true(
    seed: int, demo: Reader, kjente: Reader, facts: dict[str, Facts]
) -> None:
    told = drawn(kjente if seed % 10 == 9 else demo, seed)
    assert untruths(told, facts[told.view.data]) == []


@pytest.mark.parametrize("seed", range(DRAWS))
def test_one_is_not_many_in_any_language(seed: int, demo: Reader, kjente: Reader) -> None:
    speak(("nn", "en")[seed % 2])
    told = drawn(kjente if seed % 10 == 9 else demo, DRAWS + seed)
    assert list(ill_formed(told)) == []


@pytest.mark.parametrize("address", ONCE_WRONG[::4])
def test_the_same_numbers_stand_in_every_language(
    address: str, versions: dict[str, Version]
) -> None:
    def numbers(lang: str) -> list[list[str]]:
        speak(lang)
        told = asked(address, versions)
        # «1. juni» is «1 June»; numbers in words are words.
        return [
            sorted(re.findall(r"\d+", re.sub(r"(?<=\d)[\u00a0,. ](?=\d)", "", sentence)))
            for _where, sentence in told.sentences()
        ]

    assert numbers("nn") == numbers("nb")
    assert numbers("en") == numbers("nb")
