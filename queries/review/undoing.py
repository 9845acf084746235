"""What may be taken back of what was said of one thing: step by step, to what was suggested.

To undo is one more event, which says what stood before the step it takes back, and why it was said.
"""

from collections.abc import Iterable
from typing import Final

from data.work.events import Event

# Why such an event was said. One of an earlier program says nothing, and is a step like others.
UNDONE: Final = "angret"


def steps(history: Iterable[Event]) -> tuple[Event, ...]:
    """Return the events in `history`, all about one thing in order, that nobody has taken back."""
    standing: list[Event] = []
    for event in history:
        if event.hvorfor == UNDONE and standing:
            standing.pop()
        else:
            standing.append(event)
    return tuple(standing)
