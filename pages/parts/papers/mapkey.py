"""The map's key: every value there is, how it is drawn, and how many municipalities have it."""

from collections.abc import Mapping, Sequence
from typing import Final

from pages.parts.drawing.colours import BLANK, LIGHT, Ink
from pages.parts.drawing.station_layers import look
from pages.parts.papers.text import clean, printable
from pages.parts.reading.markup import Markup
from pages.parts.wording import words
from pages.parts.wording.demo import demo_mark
from pages.parts.wording.numbers import whole

TEXT: Final = 16
AMBER: Final = "#80540f"
_LINE: Final = 23
_NARROW: Final = 20
_FEW: Final = 10
_LEAST: Final = 150
_LABEL: Final = Markup('<text x="{:.1f}" y="{:.1f}" font-weight="{}"{}{}>{}</text>')


class Key:
    """The key in the words of the screen's own, ready to be placed where there is room for it."""

    def __init__(
        self,
        measure: str,
        entries: Sequence[tuple[Ink, str, int]],
        layers: Sequence[str],
        spots: Sequence[str],
        names: Mapping[str, str],
        *,
        marked: bool,
    ) -> None:
        self._heading = words.measure_titles()[measure]
        self._entries = entries
        self._dots: list[tuple[str, float, str, str]] = []
        for layer in layers:
            fill, line, radius, _width_of_line = look(layer, LIGHT)
            # A disc has the white line of the map, a ring its own.
            self._dots.append(
                (names[layer], radius + 0.8, fill, line if fill == LIGHT.border else fill)
            )
        # Rings are what was said or decided, discs what the model proposes.
        for name in spots:
            first, _mark, rest = names[name].partition("; ")
            fill = LIGHT.accent if name == "forslag" else LIGHT.border
            line = LIGHT.district if name == "stengt" else LIGHT.accent
            self._dots.append((first, 6, fill, line))
            # A long name goes on below, where no dot stands.
            self._dots += [(rest, 0, "none", "none")] if rest else []
        self._demo = demo_mark() if marked else ""
        lines = [label for _ink, label, _n in entries] + [label for label, *_drawn in self._dots]
        longest = max(
            _width(self._heading),
            _width(self._demo),
            *(_width(line) + 78 for line in lines),
            _LEAST,
        )
        self.width = longest + 28
        rows = 1 + len(entries) + len(self._dots) + bool(self._demo)
        # A long key must not push the map away.
        self._line = _LINE if rows <= _FEW else _NARROW
        self.height = float(rows * self._line + 20)

    def drawn(self, left: float, top: float) -> str:
        """Return the key as SVG with its upper left corner at `left`, `top`."""
        x, y = left + 14, top + 26
        frame = f'x="{left:.0f}" y="{top:.0f}" width="{self.width:.0f}" height="{self.height:.0f}"'
        found = [
            f'<rect {frame} rx="4" fill="#ffffff" stroke="#bbbcbd"/>',
            _label(x, y, self._heading, weight=600),
        ]
        for ink, label, n in self._entries:
            y += self._line
            found += [
                _swatch(x, y - 12, ink),
                _label(x + 22, y, label),
                _label(left + self.width - 14, y, whole(n), weight=600, end=True),
            ]
        for label, radius, fill, line in self._dots:
            y += self._line
            dot = f'cx="{x + 6:.1f}" cy="{y - 5.5:.1f}" r="{radius}"'
            found.append(f'<circle {dot} fill="{fill}" stroke="{line}"/>')
            found.append(_label(x + 22, y, label))
        if self._demo:
            found.append(_label(x, y + self._line, self._demo, weight=600, fill=AMBER))
        return "".join(found)


def _swatch(x: float, y: float, shown: Ink) -> str:
    fill = "#ffffff" if shown.fill == BLANK else shown.fill
    square = (
        f'<rect x="{x:.1f}" y="{y:.1f}" width="12" height="12" rx="2" '
        f'fill="{fill}" stroke="{shown.outline}"/>'
    )
    if not shown.hatched:
        return square
    slanted = [(max(0, d - 12), min(12, d)) for d in (4, 8, 12, 16, 20)]
    lines = "".join(f"M{x + a:.1f} {y + b:.1f}L{x + b:.1f} {y + a:.1f}" for a, b in slanted)
    return f'{square}<path d="{lines}" stroke="{LIGHT.hatch}" stroke-width="1"/>'


def _label(
    x: float, y: float, text: str, *, weight: int = 400, end: bool = False, fill: str = ""
) -> Markup:
    anchor = Markup(' text-anchor="end"') if end else ""
    colour = Markup(' fill="{}"').format(fill) if fill else ""
    return _LABEL.format(x, y, weight, anchor, colour, printable(clean(text, 80)))


def _width(text: str) -> float:
    return len(text) * TEXT * 0.58
