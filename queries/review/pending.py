"""What the next build changes: decisions that the published codes do not have yet."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Literal

from queries.review.letters import Letter
from queries.review.state import Field, State

Kind = Literal["bekreftes", "endres", "legges_til", "tas_ut"]


@dataclass(frozen=True)
class Pending:
    """One code of a letter that the next build changes: from what is published, to what it is.

    `was` and `will` are values of the field, None for no code. They are equal where a suggestion
    is confirmed.
    """

    letter: Letter
    felt: str
    was: str | None
    will: str | None
    kind: Kind


def pending(found: Iterable[State]) -> tuple[Pending, ...]:
    """Return what the next build changes, by letter and field, in the order of `found`."""
    made = []
    for state in found:
        for field in state.fields:
            kind = _kind(field)
            if kind:
                made.append(Pending(state.letter, field.felt, _was(field), field.value, kind))
    return tuple(made)


def _kind(field: Field) -> Kind | None:
    if not field.decision:
        return None
    was, will = _was(field), field.value
    if was == will:
        is_new = field.suggested is not None and field.suggested.status != "bekreftet"
        return "bekreftes" if was is not None and is_new else None
    if was is None:
        return "legges_til"
    return "tas_ut" if will is None else "endres"


def _was(field: Field) -> str | None:
    """Return the value that is published now."""
    code = field.suggested
    return code.verdi if code and code.status != "avvist" else None
