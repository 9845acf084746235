"""The coding in a spreadsheet: out, changed, and in again, with nothing lost or invented."""

import csv
import json
import uuid
from collections.abc import Callable
from pathlib import Path
from typing import Any

import polars as pl
import pytest

from data import pipeline
from data.__main__ import main
from data.problems import SourceError
from data.work import store
from data.work.coding import KIND
from data.work.coding_files import take_in, take_out
from data.work.coding_table import Kodetabell
from data.work.events import Event
from tests.data.workshop import workbook
from tests.small_set import places, write

Row = dict[str, str]
Change = Callable[[list[Row]], None]


# One passage begins as a formula does, one is broken over two lines.
INNSPILL = """\
innspill_id,avsender,avsendertype,kommunenumre,dato,malform,kilde
R1,Bodø kommune,kommune,1804,2022-05-20,bokmaal,sak 1
R2,Træna kommune,kommune,1835,2022-05-21,bokmaal,sak 2
"""
SVAR = """\
innspill_id,sporsmal,tekst
R1,1,"-Rus er vår største utfordring. Trafikken øker
om sommeren."
R1,5,Kommunen ønsker et tjenestested på rådhuset.
R2,2,Det tar for lang tid før politiet kommer.
"""
KODING = """\
innspill_id,felt,verdi,utdrag,kodet_av
R1,tema,rus,-Rus er vår største utfordring.,regel
R1,tema,trafikk,Trafikken øker om sommeren.,regel
R1,onsker_tjenestested,ja,Kommunen ønsker et tjenestested,regel
R2,grunn,responstid,for lang tid,regel
"""


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("bygg")
    sources = write(folder / "innspill", innspill=INNSPILL, svar=SVAR, koding=KODING)
    with places(folder, sources):
        pipeline.build("innspill")
    return folder


