"""Where a passage that somebody chose stands in a letter, and where it stands later."""

from collections.abc import Mapping
from typing import Any, Final, TypeAlias

from data.coding.spans import is_at, locate

PLACE: Final = ("utdrag", "sporsmal", "start", "slutt")
# Question, first character, and the one after the last.
Span: TypeAlias = tuple[int, int, int]


def place_flaw(said: Mapping[str, Any], texts: Mapping[int, str] | None = None) -> str:
    """Return what is wrong with the passage in `said`, as a sentence, or nothing.

    With `texts`, those of the letter by question, it must stand where it says.
    """
    place: tuple[Any, ...] = tuple(said.get(name) for name in PLACE)
    if place == (None,) * len(PLACE):
        return ""
    passage, question, start, end = place
    is_placed = isinstance(question, int) and isinstance(start, int) and isinstance(end, int)
    if not isinstance(passage, str) or not is_placed or bool in map(type, place):
        return "Utdraget mangler en plass i teksten."
    if texts is not None and not is_at(passage, texts.get(question, ""), start, end):
        return "Utdraget står ikke i teksten der det sier."
    return ""


def span_of(said: Mapping[str, Any]) -> Span | None:
    """Return where the passage in `said` stands, None where it has no place."""
    question, start, end = (said.get(name) for name in PLACE[1:])
    if question is None or start is None or end is None:
        return None
    return question, start, end


def found(passage: str, texts: Mapping[int, str]) -> Span | None:
    """Return the first place in a letter where `passage` stands, None where it stands nowhere."""
    for question in sorted(texts):
        if at := locate(passage, texts[question]):
            return question, *at
    return None


def found_near(passage: str, near: Span | None, texts: Mapping[int, str]) -> Span | None:
    """Return where `passage` stands in a letter: within `near`, else after it, else anywhere.

    A word or two, as what is said of an area, may stand in many places.
    """
    if near:
        question, start, end = near
        text = texts.get(question, "")
        for first, last in ((start, end), (end, len(text))):
            if at := locate(passage, text[first:last]):
                return question, first + at[0], first + at[1]
    return found(passage, texts)


def sayable(said: Mapping[str, Any]) -> dict[str, Any]:
    """Return a decision as it may be said again: without a passage that stands nowhere now."""
    lost = PLACE if span_of(said) is None else ()
    return {name: value for name, value in said.items() if name not in lost}


def stands(passage: str, span: Span, texts: Mapping[int, str]) -> bool:
    """Return whether `passage` stands at `span`."""
    question, start, end = span
    return is_at(passage, texts.get(question, ""), start, end)
