"""Ten mistakes give ten messages a case worker can act on, and leave everything as it was."""

import json
from typing import Final

import duckdb
import pytest

from tests.data.workshop import GOOD, HEADING, Workshop, rows
from tests.small_set import SMALL

# Each file has a good row or more beside its mistakes.
INNSPILL: Final = f"""\
{HEADING}
A1,Oslo kommune,kommune,0301,2022-05-20,bokmaal,,sak 1
A2,Bodø kommune,komune,1804,2022-05-20,bokmaal,,sak 2
A3,Eigersund kommune,kommune,1101,31.02.2022,bokmaal,,sak 3
A4,Bindal kommune,kommune,1811,2022-05-20,bokmaal,,sak 4
A1,Oslo kommune,kommune,0301,2022-05-21,bokmaal,,sak 5
A6,Tysfjord kommune,kommune,1850,2022-05-20,bokmaal,,sak 6
"""
SVAR: Final = """\
innspill_id,sporsmal,tekst
A1,1,"Vi ser
mer rus."
A1,6,Det finnes ikke noe spørsmål 6.
A2,1,Denne er riktig selv om A2 har feil.
"""
KODING: Final = """\
innspill_id,kommunenummer,felt,verdi,kodet_av
A1,,onsker_tjenestested,ja,menneske
A1,,onsker_tjenestested,nei,menneske
A4,,tilfreds_bemanning,fornøyd,menneske
A99,,tema,rus,menneske
A3,,tema,rus,menneske
"""
LOKALER: Final = """\
lokale_id;innspill_id;kommunenummer;lokaltype;areal_m2;tilstand
L1;A4;1811;raadhus;120;god
L2;A4;1811;raadhus;ca. 80;god
L3;A4;1811;brannstasjon;60;
"""
TEN: Final = {"innspill": INNSPILL, "svar": SVAR, "koding": KODING, "lokaler": LOKALER}
MESSAGES: Final = [
    (
        "innspill.csv, rad 3, kolonne «avsendertype»: fant «komune», ventet en av: kommune, "
        "interkommunalt_raad, fylkeskommune, organisasjon, privatperson, annet."
    ),
    (
        "innspill.csv, rad 4, kolonne «dato»: fant «31.02.2022», "
        "ventet en dato som 2022-05-31 eller 31.05.2022."
    ),
    (
        "innspill.csv, rad 6, kolonne «innspill_id»: fant «A1», "
        "ventet en nøkkel som bare finnes én gang, men den står også i rad 2."
    ),
    (
        "innspill.csv, rad 7, kolonne «kommunenumre»: fant «1850», "
        "ventet et kommunenummer i inndelingen 2020–2023 (1850 Divtasvuodna - Tysfjord (til og "
        "med 2019) er delt mellom Narvik (1806) og Hamarøy (1875) i inndelingen 2020–2023)."
    ),
    (
        "koding.csv, rad 3, kolonne «felt»: fant «onsker_tjenestested», "
        "ventet at feltet er kodet én gang for A1, men det står også i rad 2."
    ),
    (
        "koding.csv, rad 4, kolonne «verdi»: fant «fornøyd», "
        "ventet for feltet «tilfreds_bemanning» en av: "
        "tilfreds, delvis, ikke_tilfreds, uklart, ikke_besvart."
    ),
    (
        "koding.csv, rad 5, kolonne «innspill_id»: fant «A99», "
        "ventet en innspill_id som finnes i tabellen innspill."
    ),
    "lokaler.csv, rad 3, kolonne «areal_m2»: fant «ca. 80», ventet et helt tall fra 1 til 100000.",
    (
        "lokaler.csv, rad 4, kolonne «tilstand»: fant ingenting, "
        "ventet en av: god, middels, maa_pusses_opp, ukjent."
    ),
    "svar.csv, rad 3, kolonne «sporsmal»: fant «6», ventet et helt tall fra 0 til 5.",
]


@pytest.mark.parametrize("command", ["build", "check"])
def test_ten_mistakes_give_ten_messages_and_no_version(workshop: Workshop, command: str) -> None:
    workshop.write(**TEN)
    code, out, err = workshop.run(command, "innspill")
    assert code == 1
    assert out == []
    assert err == ["innspill: 10 feil, ingenting er bygd", *MESSAGES]
    assert workshop.files() == []


