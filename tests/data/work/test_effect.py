"""What people decide of sender, dates, division and premises, and what a build makes of it."""

import datetime as dt
import json
import signal
import subprocess
import sys
import uuid
from pathlib import Path
from typing import Any

import duckdb
import pytest

from data import pipeline
from data.unpublished import read_unpublished, unpublished_file
from data.versions import Version
from data.work import dividing, premises, senders, store
from data.work.coding import KIND
from data.work.dividing import exact_hash
from data.work.events import Event
from tests.architecture.project import ROOT
from tests.small_set import places, write

TWO = "Bemanningen er for lav. Kommunen kan tilby kontorer i rådhuset."
OFFER = TWO.index("Kommunen")
INNSPILL = """\
innspill_id,avsender,avsendertype,kommunenumre,dato,brevdato,malform,kilde
R1,Brev 17.pdf,annet,,2022-05-20,,bokmaal,sak 1
R2,Træna kommune,kommune,1835,2022-05-21,,bokmaal,sak 2
"""
SVAR = f"""\
innspill_id,sporsmal,tekst
R1,2,{TWO}
R1,5,Kommunen ønsker et tjenestested.
R2,2,Det tar for lang tid.
"""
KODING = f"""\
innspill_id,felt,verdi,utdrag,kodet_av,sporsmal,start,slutt,status
R1,tilbyr_lokaler,ja,Kommunen kan tilby kontorer,fil,2,{OFFER},{OFFER + 27},bekreftet
R2,grunn,responstid,for lang tid,regel,,,,forslag
"""


