"""What must hold between the source tables.

No row points at nothing, no field is coded twice, and every passage stands in its text.
"""

import difflib
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

import polars as pl

from data import vocabulary
from data.coding.passages import misplaced_passages
from data.former import former_municipalities
from data.problems import Problem
from data.reading import ROW, Table


@dataclass(frozen=True)
class Reference:
    """Values of `table.column` must exist in `target.key`, or in a column that `also` names.

    `many` when a value is several, split by |.
    """

    table: str
    column: str
    target: str
    key: str
    expected: str
    many: bool = False
    also: tuple[tuple[str, str], ...] = ()

    @property
    def targets(self) -> tuple[tuple[str, str], ...]:
        """Return every table and column where the value may exist."""
        return ((self.target, self.key), *self.also)


KOMMUNE: Final = "et kommunenummer i inndelingen 2020–2023"
INNSPILL: Final = "en innspill_id som finnes i tabellen innspill"
REFERENCES: Final = (
    Reference(
        "kommuner", "politidistrikt", "politidistrikter", "politidistrikt", "et kjent distrikt"
    ),
    Reference("kjente_svar", "kommunenummer", "kommuner", "kommunenummer", KOMMUNE),
    Reference("kommunenavn", "kommunenummer", "kommuner", "kommunenummer", KOMMUNE),
    Reference("stedsnavn", "kommunenummer", "kommuner", "kommunenummer", KOMMUNE),
    Reference("kommuneendringer", "kommunenummer_2022", "kommuner", "kommunenummer", KOMMUNE),
    Reference("naboer", "kommunenummer", "kommuner", "kommunenummer", KOMMUNE),
    Reference("naboer", "nabo", "kommuner", "kommunenummer", KOMMUNE),
    Reference("tjenestesteder", "kommunenummer", "kommuner", "kommunenummer", KOMMUNE),
    Reference("nye_tjenestesteder", "kommunenummer", "kommuner", "kommunenummer", KOMMUNE),
    Reference("innspill", "kommunenumre", "kommuner", "kommunenummer", KOMMUNE, many=True),
    Reference("innspill", "erstatter", "innspill", "innspill_id", INNSPILL),
    Reference("svar", "innspill_id", "innspill", "innspill_id", INNSPILL),
    Reference("koding", "innspill_id", "innspill", "innspill_id", INNSPILL),
    Reference("koding", "kommunenummer", "kommuner", "kommunenummer", KOMMUNE),
    Reference("forslag", "innspill_id", "innspill", "innspill_id", INNSPILL),
    Reference("forslag", "kommunenummer", "kommuner", "kommunenummer", KOMMUNE),
    Reference("lokaler", "innspill_id", "innspill", "innspill_id", INNSPILL),
    Reference("lokaler", "kommunenummer", "kommuner", "kommunenummer", KOMMUNE),
    Reference("raad", "kommunenummer", "kommuner", "kommunenummer", KOMMUNE),
    Reference("reisetid", "fra_kommunenummer", "kommuner", "kommunenummer", KOMMUNE),
    Reference(
        "reisetid",
        "til_id",
        "tjenestesteder",
        "tjenestested_id",
        "en tjenestested_id, et nytt sted eller et kommunenummer som finnes",
        also=(("nye_tjenestesteder", "sted"), ("kommuner", "kommunenummer")),
    ),
    Reference("befolkning_punkt", "kommunenummer", "kommuner", "kommunenummer", KOMMUNE),
    Reference("undersokelse_kommune", "kommunenummer", "kommuner", "kommunenummer", KOMMUNE),
    Reference("anmeldte_lovbrudd", "kommunenummer", "kommuner", "kommunenummer", KOMMUNE),
)


def broken_references(tables: dict[str, Table], *, accepted: bool = False) -> list[Problem]:
    """Return a problem for each accepted row of `tables` that contradicts another table.

    A row may point at any row of the other file, since a mistake there is reported there; with
    `accepted`, only at rows that were accepted.
    """
    found: list[Problem] = []
    for reference in REFERENCES:
        if reference.table in tables and reference.target in tables:
            found += _dangling(tables, reference, accepted=accepted)
    if "innspill" in tables:
        found += _in_a_ring(tables["innspill"])
        found += _left_behind(tables["innspill"])
    if "koding" in tables:
        found += _coded_twice(tables["koding"])
        placed = {(p.fil, p.rad) for p in found}
        others = _coded_for_others(tables["koding"], tables["innspill"])
        found += [p for p in others if (p.fil, p.rad) not in placed]
    placed = {(p.fil, p.rad) for p in found}
    return found + [p for p in misplaced_passages(tables) if (p.fil, p.rad) not in placed]


