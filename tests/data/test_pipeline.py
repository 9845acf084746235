"""A build makes one immutable file of what is new, or nothing at all."""

import datetime as dt
import shutil
from pathlib import Path

import duckdb
import pytest

from data import paths, pipeline, versions
from data.common import read_common
from data.problems import SourceError
from tests.data.workshop import GOOD, Workshop, rows

SECOND = "A2,Bodø kommune,kommune,1804,2022-05-20,bokmaal,,sak 2\n"
COUNT = "select count(*) from innspill"


def test_unchanged_sources_build_nothing_anew(workshop: Workshop) -> None:
    workshop.write(innspill=GOOD)
    first = pipeline.build("innspill", today=dt.date(2026, 1, 2))
    written = first.version.path.stat().st_mtime_ns
    again = pipeline.build("innspill", today=dt.date(2026, 3, 4))
    assert (first.made, again.made) == (True, False)
    assert again.version == first.version
    assert first.version.version.startswith("2026-01-02-")
    assert first.version.path.stat().st_mtime_ns == written
    assert workshop.files() == [first.version.path.name, "innspill.json"]


def test_what_all_sets_share_is_read_once_and_anew_when_it_changes(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    common = Path(shutil.copytree(paths.COMMON, tmp_path / "felles"))
    monkeypatch.setattr(paths, "COMMON", common)
    before = read_common()["kommuner"]
    assert read_common()["kommuner"] is before
    file = common / "kommuner.csv"
    # As long as before, and as soon after as one likes.
    file.write_text(file.read_text("utf-8").replace("1804,Bodø", "1804,Budø"), "utf-8")
    after = read_common()["kommuner"]
    assert ("Budø" in before.frame["kommunenavn"], "Budø" in after.frame["kommunenavn"]) == (
        False,
        True,
    )


def test_a_changed_source_is_a_new_file_beside_the_old(workshop: Workshop) -> None:
    workshop.write(innspill=GOOD)
    old = pipeline.build("innspill").version
    with duckdb.connect(old.path, read_only=True) as reader:
        workshop.write(innspill=GOOD + SECOND)
        new = pipeline.build("innspill").version
        assert new.path != old.path
        assert reader.sql(COUNT).fetchall() == [(1,)]
    assert rows(new, COUNT) == [(2,)]
    assert rows(old, COUNT) == [(1,)]
    assert workshop.newest() == new


def test_going_back_to_earlier_sources_goes_back_to_their_version(workshop: Workshop) -> None:
    workshop.write(innspill=GOOD)
    old = pipeline.build("innspill").version
    workshop.write(innspill=GOOD + SECOND)
    pipeline.build("innspill")
    workshop.write(innspill=GOOD)
    assert pipeline.build("innspill") == pipeline.Built(old, made=False, set_aside=())
    assert workshop.newest() == old


def test_another_format_with_another_file_is_another_version(workshop: Workshop) -> None:
    workshop.write(innspill=GOOD)
    old = pipeline.build("innspill").version
    workshop.write(svar="innspill_id,sporsmal,tekst\nA1,1,Vi ser mer rus.\n")
    new = pipeline.build("innspill").version
    assert new != old
    assert rows(new, "select * from svar") == [("A1", 1, "Vi ser mer rus.")]
    assert rows(old, "select * from svar") == []


def test_the_version_does_not_depend_on_where_it_is_built(
    workshop: Workshop, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    workshop.write(innspill=GOOD)
    first = pipeline.build("innspill").version
    monkeypatch.setenv("TJENESTESTED_BUILD", str(tmp_path / "elsewhere"))
    assert pipeline.build("innspill").version.version == first.version


def test_a_build_that_fails_midway_leaves_nothing_behind(
    workshop: Workshop, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    workshop.write(innspill=GOOD)
    good = pipeline.build("innspill").version
    before = workshop.files()
    broken = tmp_path / "sql"
    broken.mkdir()
    (broken / "10.sql").write_text("create table halv as select * from kilde_innspill;", "utf-8")
    (broken / "20.sql").write_text("select * from finnes_ikke;", "utf-8")
    monkeypatch.setattr(paths, "SQL", broken)
    workshop.write(innspill=GOOD + SECOND)
    with pytest.raises(duckdb.CatalogException):
        pipeline.build("innspill")
    assert workshop.files() == before
    assert workshop.newest() == good
    assert rows(good, COUNT) == [(1,)]


def test_building_one_data_set_leaves_the_others_alone(workshop: Workshop) -> None:
    known = pipeline.build("kjente").version
    workshop.write(innspill=GOOD)
    pipeline.build("innspill")
    workshop.write(innspill="dette er ingen tabell")
    with pytest.raises(SourceError):
        pipeline.build("innspill")
    assert versions.newest("kjente") == known
    assert pipeline.build("kjente").made is False
    assert rows(known, "select datasett, versjon from meta") == [("kjente", known.version)]


def test_the_rules_of_the_build_are_part_of_the_version(workshop: Workshop) -> None:
    inputs = pipeline._inputs("innspill")
    named = {p.name for p in inputs}
    assert {"10_steder.sql", "schemas.py", "vocabulary.py", "kommuner.csv"} <= named
    assert "innspill.csv" not in named
    workshop.write(innspill=GOOD)
    assert workshop.sources / "innspill.csv" in pipeline._inputs("innspill")
    assert workshop.sources / "innspill.csv" not in pipeline._inputs("demo")


def test_databases_already_built_are_no_sources(
    workshop: Workshop, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    (tmp_path / "build").mkdir()
    (tmp_path / "kilde.json").write_text("{}", "utf-8")
    (tmp_path / "build" / "demo.json").write_text("{}", "utf-8")
    monkeypatch.setattr(paths, "DATA", tmp_path)
    for build in (tmp_path / "build", tmp_path / "elsewhere"):
        monkeypatch.setenv("TJENESTESTED_BUILD", str(build))
        named = [p.name for p in pipeline._inputs("innspill")]
        assert "kilde.json" in named
        assert "demo.json" not in named


def test_only_the_ministry_may_have_no_sources(workshop: Workshop) -> None:
    assert not pipeline.has_sources("innspill")
    assert pipeline.has_sources("demo")
    assert pipeline.has_sources("kjente")
    with pytest.raises(SourceError, match=r"^innspill\.csv: ventet en fil med dette navnet\.$"):
        pipeline.build("innspill")
    workshop.write(innspill=GOOD)
    assert pipeline.has_sources("innspill")


def test_tables_that_were_not_delivered_are_empty(workshop: Workshop) -> None:
    workshop.write(innspill=GOOD)
    version = pipeline.build("innspill").version
    delivered = dict(rows(version, "select tabell, rader_inn from kildefil"))
    assert {delivered[t] for t in ("svar", "koding", "lokaler", "raad")} == {0}
    assert (delivered["innspill"], delivered["kommuner"], delivered["tjenestesteder"]) == (
        1,
        356,
        318,
    )
    for empty in ("from svar", "from koding", "from lokale", "from raad"):
        assert rows(version, empty) == []
