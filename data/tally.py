"""What the build counts: rows of every source file, and those that were set aside."""

import json
from collections.abc import Mapping

import polars as pl

from data import schemas
from data.privacy import mask
from data.privacy.senders import is_private, quoting_nothing
from data.reading import ROW, Table


def counts(tables: Mapping[str, Table]) -> pl.DataFrame:
    """Return one row for each source file: rows that came in, were accepted, and were not.

    With what was read otherwise than one may think, such as points that lie in no municipality.
    """
    # What the import has not written is nothing that anybody should have delivered.
    known = [t for t in tables.values() if t.rows_in or t.name not in schemas.IMPORTED]
    # A note quotes the file, and a file may hold anything.
    rows = [(t.name, t.fil, t.rows_in, t.frame.height, mask("\n".join(t.notes))) for t in known]
    columns = ["tabell", "fil", "rader_inn", "rader_godtatt", "merknad"]
    counts = pl.DataFrame(rows, schema=columns, orient="row")
    return counts.with_columns(rader_avvist=pl.col("rader_inn") - pl.col("rader_godtatt"))


def rejected(tables: Mapping[str, Table]) -> pl.DataFrame:
    """Return every row that was set aside, with the reasons and what it held."""
    rows = []
    for table in tables.values():
        reasons: dict[int, list[str]] = {}
        for problem in table.problems:
            reasons.setdefault(problem.rad, []).append(str(problem))
        rejected = table.raw.filter(~pl.col(ROW).is_in(table.frame[ROW].implode()))
        for raw in rejected.iter_rows(named=True):
            rad = raw.pop(ROW)
            private = is_private(str(raw.get("avsender")), str(raw.get("avsendertype")))
            reason = "\n".join(reasons.get(rad, []))
            content = json.dumps(raw, ensure_ascii=False, default=str)
            # A reason quotes the cell, and a cell may hold anything.
            told = mask(quoting_nothing(reason) if private else reason)
            rows.append((table.name, table.fil, rad, told, content))
    columns = {"tabell": pl.String, "fil": pl.String, "rad": pl.Int64, "grunn": pl.String}
    return pl.DataFrame(rows, schema=columns | {"innhold": pl.String}, orient="row")