def test_the_last_good_version_is_still_the_newest_and_can_be_read(workshop: Workshop) -> None:
    workshop.write(innspill=GOOD)
    assert workshop.run("build", "innspill")[0] == 0
    good, before = workshop.newest(), workshop.files()
    workshop.write(**TEN)
    assert workshop.run("build", "innspill")[0] == 1
    assert workshop.newest() == good
    assert workshop.files() == before
    assert rows(good, "select innspill_id from innspill") == [("A1",)]


def test_set_aside_builds_from_the_good_rows_and_counts_the_others(workshop: Workshop) -> None:
    workshop.write(**TEN)
    code, out, err = workshop.run("build", "innspill", "--set-aside")
    assert code == 0
    # The ten, and two rows that lean on an answer which was itself set aside.
    assert out[0].endswith(" bygd, 12 rader satt til side")
    assert set(MESSAGES) < set(err)
    with duckdb.connect(workshop.newest().path, read_only=True) as built:
        counted = built.sql(
            "select tabell, rader_inn, rader_godtatt, rader_avvist from kildefil "
            "where tabell in ('innspill', 'svar', 'koding', 'lokaler', 'raad')"
        ).fetchall()
        assert sorted(counted) == [
            ("innspill", 6, 2, 4),
            ("koding", 5, 1, 4),
            ("lokaler", 3, 1, 2),
            ("raad", 0, 0, 0),
            ("svar", 3, 1, 2),
        ]
        totals = built.sql("select sum(rader_inn - rader_godtatt), sum(rader_avvist) from kildefil")
        assert totals.fetchall() == [(12, 12)]
        assert built.sql("select innspill_id from innspill").fetchall() == [("A1",), ("A4",)]


def test_set_aside_keeps_each_row_with_its_own_reasons(workshop: Workshop) -> None:
    workshop.write(**TEN)
    workshop.run("build", "innspill", "--set-aside")
    kept = rows(workshop.newest(), "select fil, rad, grunn, innhold from avvist order by all")
    reasons = {(str(fil), rad): str(grunn) for fil, rad, grunn, _ in kept}
    assert len(kept) == len(reasons) == 12
    for message in MESSAGES:
        fil, _, rest = message.partition(", rad ")
        assert reasons.pop((fil, int(rest.partition(",")[0]))) == message
    leaning = "ventet en innspill_id som finnes i tabellen innspill, men raden i innspill.csv er "
    assert reasons == {
        ("koding.csv", 6): (
            f"koding.csv, rad 6, kolonne «innspill_id»: fant «A3», {leaning}satt til side."
        ),
        ("svar.csv", 4): (
            f"svar.csv, rad 4, kolonne «innspill_id»: fant «A2», {leaning}satt til side."
        ),
    }
    content = {(fil, rad): json.loads(str(innhold)) for fil, rad, _, innhold in kept}
    assert content["lokaler.csv", 3]["areal_m2"] == "ca. 80"
    assert content["innspill.csv", 3]["avsender"] == "Bodø kommune"


def test_a_row_with_too_many_cells_is_counted_too(workshop: Workshop) -> None:
    workshop.write(innspill=f"{GOOD}A2,Bodø kommune,kommune,1804,,bokmaal,,sak 2, side 3\n")
    workshop.run("build", "innspill", "--set-aside")
    counted = (
        "select rader_inn, rader_godtatt, rader_avvist from kildefil where tabell = 'innspill'"
    )
    assert rows(workshop.newest(), counted) == [(2, 1, 1)]
    ((rad, reason),) = rows(workshop.newest(), "select rad, grunn from avvist")
    assert rad == 3
    assert "fant «side 3», ventet høyst 8 celler, men raden har 9" in str(reason)


def test_a_heading_cannot_be_set_aside(workshop: Workshop) -> None:
    workshop.write(innspill=GOOD.replace("avsendertype", "avsendertyp"), svar=SVAR)
    code, _, err = workshop.run("build", "innspill", "--set-aside")
    assert code == 1
    # No answer can be read, and still only the heading is blamed, not every row that refers to one.
    assert [line for line in err if line.startswith("innspill.csv")] == [
        (
            "innspill.csv, rad 1, kolonne «avsendertyp»: fant «avsendertyp», "
            "ventet kolonnen «avsendertype»."
        )
    ]
    assert workshop.files() == []


