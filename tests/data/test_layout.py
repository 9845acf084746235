"""What the tables of a database are like is recorded, so that it never changes under one format.

A server tells by the format alone whether it can read a database of another edition. After a change
`python -m tests.data.test_layout` writes the record again.
"""

import json
from pathlib import Path
from typing import Any, Final

import duckdb

from data import pipeline, versions
from data.versions import Version

RECORDED: Final = Path(__file__).with_name("layout.json")
_COLUMNS: Final = """
    select table_name, list(column_name || ' ' || data_type order by column_name)
    from duckdb_columns() where not internal group by table_name order by table_name
"""
_MACROS: Final = """
    select function_name, parameters from duckdb_functions() where not internal
    order by function_name
"""


def layout_of(version: Version) -> dict[str, Any]:
    """Return the format, and what a query may rely on: columns of tables, parameters of macros."""
    with duckdb.connect(version.path, read_only=True) as opened:
        tables, macros = (dict(opened.execute(sql).fetchall()) for sql in (_COLUMNS, _MACROS))
    return {"format": versions.FORMAT, "tables": tables, "macros": macros}


def test_another_layout_has_another_format(small: Version) -> None:
    known, now = json.loads(RECORDED.read_text("utf-8")), layout_of(small)
    changed = [
        name
        for kind in ("tables", "macros")
        for name in sorted(known[kind].keys() | now[kind].keys())
        if known[kind].get(name) != now[kind].get(name)
    ]
    if changed:
        assert now["format"] > known["format"], f"{changed}: hev FORMAT i data/versions.py"
    assert now == known, "Kjør python -m tests.data.test_layout"


if __name__ == "__main__":
    text = json.dumps(layout_of(pipeline.build("demo").version), ensure_ascii=False, indent=1)
    RECORDED.write_text(text + "\n", "utf-8")
