"""The query files: one question each, with its title, its description and its checked columns.

A file starts with a comment block: a title, a blank `--` line, the description in plain Norwegian
that readers see under the figure, a blank `--` line, and `-- kolonner: navn type, …`. Before the
columns may stand, each with a blank `--` line after it, what lets many askers share one answer:

- `-- innenfor: kolonne, …`: a row is in the answer if the municipality in this column is chosen, or
  in each of them, and is otherwise the same whatever is chosen.
- `-- merker: kolonne`: every municipality is in the answer, and this column tells if it is chosen.
- `-- deler: navn, …`: the answer holds a part for each value of these further columns of text, and
  who asks gets the part for the values she gives by the same names.
"""

import re
from dataclasses import dataclass
from functools import cache, cached_property
from pathlib import Path
from typing import Final

import polars as pl

FOLDER: Final = Path(__file__).resolve().parent
TYPES: Final[dict[str, pl.DataType | type[pl.DataType]]] = {
    "varchar": pl.String,
    "bigint": pl.Int64,
    "double": pl.Float64,
    "boolean": pl.Boolean,
    "date": pl.Date,
    "varchar[]": pl.List(pl.String),
}

_SHARED: Final = re.compile(r"(innenfor|merker|deler): ([a-z_]+(?:, [a-z_]+)*)")


class QueryFileError(Exception):
    """A query file lacks its title, description or columns, or does not answer as it declares."""


@dataclass(frozen=True)
class Query:
    """One question that may be asked of the data."""

    name: str
    title: str
    # Printed under the figure as «Om tallene».
    description: str
    sql: str
    columns: tuple[tuple[str, str], ...]
    parameters: frozenset[str]
    # The columns of municipalities a row stands and falls by, or the one that marks it as chosen.
    within: tuple[str, ...] = ()
    mark: str | None = None
    parts: tuple[str, ...] = ()

    @property
    def paragraphs(self) -> tuple[str, ...]:
        """Return the description paragraph by paragraph, as it is shown and translated."""
        return tuple(self.description.split("\n\n"))

    @property
    def rests_on_codes(self) -> bool:
        """Return whether the answer is another when suggested codes are left out."""
        return "forslag" in self.parameters

    @cached_property
    def schema(self) -> pl.Schema:
        """Return the columns of the answer as Polars types."""
        return pl.Schema({name: TYPES[kind] for name, kind in self.columns})

    @cached_property
    def bound(self) -> tuple[str, ...]:
        """Return the parameters in the order they are bound in."""
        return tuple(sorted(self.parameters))

    @cached_property
    def whole_schema(self) -> pl.Schema:
        """Return the columns of the answer with those that part it, as the database gives it."""
        return pl.Schema([*((part, pl.String) for part in self.parts), *self.schema.items()])


def parse(name: str, text: str) -> Query:
    """Return the query that `text` holds; raises `QueryFileError` when a part is missing."""
    lines = text.splitlines()
    head = [line[2:].strip() for line in _comment_block(lines)]
    sql = "\n".join(lines[len(head) :]).strip()
    paragraphs = [p.split("\n") for p in "\n".join(head).split("\n\n")]
    declared = " ".join(paragraphs.pop())
    shared: dict[str, tuple[str, ...]] = {}
    while paragraphs and (found := _SHARED.fullmatch(" ".join(paragraphs[-1]))):
        shared[found[1]] = tuple(found[2].split(", "))
        paragraphs.pop()
    if len(paragraphs) < 2 or not declared.startswith("kolonner:"):
        raise QueryFileError(f"{name}.sql: tittel, beskrivelse og kolonner må stå øverst")
    columns = [tuple(part.split()) for part in declared.removeprefix("kolonner:").split(",")]
    if unknown := [c for c in columns if len(c) != 2 or c[1] not in TYPES]:
        raise QueryFileError(f"{name}.sql: ukjent kolonnetype i {unknown}")
    return Query(
        name=name,
        title=" ".join(paragraphs[0]),
        description="\n\n".join(" ".join(p) for p in paragraphs[1:]),
        sql=sql,
        columns=tuple((c[0], c[1]) for c in columns),
        parameters=frozenset(re.findall(r"\$([a-z_]+)", sql)),
        within=shared.get("innenfor", ()),
        mark=shared.get("merker", (None,))[0],
        parts=shared.get("deler", ()),
    )


@cache
def queries() -> dict[str, Query]:
    """Return every query in the folder by name."""
    files = sorted(FOLDER.glob("*.sql"))
    return {path.stem: parse(path.stem, path.read_text("utf-8")) for path in files}


def _comment_block(lines: list[str]) -> list[str]:
    block = []
    for line in lines:
        if not line.startswith("--"):
            break
        block.append(line)
    return block