def _dangling(
    tables: dict[str, Table], reference: Reference, *, accepted: bool
) -> Iterator[Problem]:
    table, column = tables[reference.table], reference.column
    targets = [(tables[name], key) for name, key in reference.targets]
    if any(key not in target.raw.columns for target, key in targets):
        return
    listed = {value: target.fil for target, key in targets for value in _texts(target.raw[key])}
    known = [value for target, key in targets for value in _texts(target.frame[key])]
    known = known if accepted else list(listed)
    rows = table.frame.select(ROW, pl.col(column).cast(pl.String)).drop_nulls()
    if reference.many:
        rows = rows.with_columns(pl.col(column).str.split("|")).explode(column)
    unknown = rows.filter(~pl.col(column).is_in(known))
    hints = {}
    # The same wrong value can stand on a hundred thousand rows; what is near it is found once.
    former = _former(tables) if reference.target == "kommuner" and unknown.height else {}
    for value in unknown[column].unique():
        near = difflib.get_close_matches(value, sorted(known), n=1, cutoff=0.85)
        hints[value] = f" (mente du «{near[0]}»?)" if near else ""
        if value in former:
            hints[value] = f" ({former[value]})"
        if value in listed:
            hints[value] = f", men raden i {listed[value]} er satt til side"
    for rad, value in unknown.rows():
        yield Problem(table.fil, rad, column, value, reference.expected + hints[value])


def _former(tables: dict[str, Table]) -> dict[str, str]:
    """Return what each municipality number of other years is, as a case worker may be told."""
    if "kommuneendringer" not in tables:
        return {}
    changes, places = tables["kommuneendringer"].frame, tables["kommuner"].frame
    return {each.kommunenummer: each.told for each in former_municipalities(changes, places)}


def _texts(column: pl.Series) -> list[str]:
    return column.cast(pl.String).drop_nulls().unique().to_list()


def _in_a_ring(innspill: Table) -> Iterator[Problem]:
    """Yield a problem for each answer that, by way of others, replaces one that replaces it.

    All of them would be replaced, and none would count.
    """
    rows = innspill.frame.select(ROW, "innspill_id", "erstatter").drop_nulls().rows()
    replaces = {innspill_id: replaced for _rad, innspill_id, replaced in rows}
    for rad, innspill_id, replaced in rows:
        # An answer that replaces itself is a mistake of its own row, and is told there.
        ring = [innspill_id]
        while (following := replaces.get(ring[-1])) and following not in ring:
            ring.append(following)
        if following != innspill_id or len(ring) == 1:
            continue
        told = " og ".join(
            f"{one} erstatter {other}"
            for one, other in zip(ring, [*ring[1:], innspill_id], strict=True)
        )
        expected = f"et svar som kom før, men erstatningene går i ring: {told}"
        yield Problem(innspill.fil, rad, "erstatter", replaced, expected)


def _left_behind(innspill: Table) -> Iterator[Problem]:
    """Yield a problem for each answer that replaces one for more municipalities than its own.

    The others would be without an answer, and nobody has said that they should.
    """
    kind = pl.col("avsendertype").cast(pl.String)
    rows = innspill.frame.select(ROW, "innspill_id", "erstatter").rows()
    # Other senders never speak for a municipality.
    speaking = innspill.frame.filter(kind.is_in(vocabulary.TALER_FOR))
    speaks_for = {
        key: set((numbers or "").split("|")) - {""}
        for key, numbers in speaking.select("innspill_id", "kommunenumre").rows()
    }
    gone = {replaced for _rad, _key, replaced in rows}
    heard = set().union(*(numbers for key, numbers in speaks_for.items() if key not in gone))
    for rad, key, replaced in rows:
        # What a later answer leaves behind is told there, where the chain ends.
        if key in gone:
            continue
        if left := sorted(speaks_for.get(replaced, set()) - heard):
            expected = (
                f"at det som erstatter {replaced}, gjelder de samme kommunene, "
                f"men {', '.join(left)} blir uten svar"
            )
            yield Problem(innspill.fil, rad, "erstatter", replaced, expected)


def _coded_twice(koding: Table) -> Iterator[Problem]:
    key = ["innspill_id", "kommunenummer", "felt"]
    # A refused value says only what a field is not.
    refused = (pl.col("status").cast(pl.String) == "avvist").fill_null(value=False)
    several = pl.col("felt").cast(pl.String).is_in(vocabulary.FLERE)
    single = koding.frame.filter(~several & ~refused)
    first: dict[tuple[object, ...], int] = {}
    for rad, innspill_id, kommunenummer, felt in single.select(ROW, *key).rows():
        at = first.setdefault((innspill_id, kommunenummer, felt), rad)
        if at != rad:
            expected = f"at feltet er kodet én gang for {innspill_id}, men det står også i rad {at}"
            yield Problem(koding.fil, rad, "felt", str(felt), expected)


def _coded_for_others(koding: Table, innspill: Table) -> Iterator[Problem]:
    speaks_for = dict(innspill.frame.select("innspill_id", "kommunenumre").rows())
    coded = koding.frame.select(ROW, "innspill_id", "kommunenummer").drop_nulls()
    for rad, innspill_id, kommunenummer in coded.rows():
        numbers = (speaks_for.get(innspill_id) or "").split("|")
        if innspill_id in speaks_for and kommunenummer not in numbers:
            expected = f"en kommune som {innspill_id} gjelder: {', '.join(numbers) or 'ingen'}"
            yield Problem(koding.fil, rad, "kommunenummer", kommunenummer, expected)
