"""The check that every passage stands in the text it is said to be from."""

from collections.abc import Iterator, Mapping

from data.coding.texts import Texts
from data.problems import Problem
from data.reading import ROW, Table


def misplaced_passages(tables: Mapping[str, Table]) -> list[Problem]:
    """Return a problem for each code or room whose passage does not stand in its answer.

    An answer without text proves nothing. A code that carries the hash of another text than today's
    is not wrong, but up for review, and that is told elsewhere.
    """
    if "svar" not in tables:
        return []
    texts = Texts.of(tables["svar"].frame)
    found = [
        p for name in ("koding", "forslag") if name in tables for p in _codes(tables[name], texts)
    ]
    if "lokaler" in tables:
        found += _rooms(tables["lokaler"], texts)
    return found


def _codes(table: Table, texts: Texts) -> Iterator[Problem]:
    columns = ("innspill_id", "utdrag", "sporsmal", "start", "slutt", "teksthash")
    for rad, key, passage, question, start, end, known in table.frame.select(ROW, *columns).rows():
        if passage is None or (known and known != texts.hash_of(key, question)):
            continue
        if not texts.holds(key, passage):
            yield _missing(table, rad, key, passage)
        elif None not in (question, start, end) and not texts.holds_at(
            key, question, passage, start, end
        ):
            expected = f"tegnene der utdraget står i svaret på spørsmål {question}"
            yield Problem(table.fil, rad, "start", str(start), expected)


def _rooms(table: Table, texts: Texts) -> Iterator[Problem]:
    for column in (name for name in table.frame.columns if name.startswith("utdrag")):
        rows = table.frame.select(ROW, "innspill_id", column).drop_nulls().rows()
        for rad, key, passage in rows:
            if not texts.holds(key, passage):
                yield _missing(table, rad, key, passage, column)


def _missing(table: Table, rad: int, key: str, passage: str, column: str = "utdrag") -> Problem:
    return Problem(table.fil, rad, column, passage, f"ord som står i teksten til {key}")
