"""What the next build changes: decisions that the published version does not have yet."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any, Literal

from queries.review.items import Item
from queries.review.letters import Letter
from queries.review.state import Field, State

Kind = Literal["bekreftes", "endres", "legges_til", "tas_ut"]


@dataclass(frozen=True)
class Pending:
    """One thing of a letter that the next build changes: from what is published, to what it is.

    `felt` is the field of a code, and what is decided is a code where `slag` is «kode». `was` and
    `will` are values of the field, or what an `Item` says; None for nothing. They are equal where a
    suggestion is confirmed.
    """

    letter: Letter
    felt: str
    was: Any
    will: Any
    kind: Kind
    slag: str = "kode"


def pending(found: Iterable[State]) -> tuple[Pending, ...]:
    """Return what the next build changes, by letter and field, in the order of `found`."""
    return tuple(each for state in found for each in _of_letter(state))


def _of_letter(state: State) -> Iterator[Pending]:
    for item in state.items:
        if kind := _kind_of(item):
            was, will = _bare(item.published), _bare(item.value)
            yield Pending(state.letter, item.key, was, will, kind, item.slag)
    for field in state.fields:
        if kind := _kind(field):
            yield Pending(state.letter, field.felt, _was(field), field.value, kind)


def _kind(field: Field) -> Kind | None:
    if not field.decision:
        return None
    was, will = _was(field), field.value
    if was == will:
        is_new = field.suggested is not None and field.suggested.status != "bekreftet"
        return "bekreftes" if was is not None and is_new else None
    return _moved(was, will)


def _kind_of(item: Item) -> Kind | None:
    if item.is_published:
        return None
    was, will = _bare(item.published), _bare(item.value)
    if was == will:
        return "bekreftes" if item.said and will is not None else None
    return _moved(was, will)


def _moved(was: object, will: object) -> Kind:
    if was is None:
        return "legges_til"
    return "tas_ut" if will is None else "endres"


def _bare(said: Any) -> dict[str, Any] | None:
    """Return what is said without whether it is confirmed."""
    return {name: value for name, value in said.items() if name != "status"} if said else None


def _was(field: Field) -> str | None:
    """Return the value that is published now."""
    code = field.suggested
    return code.verdi if code and code.status != "avvist" else None
