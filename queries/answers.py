"""Asking: a query, a View and a data version give a table with the declared columns."""

import warnings
from collections.abc import Callable, Mapping
from functools import cache, lru_cache
from itertools import groupby
from operator import itemgetter
from typing import Final

import duckdb
import polars as pl

from data.versions import Version
from queries.loader import TYPES, Query, QueryFileError, queries
from queries.serving import available, connect, newest, pinned
from queries.view import View

# It warns of a copy of the rows, which takes less time than planning the question twice.
warnings.filterwarnings("ignore", "Arrow output on a DB-API result")

# A run asks some ten questions and a reader looks at some tens of Views; answers are a few kB.
REMEMBERED = 4096
# One municipality's sheet asks some ten questions, some of them again; two are made at a time.
REMEMBERED_BRIEFLY = 64
# Answers about the whole country that those about a selection are taken from, some hundred kB each,
# and those that are taken part by part, seven for each selection.
REMEMBERED_WHOLE = 256
REMEMBERED_PARTED = 512
# With population points an answer about the country is some ten MB.
REMEMBERED_MANY = 8
# From so many rows on it pays to plan how they are looked through.
MANY = 4096

# What a View that chooses no municipalities binds.
EVERYWHERE: Final[dict[str, object]] = {
    "distrikt": (),
    "fylke": (),
    "innbyggere": (),
    "stasjon": None,
    "svart": None,
}

Bound = tuple[tuple[str, object], ...]
Values = tuple[object, ...]


def ask(version: Version, name: str, view: View, **extra: object) -> pl.DataFrame:
    """Return the answer to query `name` for `view`, from the data in `version`.

    `extra` binds what the View does not hold. Answers are remembered: a version never changes.
    Raises `KeyError` for an unknown query and `QueryFileError` for an unexpected column.
    """
    return _answer(version, name, *_asked(name, view, extra))


def read(version: Version, name: str, view: View, **extra: object) -> pl.DataFrame:
    """Return the same as `ask`, for answers of very many rows, of which only few are remembered."""
    bound, _part = _asked(name, view, extra)
    return _of_whole(version, name, bound, _many)


def ask_anew(version: Version, name: str, view: View, **extra: object) -> pl.DataFrame:
    """Return the same as `ask` without remembering it, for answers too large or too many to keep.

    The caller keeps what it needs.
    """
    return _made(version, name, *_asked(name, view, extra))


def ask_briefly(version: Version, name: str, view: View, **extra: object) -> pl.DataFrame:
    """Return the same as `ask`, remembered among few others only.

    For a run through so many answers that remembering them would push out what others ask again.
    """
    return _passing(version, name, *_asked(name, view, extra))


def resolve(view: View) -> tuple[Version | None, bool]:
    """Return the version that `view` is about, and whether it is the one it asked for.

    A pinned version that is gone, or that these queries cannot read, gives the newest and False. No
    data at all gives None.
    """
    if view.versjon:
        found = pinned(view.data, view.versjon)
        if found:
            return found, True
    return newest(view.data), view.versjon is None


def warm_up() -> None:
    """Open the newest data and check every query against it, before the first reader comes.

    Raises `QueryFileError` where a query's answer has other columns than its file declares.
    """
    for version in available().values():
        for query in queries().values():
            _check(version, query)


@lru_cache(maxsize=REMEMBERED)
def _answer(version: Version, name: str, bound: Bound, part: Values) -> pl.DataFrame:
    return _made(version, name, bound, part)


@lru_cache(maxsize=REMEMBERED_BRIEFLY)
def _passing(version: Version, name: str, bound: Bound, part: Values) -> pl.DataFrame:
    return _made(version, name, bound, part)


def _made(version: Version, name: str, bound: Bound, part: Values) -> pl.DataFrame:
    query = queries()[name]
    if part:
        return _parts(version, name, bound).get(part, pl.DataFrame(schema=query.schema))
    if query.within or query.mark:
        return _of_whole(version, name, bound, _whole)
    return _fresh(version, query, bound)


def _of_whole(
    version: Version, name: str, bound: Bound, ask_whole: Callable[..., pl.DataFrame]
) -> pl.DataFrame:
    whole = ask_whole(version, name, tuple((p, EVERYWHERE.get(p, v)) for p, v in bound))
    selection = tuple(each for each in bound if each[0] in EVERYWHERE)
    if dict(selection) == EVERYWHERE:
        return whole
    chosen = _answer(version, "utvalgte", selection, ())["kommunenummer"]
    return _narrowed(queries()[name], whole, chosen)


