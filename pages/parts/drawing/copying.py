"""Buttons that copy a link; screen.js does what they say."""

from html import escape

from pages.parts.reading.language import _
from pages.parts.reading.origin import public_address


def copy_button(link: str, text: str) -> str:
    """Return a button called `text` that copies the whole address of `link`."""
    return (
        f'<button type="button" data-kopier="{escape(public_address() + link)}"'
        f' data-kopiert="{escape(_("Lenken er kopiert"))}"'
        f' data-feilet="{escape(_("Lenken ble ikke kopiert"))}">{escape(text)}</button>'
    )
