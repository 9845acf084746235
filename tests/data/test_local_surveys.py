"""Surveys by municipality: what cannot be is a mistake; every number here is made up."""

from tests.data.test_optional_sources import mistakes
from tests.data.workshop import GOOD, Workshop

HEADING = "kommunenummer,undersokelse,aar,sporsmal,spurt,n,verdi,enhet,lavest,hoyest,kilde\n"


def test_each_mistake_is_named_by_file_row_and_column(workshop: Workshop) -> None:
    workshop.write(
        innspill=GOOD,
        undersokelse_kommune=HEADING
        + "0301,U,2021,a,innbyggere,40,25,prosent,,,her\n"
        + "0301,U,2021,b,innbyggere,40,101,prosent,,,her\n"
        + "0301,U,2021,c,innbyggere,40,25,prosent,30,40,her\n"
        + "0301,U,2021,d,innbyggere,40,25,prosent,20,,her\n"
        + "0301,U,2021,e,alle,40,25,prosent,,,her\n"
        + "0301,U,2021,f,innbyggere,-1,25,prosent,,,her\n"
        + "0301,U,2021,a,innbyggere,40,25,prosent,,,her\n"
        + "9999,U,2021,a,innbyggere,40,25,prosent,,,her\n",
    )
    at = "undersokelse_kommune.csv, rad"
    key = "kommunenummer, undersokelse, aar, sporsmal"
    assert mistakes(workshop) == [
        f"{at} 3, kolonne «verdi»: fant «101.0», ventet en andel fra 0 til 100.",
        f"{at} 4, kolonne «lavest, hoyest»: fant «30.0 til 40.0», ventet et intervall rundt 25.0.",
        f"{at} 5, kolonne «hoyest»: fant ingenting, ventet begge ender av intervallet.",
        f"{at} 6, kolonne «spurt»: fant «alle», ventet en av: innbyggere, kommuner, andre.",
        f"{at} 7, kolonne «n»: fant «-1», ventet et helt tall fra 0 og oppover.",
        (
            f"{at} 8, kolonne «{key}»: fant «0301, U, 2021, a», "
            "ventet en nøkkel som bare finnes én gang, men den står også i rad 2."
        ),
        (
            f"{at} 9, kolonne «kommunenummer»: fant «9999», "
            "ventet et kommunenummer i inndelingen 2020–2023."
        ),
    ]
