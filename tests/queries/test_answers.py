"""Asking: values are bound and never run, answers are checked, and a link keeps its version."""

import shutil
from dataclasses import replace
from pathlib import Path
from typing import Final

import duckdb
import pytest

from queries import Version, View, ask, queries, resolve, versions, warm_up
from queries.loader import Query, QueryFileError, parse
from queries.serving import connect

HOSTILE: Final = (
    "'; drop table kommune; --",
    "' or '1'='1",
    "x') or (1=1",
    "$sok",
    "{sok}",
    "%",
    "\\",
    "\"; attach '/tmp/x.duckdb'; --",
)
HEADER: Final = "-- Tittel\n--\n-- En beskrivelse.\n--\n-- kolonner: {}\n\n{}"


def query_file(columns: str, sql: str) -> str:
    """Return a query file with `columns` declared and `sql` as its whole question."""
    return HEADER.format(columns, sql)


@pytest.fixture
def built(small: Version, monkeypatch: pytest.MonkeyPatch) -> Version:
    """Return the small set as the newest one there is."""
    monkeypatch.setenv("TJENESTESTED_BUILD", str(small.path.parent))
    return small


def only(monkeypatch: pytest.MonkeyPatch, query: Query) -> None:
    """Let `query` be the only one there is."""
    monkeypatch.setattr("queries.answers.queries", lambda: {query.name: query})


@pytest.mark.parametrize("text", HOSTILE)
def test_a_hostile_view_is_bound_and_never_executed(small: Version, text: str) -> None:
    view = View(distrikt=(text,), fylke=(text,), innbyggere=(text,), stasjon=text, svart=text)
    view = view.having(vis=text, kommune=text, lokaltype=(text,), onsker=(text,), sok=text)
    for name, query in queries().items():
        extra = dict.fromkeys(query.parameters - view.parameters.keys(), text)
        if name == "nokkeltall":
            assert ask(small, name, view, **extra)["kommuner"].item() == 0
        if name in {"lokaler", "kommune", "innspill", "grunner", "misnoye_kommune"}:
            assert ask(small, name, view, **extra).height == 0
    assert connect(small).sql("select count(*) from kommune").fetchall() == [(356,)]


@pytest.mark.parametrize("text", [t for t in HOSTILE if t != "%"])
def test_a_hostile_search_finds_only_what_says_so(small: Version, text: str) -> None:
    assert ask(small, "lokaler", View(sok=text)).height == 0
    assert ask(small, "lokaler", View()).height == 5


@pytest.mark.parametrize(
    "statement", ["drop table kommune", "delete from innspill", "create table x as select 1"]
)
def test_the_database_cannot_be_written_to(small: Version, statement: str) -> None:
    with pytest.raises(duckdb.InvalidInputException, match="read-only"):
        connect(small).sql(statement)


def test_an_answer_is_remembered_for_equal_questions_only(small: Version) -> None:
    view = View(distrikt=("Nordland",))
    assert ask(small, "nokkeltall", view) is ask(small, "nokkeltall", view.having(vis="onsker"))
    assert ask(small, "nokkeltall", view) is not ask(small, "nokkeltall", View())
    by_size = ask(small, "fordeling_gruppe", view, gruppering="storrelse")
    assert not by_size.equals(ask(small, "fordeling_gruppe", view, gruppering="fylke"))


def test_an_answer_belongs_to_its_version(small: Version, tmp_path: Path) -> None:
    copy = tmp_path / small.path.name
    shutil.copy(small.path, copy)
    with duckdb.connect(copy) as changed:
        changed.execute("delete from kommune where kommunenummer <> '0301'")
    other = replace(small, path=copy)
    assert ask(other, "kart", View()).height == 1
    assert ask(small, "kart", View()).height == 356


def test_an_unknown_query_or_a_missing_value_is_an_error(small: Version) -> None:
    with pytest.raises(KeyError, match="finnes_ikke"):
        ask(small, "finnes_ikke", View())
    with pytest.raises(KeyError, match="gruppering"):
        ask(small, "fordeling_gruppe", View())


def test_columns_come_in_the_declared_order(
    small: Version, monkeypatch: pytest.MonkeyPatch
) -> None:
    only(
        monkeypatch,
        parse("rekke", query_file("b varchar, a bigint", "select 1::bigint as a, 'x' as b")),
    )
    assert ask(small, "rekke", View()).columns == ["b", "a"]


def test_warm_up_finds_nothing_wrong(built: Version) -> None:
    warm_up()
    assert versions() == {"innspill": built.version}


@pytest.mark.parametrize(
    ("name", "sql"),
    [
        ("nytt_navn", "select count(*) as antallet from kommune"),
        ("ny_type", "select 'mange' as antall"),
        ("en_til", "select 1::bigint as antall, 2 as annet"),
        ("borte", "select navn from kommune"),
        ("annet_tall", "select 1.5::double as antall"),
    ],
)
def test_a_changed_column_fails_when_warming_up(
    built: Version, monkeypatch: pytest.MonkeyPatch, name: str, sql: str
) -> None:
    only(monkeypatch, parse(name, query_file("antall bigint", sql)))
    with pytest.raises(QueryFileError, match=rf"^{name}\.sql: ventet .*antall.*, fikk "):
        warm_up()


def test_a_query_that_does_not_run_fails_when_warming_up(
    built: Version, monkeypatch: pytest.MonkeyPatch
) -> None:
    only(monkeypatch, parse("feil", query_file("a bigint", "select a from finnes_ikke")))
    with pytest.raises(duckdb.CatalogException):
        warm_up()


def test_a_view_is_about_the_newest_unless_a_version_is_pinned(built: Version) -> None:
    assert resolve(View(data="innspill")) == (built, True)
    assert resolve(View(data="innspill", versjon=built.version)) == (built, True)


def test_a_version_that_is_gone_gives_the_newest_and_says_so(built: Version) -> None:
    assert resolve(View(data="innspill", versjon="2020-01-01-0000000")) == (built, False)


def test_no_data_at_all_is_none(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("TJENESTESTED_BUILD", str(tmp_path))
    assert resolve(View()) == (None, True)
    assert resolve(View(versjon="2020-01-01-0000000")) == (None, False)
    assert versions() == {}
    warm_up()
