"""The figure card: the one way to show anything.

A title that states the finding, the figure, and under it what the figure rests on: n and coverage,
source, data version, the same rows as a table, the definition, and downloads.
"""

from dataclasses import dataclass, field
from html import escape
from typing import Final

import plotly.graph_objects as go
import streamlit as st

from pages.parts.drawing.copying import copy_button
from pages.parts.drawing.table import Table, Ways
from pages.parts.reading.language import _
from pages.parts.reading.reader import Reader
from pages.parts.reading.session import change
from pages.parts.wording import words
from queries import queries

# Longer tables open on a page of their own.
INLINE_ROWS: Final = 40
CONFIG: Final = {"displayModeBar": False, "responsive": True, "scrollZoom": False}


@dataclass(frozen=True)
class Card:
    """One figure with all that belongs to it, in the reader's language and for her View."""

    # The card's name in addresses and file names.
    name: str
    # The query the rows come from; its description is the definition readers see.
    query: str
    title: str
    # n and coverage, in words.
    basis: str
    table: Table
    # HTML of our own making, a chart, or nothing where the table is the figure.
    figure: str | go.Figure = ""
    alt: str = ""
    # Whether each point of the chart opens an answer: its custom data are the code and the group.
    picks: bool = False
    lead: str = ""
    # Addresses behind the rows of the table, where a row leads somewhere.
    links: tuple[str, ...] = ()
    # Addresses behind single cells of the table, by row and column.
    ways: Ways = field(default_factory=dict)
    # Where the rows come from, for cards that are not about what the data set's senders said.
    source: str = ""
    # What the demo set says on such a card instead of that its answers are invented.
    real: str = ""
    # How many rows of the table are the figure, where the card has no other.
    shown: int = 0
    # Whether the figure is itself a table or a text, so that the table opens on its own page only.
    aside: bool = False


def show(card: Card, reader: Reader) -> None:
    """Draw `card` on the page."""
    with st.container(key=f"kort-{card.name}"):
        if isinstance(card.figure, go.Figure):
            st.html(heading(card))
            key = f"figur-{card.name}"
            if card.picks:
                st.plotly_chart(
                    card.figure,
                    key=key,
                    theme=None,
                    config=CONFIG,
                    alt=card.alt,
                    on_select=lambda: _pick(key),
                    selection_mode="points",
                )
            else:
                st.plotly_chart(card.figure, key=key, theme=None, config=CONFIG, alt=card.alt)
            st.html(foot(card, reader))
        else:
            st.html(heading(card) + figure(card) + foot(card, reader))


def heading(card: Card) -> str:
    """Return the card's title and lead as HTML."""
    lead = f"<p>{escape(card.lead)}</p>" if card.lead else ""
    return f'<header class="kort-hode"><h2>{escape(card.title)}</h2>{lead}</header>'


def figure(card: Card) -> str:
    """Return the card's figure as HTML: its own, or the first rows of its table."""
    if not card.shown or not card.table.rows:
        return str(card.figure)
    first = Table(card.table.columns, card.table.rows[: card.shown])
    return first.html(card.title, card.links, card.ways)


def foot(card: Card, reader: Reader) -> str:
    """Return what stands under the figure: basis, source, table, definition, downloads, link.

    `screen.js` fetches table and definition from the card's own page when a reader opens them, so
    that a filter change sends only what is seen.
    """
    csv, xlsx, page = (_file(card, reader, form) for form in ("csv", "xlsx", "html"))
    links, opened = [], ""
    if card.shown < len(card.table.rows) <= INLINE_ROWS and not card.aside:
        opened = _fetched(_("Vis tabell"), page, ".tabell")
    elif len(card.table.rows) > card.shown:
        all_rows = _("Vis hele tabellen, {n} rader").format(n=len(card.table.rows))
        links.append(f'<a href="{page}">{escape(all_rows)}</a>')
    links += [
        f'<a href="{csv}" download>{escape(_("Last ned CSV"))}</a>',
        f'<a href="{xlsx}" download>{escape(_("Last ned XLSX"))}</a>',
        copy_button(reader.pinned.to_card(card.name), _("Kopier lenke til figuren")),
        copy_button(reader.live.to_card(card.name), _("Kopier lenke som følger nye data")),
    ]
    return (
        f'<footer class="kort-fot" data-kort="{card.name}">'
        f"<p>{_undivided(basis_line(card, reader), reader.version.version)}</p>"
        f'<div class="kort-valg">{opened}'
        f"{_fetched(_('Om tallene'), page, '.definisjon')}"
        f"{''.join(links)}</div></footer>"
    )


def _undivided(line: str, version: str) -> str:
    """Return `line` as HTML that never breaks inside the data version, which people copy."""
    return escape(line).replace(version, f'<span class="udelt">{version}</span>')


def basis_line(card: Card, reader: Reader) -> str:
    """Return what the figure rests on, as one line of text."""
    parts = [
        card.basis,
        card.source or words.sources()[reader.version.dataset],
        _("Data {version}").format(version=reader.version.version),
    ]
    if reader.is_demo:
        invented = _("DEMODATA – oppdiktede svar")
        real = _("DEMODATA – men her er steder, avstander og folketall virkelige")
        parts.insert(0, (card.real or real) if card.source else invented)
    return ". ".join(p.rstrip(".") for p in parts if p) + "."


def meaning(card: Card) -> list[str]:
    """Return the query's own description in the reader's language, paragraph by paragraph."""
    return [_(p) for p in queries()[card.query].paragraphs]


def definition(card: Card) -> str:
    """Return the query's own description as HTML, with the name of the file that holds the SQL."""
    paragraphs = "".join(f"<p>{escape(paragraph)}</p>" for paragraph in meaning(card))
    place = _("Spørringen ligger i queries/{name}.sql.").format(name=card.query)
    return f'<div class="definisjon">{paragraphs}<p>{escape(place)}</p></div>'


def _fetched(summary: str, page: str, part: str) -> str:
    """Return what opens to show `part`, a selector, of the card's own page."""
    way = f'<p><a href="{page}">{escape(_("Åpne på egen side"))}</a></p>'
    return (
        f'<details data-hent="{page}" data-del="{part}"><summary>{escape(summary)}</summary>'
        f"{way}</details>"
    )


def _pick(key: str) -> None:
    """Open the answer behind the point that was picked."""
    for point in st.session_state[key].selection.points[:1]:
        kode, gruppe = point["customdata"]
        change(kode=kode, gruppe=gruppe, samtidig=None)


def _file(card: Card, reader: Reader, form: str) -> str:
    return escape(reader.view.url(f"/last-ned/{reader.page}/{card.name}.{form}"))
