"""«Del»: what a reader may take along from a page: links, a short one, a QR code, papers."""

from html import escape
from typing import Final

import streamlit as st

from pages.parts.drawing.copying import copy_button
from pages.parts.papers.menu import choice, papers
from pages.parts.reading.language import _
from pages.parts.reading.origin import absolute, origin_of
from pages.parts.reading.reader import Reader
from pages.parts.sharing.allowance import ALLOWANCE
from pages.parts.wording.numbers import whole
from pages.server.assets import address
from queries.short_links import LONGEST_NAME

# Longer links are broken over lines by e-mail programs.
LONG: Final = 200


def share(reader: Reader) -> str:
    """Return the menu: a link that follows the data, one that does not, papers, a short one, code.

    Every page has the links, not every page has papers.
    """
    links = copy_button(reader.live.link(), _("Kopier lenke som følger nye data")) + copy_button(
        reader.pinned.link(), _("Kopier fast lenke til disse dataene")
    )
    files = "".join(
        f'<a href="{escape(link)}" download>{escape(name)}</a>' for name, link in papers(reader)
    )
    return (
        f'<details class="datasett deling"><summary>{escape(_("Del"))}</summary>'
        f"<div>{links}{files}{choice(reader)}{_short_link(reader)}{_code(reader)}</div></details>"
    )


def _short_link(reader: Reader) -> str:
    """Return the way to a short link: a name to fill in, and a button that makes it."""
    link = reader.pinned.link()
    length = len(absolute(_here(), link))
    hint = _("Tomt felt gir et tilfeldig navn.")
    if length > LONG:
        long = _("Den faste lenken er på {n} tegn. En kortlenke får plass i en e-post.")
        hint = f"{long.format(n=whole(length))} {hint}"
    return (
        f'<div class="kortlenke"><label>{escape(_("Navn på kortlenken"))}'
        f'<input type="text" maxlength="{LONGEST_NAME}" autocomplete="off" spellcheck="false">'
        f'</label><button type="button" data-kortlenke="{escape(address("/l"))}"'
        f' data-lenke="{escape(link)}" data-nokkel="{escape(_key())}"'
        f' data-feilet="{escape(_("Fikk ikke laget kortlenken. Prøv igjen."))}">'
        f"{escape(_('Lag kortlenke'))}</button>"
        f'<p class="hint">{escape(hint)}</p><p role="status"></p></div>'
    )


def _key() -> str:
    """Return the key that lets this session make short links; one for all its pages."""
    if "allowance" not in st.session_state:
        st.session_state.allowance = ALLOWANCE.issue()
    return str(st.session_state.allowance)


def _here() -> str:
    """Return the server's address as the reader has it, empty when that is not known."""
    try:
        return origin_of(st.context.url or "")
    except ValueError:
        return ""


def _code(reader: Reader) -> str:
    """Return the QR code of the pinned link, and the way to it as files."""
    png, svg = (
        escape(reader.pinned.view.url(address(f"/last-ned/qr/{reader.page}.{form}")))
        for form in ("png", "svg")
    )
    where = reader.sentence()
    alt = _("QR-kode med fast lenke til denne siden, {where}").format(where=where)
    return (
        f'<div class="qr"><img data-qr="svg" src="{svg}" alt="{escape(alt)}" width="128"'
        f' height="128" loading="lazy">'
        f'<p><a data-qr="png" href="{png}" download>{escape(_("QR-kode, PNG"))}</a>'
        f'<a data-qr="svg" href="{svg}" download>{escape(_("QR-kode, SVG"))}</a></p></div>'
    )