@lru_cache(maxsize=REMEMBERED_PARTED)
def _parts(version: Version, name: str, bound: Bound) -> dict[Values, pl.DataFrame]:
    query = queries()[name]
    answered = _executed(version, query, bound)
    columns = _columns(answered)
    part_of = itemgetter(*(columns.index(part) for part in query.parts))
    # Sorted here, where it takes a tenth of what Polars needs to find the parts; each is then a
    # slice of one table.
    rows = sorted(answered.fetchall(), key=part_of)
    whole, parts, start = _table(rows, columns, query.schema), {}, 0
    for part, those in groupby(rows, part_of):
        found = len(list(those))
        parts[part if len(query.parts) > 1 else (part,)] = whole.slice(start, found)
        start += found
    return parts


@lru_cache(maxsize=REMEMBERED_WHOLE)
def _whole(version: Version, name: str, bound: Bound) -> pl.DataFrame:
    return _fresh(version, queries()[name], bound)


@lru_cache(maxsize=REMEMBERED_MANY)
def _many(version: Version, name: str, bound: Bound) -> pl.DataFrame:
    query = queries()[name]
    found = pl.DataFrame(pl.from_arrow(_executed(version, query, bound).to_arrow_table()))
    return found[query.whole_schema.names()]


def _narrowed(query: Query, whole: pl.DataFrame, chosen: pl.Series) -> pl.DataFrame:
    columns = query.within or ("kommunenummer",)
    if query.within and whole.height > MANY:
        return whole.filter(pl.all_horizontal(pl.col(columns).is_in(chosen.implode())))
    # What the database takes milliseconds to plan takes a tenth of one here, and by position:
    # expressions on so few rows are planned for longer than they run.
    those = set(chosen.to_list())
    inside = [
        those.issuperset(numbers)
        for numbers in zip(*(whole[c].to_list() for c in columns), strict=True)
    ]
    if query.mark:
        place = whole.get_column_index(query.mark)
        return whole.clone().replace_column(place, pl.Series(query.mark, inside, pl.Boolean))
    return whole[[place for place, is_in in enumerate(inside) if is_in]]


def _fresh(version: Version, query: Query, bound: Bound) -> pl.DataFrame:
    answered = _executed(version, query, bound)
    # As rows, since Arrow would be made by a second question over the answer, planned anew.
    return _table(answered.fetchall(), _columns(answered), query.whole_schema)


def _columns(answered: duckdb.DuckDBPyConnection) -> list[str]:
    return [column for column, *_rest in answered.description]


def _table(rows: list[Values], columns: list[str], schema: pl.Schema) -> pl.DataFrame:
    each = zip(*rows, strict=True) if rows else ((),) * len(columns)
    values = dict(zip(columns, each, strict=True))
    return pl.DataFrame([pl.Series(c, values[c], kind) for c, kind in schema.items()])


def _executed(version: Version, query: Query, bound: Bound) -> duckdb.DuckDBPyConnection:
    parameters = {p: list(v) if isinstance(v, tuple) else v for p, v in bound}
    answered = connect(version).execute(_parsed(query), parameters)
    found = {column: TYPES.get(str(kind).lower()) for column, kind, *_rest in answered.description}
    if found != dict(query.whole_schema):
        raise QueryFileError(f"{query.name}.sql: ventet {query.whole_schema}, fikk {found}")
    return answered


@cache
def _parsed(query: Query) -> duckdb.Statement:
    # A third of what a question costs is reading its text, and who asks does not change the text.
    (statement,) = duckdb.extract_statements(query.sql)
    return statement


def _check(version: Version, query: Query) -> None:
    everything = View().parameters
    # A part of the rows is asked for by who asks, also where a View has a choice of the same name.
    named = (*(p for p in query.parameters if p not in everything), *query.parts)
    ask(version, query.name, View(), **dict.fromkeys(named))


def _asked(name: str, view: View, extra: Mapping[str, object]) -> tuple[Bound, Values]:
    query, given = queries()[name], view.parameters
    bound = tuple((p, _frozen(extra[p]) if p in extra else given[p]) for p in query.bound)
    return bound, tuple(extra[part] for part in query.parts)


def _frozen(value: object) -> object:
    return tuple(value) if isinstance(value, list) else value
