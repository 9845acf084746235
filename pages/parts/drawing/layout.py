"""How parts of a page stand beside and below each other."""

from collections.abc import Sequence

from markupsafe import Markup


def joined(*parts: str) -> Markup:
    """Return `parts`, which are HTML, one after another."""
    # Rooms that do not build with Markup yet return their HTML as plain text.
    return Markup("").join(Markup(part) for part in parts)  # noqa: S704


def columns(*sides: str, shares: Sequence[float] = ()) -> Markup:
    """Return `sides`, which are HTML, beside each other, and below each other on a phone.

    `shares` are how much of the width each has; without them they have as much each.
    """
    widths = " ".join(f"minmax(0, {share}fr)" for share in shares or [1] * len(sides))
    cells = Markup("").join(Markup("<div>{}</div>").format(joined(side)) for side in sides)
    return Markup('<div class="spalter" style="--spalter:{}">{}</div>').format(widths, cells)
