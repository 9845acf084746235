"""Letters that are finished many at once: those where everything is decided, and the way back."""

import json
from collections.abc import Iterable
from typing import Any

from pages.parts.reading.language import ngettext
from pages.parts.reading.markup import Markup
from pages.parts.reading.reader import Reader
from pages.parts.reviewing.section import TOGETHER
from pages.parts.wording.numbers import whole
from pages.parts.writing import status
from queries.review import UNDONE, State, agreed
from queries.review.state import DONE


def finishing(reader: Reader, states: Iterable[State]) -> Markup:
    """Return the button that finishes letters nobody has more to say of, and the way back."""
    if not reader.access:
        return Markup("")
    every, me = list(states), reader.access.subject
    ready = agreed(every, me)
    mine = [s for s in every if s.done and (s.done.hvem, s.done.hvorfor) == (me, TOGETHER)]
    buttons = []
    if ready:
        says = ngettext(
            "Gjør ferdig {n} brev der alt er avgjort",
            "Gjør ferdig {n} brev der alt er avgjort",
            len(ready),
        )
        buttons.append(_button(reader, ready, says, TOGETHER))
    if mine:
        says = ngettext(
            "Åpne igjen {n} brev gjort ferdig samlet",
            "Åpne igjen {n} brev gjort ferdig samlet",
            len(mine),
        )
        buttons.append(_button(reader, mine, says, UNDONE))
    if not buttons:
        return Markup("")
    # The leader's own line stands where versions are built.
    line = Markup("") if reader.access.publishes else status()
    return Markup('<div class="pultlinje">{}{}</div>').format(Markup("").join(buttons), line)


def _button(reader: Reader, states: Iterable[State], says: str, why: str) -> Markup:
    events = [_event(reader, state, why) for state in states]
    return Markup('<button type="button" data-events="{}">{}</button>').format(
        json.dumps(events, ensure_ascii=False), says.format(n=whole(len(events)))
    )


def _event(reader: Reader, state: State, why: str) -> dict[str, Any]:
    return {
        "datasett": reader.version.dataset,
        "slag": DONE,
        "gjelder": state.about,
        "felt": "",
        "til": json.dumps(why == TOGETHER),
        "hvorfor": why,
        "tekst_hash": state.letter.hash,
        "seen": state.seen,
    }
