"""Senders, divisions and premises in a spreadsheet: out, changed, and in again."""

import csv
import json
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from data import pipeline
from data.problems import SourceError
from data.work import senders, store
from data.work.coding_files import take_in, take_out
from data.work.told_table import KINDS
from tests.data.work.test_effect import BODO, INNSPILL, SVAR, TWO, say
from tests.small_set import places, write

Rows = list[dict[str, str]]
LOKALER = """\
lokale_id,innspill_id,kommunenummer,lokaltype,tilstand,utdrag,status
L1,R2,1835,raadhus,ukjent,lang tid,forslag
"""


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("bygg")
    sources = write(folder / "innspill", innspill=INNSPILL, svar=SVAR, lokaler=LOKALER)
    with places(folder, sources):
        pipeline.build("innspill")
    return folder


@pytest.fixture(autouse=True)
def own_store(built: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    monkeypatch.setenv("TJENESTESTED_ARBEID", str(tmp_path / "arbeid.sqlite3"))
    with places(built, built / "innspill"):
        yield


def changed(file: Path, what: str, change: Callable[[Rows], None]) -> Path:
    """Take a table out to `file`, let somebody change it there, and save it."""
    take_out("innspill", file, what=what)
    with file.open(encoding="utf-8-sig", newline="") as read:
        rows = list(csv.DictReader(read, delimiter=";"))
    names = list(rows[0])
    change(rows)
    with file.open("w", encoding="utf-8-sig", newline="") as out:
        writer = csv.DictWriter(out, names, delimiter=";", restval="")
        writer.writeheader()
        writer.writerows(rows)
    return file


@pytest.mark.parametrize("what", KINDS)
@pytest.mark.parametrize("form", ["csv", "xlsx"])
def test_what_goes_out_and_in_untouched_says_nothing(what: str, form: str, tmp_path: Path) -> None:
    file = tmp_path / f"tabell.{form}"
    assert take_out("innspill", file, what=what)
    assert take_in("innspill", file, "Kari", what) == ()


def test_a_sender_and_a_date_are_corrected_and_taken_back(tmp_path: Path) -> None:
    def change(rows: Rows) -> None:
        for row in rows:
            if (row["innspill_id"], row["hva"]) == ("R1", "avsender"):
                row |= {name: str(BODO[name]) for name in ("status", *senders.WHO)}
            if (row["innspill_id"], row["hva"]) == ("R2", "dato"):
                row |= {"status": "bekreftet", "dag": "01.06.2022", "hvorfor": "Stempelet"}

    file = changed(tmp_path / "a.csv", "avsendere", change)
    events = take_in("innspill", file, "Kari", "avsendere")
    assert {(each.gjelder, each.felt) for each in events} == {
        ("innspill:R1", "avsender"),
        ("innspill:R2", "dato"),
    }
    assert json.loads(events[0].til or "") == BODO
    assert [each.hvorfor for each in events] == ["Lest inn fra a.csv", "Stempelet"]
    assert take_in("innspill", file, "Kari", "avsendere") == ()

    def back(rows: Rows) -> None:
        for row in rows:
            row["status"] = "forslag"

    file = changed(tmp_path / "b.csv", "avsendere", back)
    assert [each.til for each in take_in("innspill", file, "Kari", "avsendere")] == [None, None]


def test_of_two_who_have_decided_the_same_the_last_is_what_stands(tmp_path: Path) -> None:
    say(senders.KIND, "avsender", BODO | {"avsender": "Noen andre"})
    last = say(senders.KIND, "avsender", BODO)

    def look(rows: Rows) -> None:
        (row,) = (r for r in rows if (r["innspill_id"], r["hva"]) == ("R1", "avsender"))
        assert (row["avsender"], row["hendelse"]) == (BODO["avsender"], str(last.nr))

    file = changed(tmp_path / "a.csv", "avsendere", look)
    assert take_in("innspill", file, "Kari", "avsendere") == ()


def test_what_another_has_decided_since_is_told_and_not_overwritten(tmp_path: Path) -> None:
    def change(rows: Rows) -> None:
        say(senders.KIND, "avsender", BODO)
        rows[0] |= {"status": "bekreftet", "avsender": "Noen andre"}

    file = changed(tmp_path / "a.csv", "avsendere", change)
    with pytest.raises(SourceError) as refused:
        take_in("innspill", file, "Kari", "avsendere")
    (problem,) = refused.value.problems
    assert "Sara har avgjort dette siden" in str(problem)
    assert len(store.all("innspill")) == 1


def test_a_paragraph_is_moved_by_another_number(tmp_path: Path) -> None:
    def change(rows: Rows) -> None:
        for row in rows:
            if row["innspill_id"] == "R1":
                row["status"] = "bekreftet"
                row["sporsmal"] = "1" if row["tekst"] == TWO else row["sporsmal"]

    file = changed(tmp_path / "d.csv", "deling", change)
    (event,) = take_in("innspill", file, "Kari", "deling")
    assert json.loads(event.til or "")["flyttet"] == [[2, 0, len(TWO), 1]]
    assert take_in("innspill", file, "Kari", "deling") == ()


def test_premises_are_refused_and_new_ones_get_a_key_and_a_place(tmp_path: Path) -> None:
    def change(rows: Rows) -> None:
        rows[0]["status"] = "avvist"
        rows.append(
            rows[0] | {"lokale_id": "", "lokaltype": "annet", "status": "bekreftet", "hendelse": ""}
        )

    file = changed(tmp_path / "l.csv", "lokaler", change)
    refused, new = take_in("innspill", file, "Kari", "lokaler")
    assert (refused.felt, json.loads(refused.til or "")["status"]) == ("L1", "avvist")
    assert new.felt.startswith("R2-")
    said = json.loads(new.til or "")
    assert (said["sporsmal"], said["utdrag"]) == (2, "lang tid")


@pytest.mark.parametrize(
    ("what", "column", "cell", "expected"),
    [
        ("avsendere", "kommunenumre", "Bodø", "kommunenumre med fire sifre"),
        ("deling", "sporsmal", "7", "0 til 5"),
        ("lokaler", "utdrag", "Dette står ikke i brevet", "et utdrag som står ordrett"),
        ("lokaler", "innspill_id", "R9", "innspill_id for et brev i datasettet"),
    ],
)
def test_each_mistake_is_told_with_its_row(
    what: str, column: str, cell: str, expected: str, tmp_path: Path
) -> None:
    def change(rows: Rows) -> None:
        rows[0] |= {"status": "bekreftet", column: cell}

    with pytest.raises(SourceError) as refused:
        take_in("innspill", changed(tmp_path / "x.csv", what, change), "Kari", what)
    assert expected in str(refused.value)
    assert store.all("innspill") == ()