@pytest.fixture(autouse=True)
def own_store(built: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("TJENESTESTED_BUILD", str(built))
    monkeypatch.setenv("TJENESTESTED_INNSPILL", str(built / "innspill"))
    monkeypatch.setenv("TJENESTESTED_ARBEID", str(tmp_path / "arbeid.sqlite3"))


def table(file: Path) -> list[Row]:
    with file.open(encoding="utf-8-sig", newline="") as read:
        return list(csv.DictReader(read, delimiter=";"))


def changed(file: Path, change: Change) -> Path:
    """Take the coding out to `file`, let somebody change it there, and save it."""
    take_out("innspill", file)
    rows = table(file)
    change(rows)
    with file.open("w", encoding="utf-8-sig", newline="") as out:
        writer = csv.DictWriter(out, list(Kodetabell.columns()), delimiter=";", restval="")
        writer.writeheader()
        writer.writerows(rows)
    return file


def the(rows: list[Row], felt: str) -> Row:
    """Return the first row of a field that has a passage."""
    return next(row for row in rows if row["felt"] == felt and row["utdrag"])


def decide(letter: str, felt: str, til: dict[str, Any]) -> Event:
    event = Event(
        id=str(uuid.uuid4()),
        hvem="leo",
        navn="Leo",
        rolle="leder",
        datasett="innspill",
        slag=KIND,
        gjelder=f"innspill:{letter}",
        felt=felt,
        til=json.dumps(til),
    )
    return store.append([event])[0]


@pytest.mark.parametrize("form", ["csv", "xlsx"])
def test_what_goes_out_and_in_untouched_says_nothing(tmp_path: Path, form: str) -> None:
    file = tmp_path / f"koding.{form}"
    assert take_out("innspill", file) >= 4
    assert take_in("innspill", file, "Kari") == ()
    assert store.all("innspill") == ()


def test_what_is_changed_in_the_file_is_said_once_by_who_read_it_in(tmp_path: Path) -> None:
    def change(rows: list[Row]) -> None:
        row = the(rows, "tema")
        row["status"], row["hvorfor"] = "avvist", "Står om noe annet"

    file = changed(tmp_path / "koding.csv", change)
    row = the(table(file), "tema")
    (event,) = take_in("innspill", file, "Kari")
    assert (event.gjelder, event.felt) == (f"innspill:{row['innspill_id']}", f"tema:{row['verdi']}")
    assert (event.navn, event.hvorfor) == ("Kari", "Står om noe annet")
    said = json.loads(event.til or "")
    # A spreadsheet is not to run it; the letter has no apostrophe.
    assert row["utdrag"] == "'-Rus er vår største utfordring."
    assert (said["status"], said["utdrag"]) == ("avvist", "-Rus er vår største utfordring.")
    # The file says what stands now, so there is no more in it.
    assert take_in("innspill", file, "Kari") == ()
    out = tmp_path / "etter.csv"
    take_out("innspill", out)
    (now,) = [r for r in table(out) if r["hendelse"] == str(event.nr)]
    assert (now["status"], now["hvem"], now["kodet_av"]) == ("avvist", "Kari", "menneske")


def test_a_decision_is_taken_back_by_calling_it_a_suggestion_again(tmp_path: Path) -> None:
    take_out("innspill", tmp_path / "foer.csv")
    row = the(table(tmp_path / "foer.csv"), "onsker_tjenestested")
    decide(row["innspill_id"], row["felt"], {"status": "avvist", "verdi": row["verdi"]})

    def change(rows: list[Row]) -> None:
        (mine,) = [each for each in rows if each["hendelse"] == "1"]
        mine["status"] = "forslag"

    (event,) = take_in("innspill", changed(tmp_path / "koding.csv", change), "Kari")
    assert (event.felt, event.til) == ("onsker_tjenestested", None)
    take_out("innspill", tmp_path / "etter.csv")
    after = the(table(tmp_path / "etter.csv"), "onsker_tjenestested")
    assert (after["status"], after["verdi"]) == (row["status"], row["verdi"])


def test_what_another_has_decided_since_is_not_overwritten(tmp_path: Path) -> None:
    def change(rows: list[Row]) -> None:
        the(rows, "tema")["status"] = "avvist"

    file = changed(tmp_path / "koding.csv", change)
    rows = table(file)
    row, other = the(rows, "tema"), the(rows, "grunn")
    # One that nobody touched in the file is no conflict.
    decide(
        other["innspill_id"],
        f"grunn:{other['verdi']}",
        {"status": "avvist", "verdi": other["verdi"]},
    )
    newer = decide(
        row["innspill_id"], f"tema:{row['verdi']}", {"status": "bekreftet", "verdi": row["verdi"]}
    )
    with pytest.raises(SourceError) as refused:
        take_in("innspill", file, "Kari")
    (problem,) = refused.value.problems
    assert (problem.rad, problem.kolonne) == (rows.index(row) + 2, "hendelse")
    assert f"Leo har avgjort feltet siden, i hendelse {newer.nr}" in str(problem)
    assert len(store.all("innspill")) == 2


def test_a_file_from_before_a_version_was_published_says_nothing_it_did_not_say_then(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    file = changed(tmp_path / "koding.csv", lambda rows: None)
    row = the(table(file), "tema")
    said = {"status": "bekreftet", "verdi": row["verdi"]}
    decide(row["innspill_id"], f"tema:{row['verdi']}", said)
    monkeypatch.setenv("TJENESTESTED_BUILD", str(tmp_path / "bygg"))
    pipeline.build("innspill")
    assert take_in("innspill", file, "Kari") == ()


def test_a_new_row_finds_its_passage_in_the_letter(tmp_path: Path) -> None:
    def change(rows: list[Row]) -> None:
        row = the(rows, "tema")
        taken = {r["verdi"] for r in rows if r["innspill_id"] == row["innspill_id"]}
        new = next(
            value for value in ("naturfare_og_beredskap", "trafikk", "rus") if value not in taken
        )
        words = " ".join(row["utdrag"].split()[:3])
        rows.append(
            {"innspill_id": row["innspill_id"], "felt": "tema", "verdi": new, "utdrag": words}
            | {"status": "bekreftet"}
        )

    (event,) = take_in("innspill", changed(tmp_path / "koding.csv", change), "Kari")
    said = json.loads(event.til or "")
    assert said["slutt"] - said["start"] == len(said["utdrag"])
    assert event.hvorfor == "Lest inn fra koding.csv"


def test_another_value_in_the_place_of_one_of_many_leaves_the_first_to_be_refused(
    tmp_path: Path,
) -> None:
    def change(rows: list[Row]) -> None:
        the(rows, "tema")["verdi"] = "naturfare_og_beredskap"
        the(rows, "tema")["status"] = "bekreftet"

    with pytest.raises(SourceError) as refused:
        take_in("innspill", changed(tmp_path / "koding.csv", change), "Kari")
    (problem,) = refused.value.problems
    assert problem.kolonne == "verdi"
    assert "«rus» også på en rad, med status avvist" in problem.ventet


@pytest.mark.parametrize(
    ("column", "cell", "expected"),
    [
        ("verdi", "kanskje", "for feltet «tema» en av"),
        ("status", "ja", "en av: forslag, bekreftet, avvist"),
        ("utdrag", "Dette står ikke i noe brev", "et utdrag som står ordrett i brevet"),
        ("innspill_id", "ukjent", "innspill_id for et brev i datasettet"),
        ("hendelse", "99", "tallet som sto der da tabellen ble tatt ut"),
        ("sporsmal", "åtte", "et helt tall fra 0 til 5"),
    ],
)
def test_a_mistake_is_placed_by_row_and_column(
    tmp_path: Path, column: str, cell: str, expected: str
) -> None:
    def change(rows: list[Row]) -> None:
        row = the(rows, "tema")
        row["status"] = "avvist"
        row[column] = cell

    file = changed(tmp_path / "koding.csv", change)
    at = next(n for n, row in enumerate(table(file), start=2) if row[column] == cell)
    with pytest.raises(SourceError) as refused:
        take_in("innspill", file, "Kari")
    (problem,) = refused.value.problems
    assert (problem.fil, problem.rad, problem.kolonne) == ("koding.csv", at, column)
    assert expected in problem.ventet
    assert store.all("innspill") == ()


def test_two_rows_that_say_different_things_of_one_field_are_a_mistake(tmp_path: Path) -> None:
    def change(rows: list[Row]) -> None:
        row = the(rows, "tema")
        rows.append(
            row | {"status": "bekreftet", "utdrag": "", "sporsmal": "", "start": "", "slutt": ""}
        )
        row["status"] = "avvist"

    with pytest.raises(SourceError) as refused:
        take_in("innspill", changed(tmp_path / "koding.csv", change), "Kari")
    (problem,) = refused.value.problems
    assert "det samme som rad" in problem.ventet


def test_a_workbook_comes_in_too_and_a_passage_is_never_a_formula(tmp_path: Path) -> None:
    file = tmp_path / "koding.xlsx"
    take_out("innspill", file)
    frame = pl.read_excel(file, infer_schema_length=None)
    at = frame.with_row_index().filter(pl.col("felt") == "tema").row(0, named=True)["index"]
    rows = [list(row) for row in frame.rows()]
    rows[at][frame.columns.index("status")] = "avvist"
    lines = [frame.columns, *(["" if cell is None else cell for cell in row] for row in rows)]
    (event,) = take_in("innspill", workbook(file, *lines), "Kari")
    assert json.loads(event.til or "")["status"] == "avvist"
    decide(
        event.gjelder.removeprefix("innspill:"),
        "ressurs:penger",
        {"status": "avvist", "verdi": "penger"},
    )
    log = tmp_path / "logg.csv"
    assert take_out("innspill", log, what="logg") == 2
    assert [row["navn"] for row in table(log)] == ["Kari", "Leo"]


def test_the_command_says_what_it_did(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    file = tmp_path / "koding.csv"
    assert main(["koding", "ut", str(file)]) == 0
    assert main(["koding", "inn", str(file)]) == 1
    assert main(["koding", "inn", str(file), "--navn", "Kari"]) == 0
    assert main(["koding", "logg", str(tmp_path / "logg.txt")]) == 1
    out, err = capsys.readouterr()
    assert "0 avgjørelser lest inn" in out
    assert "--navn" in err
    assert "et filnavn på .csv eller .xlsx" in err
