"""A few lines of an answer around what was searched for, with the words marked."""

from collections.abc import Sequence
from typing import Final

from pages.parts.answers.masking import mask
from pages.parts.reading.markup import Markup
from queries.search import Search
from queries.terms import spans, undivided

LENGTH: Final = 280
# How far before the first word a sentence may begin to be shown from its start.
BEFORE: Final = 90
_HIT: Final = Markup("{}<mark>{}</mark>")

Span = tuple[int, int]


def snippet(text: str, search: Search) -> Markup:
    """Return the lines of `text` that meet most of `search` as HTML, with `<mark>` around words.

    What identifies private persons is left out, and all text is escaped.
    """
    shown = plain(text)
    found = spans(shown, search.words, search.phrases)
    start = _start(shown, found)
    end = _end(shown, start)
    before, after = "… " if start else "", " …" if end < len(shown) else ""
    return before + _marked(shown, start, end, found) + after


def whole(text: str, search: Search) -> Markup:
    """Return all of `text` as paragraphs of HTML, marked in the same way."""
    shown = undivided(mask(text))
    marked = _marked(shown, 0, len(shown), spans(shown, search.words, search.phrases))
    paragraph = Markup("<p>{}</p>")
    parts = marked.replace("\n\n", "\0").split("\0")
    return Markup("").join(paragraph.format(part) for part in parts if part.strip())


def excerpt(text: str, search: Search) -> str:
    """Return the same lines as `snippet` as plain text, for files."""
    shown = plain(text)
    start = _start(shown, spans(shown, search.words, search.phrases))
    end = _end(shown, start)
    return ("… " if start else "") + shown[start:end] + (" …" if end < len(shown) else "")


def plain(text: str) -> str:
    """Return `text` on one line, without what identifies private persons."""
    return " ".join(undivided(mask(text)).split())


def _start(text: str, found: Sequence[Span]) -> int:
    """Return where the lines begin: those with the most different words, the first among equals."""
    if not found or len(text) <= LENGTH:
        return 0
    starts = [_sentence(text, start) for start, _end in found]
    return max(
        starts,
        key=lambda at: (
            len({text[s:e].lower() for s, e in found if s >= at and e <= at + LENGTH}),
            -at,
        ),
    )


def _sentence(text: str, at: int) -> int:
    """Return the start of the sentence around `at`, or of a word when that is too far back."""
    earliest = max(0, at - BEFORE)
    if earliest == 0:
        return 0
    stop = max(text.rfind(mark, earliest, at) for mark in (". ", "! ", "? ", ": "))
    if stop >= 0:
        return stop + 2
    return text.find(" ", max(0, at - BEFORE // 3), at) + 1 or at


def _end(text: str, start: int) -> int:
    end = start + LENGTH
    if end >= len(text):
        return len(text)
    return max(text.rfind(" ", start + LENGTH // 2, end), start + LENGTH // 2)


def _marked(text: str, start: int, end: int, found: Sequence[Span]) -> Markup:
    parts, at = [], start
    for first, last in found:
        if start <= first and last <= end:
            parts.append(_HIT.format(text[at:first], text[first:last]))
            at = last
    return Markup("").join([*parts, text[at:end]])
