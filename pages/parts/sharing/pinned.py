"""The quiet lines above a page that shows an older data version."""

from typing import Final

from pages.parts.openings.moved_on_page import moved_on
from pages.parts.reading.language import _, ngettext
from pages.parts.reading.markup import Markup
from pages.parts.reading.reader import Reader
from pages.parts.wording.numbers import whole
from queries import newest

# A proposal of stations takes long to work out; how it moved is told when the reader asks.
SLOW: Final = ("plassering",)


def pinned(reader: Reader) -> Markup:
    """Return the line for a reader of an older version, nothing for others."""
    if not is_older(reader):
        return Markup("")
    fra = reader.view.fra if reader.path == "endringer" else reader.page
    return Markup(
        '<div class="melding" role="status"><p>{} <a href="{}">{}</a> · '
        '<a href="{}">{}</a></p></div>'
    ).format(
        _("Du ser data fra versjon {version}; det finnes nyere.").format(
            version=reader.version.version
        ),
        reader.link(versjon=None),
        _("Se nyeste"),
        reader.link("endringer", fra=fra),
        _("Hva er endret"),
    )


def moved(reader: Reader) -> Markup:
    """Return how many numbers on an older page have moved since, nothing for other readers.

    To be asked for when the page is drawn, which this must not hold up.
    """
    latest = newest(reader.version.dataset)
    if latest is None or not is_older(reader) or reader.page in SLOW:
        return Markup("")
    found = moved_on(reader, reader.page, reader.version, latest)
    if not found.compared:
        return Markup("")
    says = ngettext(
        "{n} tall på denne siden er endret.",
        "{n} tall på denne siden er endret.",
        found.count,
    ).format(n=whole(found.count))
    return Markup('<div class="melding" role="status"><p>{}</p></div>').format(
        says if found.count else _("Ingen tall på denne siden er endret.")
    )


def is_older(reader: Reader) -> bool:
    """Return whether the reader's data are not the newest of their set."""
    # Who asks for no version has just been given the newest.
    if reader.view.versjon is None:
        return False
    return newest(reader.version.dataset) not in (None, reader.version)
