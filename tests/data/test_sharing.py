"""The database that is passed on: only listed tables, and nothing private in the bytes of it."""

from pathlib import Path

import duckdb
import polars as pl
import pytest

from data import pipeline
from data.sharing import DEMO_MARK, INVENTED, TABLES, shareable, shared_file
from data.versions import Version
from tests.small_set import places, write

INNSPILL = """\
innspill_id,avsender,avsendertype,kommunenumre,dato,malform,erstatter,kilde,merknad
I1,Bodø kommune,kommune,1804,2022-05-20,bokmaal,,sak 1,Ring 22 33 44 55
I2,Petra Privatsdatter,privatperson,,2022-05-20,bokmaal,,regjeringen.no/petra,Bor i Bodø
I3,Feil kommune,kommune,9999,2022-05-20,bokmaal,,hemmelig@feil.no,
"""
SVAR = """\
innspill_id,sporsmal,tekst
I1,1,"Saksbehandler: Hemmelig Hansen
Politiet er bra."
I2,1,Skriv til petra@eksempel.no om vold.
"""
PRIVATE = (b"Hemmelig Hansen", b"22 33 44 55", b"petra@", b"Petra Privatsdatter", b"hemmelig@feil")


@pytest.fixture(scope="module")
def version(tmp_path_factory: pytest.TempPathFactory) -> Version:
    folder = tmp_path_factory.mktemp("deling")
    write(folder / "innspill", innspill=INNSPILL, svar=SVAR)
    with places(folder / "build", folder / "innspill"):
        return pipeline.build("innspill", set_aside=True).version


def shared(version: Version) -> Path:
    return version.path.parent / "deling" / version.path.name


def test_nothing_private_is_anywhere_in_the_file(version: Version) -> None:
    assert any(word in version.path.read_bytes() for word in PRIVATE)
    content = shared(version).read_bytes()
    assert [word for word in PRIVATE if word in content] == []


def test_the_listed_tables_are_there_with_all_their_rows(version: Version) -> None:
    with (
        duckdb.connect(version.path, read_only=True) as full,
        duckdb.connect(shared(version), read_only=True) as passed_on,
    ):
        names = {row[0] for row in passed_on.sql("show tables").fetchall()}
        assert names == {*TABLES, "les_meg"}
        for name in TABLES:
            counts = [c.table(name).aggregate("count(*)").fetchall() for c in (full, passed_on)]
            assert counts[0] == counts[1], name
        assert passed_on.table("svar").select("tekst").fetchall()[0] == (
            "Saksbehandler: [navn utelatt]\nPolitiet er bra.",
        )


def test_invented_rows_are_marked_and_real_ones_are_not(monkeypatch: pytest.MonkeyPatch) -> None:
    frame = pl.DataFrame({"navn": ["Bodø"], "bemanning": ["tilfreds"]})
    for name in ("kommunesvar", "kommune"):
        marked = shareable(frame, name, "demo")
        assert ("merke" in marked.columns) is (name in INVENTED)
        assert shareable(frame, name, "innspill").columns == frame.columns
    assert shareable(frame, "kommunesvar", "demo")["merke"].to_list() == [DEMO_MARK]


def test_the_file_lies_apart_from_the_versions(version: Version) -> None:
    assert shared_file(version).name == version.path.name
    assert shared_file(version).parent.name == "deling"
