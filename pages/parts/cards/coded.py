"""The panel behind a number: the municipalities it counts, each with its passage."""

from collections.abc import Collection
from typing import Any, Final

from pages.parts.answers.coded import coded_rows
from pages.parts.answers.masking import mask
from pages.parts.answers.ways import closed
from pages.parts.drawing.card import Card, foot, framed, heading
from pages.parts.drawing.table import Column, Table
from pages.parts.reading.language import _
from pages.parts.reading.markup import Markup
from pages.parts.reading.reader import Reader
from pages.parts.reading.tongue import NORWEGIAN, lang_of, quoted
from pages.parts.wording import answer_words, machine, words
from pages.parts.wording.counted import not_of, of_one, who
from pages.parts.wording.distance import distance
from pages.parts.wording.numbers import begun, whole
from queries.openings import KJENNETEGN

# Shorter lists are read at a glance.
FEW: Final = 5
_PANEL: Final = Markup(
    '<div class="bak" data-apnet="{what}" tabindex="-1"><a class="lukk" href="{closed}">{close}</a>'
    '{heading}{tools}<ol tabindex="0">{rows}</ol>{foot}</div>'
)
_TOOLS: Final = Markup(
    '<div class="bak-valg"><input type="search" id="bak-sok-{what}" aria-label="{search}"'
    ' placeholder="{search}" autocomplete="off" spellcheck="false"><select id="bak-orden-{what}"'
    ' aria-label="{order}">{choices}</select><p role="status" data-egen data-vises="{left}"></p>'
    "</div>"
)


def answers_behind(reader: Reader, fields: Collection[str]) -> Markup:
    """Return the panel with the answers that are open, when they belong to one of `fields`."""
    if not reader.view.kode or reader.view.kode.split(":")[0] not in fields:
        return Markup("")
    rows = coded_rows(reader)
    card = _card(reader, rows)
    what = " ".join(filter(None, (reader.view.kode, reader.view.gruppe, reader.view.samtidig)))
    panel = _PANEL.format(
        what=what,
        closed=closed(reader),
        close=_("Lukk"),
        heading=heading(card),
        tools=_tools(what) if len(rows) > FEW else "",
        rows=Markup("").join(_entry(row, reader) for row in rows),
        foot=foot(card, reader),
    )
    return framed(card.name, panel, reader)


def _tools(what: str) -> Markup:
    """Return the search and the order of the list, which `behind.js` does in the browser."""
    orders = {"": _("Utdrag først"), "innbyggere": _("Flest innbyggere"), "navn": _("Navn")}
    return _TOOLS.format(
        # An id of its own for each number, so that what was sought behind another is forgotten.
        what=what.replace(" ", "-"),
        search=_("Søk i listen"),
        order=_("Rekkefølge"),
        choices=Markup("").join(
            Markup('<option value="{}">{}</option>').format(*each) for each in orders.items()
        ),
        left=_("{n} av {all} vises"),
    )


def coded_answers(reader: Reader) -> Card:
    """Return the municipalities behind the number that is open, each with its passage."""
    return _card(reader, coded_rows(reader))


def _card(reader: Reader, rows: list[dict[str, Any]]) -> Card:
    quotes = [Column(_("Slik står det i svaret")), Column(_("Kodet")), *_standing()]
    if reader.view.samtidig:
        quotes.insert(1, Column(_("Og slik")))
    return Card(
        name="kodede",
        query="kodede_svar",
        title=_title(reader, rows),
        lead=_where(reader),
        basis=_("{n} innbyggere").format(n=whole(sum(row["innbyggere"] for row in rows)))
        if rows
        else "",
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
                    machine.statuses().get(row["status"]),
                    row["regel"],
                    row["sikkerhet"],
                )
                for row in rows
            ],
        ),
        links=tuple(reader.link("kommune", kommune=row["kommunenummer"]) for row in rows),
        shown=len(rows),
    )


def _standing() -> list[Column]:
    """Return the columns of how far a code can be relied on."""
    return [Column(_("Status")), Column(_("Regel")), Column(_("Sikkerhet"), "share")]


def _title(reader: Reader, rows: list[dict[str, Any]]) -> str:
    if not reader.view.kode:
        return _("Ingen svar er åpnet")
    what = _pair(reader.view.kode)
    also = _pair(reader.view.samtidig) if reader.view.samtidig else None
    if reader.view.alone and rows:
        # What is known of a municipality is nothing it has written about.
        if what[0] in KJENNETEGN:
            return of_one(rows[0]["navn"], *what, reader.answered, reader.view.sesong)
        about = answer_words.inline(answer_words.coded(*what, reader.view.sesong))
        return _("{name} om {what}").format(name=rows[0]["navn"], what=about)
    if reader.view.alone:
        names = reader.country.ask("kart").select("kommunenummer", "navn").rows()
        return not_of(dict(names)[reader.view.alone], *what)
    return who(*what, len(rows), also, reader.answered, reader.view.sesong)


def _pair(kode: str) -> tuple[str, str]:
    felt, verdi = kode.split(":")
    return felt, verdi


def _where(reader: Reader) -> str:
    if reader.view.alone:
        return ""
    where = begun(reader.sentence("kodede"))
    if not reader.view.is_by_distance:
        return where
    distance = words.distances()[str(reader.view.gruppe).split(":")[1]]
    return _("{where}, {distance} til nærmeste tjenestested").format(
        where=where, distance=answer_words.inline(distance)
    )


def _entry(row: dict[str, Any], reader: Reader) -> Markup:
    facts = [
        words.district_name(row["politidistrikt"]),
        _("{n} innb.").format(n=whole(row["innbyggere"])),
        _("{km} til tjenestested").format(km=distance(reader).text(row["til_naermeste"])),
    ]
    if row["kodet_av"]:
        coder = answer_words.coders()[row["kodet_av"]]
        facts.append(_("kodet {who}").format(who=coder) + machine.standing(row))
    # What is not said has no passage to look for.
    silent = _pair(str(reader.view.kode))[1] == "ikke_nevnt" or not row["kodet_av"]
    return Markup('<li data-innbyggere="{}"><a href="{}">{}</a> <small>{}</small>{}</li>').format(
        row["innbyggere"],
        reader.link("kommune", kommune=row["kommunenummer"]),
        row["navn"],
        " · ".join(facts),
        "" if silent else Markup("").join(_quote(found, row) for found in row["utdrag"]),
    )


def _quote(found: tuple[str, str | None, str], row: dict[str, Any]) -> Markup:
    before, text, after = found
    if text is not None:
        # What nobody has confirmed is drawn as on the municipality's own page.
        kind = Markup("") if row["status"] == "bekreftet" else Markup(' class="forslag"')
        return Markup('<blockquote lang="{}">{} <mark{}>{}</mark> {}</blockquote>').format(
            lang_of(row["malform"]), before, kind, text, after
        )
    # Of a known statement there is no text, only what was retold, and where.
    told: Markup | str = _("Koden har ikke noe utdrag.")
    if row["merknad"]:
        told = Markup('<span lang="{}">{}</span>').format(NORWEGIAN, mask(row["merknad"]))
    if str(row["kilde"]).startswith("https://"):
        link = Markup('<a href="{}" rel="noreferrer">{}</a>').format(row["kilde"], _("Kilde"))
        told = Markup("{} {}").format(told, link)
    return Markup("<p>{}</p>").format(told)
