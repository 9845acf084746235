"""Every sentence is true: each is held against the municipalities it speaks of, counted anew.

`make sentences` draws 2 000 Views; the ordinary run draws a sample, and the ones that once were
wrong. What is checked stands in `truths.py`, which asks no query and no function that words claims.
"""

import os
import random
import re
from collections.abc import Callable, Iterator
from dataclasses import fields, replace
from functools import cache
from typing import Final, TypeAlias
from urllib.parse import parse_qs, urlsplit

import pytest

from pages.parts.reading.language import speak
from pages.parts.reading.reader import Reader
from queries import Version, View
from tests.pages.draws import FIELDS, a_view
from tests.pages.reckoning import Facts
from tests.pages.said import Told, drawn, page
from tests.pages.truths import untruths
from tests.pages.truths_of_numbers import ill_formed

DRAWS: Final = int(os.environ.get("TJENESTESTED_SETNINGER", "60"))
# Another first seed draws others.
FIRST: Final = int(os.environ.get("TJENESTESTED_FROE") or 0)
SEEDS: Final = range(FIRST, FIRST + DRAWS)
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
    "/?kode=onsker_tjenestested:ja-betinget&samtidig=tilbyr_lokaler:ja",
    "/bemanning?kode=tilfreds_bemanning:ikke_tilfreds&samtidig=tema:rus",
    "/tilgjengelighet?kode=kanal_telefon:mer&samtidig=kanal_internett:som_i_dag",
    "/tilgjengelighet?kode=kanal_oppmote:ikke_kodet&samtidig=onsker_tjenestested:nei",
    "/bemanning?kode=tilfreds_bemanning:tilfreds&gruppe=kommune:1804",
    "/utfordringer?kode=tema:rus&gruppe=kommune:0301",
    "/tilgjengelighet?distrikt=Oslo&innbyggere=stor&forslag=nei",
    "/kandidater?fylke=Vestland&sesong=helaar",
    "/kandidater?distrikt=Agder&sesong=vinter",
    "/kandidater?distrikt=Møre og Romsdal&sesong=vinter",
    "/kandidater?med=0301,1103",
    "/kandidater?med=0301",
    "/kandidater?distrikt=Oslo&grense=60&med=3024",
    "/kandidater?vekter=1-0-0-0-4-2-4&stasjon=nei&antall=2",
    "/kandidater?vekter=5-0-0-0-0-0-0&antall=1",
    "/plassering?med=0301&antall=1",
    "/plassering?med=0301&antall=1&formaal=avstand",
    "/plassering?distrikt=Troms&innbyggere=stor&grense=60",
    "/sok?q=xyzzy&kode=ressurs:motetid",
    "/sok?q=Steigen&fylke=Agder&kode=tema:rus",
    "/bemanning?kode=stasjon:ja&gruppe=kommune:1112",
    "/bemanning?kode=avstand:under_5&gruppe=kommune:0301",
    "/bemanning?kode=utenfor:i_dag&gruppe=kommune:1848",
    "/?kode=svar:svart&gruppe=kommune:1848",
    "/data?distrikt=Nordland&innbyggere=middels&stasjon=nei",
    "/data?data=kjente&distrikt=Oslo&innbyggere=liten,stor",
    "/lokaler?svart=nei",
    "/?distrikt=Oslo&stasjon=nei&svart=nei",
    "/data?svart=nei",
    "/kandidater?grunnlag=besluttet&sesong=helaar",
    "/kommune?kommune=1133",
    "/kommune?fylke=Oslo&distrikt=Troms",
    "/plassering?grense=60&svart=nei&med=4221,5404",
    "/politidistrikt?fylke=Oslo,Rogaland&stasjon=nei&svart=nei",
    "/politidistrikt?distrikt=Oslo&stasjon=ja&forslag=nei",
    "/tilgjengelighet?kode=kanal_telefon:ikke_nevnt&gruppe=storrelse:stor",
    "/tjenestesteder?lag=nedlagt&forslag=nei",
    "/tjenestesteder?data=kjente&lag=i_dag&sok=helse&forslag=nei",
)


Known: TypeAlias = Callable[[View], Facts]


