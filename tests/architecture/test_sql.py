"""SQL lives in .sql files, says what it counts, and is never put together in Python."""

import ast
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Final

import pytest

from tests.architecture.project import ROOT, named, python_files

# Two words that follow each other in SQL and hardly in prose, Norwegian or English.
SQL: Final = re.compile(
    r"\b(select\s.+\sfrom\s|insert\s+into\s|delete\s+from\s|update\s+\w+\s+set\s|where\s+\w+\s*(=|in\b)"
    r"|create\s+(or\s+replace\s+)?(table|view|macro|trigger|index)\s|drop\s+(table|view)\s"
    r"|begin\s+(select|immediate)\b|order\s+by\s|group\s+by\s"
    r"|union\s+all\b|inner\s+join\s|left\s+join\s|limit\s+[\d{%?])",
    re.IGNORECASE | re.DOTALL,
)


def built_strings(tree: ast.AST) -> Iterator[tuple[int, str]]:
    """Yield the line and the literal parts of every string that Python puts together."""
    for node in ast.walk(tree):
        parts: list[ast.expr] = []
        if isinstance(node, ast.JoinedStr):
            if any(isinstance(value, ast.FormattedValue) for value in node.values):
                parts = list(node.values)
        elif isinstance(node, ast.BinOp) and isinstance(node.op, ast.Add | ast.Mod):
            parts = [node.left, node.right]
        elif (
            isinstance(node, ast.Call)
            and isinstance(node.func, ast.Attribute)
            and node.func.attr in {"format", "join", "replace", "format_map", "substitute"}
        ):
            parts = [node.func.value, *node.args]
        text = " ".join(
            constant.value
            for part in parts
            for constant in ast.walk(part)
            if isinstance(constant, ast.Constant) and isinstance(constant.value, str)
        )
        if text:
            yield getattr(node, "lineno", 0), text


@pytest.mark.parametrize("path", python_files("data", "queries", "pages", "tests"), ids=named)
def test_no_sql_is_put_together_in_python(path: Path) -> None:
    tree = ast.parse(path.read_text("utf-8"))
    found = [
        f"{named(path)}:{line}: {text}" for line, text in built_strings(tree) if SQL.search(text)
    ]
    assert not found


@pytest.mark.parametrize(
    "source",
    [
        'f"select * from {table} "',
        '"select navn from kommune where " + clause',
        '"select navn from %s " % table',
        '"delete from {} where x = 1".format(table)',
        '" and ".join(["where fylke = ?", rest])',
        'f"create trigger {name} before update on lenke"',
        '"begin " + f"select {what}; end"',
    ],
)
def test_the_rule_sees_what_it_should(source: str) -> None:
    assert any(SQL.search(text) for _, text in built_strings(ast.parse(source)))


@pytest.mark.parametrize(
    "source",
    [
        '"select navn from kommune"',
        'f"{n} kommuner valgte å svare fra høsten"',
        '"Velg fra listen: " + name',
        'f"Selected rows come from {source}"',
    ],
)
def test_the_rule_leaves_prose_alone(source: str) -> None:
    assert not [text for _, text in built_strings(ast.parse(source)) if SQL.search(text)]


@pytest.mark.parametrize("path", sorted((ROOT / "queries").glob("*.sql")), ids=named)
def test_a_query_starts_by_saying_what_it_counts(path: Path) -> None:
    comment: list[str] = []
    for line in path.read_text("utf-8").splitlines():
        if not line.startswith("--"):
            break
        comment.append(line.removeprefix("--").strip())
    assert any(len(line) >= 40 for line in comment), f"{named(path)} mangler beskrivelse"
