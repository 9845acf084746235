"""The store on a server: what it refuses, and what is said when something is wrong with it."""

from concurrent.futures import ProcessPoolExecutor
from multiprocessing import get_context
from pathlib import Path

import pytest
import sqlalchemy as sa

from data.work import database, on_server, store
from data.work.copies import backup, restore
from data.work.events import ClosedError, FullError, RefusedError
from data.work.layout import LAYOUT
from tests.data.work.test_store import said


def ask(server: sa.URL, sql: str) -> None:
    """Do something to the database that no program of ours does."""
    with sa.create_engine(server, poolclass=sa.pool.NullPool).begin() as opened:
        opened.exec_driver_sql(sql)


def write(address: str, number: int) -> int:
    """Append one event from a process that has never seen the store."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("TJENESTESTED_ARBEID", address)
        return store.append([said(gjelder=f"innspill:R{number}")])[0].nr


def test_nothing_is_made_by_reading(server: sa.URL) -> None:
    assert store.all("demo") == ()
    with sa.create_engine(server).connect() as opened:
        assert not sa.inspect(opened).get_table_names()


@pytest.mark.parametrize(
    "sql",
    [
        "update hendelse set til = 'x'",
        "delete from hendelse",
        "truncate hendelse",
        "insert into hendelse select * from hendelse on conflict (id) do update set til = 'x'",
    ],
)
def test_the_database_itself_refuses_to_change_what_was_said(server: sa.URL, sql: str) -> None:
    kept = store.append([said()])
    with pytest.raises(sa.exc.DBAPIError, match="endres eller slettes ikke"):
        ask(server, sql)
    assert store.all("demo") == kept


def test_several_processes_lay_it_out_and_write_in_one_order(server: sa.URL) -> None:
    address = server.render_as_string(hide_password=False)
    with ProcessPoolExecutor(3, get_context("spawn")) as pool:
        numbers = list(pool.map(write, [address] * 12, range(12)))
    assert sorted(numbers) == list(range(1, 13))
    assert [event.nr for event in store.all("demo")] == list(range(1, 13))


def test_who_holds_it_is_waited_for_and_then_said_to(
    server: sa.URL, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(on_server, "PATIENCE", 1.0)
    kept = store.append([said()])
    with sa.create_engine(server).connect() as other, other.begin():
        other.execute(sa.select(sa.func.pg_advisory_xact_lock(on_server.TURN)))
        with pytest.raises(ClosedError, match="er opptatt"):
            store.append([said()])
        assert store.all("demo") == kept
    assert store.append([said()])[0].nr == 2


def test_a_store_of_the_version_before_is_ours_when_it_is_read(server: sa.URL) -> None:
    kept = store.append([said()])
    ask(server, "drop index hendelse_gjelder, hendelse_slag")
    ask(server, "alter table hendelse drop column tekst_hash")
    ask(server, "update skjema set versjon = 1")
    on_server._SEEN.clear()
    assert store.all("demo") == kept
    with sa.create_engine(server).connect() as opened:
        assert len(sa.inspect(opened).get_indexes("hendelse")) == 3


def test_a_store_of_a_later_version_is_left_alone(server: sa.URL) -> None:
    store.append([said()])
    ask(server, "update skjema set versjon = 99")
    on_server._SEEN.clear()
    with pytest.raises(ClosedError, match="skjemaversjon 99"):
        store.all("demo")
    with pytest.raises(ClosedError, match="skjemaversjon 99"):
        store.append([said()])


def test_a_store_that_is_gone_is_missed(server: sa.URL) -> None:
    store.append([said()])
    ask(server, "drop table hendelse, skjema")
    with pytest.raises(ClosedError, match="mangler tabellene"):
        store.all("demo")
    with pytest.raises(ClosedError, match="mangler tabellene"):
        store.append([said()])


def test_a_store_that_may_not_be_written_is_read(
    server: sa.URL, monkeypatch: pytest.MonkeyPatch
) -> None:
    kept = store.append([said()])
    options = f"{server.query['options']} -c default_transaction_read_only=on"
    reader = server.update_query_dict({"options": options}).render_as_string(hide_password=False)
    monkeypatch.setenv("TJENESTESTED_ARBEID", reader)
    with pytest.raises(ClosedError, match="kan leses, men ikke skrives"):
        store.append([said()])
    assert store.all("demo") == kept


def test_a_server_that_is_not_there_is_told_of_without_its_address_or_password(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setenv("TJENESTESTED_ARBEID", "postgresql://u:hemmelig@127.0.0.1:1/arbeid")
    with pytest.raises(ClosedError) as told:
        store.append([said()])
    assert str(told.value) == "Arbeidsdatabasen svarer ikke. Ingenting er lagret."
    assert database.name() == "Arbeidsdatabasen"


def test_connections_that_the_server_has_closed_are_opened_anew(server: sa.URL) -> None:
    kept = store.append([said()])
    ask(
        server,
        "select pg_terminate_backend(pid) from pg_stat_activity "
        "where pid <> pg_backend_pid() and backend_type = 'client backend'",
    )
    assert store.all("demo") == kept
    assert len(store.append([said()])) == 1


def test_a_full_disk_is_said_to_be(server: sa.URL) -> None:
    kept = store.append([said()])
    ask(
        server,
        "create function fullt() returns trigger language plpgsql as "
        "$$begin raise exception 'no space' using errcode = 'disk_full'; end$$",
    )
    ask(server, "create trigger fullt before insert on hendelse execute function fullt()")
    with pytest.raises(FullError, match="Disken er full"):
        store.append([said()])
    assert store.all("demo") == kept


def test_a_copy_is_a_file_and_a_file_moves_to_the_server(
    server: sa.URL, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    copy = tmp_path / "kopi"
    with pytest.raises(ClosedError, match="er tom"):
        backup(copy)
    on_the_server = server.render_as_string(hide_password=False)
    monkeypatch.setenv("TJENESTESTED_ARBEID", str(tmp_path / "arbeid.sqlite3"))
    kept = store.append([said(), said()])
    assert backup(copy) == 2
    monkeypatch.setenv("TJENESTESTED_ARBEID", on_the_server)
    assert restore(copy) == 2
    assert store.all("demo") == kept
    (new,) = store.append([said()])
    assert new.nr == 3
    with pytest.raises(RefusedError, match="1 hendelser som kopien mangler"):
        restore(copy)
    with pytest.raises(RefusedError, match="pg_dump"):
        restore(copy, replace=True)
    assert backup(copy, replace=True) == 3
    monkeypatch.setenv("TJENESTESTED_ARBEID", str(tmp_path / "tilbake.sqlite3"))
    assert restore(copy) == 3
    assert store.all("demo") == (*kept, new)
    with database.writing() as opened:
        assert opened.execute(sa.select(LAYOUT.c.versjon)).all() == [(2,)]
