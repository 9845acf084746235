"""The list of offered premises: search it, narrow it, sort it, choose from it."""

import math
from collections.abc import Sequence
from html import escape
from typing import Any, Final

import streamlit as st

from data import vocabulary as v
from pages.parts.choosing.filters import pick_many
from pages.parts.choosing.reach_filters import limit_button
from pages.parts.reading.language import _
from pages.parts.reading.reader import Reader
from pages.parts.reading.session import change, keep, key_for
from pages.parts.wording import words
from pages.parts.wording.distance import distance
from pages.parts.wording.numbers import NONE, whole
from pages.parts.wording.opening import Spot
from queries.view import MAX_CHOSEN, MAX_TEXT

Row = dict[str, Any]
# Radius in pixels of a ring on the map, for nobody and for the most people brought within reach.
SMALLEST: Final = 3
LARGEST: Final = 13


def list_filters(reader: Reader) -> None:
    """Draw the filters that only this list has: free text, type of premises, wish for a station."""
    view = reader.view
    wishes = {k: w for k, w in words.values("onsker").items() if k in v.STASJONSONSKE}
    with st.container(key="listefilter", horizontal=True, gap="small", vertical_alignment="center"):
        key = key_for("sok", view.sok)
        st.text_input(
            _("Søk i lokalene"),
            view.sok,
            key=key,
            type="search",
            max_chars=MAX_TEXT,
            placeholder=_("Søk i kommune, lokale, tekst"),
            label_visibility="collapsed",
            on_change=lambda: keep("sok", " ".join(st.session_state[key].split())),
            width=190,
        )
        pick_many(_("Lokaltype"), "lokaltype", view.lokaltype, words.premises())
        pick_many(_("Ønsker tjenestested"), "onsker", view.onsker, wishes)
        limit_button(reader)


def offer_list(reader: Reader, rows: Sequence[Row]) -> str:
    """Return the offers as an HTML table: headings sort, rows choose and let go.

    Every heading and row is a link, so that a sorted list with its choice is an address.
    """
    limit = distance(reader).limit(reader.view.grense)
    headings = (
        ("kommune", _("Kommune")),
        ("lokaltype", _("Lokale")),
        ("tilbyr", _("Tilbud")),
        ("onsker", _("Nytt tjenestested")),
        ("km", _("Til nærmeste i dag")),
        ("flere", _("Flere innen {limit}").format(limit=limit)),
        ("naermere", _("Får kortere vei")),
        ("spart", _("Spart i alt, person-km")),
    )
    numbers = ("km", "flere", "naermere", "spart")
    head = "".join(_heading(reader, by, text, by in numbers) for by, text in headings)
    body = "".join(_row(reader, row) for row in rows)
    return (
        f'<div class="tabell liste" tabindex="0"><table><caption>{escape(_("Lokaler som tilbys"))}'
        f"</caption><thead><tr>{head}</tr></thead><tbody>{body}</tbody></table></div>"
    )


def on_map(rows: Sequence[Row], places: Sequence[Row]) -> list[Spot]:
    """Return one ring per municipality that offers, larger the more people it brings near.

    `places` are the municipalities of query `kart`; the area of a ring grows with the number.
    """
    where = {place["kommunenummer"]: place for place in places}
    gains = {row["kommunenummer"]: row["flere_innenfor"] or 0 for row in rows}
    most = max(gains.values(), default=0)
    return [
        Spot(
            where[number]["kart_x"],
            where[number]["kart_y"],
            hollow=True,
            size=SMALLEST + (LARGEST - SMALLEST) * math.sqrt(gain / most if most else 0),
        )
        for number, gain in gains.items()
    ]


def toggle(reader: Reader, rows: Sequence[Row], kommunenummer: str) -> None:
    """Choose every offer of a municipality, or let them go when they all are chosen."""
    offered = [r["lokale_id"] for r in rows if r["kommunenummer"] == kommunenummer]
    chosen = reader.view.valgt
    if offered and set(offered) <= set(chosen):
        change(valgt=tuple(k for k in chosen if k not in offered))
    elif offered:
        change(valgt=tuple(dict.fromkeys((*chosen, *offered)))[-MAX_CHOSEN:])


def _heading(reader: Reader, by: str, text: str, is_number: bool) -> str:
    now = reader.view.sorter
    rising = now == by
    sorted_now = now.removeprefix("-") == by
    order = f' aria-sort="{"ascending" if rising else "descending"}"' if sorted_now else ""
    right = ' class="tall"' if is_number else ""
    link = escape(reader.link(sorter=f"-{by}" if rising else by))
    return f'<th scope="col"{order}{right}><a href="{link}">{escape(text)}</a></th>'


def _row(reader: Reader, row: Row) -> str:
    key = row["lokale_id"]
    chosen = key in reader.view.valgt
    others = tuple(k for k in reader.view.valgt if k != key)
    after = others if chosen else (*others, key)[-MAX_CHOSEN:]
    what = f"{row['kommune']}, {row['lokaltype'].lower()}"
    action = (_("Fjern {what}") if chosen else _("Velg {what}")).format(what=what)
    shared = ", ".join(row["delt_med"])
    premises = escape(row["lokaltype"])
    if shared:
        premises += f"<small>{escape(_('med {shared}').format(shared=shared))}</small>"
    cells = (
        (_("Tilbud"), row["tilbyr"], ""),
        (_("Nytt tjenestested"), row["onsker"], ""),
        (_("Til nærmeste i dag"), distance(reader).text(row["til_naermeste"]), "tall"),
        (_("Flere innenfor"), whole(row["flere_innenfor"]), "tall"),
        (_("Får kortere vei"), whole(row["naermere"]), "tall"),
        (_("Spart, person-km"), whole(row["spart"]), "tall"),
    )
    rest = "".join(
        f'<td class="{kind}" data-navn="{escape(name)}">{escape(text or NONE)}</td>'
        for name, text, kind in cells
    )
    return (
        f'<tr{" class=valgt" if chosen else ""}><th scope="row">'
        f'<a href="{escape(reader.link(valgt=after))}" aria-label="{escape(action)}">'
        f'<span class="avkryssing" aria-hidden="true"></span>{escape(row["kommune"])}</a></th>'
        f'<td data-navn="{escape(_("Lokale"))}">{premises}</td>{rest}</tr>'
    )
