"""The declared shape of every source table: columns, types, allowed values, keys.

One declaration serves validation (`reading.py`), the documentation table
(`python -m data describe`) and the demo generator, which must satisfy it like any other source.
Column descriptions are Norwegian, because readers see them.
"""

from typing import Final

import dataframely as dy

from data import vocabulary as v
from data.answer_schemas import Forslag, Innspill, Koding, Lokale, Raad, Svar
from data.former import Kommuneendring
from data.imported import Avlesning, Merknad, Regnskap
from data.origins import Kilde
from data.supplied import AnmeldtLovbrudd, BefolkningPunkt, Reisetid, UndersokelseKommune

KOMMUNENUMMER: Final = v.KOMMUNENUMMER
FIRE_SIFRE: Final = v.FIRE_SIFRE
POLITIDISTRIKTER: Final = (
    "Oslo",
    "Øst",
    "Innlandet",
    "Sør-Øst",
    "Agder",
    "Sør-Vest",
    "Vest",
    "Møre og Romsdal",
    "Trøndelag",
    "Nordland",
    "Troms",
    "Finnmark",
)

FYLKER: Final = (
    "Agder",
    "Innlandet",
    "Møre og Romsdal",
    "Nordland",
    "Oslo",
    "Rogaland",
    "Troms og Finnmark",
    "Trøndelag",
    "Vestfold og Telemark",
    "Vestland",
    "Viken",
)


class Kommune(dy.Schema):
    """Én rad per kommune i inndelingen 2020–2023."""

    kommunenummer = dy.String(
        primary_key=True, regex=KOMMUNENUMMER, metadata=FIRE_SIFRE, description="Firesifret nummer"
    )
    kommunenavn = dy.String(min_length=1, description="Navn uten «kommune»")
    fylkesnummer = dy.String(
        regex=r"^\d{2}$", metadata={"ventet": "to sifre"}, description="Tosifret nummer"
    )
    fylkesnavn = dy.Enum(FYLKER, description="Fylke i inndelingen 2020–2023")
    politidistrikt = dy.Enum(POLITIDISTRIKTER, description="Politidistrikt uten «politidistrikt»")
    innbyggere_2022 = dy.Int64(min=0, description="Folkemengde 1.1.2022")
    kommunesenter = dy.String(min_length=1, description="Tettsted som regnes som senter")
    lat = dy.Float64(min=57, max=82, description="Senterets breddegrad, WGS84")
    lon = dy.Float64(min=4, max=32, description="Senterets lengdegrad, WGS84")
    geonames_id = dy.String(nullable=True, description="Senterets nummer i GeoNames")
    politidistrikt_kilde = dy.String(
        nullable=True, description="Kode for hvor distriktet er hentet"
    )


class Kommunenavn(dy.Schema):
    """Ett samisk eller kvensk navn på en kommune."""

    kommunenummer = dy.String(
        primary_key=True, regex=KOMMUNENUMMER, metadata=FIRE_SIFRE, description="Firesifret nummer"
    )
    navn = dy.String(primary_key=True, min_length=1, description="Navn uten «kommune»")
    spraak = dy.Enum(v.SPRAAK, description="Språket navnet er på")
    kilde = dy.String(min_length=1, description="Hvor navnet er hentet")


class Stedsnavn(dy.Schema):
    """Ett samisk eller kvensk navn som forstås i lenker, søk og brev, og ikke vises."""

    navn = dy.String(primary_key=True, min_length=1, description="Navnet")
    kommunenummer = dy.String(
        nullable=True,
        regex=KOMMUNENUMMER,
        metadata=FIRE_SIFRE,
        description="Kommunen som heter det, tomt når ingen gjør det",
    )
    fylkesnavn = dy.Enum(
        FYLKER,
        nullable=True,
        description="Fylket i inndelingen 2020–2023 som heter det, eller der en del heter det",
    )
    politidistrikt = dy.Enum(
        POLITIDISTRIKTER, nullable=True, description="Politidistriktet med navn etter det samme"
    )
    kilde = dy.String(min_length=1, description="Hvor opplysningen er hentet")


class Nabo(dy.Schema):
    """To kommuner med felles grense på land; hvert par står begge veier."""

    kommunenummer = dy.String(
        primary_key=True, regex=KOMMUNENUMMER, metadata=FIRE_SIFRE, description="Kommunen"
    )
    nabo = dy.String(
        primary_key=True, regex=KOMMUNENUMMER, metadata=FIRE_SIFRE, description="Nabokommunen"
    )


class Politidistrikt(dy.Schema):
    """Én rad per politidistrikt."""

    politidistrikt = dy.Enum(POLITIDISTRIKTER, primary_key=True, description="Kort navn")
    offisielt_navn = dy.String(min_length=1, description="Fullt navn")
    nynorsk_navn = dy.String(nullable=True, description="Fullt navn på nynorsk der det er ulikt")
    hovedsete = dy.String(min_length=1, description="Stedet der politimesteren holder til")
    antall_kommuner_2022 = dy.Int64(min=1, description="Antall kommuner, til kontroll")
    innbyggere_2022 = dy.Int64(min=0, description="Folkemengde 1.1.2022, til kontroll")
    tjenestesteder_oppgitt_2017 = dy.Int64(
        nullable=True, min=0, description="Antall tjenestesteder oppgitt i 2017"
    )


