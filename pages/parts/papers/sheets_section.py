"""All municipality sheets of a selection, as one file to download."""

from pages.parts.reading.language import _
from pages.parts.reading.markup import Markup
from pages.parts.reading.reader import Reader
from pages.server.assets import address


def all_sheets(reader: Reader) -> Markup:
    """Return the way to the sheets of the reader's selection, as HTML; they are made when asked."""
    link = reader.pinned.view.url(address("/last-ned/kommuner.zip"))
    name = _("Last ned alle kommuneark")
    return Markup('<p><a href="{}" download>{}</a></p>').format(link, name)
