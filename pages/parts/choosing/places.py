"""Finding a municipality: by name in any of its languages, by number, or from the list."""

from collections.abc import Mapping, Sequence
from html import escape
from typing import Any

import streamlit as st

from pages.parts.reading.language import _, ngettext
from pages.parts.reading.reader import Reader
from pages.parts.reading.session import change, keep, key_for
from pages.parts.wording.numbers import whole
from pages.parts.wording.words import district_name
from queries.view import MAX_TEXT

Row = Mapping[str, Any]


def full_name(row: Row) -> str:
    """Return the name of the municipality of `row` in all its languages, the Norwegian first."""
    return " – ".join([row["navn"], *row["andre_navn"]])


def find_box(reader: Reader) -> None:
    """Draw the search for a municipality; the only one that fits opens at once."""
    key = key_for("finn", reader.view.finn)

    def search() -> None:
        text = " ".join(st.session_state[key].split())
        found = reader.ask("kommune_finn", finn=text).to_dicts()
        keep("finn", text)
        # What is found by a name of another year is told of before it is opened.
        if len(found) == 1 and not found[0]["ellers"]:
            change(finn="", kommune=found[0]["kommunenummer"])
        elif text:
            change(kommune=None)

    st.text_input(
        _("Søk etter kommune"),
        reader.view.finn,
        key=key,
        type="search",
        max_chars=MAX_TEXT,
        placeholder=_("Navn, samisk navn eller nummer"),
        label_visibility="collapsed",
        on_change=search,
        width=320,
    )


def directory(reader: Reader) -> str:
    """Return what the search found, and the municipalities of the selection, as HTML."""
    return _hits(reader) + _list(reader, reader.ask("kommune_liste").to_dicts())


def steps(reader: Reader) -> str:
    """Return the way to the municipality before and after in the filtered list, as HTML.

    The list is in Norwegian order. A municipality outside the filter is in no list.
    """
    rows = reader.ask("kommune_liste").to_dicts()
    numbers = [row["kommunenummer"] for row in rows]
    every = (
        f'<a href="{escape(reader.link(kommune=None, finn=""))}">{escape(_("Alle kommuner"))}</a>'
    )
    if reader.view.kommune not in numbers:
        outside = escape(_("Kommunen er utenfor filteret"))
        return (
            f'<nav class="bla" aria-label="{escape(_("Bla"))}">{every}<span>{outside}</span></nav>'
        )
    here = numbers.index(reader.view.kommune)
    where = _("{n} av {of}").format(n=whole(here + 1), of=whole(len(rows)))
    before = _step(reader, rows[here - 1], _("Forrige: {name}"), "prev") if here else ""
    after = (
        _step(reader, rows[here + 1], _("Neste: {name}"), "next") if here + 1 < len(rows) else ""
    )
    return (
        f'<nav class="bla" aria-label="{escape(_("Bla"))}">{every}{before}'
        f"<span>{escape(where)}</span>{after}</nav>"
    )


def _step(reader: Reader, row: Row, text: str, kind: str) -> str:
    link = escape(reader.link(kommune=row["kommunenummer"]))
    return f'<a rel="{kind}" href="{link}">{escape(text.format(name=row["navn"]))}</a>'


def _hits(reader: Reader) -> str:
    asked = reader.view.finn
    if not asked:
        return ""
    rows = reader.ask("kommune_finn").to_dicts()
    if not rows:
        text = _("Ingen kommune heter noe som likner «{text}».").format(text=asked)
        return f'<div class="treff" role="status"><p>{escape(text)}</p></div>'
    links = "".join(
        f'<li><a href="{escape(reader.link(kommune=row["kommunenummer"], finn=""))}">'
        f"{escape(full_name(row))}</a><small>{escape(row['kommunenummer'])} · "
        f"{escape(district_name(row['politidistrikt']))}{escape(_other_year(row))}</small></li>"
        for row in rows
    )
    says = ngettext(
        "{n} kommune passer med «{text}»", "{n} kommuner passer med «{text}»", len(rows)
    ).format(n=whole(len(rows)), text=asked)
    return f'<div class="treff" role="status"><p>{escape(says)}</p><ul>{links}</ul></div>'


def _other_year(row: Row) -> str:
    """Return what a municipality found by a name of another year is to the one it is now."""
    if not row["ellers"]:
        return ""
    text = (
        _(" · {name} er en del av kommunen i inndelingen 2020–2023")
        if row["del_av"]
        else _(" · {name} er denne kommunen i inndelingen 2020–2023")
    )
    return text.format(name=row["ellers"])


def _list(reader: Reader, rows: Sequence[Row]) -> str:
    if not rows:
        return ""
    silent = _("ikke innhentet") if reader.is_known else _("ikke svart")
    items = "".join(
        f'<li><a href="{escape(reader.link(kommune=row["kommunenummer"], finn=""))}">'
        f"{escape(row['navn'])}</a>"
        + ("" if row["har_svart"] else f" <small>{escape(silent)}</small>")
        + "</li>"
        for row in rows
    )
    return f'<ul class="kommuneliste">{items}</ul>'
