"""What each source table may hold, from the schemas that check it."""

from dataclasses import dataclass

from data import schemas
from data.reading import expectation


@dataclass(frozen=True)
class SourceColumn:
    """One column of a source table, in words."""

    name: str
    required: bool
    accepted: str
    meaning: str


def source_tables() -> dict[str, tuple[str, tuple[SourceColumn, ...]]]:
    """Return what one row of each source table is, and its columns, in the order of the schemas."""
    tables = schemas.COMMON | schemas.OPTIONAL | schemas.ANSWERS | schemas.IMPORTED
    return {
        name: (
            schema.__doc__ or "",
            tuple(
                SourceColumn(c, not spec.nullable, expectation(spec), spec.description or "")
                for c, spec in schema.columns().items()
            ),
        )
        for name, schema in tables.items()
    }
