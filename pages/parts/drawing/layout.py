"""How parts of a page stand beside and below each other."""

from collections.abc import Sequence

from pages.parts.reading.markup import Markup


def joined(*parts: Markup) -> Markup:
    """Return `parts` one after another."""
    return Markup("").join(parts)


def columns(*sides: Markup, shares: Sequence[float] = ()) -> Markup:
    """Return `sides` beside each other, and below each other on a phone.

    `shares` are how much of the width each has; without them they have as much each.
    """
    widths = " ".join(f"minmax(0, {share}fr)" for share in shares or [1] * len(sides))
    cells = Markup("").join(map(Markup("<div>{}</div>").format, sides))
    return Markup('<div class="spalter" style="--spalter:{}">{}</div>').format(widths, cells)
