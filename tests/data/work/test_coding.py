"""People's decisions: the last word on each code, and what the build makes of them."""

import json
import shutil
import uuid
from pathlib import Path
from typing import Any

import duckdb
import polars as pl
import pytest

from data import pipeline
from data.coding.spans import text_hash
from data.unpublished import unpublished_file
from data.work import store
from data.work.coding import KIND, decisions, flaw, key_of, with_decisions
from data.work.dividing import Divisions, Letters
from data.work.events import Event

TEXT = "Vi er ikke tilfreds med bemanningen. Rus er en utfordring."


def said(felt: str, til: Any, letter: str = "R1", **changes: Any) -> Event:
    return Event(
        id=str(uuid.uuid4()),
        hvem="sara",
        navn="Sara Prøve",
        rolle="saksbehandler",
        datasett="demo",
        slag=KIND,
        gjelder=f"innspill:{letter}",
        felt=felt,
        til=json.dumps(til),
        **changes,
    )


def yes(verdi: str, **place: Any) -> dict[str, Any]:
    return {"status": "bekreftet", "verdi": verdi} | place


def test_the_last_word_on_each_code_counts_and_can_be_taken_back() -> None:
    events = [
        said("tilfreds_bemanning", yes("delvis")),
        said("tema:rus", yes("rus")),
        said("tilfreds_bemanning", yes("ikke_tilfreds")),
        said("tema:rus", None),
        said("tema:rus", yes("rus"), letter="R2"),
    ]
    known = decisions(events)
    assert {at: each.verdi for at, each in known.items()} == {
        ("R1", "tilfreds_bemanning"): "ikke_tilfreds",
        ("R2", "tema:rus"): "rus",
    }


@pytest.mark.parametrize(
    ("key", "said_of_it"),
    [
        ("ukjent", yes("ja")),
        ("tema", yes("rus")),
        ("tema:rus", yes("trafikk")),
        ("onsker_tjenestested", yes("kanskje")),
        ("onsker_tjenestested", {"status": "forslag", "verdi": "ja"}),
        ("onsker_tjenestested", yes("ja") | {"kodet_av": "kongen"}),
        ("onsker_tjenestested", yes("ja", utdrag="Vi", sporsmal="2", start=0, slutt=2)),
        ("onsker_tjenestested", yes("ja", utdrag="Vi", sporsmal=2)),
    ],
)
def test_what_is_no_decision_is_none(key: str, said_of_it: dict[str, Any]) -> None:
    assert flaw(key, said_of_it)
    assert not decisions([said(key, said_of_it)])


def test_a_passage_must_stand_in_the_text_where_it_says() -> None:
    place = {"utdrag": "ikke tilfreds", "sporsmal": 2, "start": 6, "slutt": 19}
    assert not flaw("tilfreds_bemanning", yes("ikke_tilfreds", **place), {2: TEXT})
    for wrong in ({"utdrag": "svært tilfreds"}, {"start": 7}, {"sporsmal": 3}, {"slutt": 900}):
        assert flaw("tilfreds_bemanning", yes("ikke_tilfreds", **place | wrong), {2: TEXT})


def koding(*rows: dict[str, Any]) -> pl.DataFrame:
    names = ("innspill_id", "kommunenummer", "felt", "verdi", "utdrag", "kodet_av", "kodet_tid")
    more = ("sporsmal", "start", "slutt", "regel", "sikkerhet", "status", "teksthash")
    whole: dict[str, Any] = dict.fromkeys((*names, *more), pl.String)
    whole |= {"kodet_tid": pl.Date, "sikkerhet": pl.Float64}
    whole |= dict.fromkeys(("sporsmal", "start", "slutt"), pl.Int64)
    return pl.DataFrame([dict.fromkeys(whole) | row for row in rows], schema=whole)


def test_a_decision_takes_the_place_of_what_was_coded_on_the_same_key_alone() -> None:
    before = koding(
        {"innspill_id": "R1", "felt": "tilfreds_bemanning", "verdi": "tilfreds"},
        {"innspill_id": "R1", "felt": "tema", "verdi": "trafikk"},
        {"innspill_id": "R1", "felt": "tema", "verdi": "rus"},
    )
    place = {"utdrag": "ikke tilfreds", "sporsmal": 2, "start": 6, "slutt": 19}
    known = decisions(
        [
            said("tilfreds_bemanning", yes("ikke_tilfreds", **place)),
            said("tema:rus", {"status": "avvist", "verdi": "rus"}),
            said("tema:rus", yes("rus"), letter="finnes ikke"),
        ]
    )
    after = with_decisions(before, known, Letters({"R1": {2: TEXT}}, Divisions({})))
    rows = {
        (row["felt"], row["verdi"]): (row["status"], row["kodet_av"], row["teksthash"])
        for row in after.iter_rows(named=True)
    }
    assert rows == {
        ("tema", "trafikk"): (None, None, None),
        ("tema", "rus"): ("avvist", "menneske", None),
        ("tilfreds_bemanning", "ikke_tilfreds"): ("bekreftet", "menneske", text_hash(TEXT)),
    }
    changed = Letters({"R1": {2: "Vi er nå tilfreds."}}, Divisions({}))
    (row,) = with_decisions(before, known, changed).filter(felt="tilfreds_bemanning").to_dicts()
    # Another hash than the text's own is what has the build ask for a new look.
    assert row["teksthash"] not in (None, text_hash("Vi er nå tilfreds."))


def test_keys_have_the_value_where_a_field_may_have_many() -> None:
    assert key_of("tema", "rus") == "tema:rus"
    assert key_of("onsker_tjenestested", "ja") == "onsker_tjenestested"


def test_what_is_decided_is_in_the_next_version_and_the_letters_are_not_public(
    datasets: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    shutil.copytree(datasets, tmp_path, dirs_exist_ok=True)
    monkeypatch.setenv("TJENESTESTED_BUILD", str(tmp_path))
    first = pipeline.build("demo").version
    with duckdb.connect(first.path, read_only=True) as public:
        row = public.execute(
            "select innspill_id, verdi from koding where felt = 'onsker_tjenestested' "
            "and verdi in ('ja', 'nei') order by innspill_id limit 1"
        ).fetchone()
    assert row is not None
    letter, value = row
    other = "nei" if value == "ja" else "ja"
    store.append([said("onsker_tjenestested", yes(other), letter=letter)])
    second = pipeline.build("demo").version
    assert second.version != first.version
    assert not pipeline.build("demo").made
    with duckdb.connect(second.path, read_only=True) as public:
        asked = "select verdi, status, kodet_av from koding where felt = ? and innspill_id = ?"
        found = public.execute(asked, ["onsker_tjenestested", letter]).fetchall()
    assert found == [(other, "bekreftet", "menneske")]
    with duckdb.connect(unpublished_file(second), read_only=True) as kept:
        assert kept.execute("select count(*) from svar").fetchall() > [(0,)]
    # Who takes back the only decision has the first version again.
    store.append([said("onsker_tjenestested", None, letter=letter)])
    assert pipeline.build("demo").version == first
