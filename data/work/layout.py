"""How the store is laid out in its database, and how one of an earlier version becomes one of ours.

A new store is laid out as the tables here say. A step takes one of the version before to the next;
steps that have been shipped are not changed.
"""

from collections.abc import Callable
from typing import Final

import sqlalchemy as sa

from data.work.events import ClosedError

META: Final = sa.MetaData()
EVENTS: Final = sa.Table(
    "hendelse",
    META,
    # In a file the number of the row itself, which SQLite has for whole numbers of this name only.
    sa.Column(
        "nr",
        sa.BigInteger().with_variant(sa.Integer(), "sqlite"),
        primary_key=True,
        autoincrement=False,
    ),
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

_IN_FILE: Final = (_UNCHANGED, _KEPT, _NOT_REPLACED)

# PostgreSQL's own words for the same; there «insert» replaces nothing, and «truncate» is one more.
_REFUSAL: Final = """
create function hendelse_staar() returns trigger language plpgsql as
$$begin raise exception 'en hendelse endres eller slettes ikke'; end$$
"""
_STANDS: Final = """
create trigger hendelse_staar before update or delete or truncate on hendelse
for each statement execute function hendelse_staar()
"""
_ON_SERVER: Final = (_REFUSAL, _STANDS)


def _new(store: sa.Connection) -> None:
    """Lay out a store where nothing is."""
    META.create_all(store)
    for statement in _ON_SERVER if store.dialect.name == "postgresql" else _IN_FILE:
        store.exec_driver_sql(statement)
    store.execute(LAYOUT.insert().values(versjon=VERSION))


def _second(store: sa.Connection) -> None:
    """Say of each event which text it is about, and find what is about the same at once."""
    store.exec_driver_sql("alter table hendelse add column tekst_hash text not null default ''")
    for index in EVENTS.indexes:
        index.create(store)


# From the first version to the second, and so on.
STEPS: Final[tuple[Callable[[sa.Connection], None], ...]] = (_second,)
VERSION: Final = 1 + len(STEPS)


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
    if not found:
        _new(store)
        return
    for step in STEPS[found - 1 :]:
        step(store)
    if found < VERSION:
        store.execute(LAYOUT.update().values(versjon=VERSION))
