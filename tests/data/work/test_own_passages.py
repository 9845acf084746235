"""Passages of single details of premises: in the build, and in a spreadsheet and back again."""

import csv
import json
from pathlib import Path
from typing import Any

import pytest

from data import pipeline
from data.problems import SourceError
from data.unpublished import read_unpublished, unpublished_file
from data.work import premises, senders
from data.work.coding_files import take_in, take_out
from tests.data.work.test_effect import BODO, ROOM, TWO, say
from tests.data.work.test_effect import sources as given
from tests.data.work.test_told_files import Rows, changed
from tests.small_set import write

sources = given
KEY = "R1-0a1b2c3d"
HOUSE = TWO.index("rådhuset")
OWN = {"utdrag": "rådhuset", "sporsmal": 2, "start": HOUSE, "slutt": HOUSE + 8}
WHOLE = {"utdrag": TWO[HOUSE - 22 : HOUSE + 9], "sporsmal": 2}
WHOLE |= {"start": HOUSE - 22, "slutt": HOUSE + 9}
WORDS = ("utdrag", "utdrag_adresse", "status")


def room(**more: Any) -> dict[str, Any]:
    return ROOM | WHOLE | {premises.OWN: {"adresse": OWN}} | more


def built() -> list[tuple[Any, ...]]:
    """Return what a new build has of the premises, besides what is published."""
    lokaler = read_unpublished(unpublished_file(pipeline.build("innspill").version))["lokaler"]
    return lokaler.filter(lokaler["lokale_id"] == KEY).select(WORDS).rows()


def test_the_build_has_each_passage_and_looks_again_where_one_is_gone(sources: Path) -> None:
    say(senders.KIND, "avsender", BODO)
    say(premises.KIND, KEY, room())
    assert built() == [(WHOLE["utdrag"], "rådhuset", "bekreftet")]
    # As an earlier program wrote it.
    say(premises.KIND, KEY, ROOM | WHOLE)
    assert built() == [(WHOLE["utdrag"], None, "bekreftet")]
    say(premises.KIND, KEY, ROOM | {premises.OWN: {"adresse": OWN}})
    write(
        sources,
        svar=f"innspill_id,sporsmal,tekst\nR1,2,{TWO.replace('rådhuset', 'huset')}\n",
        koding="innspill_id,felt,verdi,kodet_av\n",
    )
    assert built() == [(None, None, "ny_vurdering")]


def test_a_rule_says_what_each_detail_rests_on(sources: Path) -> None:
    text = "Kommunen tilbyr lokaler i rådhuset på 80 m² sammen med NAV."
    write(
        sources,
        svar=f"innspill_id,sporsmal,tekst\nR2,5,{text}\n",
        koding="innspill_id,felt,verdi,kodet_av\n",
    )
    found = read_unpublished(unpublished_file(pipeline.build("innspill").version))["lokaler"]
    (row,) = found.iter_rows(named=True)
    assert (row["areal_m2"], row["utdrag_areal_m2"]) == (80, "80 m²")
    assert (row["delt_med"], row["utdrag_delt_med"]) == ("NAV", "NAV")
    assert row["utdrag_ledig_fra"] is None


def test_a_passage_goes_out_to_a_spreadsheet_and_another_comes_in(
    sources: Path, tmp_path: Path
) -> None:
    say(senders.KIND, "avsender", BODO)
    say(premises.KIND, KEY, room())
    pipeline.build("innspill")
    file = tmp_path / "l.csv"
    take_out("innspill", file, what="lokaler")
    assert take_in("innspill", file, "Kari", "lokaler") == ()

    def change(rows: Rows) -> None:
        (row,) = (row for row in rows if row["lokale_id"] == KEY)
        assert row["utdrag_adresse"] == "rådhuset"
        row |= {"utdrag_adresse": "", "utdrag_areal_m2": "kontorer"}

    (event,) = take_in("innspill", changed(file, "lokaler", change), "Kari", "lokaler")
    at = TWO.index("kontorer")
    assert json.loads(event.til or "")[premises.OWN] == {
        "areal_m2": {"utdrag": "kontorer", "sporsmal": 2, "start": at, "slutt": at + 8}
    }

    def wrong(rows: Rows) -> None:
        (row,) = (row for row in rows if row["lokale_id"] == KEY)
        row["utdrag_areal_m2"] = "står ikke der"

    with pytest.raises(SourceError, match="utdrag_areal_m2"):
        take_in("innspill", changed(file, "lokaler", wrong), "Kari", "lokaler")


def test_a_table_of_an_earlier_program_leaves_the_passages_it_does_not_know(
    sources: Path, tmp_path: Path
) -> None:
    say(senders.KIND, "avsender", BODO)
    say(premises.KIND, KEY, room())
    pipeline.build("innspill")
    file = tmp_path / "gammel.csv"
    take_out("innspill", file, what="lokaler")
    with file.open(encoding="utf-8-sig", newline="") as read:
        rows = [
            {name: cell for name, cell in row.items() if not name.startswith("utdrag_")}
            for row in csv.DictReader(read, delimiter=";")
        ]

    def kept() -> None:
        with file.open("w", encoding="utf-8-sig", newline="") as out:
            writer = csv.DictWriter(out, [*rows[0]], delimiter=";")
            writer.writeheader()
            writer.writerows(rows)

    kept()
    assert take_in("innspill", file, "Kari", "lokaler") == ()
    (row,) = (row for row in rows if row["lokale_id"] == KEY)
    row["areal_m2"] = "80"
    kept()
    (event,) = take_in("innspill", file, "Kari", "lokaler")
    said = json.loads(event.til or "")
    assert (said["areal_m2"], said[premises.OWN]) == (80, {"adresse": OWN})
