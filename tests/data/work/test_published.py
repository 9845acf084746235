"""A build has the advice that the leader has published, as it stood then, and no other."""

import json
from pathlib import Path
from typing import Any

import duckdb
import pytest

from data import pipeline
from data.problems import SourceError
from data.work import store
from data.work.advice import published
from tests.data.work.test_store import said
from tests.small_set import SMALL, places, write

ADVICE = {"raad": "anbefaler", "tekst": "Hit bør det. Ring 99 88 77 66.", "grunner": ["avstand"]}


@pytest.fixture(autouse=True)
def file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    found = tmp_path / "arbeid.sqlite3"
    monkeypatch.setenv("TJENESTESTED_ARBEID", str(found))
    return found


def tell(slag: str, gjelder: str = "kommune:1804", **changes: Any) -> None:
    til = json.dumps(ADVICE | changes) if slag in ("raad", "raad-sendt") else None
    felt = "" if slag == "publisert" else "Nordland"
    store.append([said(datasett="innspill", slag=slag, gjelder=gjelder, felt=felt, til=til)])


def texts() -> list[str]:
    return [row["tekst"] for row in published("innspill")]


def test_what_is_published_is_what_was_submitted_by_then() -> None:
    tell("raad", tekst="Utkast.")
    tell("raad-sendt", tekst="Første.")
    tell("raad-sendt", gjelder="kommune:1811", tekst="Trukket.")
    tell("raad-trukket", gjelder="kommune:1811")
    assert texts() == []
    tell("publisert", "raad")
    assert texts() == ["Første."]
    tell("raad-sendt", tekst="Andre.")
    tell("raad", tekst="Nytt utkast.")
    assert texts() == ["Første."]
    tell("publisert", "raad")
    assert texts() == ["Andre."]
    tell("raad-trukket")
    assert texts() == ["Andre."]
    tell("publisert", "raad")
    assert texts() == []
    # Codes that are published are something else.
    tell("raad-sendt")
    tell("publisert", "koder")
    assert texts() == []


def test_a_build_takes_them_in_as_a_new_version_and_names_no_person(tmp_path: Path) -> None:
    write(tmp_path / "innspill", **SMALL)
    with places(tmp_path / "build", tmp_path / "innspill"):
        before = pipeline.build("innspill", set_aside=True)
        tell("raad-sendt")
        assert not pipeline.build("innspill", set_aside=True).made
        tell("publisert", "raad")
        after = pipeline.build("innspill", set_aside=True)
        assert after.version != before.version
        with duckdb.connect(after.version.path, read_only=True) as built:
            rows = built.execute(
                "select kommunenummer, fra, raad, tekst, kilde from raad where fra like 'Nordland%'"
            ).fetchall()
    ((number, sender, kind, text, source),) = [row for row in rows if "Tjenestested" in row[4]]
    assert (number, sender, kind) == ("1804", "Nordland politidistrikt", "anbefaler")
    assert "Hit bør det." in text
    assert source.startswith("Sendt inn i Tjenestested 20")
    assert "Kari" not in str(rows)


def test_a_store_that_can_not_be_read_stops_the_build_with_a_sentence(
    tmp_path: Path, file: Path
) -> None:
    file.write_bytes(b"ikke en database" * 99)
    with places(tmp_path / "build", tmp_path), pytest.raises(SourceError, match="er skadet"):
        pipeline.build("demo")
