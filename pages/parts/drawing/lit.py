"""Which municipalities of a map are lit: those of the selection that the page's filters leave."""

from collections.abc import Collection, Sequence
from typing import Any

from pages.parts.reading.language import _


def lit_rows(
    rows: Sequence[dict[str, Any]], lit: Collection[str] | None
) -> Sequence[dict[str, Any]]:
    """Return `rows` (query `kart`) with those not in `lit` outside the selection.

    None leaves the selection as the filters of the bar have it.
    """
    if lit is None:
        return rows
    return [row | {"i_utvalg": row["i_utvalg"] and row["kommunenummer"] in lit} for row in rows]


def unlit_name(lit: Collection[str] | None) -> str:
    """Return what the municipalities that are not lit are called.

    A page's own list leaves out more than the selection does: who is not in it, may well be chosen.
    """
    return _("Utenfor utvalget") if lit is None else _("Ikke i listen")