@pytest.fixture(scope="session")
def facts(versions: dict[str, Version], small: Version) -> Known:
    every = versions | {"innspill": small}

    @cache
    def of(dataset: str, forslag: str) -> Facts:
        return Facts(every[dataset], suggested=forslag == "ja")

    return lambda view: of(view.data, view.forslag)


@pytest.fixture
def readers(demo: Reader, kjente: Reader, small: Version) -> tuple[Reader, ...]:
    """Return a reader of each data set, one of which is drawn: mostly the one with most answers."""
    brought = Reader(View(data="innspill"), small)
    return (*[demo] * 7, brought, kjente, kjente)


@pytest.fixture(autouse=True)
def _bokmaal() -> Iterator[None]:
    speak("nb")
    yield
    speak("nb")


def asked(address: str, versions: dict[str, Version]) -> Told:
    """Return the page at `address`."""
    parts = urlsplit(address)
    kommuner = Reader(View(), versions["demo"]).ask("kart")["kommunenummer"].to_list()
    view, issues = View.parse(parse_qs(parts.query), kommuner=kommuner)
    assert not issues
    return page(Reader(view, versions[view.data]), parts.path.strip("/"))


@pytest.mark.parametrize("address", ONCE_WRONG)
def test_what_was_once_wrong_is_true(
    address: str, versions: dict[str, Version], facts: Known
) -> None:
    told = asked(address, versions)
    assert untruths(told, facts(told.view)) == []


@pytest.mark.parametrize("seed", SEEDS)
def test_whatever_is_chosen_every_sentence_is_true(
    seed: int, readers: tuple[Reader, ...], facts: Known
) -> None:
    told = drawn(readers[seed % 10], seed)
    assert untruths(told, facts(told.view)) == []


def test_every_field_of_a_view_is_drawn(demo: Reader) -> None:
    assert {*FIELDS} == {field.name for field in fields(View)}
    views = [a_view(demo, random.Random(seed)) for seed in range(200)]
    alike = {field for field in FIELDS if len({getattr(view, field) for view in views}) == 1}
    # The data set is that of the reader.
    assert alike == {"data"}
    # What is drawn is what a link can hold, so a draw says nothing that no reader can ask for.
    for view in views:
        kommuner = demo.ask("kart")["kommunenummer"].to_list()
        assert View.parse(view.query(), kommuner=kommuner) == (view, ())


@pytest.mark.parametrize(
    ("title", "fault"),
    [
        ("33 kommuner ønsker nytt tjenestested, 133 gjør det ikke", ""),
        ("34 kommuner ønsker nytt tjenestested, 133 gjør det ikke", "men det er (33, 133)"),
        ("Kommunene er fornøyde", "ingen har lest"),
    ],
)
def test_what_is_untrue_is_found_and_so_is_what_nobody_has_a_reading_for(
    title: str, fault: str, demo: Reader, facts: Known
) -> None:
    told = page(demo, "")
    told.cards["onsker"] = replace(told.cards["onsker"], title=title)
    found = untruths(told, facts(told.view))
    assert len(found) == bool(fault)
    assert fault in "".join(found)


@pytest.mark.parametrize("seed", SEEDS)
def test_every_language_says_the_same_and_one_is_not_many(
    seed: int, readers: tuple[Reader, ...]
) -> None:
    seed += DRAWS
    told_it = numbers(drawn(readers[seed % 10], seed))
    lang = ("nn", "en")[seed % 2]
    speak(lang)
    told = drawn(readers[seed % 10], seed, lang)
    assert list(ill_formed(told)) == []
    assert numbers(told) == told_it


@pytest.mark.parametrize("address", ONCE_WRONG[::4])
def test_the_same_numbers_stand_in_every_language(
    address: str, versions: dict[str, Version]
) -> None:
    found = []
    for lang in ("nb", "nn", "en"):
        speak(lang)
        found.append(numbers(asked(address, versions)))
    assert found[1:] == [found[0]] * 2


def numbers(told: Told) -> list[list[str]]:
    """Return the numbers of each sentence; «1. juni» is «1 June», and words are words."""
    return [
        sorted(re.findall(r"\d+", re.sub(r"(?<=\d)[\u00a0,. ](?=\d)", "", sentence)))
        for _where, sentence in told.sentences()
    ]