def test_a_mistake_in_the_heading_blames_no_row_that_refers_to_it(workshop: Workshop) -> None:
    workshop.write(innspill=GOOD.replace("innspill_id", "innspillid"), koding=SMALL["koding"])
    assert workshop.run("check", "innspill")[2] == [
        "innspill: 1 feil, ingenting er bygd",
        (
            "innspill.csv, rad 1, kolonne «innspillid»: fant «innspillid», "
            "ventet kolonnen «innspill_id»."
        ),
    ]


@pytest.mark.parametrize(
    ("name", "text", "message"),
    [
        (
            "innspill",
            f"{GOOD}A2,Bodø kommune,kommune,1804|9999,,bokmaal,,sak 2\n",
            (
                "innspill.csv, rad 3, kolonne «kommunenumre»: fant «9999», "
                "ventet et kommunenummer i inndelingen 2020–2023."
            ),
        ),
        (
            "innspill",
            f"{GOOD}A2,Oslo kommune,kommune,0301,,bokmaal,A11,sak 2\n",
            (
                "innspill.csv, rad 3, kolonne «erstatter»: fant «A11», "
                "ventet en innspill_id som finnes i tabellen innspill."
            ),
        ),
        (
            "koding",
            "innspill_id,kommunenummer,felt,verdi,kodet_av\nA1,1804,tema,rus,fil\n",
            (
                "koding.csv, rad 2, kolonne «kommunenummer»: fant «1804», "
                "ventet en kommune som A1 gjelder: 0301."
            ),
        ),
        (
            "koding",
            "innspill_id,kommunenummer,felt,verdi,kodet_av\nA1,0399,tema,rus,fil\n",
            (
                "koding.csv, rad 2, kolonne «kommunenummer»: fant «0399», "
                "ventet et kommunenummer i inndelingen 2020–2023."
            ),
        ),
        (
            "lokaler",
            "lokale_id,innspill_id,kommunenummer,lokaltype,tilstand\nL1,A1,0000,annet,god\n",
            (
                "lokaler.csv, rad 2, kolonne «kommunenummer»: fant «0000», "
                "ventet et kommunenummer i inndelingen 2020–2023."
            ),
        ),
        (
            "raad",
            "kommunenummer,fra,raad,kilde\n0301,Oslo,fraråder,k\n",
            (
                "raad.csv, rad 2, kolonne «raad»: fant «fraråder», "
                "ventet en av: anbefaler, fraraader, noytral."
            ),
        ),
        (
            "svar",
            "innspill_id,sporsmal,tekst\nA_1,1,x\n",
            (
                "svar.csv, rad 2, kolonne «innspill_id»: fant «A_1», "
                "ventet en innspill_id som finnes i tabellen innspill."
            ),
        ),
    ],
)
def test_one_mistake_one_message(workshop: Workshop, name: str, text: str, message: str) -> None:
    workshop.write(**{"innspill": GOOD, name: text})
    assert workshop.run("check", "innspill") == (
        1,
        [],
        ["innspill: 1 feil, ingenting er bygd", message],
    )


def test_a_key_that_is_nearly_right_is_suggested(workshop: Workshop) -> None:
    workshop.write(
        innspill=GOOD.replace("A1", "SAK-2022-0001"),
        svar="innspill_id,sporsmal,tekst\nSAK-2022-001,1,x\n",
    )
    assert workshop.run("check", "innspill")[2][1].endswith(" (mente du «SAK-2022-0001»?).")


def test_a_file_with_a_name_of_no_table_is_not_passed_over(workshop: Workshop) -> None:
    workshop.write(innspill=GOOD, kodinger="innspill_id,felt,verdi\n", notater="a\n1\n")
    code, _out, err = workshop.run("build", "innspill")
    assert code == 1
    assert "kodinger.csv: ventet et filnavn som svarer til en tabell: koding." in err
    assert any(line.startswith("notater.csv: ventet et filnavn") for line in err)


def test_what_was_built_with_rows_set_aside_does_not_pass_for_whole(workshop: Workshop) -> None:
    workshop.write(innspill=GOOD, svar="innspill_id,sporsmal,tekst\nA1,9,tekst\n")
    assert workshop.run("build", "innspill", "--set-aside")[0] == 0
    code, _out, err = workshop.run("build", "innspill")
    assert code == 1
    assert any("svar.csv, rad 2" in line for line in err)
