"""All municipality sheets of a selection, as one file to download."""

from html import escape

from pages.parts.reading.language import _
from pages.parts.reading.reader import Reader
from pages.server.assets import address


def all_sheets(reader: Reader) -> str:
    """Return the way to the sheets of the reader's selection, as HTML; they are made when asked."""
    link = reader.pinned.view.url(address("/last-ned/kommuner.zip"))
    name = escape(_("Last ned alle kommuneark"))
    return f'<p><a href="{escape(link)}" download>{name}</a></p>'
