"""A button that decides something of a letter; `review.js` gives it its key."""

import json
from collections.abc import Mapping
from typing import Any, NamedTuple

from pages.parts.reading.language import _
from pages.parts.reading.markup import Markup
from pages.parts.writing import event_in
from queries.review import UNDONE, Field, Item

_BUTTON = Markup(
    '<button type="button" data-tast="{key}" {event}>{text} <kbd>{shown}</kbd></button>'
)


class About(NamedTuple):
    """What every decision about a letter says of it."""

    datasett: str
    gjelder: str
    tekst_hash: str


def button(
    about: About,
    slag: str,
    one: Field | Item,
    key: str,
    text: str,
    said: Mapping[str, Any] | None,
    why: str = "",
) -> Markup:
    """Return the button with `key` that says `said` of `one`, a decision of the kind `slag`.

    What it says is None where it takes back what was said.
    """
    event = event_in(
        about.datasett,
        slag,
        about.gjelder,
        one.key,
        til=said,
        seen=one.seen,
        tekst_hash=about.tekst_hash,
        **({"hvorfor": why} if why else {}),
    )
    return _BUTTON.format(key=key, event=event, text=text, shown=key.upper())


def undo(about: About, slag: str, one: Field | Item) -> Markup:
    """Return the button that takes back the last step of `one` that stands."""
    before = json.loads(one.before) if one.before else None
    return button(about, slag, one, "u", _("Angre"), before, UNDONE)