@pytest.fixture
def sources(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Any:
    monkeypatch.setenv("TJENESTESTED_ARBEID", str(tmp_path / "arbeid.sqlite3"))
    folder = write(tmp_path / "innspill", innspill=INNSPILL, svar=SVAR, koding=KODING)
    with places(tmp_path, folder):
        yield folder


def say(slag: str, felt: str, til: Any, letter: str = "R1") -> Event:
    event = Event(
        id=str(uuid.uuid4()),
        hvem="sara",
        navn="Sara",
        rolle="saksbehandler",
        datasett="innspill",
        slag=slag,
        gjelder=f"innspill:{letter}",
        felt=felt,
        til=json.dumps(til),
    )
    return store.append([event])[0]


def built() -> Version:
    return pipeline.build("innspill").version


def ask(version: Version, question: str) -> list[tuple[Any, ...]]:
    with duckdb.connect(version.path, read_only=True) as public:
        return public.sql(question).fetchall()


def division(*moves: list[int]) -> dict[str, Any]:
    hashes = {"2": exact_hash(TWO)}
    return {"status": "bekreftet", "flyttet": [*moves], "tekster": hashes}


ROOM = {
    "status": "bekreftet",
    "lokaltype": "raadhus",
    "kommunenummer": "1804",
    "delt_med": "NAV|bibliotek",
    "adresse": "Storgata 1",
    "areal_m2": 40,
    "ledig_fra": "2023-01-01",
    "tilstand": "god",
    "betingelse": None,
}
BODO = {
    "status": "bekreftet",
    "avsender": "Bodø kommune",
    "avsendertype": "kommune",
    "kommunenumre": "1804",
}


def test_a_sender_that_a_person_knows_speaks_for_its_municipality_from_the_next_build(
    sources: Path,
) -> None:
    first = built()
    asked = "select svarstatus, avsender, dato from kommunesvar where kommunenummer = '1804'"
    assert ask(first, asked) == [("ikke_svart", None, None)]
    say(senders.KIND, "avsender", BODO)
    say(senders.KIND, "dato", {"status": "bekreftet", "verdi": "2022-04-02"})
    assert ask(built(), asked) == [("svart", "Bodø kommune", dt.date(2022, 4, 2))]
    # Who is refused speaks for nobody, and a refused date is none.
    say(senders.KIND, "avsender", BODO | {"status": "avvist"})
    say(senders.KIND, "dato", {"status": "avvist", "verdi": "2022-04-02"})
    third = built()
    assert ask(third, asked) == [("ikke_svart", None, None)]
    assert ask(third, "select dato from innspill where innspill_id = 'R1'") == [(None,)]
    # What was read in is kept beside, and who takes both back has the first version again.
    kept = read_unpublished(unpublished_file(third))
    assert kept["innspill_innlest"]["avsender"].to_list() == ["Brev 17.pdf", "Træna kommune"]
    say(senders.KIND, "avsender", None)
    say(senders.KIND, "dato", None)
    assert built() == first


def test_premises_are_added_changed_and_refused_and_need_a_passage_that_stands(
    sources: Path,
) -> None:
    say(senders.KIND, "avsender", BODO)
    at = TWO.index("kontorer")
    place = {"utdrag": "kontorer", "sporsmal": 2, "start": at, "slutt": at + 8}
    say(premises.KIND, "R1-0a1b2c3d", ROOM | place)
    version = built()
    told = """
        select lokaltype, delt_med, adresse, areal_m2, ledig_fra, utdrag, status from lokale
        where lokale_id = 'R1-0a1b2c3d'
    """
    (row,) = ask(version, told)
    assert row[:4] == ("raadhus", ["NAV", "bibliotek"], "Storgata 1", 40)
    assert row[4:] == (dt.date(2023, 1, 1), "kontorer", "bekreftet")
    say(premises.KIND, "R1-0a1b2c3d", ROOM | place | {"status": "avvist"})
    assert not ask(built(), told)
    # The words are gone from the letter when it is read in anew, so it is up for review.
    say(premises.KIND, "R1-0a1b2c3d", ROOM | place)
    svar = SVAR.replace("kontorer", "lokaler")
    write(sources, svar=svar, koding="innspill_id,felt,verdi,kodet_av\n")
    (row,) = ask(built(), told)
    assert row[5:] == (None, "ny_vurdering")


def test_what_is_suggested_has_a_key_that_stays_when_others_come_before_it(sources: Path) -> None:
    say(senders.KIND, "avsender", BODO)
    say(dividing.KIND, "deling", division([2, TWO.index("Kommunen"), len(TWO), 5]))
    keys = [row[0] for row in ask(built(), "select lokale_id from lokale order by all")]
    assert keys == ["R1-raadhus"]


def test_codes_follow_the_text_that_is_moved_and_are_up_for_review_only_where_it_is_cut(
    sources: Path,
) -> None:
    say(senders.KIND, "avsender", BODO)
    code = {"status": "bekreftet", "verdi": "ikke_tilfreds"}
    place = {"utdrag": "Bemanningen er for lav.", "sporsmal": 2, "start": 0, "slutt": 23}
    say(KIND, "tilfreds_bemanning", code | place)
    at = TWO.index("Kommunen")
    say(dividing.KIND, "deling", division([2, at, len(TWO), 5]))
    version = built()
    assert ask(version, "select sporsmal, tekst from svar where innspill_id = 'R1'") == [
        (2, "Bemanningen er for lav."),
        (5, f"{TWO[at:]}\n\nKommunen ønsker et tjenestested."),
    ]
    asked = (
        "select felt, sporsmal, utdrag, status from koding "
        "where innspill_id = 'R1' and felt in ('tilbyr_lokaler', 'tilfreds_bemanning') "
        "order by felt"
    )
    assert ask(version, asked) == [
        ("tilbyr_lokaler", 5, "Kommunen kan tilby kontorer", "bekreftet"),
        ("tilfreds_bemanning", 2, "Bemanningen er for lav.", "bekreftet"),
    ]
    # A decision that was made on the letter as it is divided now stands there also afterwards.
    say(KIND, "tilbyr_lokaler", {"status": "bekreftet", "verdi": "ja", "utdrag": "Kommunen kan",
                                 "sporsmal": 5, "start": 0, "slutt": 12})  # fmt: skip
    say(dividing.KIND, "deling", division([2, 12, at, 3]))
    assert ask(built(), asked) == [
        ("tilbyr_lokaler", 2, "Kommunen kan", "bekreftet"),
        ("tilfreds_bemanning", 2, "Bemanningen er for lav.", "ny_vurdering"),
    ]


def test_a_database_of_an_earlier_program_is_read_as_it_was_built(
    sources: Path, tmp_path: Path
) -> None:
    file = unpublished_file(built())
    with duckdb.connect(file) as old:
        for statement in (
            "drop table innspill_innlest",
            "drop table svar_innlest",
            "drop table avgjort",
            "drop table avlesning",
        ):
            old.execute(statement)
    found = read_unpublished(file)
    assert found["svar_innlest"].equals(found["svar"])
    assert found["innspill_innlest"].equals(found["innspill"])
    assert (found["avgjort"].height, found["avlesning"].height) == (0, 0)


def test_nothing_decided_is_lost_when_a_build_is_killed(sources: Path) -> None:
    say(senders.KIND, "avsender", BODO)
    say(premises.KIND, "R1-0a1b2c3d", ROOM)
    say(dividing.KIND, "deling", division([2, TWO.index("Kommunen"), len(TWO), 5]))
    before = store.all("innspill")
    command = [sys.executable, "-m", "data", "build", "innspill", "--trinn"]
    with subprocess.Popen(command, cwd=ROOT, stdout=subprocess.PIPE, text=True) as build:
        assert build.stdout
        for line in build.stdout:
            if "koding" in line:
                break
        build.send_signal(signal.SIGKILL)
    assert store.all("innspill") == before
    version = built()
    assert ask(version, "select avsender from innspill where innspill_id = 'R1'") == [
        ("Bodø kommune",)
    ]
    assert ("R1-0a1b2c3d",) in ask(version, "select lokale_id from lokale")
    assert len(ask(version, "select * from svar where innspill_id = 'R1' and sporsmal = 5")) == 1


@pytest.mark.parametrize(
    ("key", "said"),
    [
        ("avsender", BODO | {"avsendertype": "konge"}),
        ("avsender", BODO | {"avsender": " "}),
        ("avsender", BODO | {"kommunenumre": None}),
        ("avsender", BODO | {"kommunenumre": "Bodø"}),
        ("avsender", BODO | {"kommunenumre": "9999"}),
        ("avsender", BODO | {"avsendertype": "privatperson"}),
        ("avsender", BODO | {"status": "forslag"}),
        ("avsender", BODO | {"kilde": "sak"}),
        ("dato", {"status": "bekreftet", "verdi": "2022-13-01"}),
        ("dato", {"status": "bekreftet", "verdi": None}),
        ("malform", {"status": "bekreftet", "verdi": "nynorsk"}),
    ],
)
def test_what_is_no_sender_or_date_is_refused(key: str, said: dict[str, Any]) -> None:
    assert senders.flaw(key, said, {"1804"})


@pytest.mark.parametrize(
    "change",
    [
        {"lokaltype": "slott"},
        {"tilstand": None},
        {"kommunenummer": "Bodø"},
        {"areal_m2": "40"},
        {"areal_m2": 0},
        {"ledig_fra": "snart"},
        {"adresse": ""},
        {"status": "forslag"},
        {"pris": 1},
        {"utdrag": "slott", "sporsmal": 2, "start": 0, "slutt": 5},
    ],
)
def test_what_is_no_premises_is_refused(change: dict[str, Any]) -> None:
    assert not premises.flaw(ROOM, {2: TWO})
    assert premises.flaw(ROOM | change, {2: TWO})


def test_new_premises_have_a_key_of_their_letter() -> None:
    assert premises.new_key("R1", "R1-0a1b2c3d")
    assert not premises.new_key("R1", "R2-0a1b2c3d")
    assert not premises.new_key("R1", "R1-raadhus")
