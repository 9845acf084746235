"""Vurdering: where the letters are confirmed, one by one, by those who may."""

import datetime as dt
import uuid

from pages.parts.drawing.document import write
from pages.parts.reading.language import _
from pages.parts.reading.markup import Markup
from pages.parts.reading.reader import Reader
from pages.parts.reading.session import current
from pages.parts.reviewing.desk import desk
from pages.parts.reviewing.overview import overview
from pages.parts.reviewing.twice import twice
from pages.parts.writing import status
from queries.review import (
    State,
    letters,
    next_letter,
    next_second,
    progress,
    second_states,
    states,
    unfinished_second,
)
from queries.review.state import HOLD
from queries.writing import Event, Post, WorkError, everything, written


def closed() -> Markup:
    """Return what everybody else sees, who may not confirm codes."""
    return Markup('<div class="funn"><h1>{}</h1><p>{}</p></div>{}').format(
        _("Vurdering er for dem som er logget inn som saksbehandler eller leder"),
        _(
            "Her bekreftes kodene i brevene, før de er en del av tallene. Alt som er offentlig, "
            "står på de andre sidene."
        ),
        # Who was here a moment ago, and is not logged in any more, is told what became of her work.
        status(),
    )


def take(reader: Reader, state: State) -> tuple[Event, ...]:
    """Take the letter that is opened, unless somebody has it or it is finished."""
    if not reader.access or state.held or state.status == "ferdig":
        return ()
    post = Post(
        id=str(uuid.uuid4()),
        datasett=reader.version.dataset,
        slag=HOLD,
        gjelder=state.about,
        felt="",
        fra=None,
        til="true",
        hvorfor="",
        tekst_hash=state.letter.hash,
        seen=None,
    )
    return written(reader.access, [post])


def page(reader: Reader) -> Markup:
    every = letters(reader.access, reader.version)
    if not reader.access or not reader.access.codes:
        return closed()
    now, me = dt.datetime.now(dt.UTC), reader.access.subject
    try:
        events = everything(reader.access, reader.version.dataset)
        found, second = states(every, events, now), second_states(every, events, now)
        # Who reads a letter as the second does not see what the first says until both are done.
        named = {state.name: state for state in (*found.values(), *second.values())}
        blind = unfinished_second(second, events, me)
        named |= {key: second[key] for key in blind}
        state = named.get(reader.view.brev or "")
        if state and take(reader, state):
            events = everything(reader.access, reader.version.dataset)
            found, second = states(every, events, now), second_states(every, events, now)
            readings = found if state.name in found else second
            state = readings[state.letter.innspill_id]
    except WorkError as wrong:
        return Markup('<div class="funn"><h1>{}</h1><p>{}</p></div>').format(
            _("Vurderingene kan ikke leses nå"), str(wrong)
        )
    if not state:
        told = progress(found.values(), events)
        read_twice = twice(reader, second, events, now)
        return overview(reader, list(found.values()), told, read_twice, blind)
    key = state.letter.innspill_id
    if state.name not in found:
        rest = {other: each for other, each in second.items() if other != key}
        return desk(reader, state, next_second(rest, events, me))
    return desk(reader, state, next_letter([s for k, s in found.items() if k != key], me))


# What is written changes between two drawings of the same View, so nothing here is remembered.
reader = current()
write("innhold", page(reader), reader)