class Tjenestested(dy.Schema):
    """Ett tjenestested i 2022, eller ett som ble vedtatt nedlagt i 2017."""

    tjenestested_id = dy.String(
        primary_key=True,
        regex=r"^T\d{3,}$",
        metadata={"ventet": "T og minst tre sifre"},
        description="Vår nøkkel",
    )
    navn = dy.String(min_length=1, description="Navn i strukturen fra 2017")
    type = dy.Enum(v.STASJONSTYPE, description="Type")
    politidistrikt = dy.Enum(POLITIDISTRIKTER, description="Politidistrikt")
    kommunenummer = dy.String(
        regex=KOMMUNENUMMER, metadata=FIRE_SIFRE, description="Kommune i inndelingen 2020–2023"
    )
    sted = dy.String(min_length=1, description="Tettsted")
    lat = dy.Float64(min=57, max=82, description="Breddegrad, WGS84")
    lon = dy.Float64(min=4, max=32, description="Lengdegrad, WGS84")
    geonames_id = dy.String(nullable=True, description="Stedets nummer i GeoNames")
    presisjon = dy.Enum(v.PRESISJON, description="Hva punktet gjelder")
    status_2022 = dy.Enum(v.STASJONSSTATUS, description="I drift i 2022, eller nedlagt etter 2017")
    nedlagt = dy.String(nullable=True, description="År for nedleggelse")
    merknad = dy.String(nullable=True, description="Forbehold")
    kilde = dy.String(min_length=1, description="Hvor opplysningen er hentet")


class NyttTjenestested(dy.Schema):
    """Ett av de 20 nye tjenestestedene som ble besluttet 2022–2023."""

    sted = dy.String(primary_key=True, min_length=1, description="Stedet")
    kommunenummer = dy.String(
        regex=KOMMUNENUMMER, metadata=FIRE_SIFRE, description="Kommune i inndelingen 2020–2023"
    )
    politidistrikt = dy.Enum(POLITIDISTRIKTER, description="Politidistrikt")
    kunngjort = dy.String(min_length=4, description="Dato for kunngjøring")
    apnet = dy.String(nullable=True, description="Åpningsdato der den er kjent")
    etableres = dy.Int64(min=2021, max=2030, description="År for etablering")
    sesong = dy.Enum(v.SESONG, nullable=True, description="Sesong, tom for helårs")
    lat = dy.Float64(min=57, max=82, description="Breddegrad, WGS84")
    lon = dy.Float64(min=4, max=32, description="Lengdegrad, WGS84")
    geonames_id = dy.String(nullable=True, description="Stedets nummer i GeoNames")
    presisjon = dy.Enum(v.PRESISJON, description="Hva punktet gjelder")
    kilde = dy.String(min_length=1, description="Hvor opplysningen er hentet")
    merknad = dy.String(nullable=True, description="Forbehold")


class Undersokelse(dy.Schema):
    """Ett publisert tall fra en undersøkelse eller telling."""

    undersokelse = dy.String(primary_key=True, description="Undersøkelsen")
    aar = dy.Int64(primary_key=True, min=2010, max=2030, description="År")
    gruppe = dy.String(primary_key=True, description="Hvem tallet gjelder")
    indikator = dy.String(primary_key=True, description="Hva som er målt")
    verdi = dy.Float64(description="Verdi")
    enhet = dy.String(min_length=1, description="Enhet")
    kilde = dy.String(min_length=1, description="Hvor tallet er hentet")


class Politidekning(dy.Schema):
    """Ett publisert bemanningstall; definisjonene er ulike og skal ikke settes i samme rekke."""

    politidistrikt = dy.String(min_length=1, description="Distrikt, eller landet med avgrensning")
    dato = dy.String(min_length=4, description="Dato, år eller kvartal")
    maal = dy.String(min_length=1, description="Hva som er målt")
    verdi = dy.Float64(min=0, description="Verdi")
    kilde = dy.String(min_length=1, description="Hvor tallet er hentet")
    merknad = dy.String(nullable=True, description="Forbehold")


# Tables every data set shares, tables that may be supplied for all of them, tables each data set
# brings, and tables that the import writes. The key is the table's name in the database and the
# name of its source file.
COMMON: Final[dict[str, type[dy.Schema]]] = {
    "kommuner": Kommune,
    "kommunenavn": Kommunenavn,
    "stedsnavn": Stedsnavn,
    "kommuneendringer": Kommuneendring,
    "naboer": Nabo,
    "politidistrikter": Politidistrikt,
    "tjenestesteder": Tjenestested,
    "nye_tjenestesteder": NyttTjenestested,
    "undersokelser": Undersokelse,
    "politidekning": Politidekning,
    "kilder": Kilde,
}
OPTIONAL: Final[dict[str, type[dy.Schema]]] = {
    "reisetid": Reisetid,
    "befolkning_punkt": BefolkningPunkt,
    "anmeldte_lovbrudd": AnmeldtLovbrudd,
    "undersokelse_kommune": UndersokelseKommune,
}
ANSWERS: Final[dict[str, type[dy.Schema]]] = {
    "innspill": Innspill,
    "svar": Svar,
    "koding": Koding,
    "forslag": Forslag,
    "lokaler": Lokale,
    "raad": Raad,
}
IMPORTED: Final[dict[str, type[dy.Schema]]] = {
    "merknader": Merknad,
    "regnskap": Regnskap,
    "avlesning": Avlesning,
}
