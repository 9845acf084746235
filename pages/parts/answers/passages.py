"""An answer's text as it is read: reflowed, with the coded passages marked where they stand."""

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Final, TypeAlias

from pages.parts.reading.language import spoken
from pages.parts.reading.markup import Markup

# A line that starts like this is an item of a list and stays a line of its own.
_ITEM: Final = re.compile(r"\s*(?:[-–—•*·▪]|\(?\d{1,2}[.)]|[a-z]\))\s")
_WORD: Final = re.compile(r"\S+")
# A hyphen before one of these stands for a word left out, and is not the printer's.
_ELLIPSIS: Final = re.compile(r"(?:og|eller|samt|men)\b")
# Wider lines are paragraphs that nobody broke.
_WIDEST_PAGE: Final = 110
# A ragged right edge leaves a line this much shorter than the widest.
_RAGGED: Final = 0.85
_LABEL: Final = Markup('<small class="{kind}" lang="{lang}">{label}</small>')
_SOUGHT: Final = Markup('<b class="sokt">{}</b>')
_MARK: Final = Markup("<mark{kind}>{text}</mark>")

# Finds places in a text, from left to right.
Seek: TypeAlias = Callable[[str], Sequence[tuple[int, int]]]


@dataclass(frozen=True)
class Passage:
    """A verbatim passage and the label of the code that rests on it."""

    text: str
    label: str
    # Whether a machine suggests it and no person has confirmed it; such are drawn another way.
    suggested: bool = False


@dataclass(frozen=True)
class Marked:
    """A text as HTML, and the passages that do not stand in it."""

    html: Markup
    missing: tuple[Passage, ...]


def marked(text: str, passages: Sequence[Passage], seek: Seek | None = None) -> Marked:
    """Return `text` as HTML with each of `passages` in a `<mark>` and its label after it.

    A passage is found although lines are broken elsewhere in it; the first place counts. Passages
    may overlap, and so may what `seek` finds in the text, which is drawn as searched for. All text
    is escaped.
    """
    shown = reflow(text)
    sought = seek(shown) if seek else []
    found: dict[tuple[int, int], list[Passage]] = {}
    missing = []
    for passage in passages:
        place = _place(passage, shown)
        if place is None:
            missing.append(passage)
        elif passage not in found.setdefault(place.span(), []):
            found[place.span()].append(passage)
    edges = sorted({0, len(shown), *(edge for span in (*found, *sought) for edge in span)})
    parts = []
    for start, end in pairwise(edges):
        over = [p for (a, b), given in found.items() if a <= start and end <= b for p in given]
        hit = any(first <= start and end <= last for first, last in sought)
        parts.append(_piece(shown[start:end], over, hit=hit))
        ended = [p for (_first, last), given in found.items() if last == end for p in given]
        # The answer may be in another language than the page that labels it.
        parts += [
            _LABEL.format(kind=_class("kode", p), lang=spoken(), label=p.label) for p in ended
        ]
    return Marked(Markup("<p>{}</p>").format(Markup("").join(parts)), tuple(missing))


def stands_in(passage: Passage, text: str) -> bool:
    """Return whether `marked` would find `passage` in `text`."""
    return _place(passage, reflow(text)) is not None


def reflow(text: str) -> str:
    """Return `text` without the line breaks a printed page put in; every word stays.

    Blank lines part paragraphs. A line break stays where the next word would have had room on the
    line, or where an item of a list begins. A word the page divided is one word again.
    """
    lines = [line.rstrip() for line in text.replace("\r\n", "\n").replace("\r", "\n").split("\n")]
    widest = max(map(len, lines))
    shown = ""
    for before, line in pairwise(["", *lines]):
        if not line.strip():
            shown = shown.rstrip("\n") + "\n\n"
        elif not before.strip() or not _wrapped(before, line, widest):
            shown += line if not shown or shown.endswith("\n") else f"\n{line}"
        elif _divided(before, line):
            shown = shown[:-1] + line.lstrip()
        else:
            shown += " " + line.lstrip()
    return shown.strip("\n")


def _place(passage: Passage, shown: str) -> re.Match[str] | None:
    return re.search(_pattern(passage.text), shown) if passage.text.strip() else None


def _pattern(passage: str) -> str:
    """Return what finds `passage` however its lines are broken and its words divided."""
    *first, last = passage.split()
    parts = [
        re.escape(word[:-1]) + r"-?\s*" if word.endswith("-") else re.escape(word) + r"\s+"
        for word in first
    ]
    return "".join(parts) + re.escape(last)


def _wrapped(before: str, line: str, widest: int) -> bool:
    word = _WORD.search(line)
    if word is None or _ITEM.match(line) or widest > _WIDEST_PAGE:
        return False
    return len(before) + 1 + len(word[0]) > _RAGGED * widest and widest > _WIDEST_PAGE / 3


def _divided(before: str, line: str) -> bool:
    rest = line.lstrip()
    return (
        len(before) > 1
        and before[-1] == "-"
        and before[-2].isalpha()
        and rest[0].islower()
        and not _ELLIPSIS.match(rest)
    )


def _class(name: str, *passages: Passage) -> str:
    """Return the class of what `passages` cover: suggested only where nobody confirmed any."""
    return f"{name} forslag".strip() if all(p.suggested for p in passages) else name


def _piece(text: str, over: Sequence[Passage], *, hit: bool) -> Markup:
    paragraphs = [Markup("<br>").join(p.split("\n")) for p in text.split("\n\n")]
    if hit:
        paragraphs = [_SOUGHT.format(p) if p else p for p in paragraphs]
    if over:
        drawn = _class("", *over)
        kind = Markup(' class="{}"').format(drawn) if drawn else ""
        paragraphs = [_MARK.format(kind=kind, text=p) if p else p for p in paragraphs]
    return Markup("</p><p>").join(paragraphs)
