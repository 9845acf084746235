"""Which municipalities of a map are lit: those of the selection that the page's filters leave."""

from collections.abc import Collection, Sequence
from typing import Any


def lit_rows(
    rows: Sequence[dict[str, Any]], lit: Collection[str] | None
) -> Sequence[dict[str, Any]]:
    """Return `rows` (query `kart`) with those not in `lit` outside the selection.

    None leaves the selection as the filters of the bar have it.
    """
    if lit is None:
        return rows
    return [row | {"i_utvalg": row["i_utvalg"] and row["kommunenummer"] in lit} for row in rows]
