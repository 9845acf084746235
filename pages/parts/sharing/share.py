"""«Del»: what a reader may take along from a page: links, a short one, a QR code, papers."""

from typing import Final

import streamlit as st

from pages.parts.drawing.copying import copy_button
from pages.parts.papers.menu import choice, papers
from pages.parts.reading.language import _
from pages.parts.reading.markup import Markup
from pages.parts.reading.origin import absolute, origin_of
from pages.parts.reading.reader import Reader
from pages.parts.sharing.allowance import ALLOWANCE
from pages.parts.wording.numbers import whole
from pages.server.assets import address
from queries.short_links import LONGEST_NAME

# Longer links are broken over lines by e-mail programs.
LONG: Final = 200
_SHORT = Markup(
    '<div class="kortlenke"><label>{name}'
    '<input type="text" id="kortnavn" maxlength="{longest}" autocomplete="off" spellcheck="false">'
    '</label><button type="button" data-kortlenke="{make}" data-lenke="{link}"'
    ' data-feilet="{failed}">{button}</button>'
    '<p class="hint">{hint}</p><p role="status" data-egen></p></div>'
)
_CODE = Markup(
    '<div class="qr"><img data-qr="svg" src="{svg}" alt="{alt}" width="128" height="128"'
    ' loading="lazy"><p><a data-qr="png" href="{png}" download>{as_png}</a>'
    '<a data-qr="svg" href="{svg}" download>{as_svg}</a></p></div>'
)


def share(reader: Reader, origin: str) -> Markup:
    """Return the menu: a link that follows the data, one that does not, papers, a short one, code.

    Every page has the links, not every page has papers. `origin` is the server's address as the
    reader has it, empty when that is not known.
    """
    parts = [
        copy_button(reader.live.link(), _("Kopier lenke som følger nye data")),
        copy_button(reader.pinned.link(), _("Kopier fast lenke til disse dataene")),
        *(
            Markup('<a href="{}" download>{}</a>').format(link, name)
            for name, link in papers(reader)
        ),
        choice(reader),
        _short_link(reader, origin),
        _code(reader),
    ]
    return Markup(
        '<details class="meny datasett deling" id="del"><summary>{}</summary>'
        "<div>{}</div></details>"
    ).format(_("Del"), Markup("").join(parts))


def allowance() -> Markup:
    """Return where the session keeps the key that lets it make short links, for all its pages."""
    if "allowance" not in st.session_state:
        st.session_state.allowance = ALLOWANCE.issue()
    return Markup('<i hidden data-nokkel="{}"></i>').format(st.session_state.allowance)


def here() -> str:
    """Return the server's address as the reader has it, empty when that is not known."""
    try:
        return origin_of(st.context.url or "")
    except ValueError:
        return ""


def _short_link(reader: Reader, origin: str) -> Markup:
    """Return the way to a short link: a name to fill in, and a button that makes it."""
    link = reader.pinned.link()
    length = len(absolute(origin, link))
    hint = _("Tomt felt gir et tilfeldig navn.")
    if length > LONG:
        long = _("Den faste lenken er på {n} tegn. En kortlenke får plass i en e-post.")
        hint = f"{long.format(n=whole(length))} {hint}"
    return _SHORT.format(
        name=_("Navn på kortlenken"),
        longest=LONGEST_NAME,
        make=address("/l"),
        link=link,
        failed=_("Fikk ikke laget kortlenken. Prøv igjen."),
        button=_("Lag kortlenke"),
        hint=hint,
    )


def _code(reader: Reader) -> Markup:
    """Return the QR code of the pinned link, and the way to it as files."""
    png, svg = (
        reader.pinned.view.url(address(f"/last-ned/qr/{reader.page}.{form}"))
        for form in ("png", "svg")
    )
    where = reader.sentence()
    return _CODE.format(
        svg=svg,
        png=png,
        alt=_("QR-kode med fast lenke til denne siden, {where}").format(where=where),
        as_png=_("QR-kode, PNG"),
        as_svg=_("QR-kode, SVG"),
    )
