"""Buttons that copy a link; screen.js does what they say."""

from pages.parts.reading.language import _
from pages.parts.reading.markup import Markup
from pages.parts.reading.origin import public_address

_BUTTON = Markup(
    '<button type="button" data-kopier="{link}" data-kopiert="{copied}" data-feilet="{failed}">'
    "{text}</button>"
)


def copy_button(link: str, text: str) -> Markup:
    """Return a button called `text` that copies the whole address of `link`."""
    return _BUTTON.format(
        link=public_address() + link,
        copied=_("Lenken er kopiert"),
        failed=_("Lenken ble ikke kopiert"),
        text=text,
    )
