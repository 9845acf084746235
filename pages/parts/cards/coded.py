"""The panel behind a number: the municipalities it counts, each with its passage."""

from collections.abc import Collection
from html import escape
from typing import Any

import streamlit as st

from pages.parts.answers.coded import coded_rows
from pages.parts.answers.masking import mask
from pages.parts.answers.ways import closed
from pages.parts.drawing.card import Card, foot, heading
from pages.parts.drawing.table import Column, Table
from pages.parts.reading.language import _
from pages.parts.reading.reader import Reader
from pages.parts.reading.tongue import NORWEGIAN, lang_of, quoted
from pages.parts.wording import answer_words, words
from pages.parts.wording.counted import who
from pages.parts.wording.distance import distance
from pages.parts.wording.numbers import whole


def show_answers(reader: Reader, fields: Collection[str]) -> None:
    """Draw the panel with the answers that are open, when they belong to one of `fields`."""
    if not reader.view.kode or reader.view.kode.split(":")[0] not in fields:
        return
    rows = coded_rows(reader)
    card = _card(reader, rows)
    way_out = f'<a class="lukk" href="{escape(closed(reader))}">{escape(_("Lukk"))}</a>'
    listed = "".join(_entry(row, reader) for row in rows)
    what = " ".join(filter(None, (reader.view.kode, reader.view.gruppe, reader.view.samtidig)))
    with st.container(key=f"kort-{card.name}"):
        st.html(
            f'<section class="bak" data-apnet="{escape(what)}" tabindex="-1">{way_out}'
            f"{heading(card)}<ol>{listed}</ol>{foot(card, reader)}</section>"
        )


def coded_answers(reader: Reader) -> Card:
    """Return the municipalities behind the number that is open, each with its passage."""
    return _card(reader, coded_rows(reader))


def _card(reader: Reader, rows: list[dict[str, Any]]) -> Card:
    quotes = [Column(_("Slik står det i svaret")), Column(_("Kodet"))]
    if reader.view.samtidig:
        quotes.insert(1, Column(_("Og slik")))
    return Card(
        name="kodede",
        query="kodede_svar",
        title=_title(reader, rows),
        lead=_where(reader),
        basis=_("{n} innbyggere").format(n=whole(sum(row["innbyggere"] for row in rows))),
        table=Table.of(
            [
                Column(_("Kommune")),
                Column(_("Politidistrikt")),
                Column(_("Innbyggere"), "whole"),
                Column(_("Til nærmeste tjenestested"), distance(reader).kind),
                *quotes,
            ],
            [
                (
                    row["navn"],
                    words.district_name(row["politidistrikt"]),
                    row["innbyggere"],
                    row["til_naermeste"],
                    *(quoted(text, row["malform"]) for _before, text, _after in row["utdrag"]),
                    answer_words.coders().get(row["kodet_av"]),
                )
                for row in rows
            ],
        ),
        links=tuple(reader.link("kommune", kommune=row["kommunenummer"]) for row in rows),
        shown=len(rows),
    )


def _title(reader: Reader, rows: list[dict[str, Any]]) -> str:
    if not reader.view.kode:
        return _("Ingen svar er åpnet")
    what = _pair(reader.view.kode)
    if reader.view.alone and rows:
        about = answer_words.inline(answer_words.coded(*what))
        return _("{name} om {what}").format(name=rows[0]["navn"], what=about)
    also = ""
    if reader.view.samtidig:
        also = answer_words.inline(answer_words.coded(*_pair(reader.view.samtidig)))
    return who(*what, len(rows), also, reader.answered)


def _pair(kode: str) -> tuple[str, str]:
    felt, verdi = kode.split(":")
    return felt, verdi


def _where(reader: Reader) -> str:
    if reader.view.alone:
        return ""
    where = reader.view.opened.sentence(_)
    if not reader.view.is_by_distance:
        return where
    distance = words.distances()[str(reader.view.gruppe).split(":")[1]]
    return _("{where}, {distance} til nærmeste tjenestested").format(
        where=where, distance=answer_words.inline(distance)
    )


def _entry(row: dict[str, Any], reader: Reader) -> str:
    link = escape(reader.link("kommune", kommune=row["kommunenummer"]))
    facts = [
        words.district_name(row["politidistrikt"]),
        _("{n} innb.").format(n=whole(row["innbyggere"])),
        _("{km} til tjenestested").format(km=distance(reader).text(row["til_naermeste"])),
    ]
    if row["kodet_av"]:
        facts.append(_("kodet {who}").format(who=answer_words.coders()[row["kodet_av"]]))
    # What is not said has no passage to look for.
    silent = _pair(str(reader.view.kode))[1] == "ikke_nevnt" or not row["kodet_av"]
    quotes = "" if silent else "".join(_quote(found, row) for found in row["utdrag"])
    return (
        f'<li><a href="{link}">{escape(row["navn"])}</a>'
        f"<small>{escape(' · '.join(facts))}</small>{quotes}</li>"
    )


def _quote(found: tuple[str, str | None, str], row: dict[str, Any]) -> str:
    before, text, after = found
    if text is None:
        # Of a known statement there is no text, only what was retold, and where.
        told = escape(_("Koden har ikke noe utdrag."))
        if row["merknad"]:
            told = f'<span lang="{NORWEGIAN}">{escape(mask(row["merknad"]))}</span>'
        if str(row["kilde"]).startswith("https://"):
            link = f'<a href="{escape(row["kilde"])}" rel="noreferrer">{escape(_("Kilde"))}</a>'
            told = f"{told} {link}"
        return f"<p>{told}</p>"
    lang = lang_of(row["malform"])
    said = f"{escape(before)} <mark>{escape(text)}</mark> {escape(after)}"
    return f'<blockquote lang="{lang}">{said}</blockquote>'
