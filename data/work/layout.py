"""How the store is laid out in its database, and how one of an earlier version becomes one of ours.

A version is a step that takes the one before to it. Steps that have been shipped are not changed.
"""

from collections.abc import Callable
from typing import Final

import sqlalchemy as sa

from data.work.events import ClosedError

META: Final = sa.MetaData()
EVENTS: Final = sa.Table(
    "hendelse",
    META,
    sa.Column("nr", sa.BigInteger, primary_key=True, autoincrement=False),
    sa.Column("id", sa.Text, nullable=False, unique=True),
    # ISO 8601 in UTC, which sorts as it is.
    sa.Column("tid", sa.Text, nullable=False),
    sa.Column("hvem", sa.Text, nullable=False),
    sa.Column("navn", sa.Text, nullable=False),
    sa.Column("rolle", sa.Text, nullable=False),
    sa.Column("datasett", sa.Text, nullable=False),
    sa.Column("slag", sa.Text, nullable=False),
    sa.Column("gjelder", sa.Text, nullable=False),
    sa.Column("felt", sa.Text, nullable=False),
    sa.Column("fra", sa.Text),
    sa.Column("til", sa.Text),
    sa.Column("hvorfor", sa.Text, nullable=False),
    sa.Column("tekst_hash", sa.Text, nullable=False),
    sa.Index("hendelse_gjelder", "datasett", "gjelder", "felt"),
    sa.Index("hendelse_slag", "datasett", "slag"),
)
LAYOUT: Final = sa.Table("skjema", META, sa.Column("versjon", sa.Integer, nullable=False))

_FIRST_EVENTS: Final = """
create table hendelse (
    nr integer primary key autoincrement,
    id text not null unique,
    tid text not null,
    hvem text not null,
    navn text not null,
    rolle text not null,
    datasett text not null,
    slag text not null,
    gjelder text not null,
    felt text not null,
    fra text,
    til text,
    hvorfor text not null
)
"""
_FIRST_LAYOUT: Final = "create table skjema (versjon integer not null)"
_UNCHANGED: Final = """
create trigger hendelse_endres_ikke before update on hendelse
begin select raise(abort, 'en hendelse endres ikke'); end
"""
_KEPT: Final = """
create trigger hendelse_slettes_ikke before delete on hendelse
begin select raise(abort, 'en hendelse slettes ikke'); end
"""
# A row that takes another's place would take it away without a delete that a trigger sees.
_NOT_REPLACED: Final = """
create trigger hendelse_erstattes_ikke before insert on hendelse
when exists (select 1 from hendelse where id = new.id or nr = new.nr)
begin select raise(abort, 'en hendelse erstattes ikke'); end
"""

# PostgreSQL's own words for the same; there «insert» replaces nothing, and «truncate» is one more.
_FIRST_EVENTS_SERVER: Final = """
create table hendelse (
    nr bigint primary key,
    id text not null unique,
    tid text not null,
    hvem text not null,
    navn text not null,
    rolle text not null,
    datasett text not null,
    slag text not null,
    gjelder text not null,
    felt text not null,
    fra text,
    til text,
    hvorfor text not null
)
"""
_REFUSAL_SERVER: Final = """
create function hendelse_staar() returns trigger language plpgsql as
$$begin raise exception 'en hendelse endres eller slettes ikke'; end$$
"""
_STANDS_SERVER: Final = """
create trigger hendelse_staar before update or delete or truncate on hendelse
for each statement execute function hendelse_staar()
"""


def _first(store: sa.Connection) -> None:
    """Lay out the first version: events without the hash of the text they are about."""
    in_file = (_FIRST_EVENTS, _FIRST_LAYOUT, _UNCHANGED, _KEPT, _NOT_REPLACED)
    on_server = (_FIRST_EVENTS_SERVER, _FIRST_LAYOUT, _REFUSAL_SERVER, _STANDS_SERVER)
    for statement in on_server if store.dialect.name == "postgresql" else in_file:
        store.exec_driver_sql(statement)
    store.execute(LAYOUT.insert().values(versjon=1))


def _second(store: sa.Connection) -> None:
    """Say of each event which text it is about, and find what is about the same at once."""
    store.exec_driver_sql("alter table hendelse add column tekst_hash text not null default ''")
    for index in EVENTS.indexes:
        index.create(store)


STEPS: Final[tuple[Callable[[sa.Connection], None], ...]] = (_first, _second)
VERSION: Final = len(STEPS)


def version_of(store: sa.Connection) -> int:
    """Return the version that the store is laid out as, 0 when nothing is there."""
    if not sa.inspect(store).has_table(LAYOUT.name):
        return 0
    return int(store.execute(sa.select(sa.func.max(LAYOUT.c.versjon))).scalar_one() or 0)


def lay_out(store: sa.Connection) -> None:
    """Bring the store to our version, in the transaction that `store` is in.

    Raises `ClosedError` when a later program has laid it out, and leaves it as it is.
    """
    found = version_of(store)
    if found > VERSION:
        raise ClosedError(
            f"Lageret har skjemaversjon {found}, og dette programmet kjenner bare til {VERSION}. "
            "Bruk et nyere program."
        )
    for step in STEPS[found:]:
        step(store)
    if found < VERSION:
        store.execute(LAYOUT.update().values(versjon=VERSION))
