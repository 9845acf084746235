"""From a number to the answers behind it: links that open them, and the panel they are read in."""

from collections.abc import Collection
from dataclasses import dataclass, replace
from functools import lru_cache
from html import escape
from typing import Any, Final

import streamlit as st

from pages.parts.answers.masking import mask
from pages.parts.answers.passages import reflow
from pages.parts.drawing.card import Card, foot, heading
from pages.parts.drawing.table import Column, Table
from pages.parts.reading.language import _
from pages.parts.reading.reader import Reader
from pages.parts.reading.tongue import NORWEGIAN, lang_of, quoted
from pages.parts.wording import answer_words, words
from pages.parts.wording.counted import who
from pages.parts.wording.distance import distance
from pages.parts.wording.groups import FIELDS, FOCUS
from pages.parts.wording.numbers import whole
from queries.openings import KJENNETEGN, SAMLET, of_municipality

# So much of the answer is shown on either side of a passage, in characters.
CONTEXT: Final = 110
# What identifies a person is sought in this much, so that no rule loses the words it goes by.
SOUGHT: Final = 800


@dataclass(frozen=True)
class Opening:
    """A way into the answers behind a number, or out of them when they are open."""

    link: str
    is_open: bool


# What lies behind every value that a measure may have: its coded field, whether the municipality
# answered at all, and how far it has to a station.
EVERY_MEASURE: Final = (*FIELDS.values(), *KJENNETEGN)


def opening(
    reader: Reader, kode: str, gruppe: str | None = None, samtidig: str | None = None
) -> Opening:
    """Return the way into the answers coded `kode`, such as «tema:rus».

    `gruppe` narrows them to one bar's group («politidistrikt:Nordland», «landet»), and `samtidig`
    to municipalities that also have that code.
    """
    view = reader.view
    if (view.kode, view.gruppe, view.samtidig) == (kode, gruppe, samtidig):
        return Opening(closed(reader), is_open=True)
    return Opening(reader.link(kode=kode, gruppe=gruppe, samtidig=samtidig), is_open=False)


def behind_value(reader: Reader, measure: str, value: str) -> Opening:
    """Return the way into the municipalities with `value` of `measure`, whatever the value is."""
    return opening(reader, behind(measure, value))


def behind(measure: str, value: str) -> str:
    """Return the code that opens the municipalities with `value` of `measure`."""
    if value == "ikke_svart":
        return f"svar:{value}"
    return f"{FIELDS.get(measure, measure)}:{value}"


def in_focus(measure: str) -> str:
    """Return the code that opens what `measure` is about: dissatisfied, wants, offers."""
    return f"{FIELDS[measure]}:{'-'.join(FOCUS[measure])}"


def every_answer(measure: str) -> str:
    """Return the code that opens all who answered the point that `measure` is about."""
    field = FIELDS[measure]
    return f"{field}:{SAMLET[field][-1]}"


def behind_cell(reader: Reader, kode: str, number: str) -> Opening:
    """Return the way into what municipality `number` alone wrote that is coded `kode`."""
    return opening(reader, kode, of_municipality(number))


def closed(reader: Reader) -> str:
    """Return the address of the same page with no answers open."""
    return reader.link(kode=None, gruppe=None, samtidig=None)


def show_answers(reader: Reader, fields: Collection[str]) -> None:
    """Draw the panel with the answers that are open, when they belong to one of `fields`."""
    if not reader.view.kode or reader.view.kode.split(":")[0] not in fields:
        return
    rows = _rows(reader)
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
    return _card(reader, _rows(reader))


def passage(row: dict[str, Any]) -> tuple[str, str | None, str]:
    """Return the passage of a coded answer with the nearest words before and after it.

    What identifies a private person is left out of all three; the passage is None when the code
    rests on none.
    """
    if row["utdrag"] is None:
        return "", None, ""
    before, after = (row["foran"] or "")[-SOUGHT:], (row["etter"] or "")[:SOUGHT]
    before, after = _line(before), _line(after)
    if len(before) > CONTEXT:
        before = "… " + before[-CONTEXT:].partition(" ")[2]
    if len(after) > CONTEXT:
        after = after[:CONTEXT].rpartition(" ")[0] + " …"
    return before, _line(row["utdrag"]), after


@lru_cache(maxsize=8192)
def _line(text: str) -> str:
    """Return `text` on one line, without what identifies a private person."""
    return " ".join(reflow(mask(text)).split())


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


def _rows(reader: Reader) -> list[dict[str, Any]]:
    """Return one row per municipality whose answers are open, with one passage per code."""
    view = reader.view.opened
    first = replace(reader, view=view).ask("kodede_svar").to_dicts()
    if not view.samtidig:
        return [row | {"utdrag": [passage(row)]} for row in first]
    swapped = view.having(kode=view.samtidig, samtidig=view.kode)
    second = {
        row["kommunenummer"]: passage(row)
        for row in replace(reader, view=swapped).ask("kodede_svar").to_dicts()
    }
    return [row | {"utdrag": [passage(row), second[row["kommunenummer"]]]} for row in first]


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
