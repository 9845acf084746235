"""The numbers that Word draws in front of paragraphs and keeps nowhere: «1.», «2.1», «c)», «iv.».

How they follow from `numbering.xml` and the styles is told in ECMA-376, part 1, 17.9.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

from data.documents.reading.markup import roman
from data.documents.reading.word_xml import Element, is_on, value_of, w

BULLET: Final = "- "
LEVELS: Final = 9
_PLACE: Final = re.compile(r"%([1-9])")
_LONGEST_ROMAN: Final = 399


@dataclass(frozen=True)
class Level:
    """One level of a list: how its number is written, and where it starts."""

    kind: str
    pattern: str
    start: int
    is_legal: bool


class Numbering:
    """The running numbers of one Word file; each paragraph is asked for once, in order."""

    def __init__(self, numbering: Element | None, styles: Mapping[str, Element]) -> None:
        self._styles = styles
        self._levels: dict[str, dict[int, Level]] = {}
        self._abstract: dict[str, str] = {}
        self._starts: dict[str, dict[int, int]] = {}
        self._counts: dict[str, list[int | None]] = {}
        self._begun: set[tuple[str, int]] = set()
        if numbering is not None:
            self._read(numbering)

    def mark(self, paragraph: Element) -> str:
        """Return what Word draws before `paragraph`, with a space after it, «» for nothing."""
        number, level = self._place(paragraph)
        abstract = self._abstract.get(number, "")
        levels = self._levels.get(abstract, {})
        if level not in levels:
            return ""
        self._count(number, abstract, level)
        if levels[level].kind == "bullet":
            return BULLET
        written = _PLACE.sub(
            lambda found: self._written(abstract, level, found), levels[level].pattern
        )
        return f"{written.strip()} " if written.strip() else ""

    def _read(self, numbering: Element) -> None:
        for each in numbering.findall(w("abstractNum")):
            self._levels[each.get(w("abstractNumId"), "")] = _levels(each)
        for each in numbering.findall(w("num")):
            number = each.get(w("numId"), "")
            abstract = value_of(each, "abstractNumId")
            changed: dict[int, Level] = {}
            for override in each.findall(w("lvlOverride")):
                place = int(override.get(w("ilvl"), "0"))
                if (start := value_of(override, "startOverride")).isdigit():
                    self._starts.setdefault(number, {})[place] = int(start)
                changed |= _levels(override)
            if changed:
                # A list with levels of its own counts by itself.
                own = f"{abstract}/{number}"
                self._levels[own] = self._levels.get(abstract, {}) | changed
                abstract = own
            self._abstract[number] = abstract

    def _place(self, paragraph: Element) -> tuple[str, int]:
        """Return the list and the level of `paragraph`: its own, or its style's."""
        number = value_of(paragraph, "pPr/numPr/numId")
        level = value_of(paragraph, "pPr/numPr/ilvl")
        style: Element | None = self._styles.get(value_of(paragraph, "pPr/pStyle"))
        seen: list[Element] = []
        while style is not None and style not in seen and not (number and level):
            number = number or value_of(style, "pPr/numPr/numId")
            level = level or value_of(style, "pPr/numPr/ilvl")
            seen.append(style)
            style = self._styles.get(value_of(style, "basedOn"))
        return number, int(level) if level.isdigit() else 0

    def _count(self, number: str, abstract: str, level: int) -> None:
        counts = self._counts.setdefault(abstract, [None] * LEVELS)
        restart = self._starts.get(number, {}).get(level)
        before = counts[level]
        if restart is not None and (number, level) not in self._begun:
            counts[level] = restart
        else:
            counts[level] = self._levels[abstract][level].start if before is None else before + 1
        self._begun.add((number, level))
        counts[level + 1 :] = [None] * (LEVELS - level - 1)

    def _written(self, abstract: str, level: int, found: re.Match[str]) -> str:
        place = int(found[1]) - 1
        own = self._levels[abstract].get(place)
        if own is None:
            return ""
        count = self._counts[abstract][place]
        is_legal = self._levels[abstract][level].is_legal
        return _numeral(own.start if count is None else count, "decimal" if is_legal else own.kind)


def _levels(element: Element) -> dict[int, Level]:
    found = {}
    for each in element.findall(w("lvl")):
        start = value_of(each, "start")
        found[int(each.get(w("ilvl"), "0"))] = Level(
            value_of(each, "numFmt") or "decimal",
            value_of(each, "lvlText"),
            int(start) if start.isdigit() else 0,
            bool(is_on(each, "isLgl")),
        )
    return found


def _numeral(count: int, kind: str) -> str:
    if kind in ("lowerLetter", "upperLetter") and count > 0:
        # After z comes aa.
        letter = chr(ord("a") + (count - 1) % 26) * ((count - 1) // 26 + 1)
        return letter.upper() if kind == "upperLetter" else letter
    if kind in ("lowerRoman", "upperRoman") and 0 < count <= _LONGEST_ROMAN:
        return roman(count).upper() if kind == "upperRoman" else roman(count)
    if kind == "none":
        return ""
    return f"{count:02d}" if kind == "decimalZero" else str(count)
