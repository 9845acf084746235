"""Cards about one municipality: what came in, what it said, what was advised and decided."""

import datetime as dt
from collections.abc import Callable, Sequence
from typing import Any, Final

from data import vocabulary as v
from pages.parts.answers.masking import mask
from pages.parts.drawing.bars import swatch
from pages.parts.drawing.card import Card
from pages.parts.drawing.colours import ink
from pages.parts.drawing.table import Column, Table
from pages.parts.reading.language import _, ngettext
from pages.parts.reading.markup import Markup
from pages.parts.reading.reader import Reader
from pages.parts.reading.tongue import NORWEGIAN, lang_of, quoted, registered
from pages.parts.wording import advising, answer_words, letter, machine, station_words, words
from pages.parts.wording.groups import FIELDS
from pages.parts.wording.numbers import NONE, long_date, short_date
from queries.view import MAAL

Row = dict[str, Any]
# Fields of which an answer may hold many values.
MANY: Final = tuple(field for field in v.FELT if field in v.FLERE)
UNSAID: Final = ("ikke_nevnt", "ikke_besvart")
_MEASURE: Final = Markup("<div><dt>{name}</dt><dd>{swatch}{value}</dd>{words}</div>")
_LONG: Final = Markup('<div class="lang"><dt>{}</dt><dd>{}</dd></div>')
_QUOTED: Final = Markup('<dd class="ord"><blockquote lang="{lang}">{words}</blockquote></dd>')
_SAYINGS: Final = Markup('<div class="utsagn">{}</div>')
_SAID: Final = Markup("<p>{}</p>")
_ADVISED: Final = Markup(
    "<figure><p><b>{kind}</b> {sender}{day}</p>"
    '<blockquote lang="{lang}">{text}</blockquote></figure>'
)
_DECIDED: Final = Markup("<figure><p><b>{}</b> {}</p></figure>")


def submissions(reader: Reader) -> Card:
    """Return what came in from the municipality or for it, and which of it counts."""
    rows = reader.ask("kommune_innspill").to_dicts()
    known = reader.is_known
    grades = words.evidence()
    columns = [Column(_("Avsender")), Column(_("På vegne av")), Column(_("Dato"), "date")]
    columns += [Column(_("Belegg"))] if known else [Column(_("Etter fristen")), Column(_("Status"))]
    columns += [Column(_("Kilde"), "link"), Column(_("Merknad"))]
    return Card(
        name="kommuneinnspill",
        query="kommune_innspill",
        title=_received(reader, rows),
        lead=_("Svarets tekst er ikke innhentet; det som er kjent, står i merknaden")
        if known and rows
        else "",
        basis=_("Fristen var 1. juni 2022") if rows and not known else "",
        table=Table.of(
            columns,
            [
                (
                    row["avsender"],
                    row["kommuner"],
                    row["dato"],
                    *(
                        (grades.get(row["belegg"], NONE),)
                        if known
                        else (row["etter_frist"], _status(row))
                    ),
                    row["kilde"],
                    quoted(mask(row["merknad"] or "")),
                )
                for row in rows
            ],
        ),
        shown=len(rows),
    )


def said(reader: Reader) -> Card:
    """Return how the answer is coded, every value with the passage it rests on."""
    rows = reader.ask("kommuneutdrag").to_dicts()
    rows.sort(key=lambda row: answer_words.in_order(row["felt"]))
    fact = _fact(reader)
    return Card(
        name="kommunekoder",
        query="kommuneutdrag",
        title=_("Kommunen sa") if not reader.is_known else _("Kommunen har uttalt"),
        basis=ngettext("{n} kodet verdi", "{n} kodede verdier", len(rows)).format(n=len(rows))
        if rows
        else _("Ingen kodede verdier"),
        table=Table.of(
            [
                Column(_("Spørsmål")),
                Column(_("Om")),
                Column(_("Kodet som")),
                Column(_("Utdrag")),
                Column(_("Kodet av")),
            ],
            [
                (
                    letter.questions()[v.SPORSMAL[row["felt"]]],
                    answer_words.field_name(row["felt"]),
                    answer_words.value_name(row["felt"], row["verdi"]),
                    quoted(mask(row["utdrag"] or ""), row["malform"]),
                    answer_words.coders()[row["kodet_av"]] + machine.told(row),
                )
                for row in rows
            ],
        ),
        figure=_said(reader, fact, rows) if fact else Markup(""),
        aside=True,
    )


def advised(reader: Reader) -> Card:
    """Return what the police advised about a station in the municipality."""
    rows = reader.ask("kommune_raad").to_dicts()
    labels = advising.kinds()
    figure = Markup("").join(
        _ADVISED.format(
            kind=labels[row["raad"]],
            sender=advising.office(row["fra"]),
            day=f", {long_date(row['dato'])}" if row["dato"] else "",
            lang=NORWEGIAN,
            text=mask(row["tekst"] or ""),
        )
        for row in rows
    )
    nothing = _SAID.format(_("Datasettet har ikke noe råd fra politiet om denne kommunen."))
    return Card(
        name="kommuneraad",
        query="kommune_raad",
        title=_("Politiet rådet"),
        basis=_("{n} råd").format(n=len(rows)) if rows else _("Ingen råd"),
        table=Table.of(
            [
                Column(_("Fra")),
                Column(_("Råd")),
                Column(_("Dato"), "date"),
                Column(_("Utdrag")),
                Column(_("Kilde"), "link"),
            ],
            [
                (
                    advising.office(r["fra"]),
                    labels[r["raad"]],
                    r["dato"],
                    quoted(mask(r["tekst"] or "")),
                    r["kilde"],
                )
                for r in rows
            ],
        ),
        figure=_SAYINGS.format(figure or nothing),
    )


def decided(reader: Reader) -> Card:
    """Return which of the 20 new stations the government placed in the municipality."""
    rows = reader.ask("kommune_besluttet").to_dicts()
    figure = Markup("").join(
        _DECIDED.format(
            _("Nytt tjenestested: {place}").format(place=row["sted"]), _opening(row, reader)
        )
        for row in rows
    )
    nothing = _SAID.format(
        _("Ikke besluttet. Ingen av de 20 nye tjenestestedene ligger i kommunen.")
    )
    return Card(
        name="kommunebesluttet",
        query="kommune_besluttet",
        title=_("Besluttet"),
        basis=_("De 20 nye tjenestestedene, kunngjort 2022–2023"),
        source=station_words.sources(),
        table=Table.of(
            [
                Column(_("Sted")),
                Column(_("Kunngjort")),
                Column(_("Etableres")),
                Column(_("Åpnet")),
                Column(_("Sesong")),
                Column(_("Kilde"), "link"),
                Column(_("Merknad")),
            ],
            [
                (
                    row["sted"],
                    _day(row["kunngjort"], short_date),
                    str(row["etableres"]),
                    _day(row["apnet"], short_date),
                    ", ".join(_season(row, reader)) or _("Hele året"),
                    row["kilde"],
                    registered(row["merknad"]),
                )
                for row in rows
            ],
        ),
        figure=_SAYINGS.format(figure or nothing),
    )


def _received(reader: Reader, rows: Sequence[Row]) -> str:
    current = next((row for row in rows if row["gjelder"]), None)
    if current is None:
        if reader.is_known:
            return _("Ingen kjent uttalelse; svaret er ikke innhentet")
        return _("Kommunen har ikke svart")
    who, when = current["avsender"], current["dato"]
    if reader.is_known:
        return _("Kjent uttalelse, ikke svaret selv")
    title = _("{who} svarte {date}") if when else _("{who} svarte, uten kjent dato")
    title = title.format(who=who, date=long_date(when))
    return title + _(", etter fristen") if current["etter_frist"] else title


def _status(row: Row) -> str:
    if row["gjelder"]:
        return _("Gjelder")
    if row["erstattet"] and row["erstattet_dato"]:
        return _("Erstattet {date}").format(date=short_date(row["erstattet_dato"]))
    return _("Erstattet") if row["erstattet"] else _("Viker for et annet svar")


def _fact(reader: Reader) -> Row | None:
    return next(iter(reader.ask("kommune_fakta").to_dicts()), None)


def _said(reader: Reader, fact: Row, rows: Sequence[Row]) -> Markup:
    """Return what the municipality said as a list: measures, then the rest as it was coded.

    Each measure stands with the words it was said in, the one that is shown first.
    """
    names = words.measures()
    said_of = {row["felt"]: row for row in rows if row["utdrag"]}
    items = [
        _MEASURE.format(
            name=names[m],
            swatch=swatch(ink(m, fact[m], dark=reader.dark)),
            value=words.values(m)[fact[m]],
            words=_words(said_of.get(FIELDS[m])),
        )
        for m in sorted(MAAL, key=lambda m: m != reader.view.vis)
    ]
    for field in MANY:
        said = [row["verdi"] for row in rows if row["felt"] == field]
        found = [answer_words.value_name(field, value) for value in said]
        if found:
            first, *more = found
            listed = ", ".join([first, *map(answer_words.inline, more)])
            items.append(_LONG.format(answer_words.several(field), listed))
    channels = [
        answer_words.coded(row["felt"], row["verdi"])
        for row in rows
        if row["felt"] in answer_words.channels() and row["verdi"] not in UNSAID
    ]
    if channels:
        items.append(_LONG.format(_("Kanaler"), "; ".join(channels)))
    return Markup('<dl class="sagt">{}</dl>').format(Markup("").join(items))


def _words(row: Row | None) -> Markup:
    """Return the passage that a value rests on, where there is one."""
    if row is None:
        return Markup("")
    return _QUOTED.format(lang=lang_of(row["malform"]), words=mask(row["utdrag"]))


def _day(text: str | None, write: Callable[[dt.date], str]) -> str | None:
    """Return a source's date as readers see it; what is not a whole date stays as it is."""
    try:
        return write(dt.date.fromisoformat(text or ""))
    except ValueError:
        return text


def _season(row: Row, reader: Reader) -> list[str]:
    """Return the one season a station is open in, and whether it is closed in the one chosen."""
    chosen = reader.view.sesong
    own = [station_words.seasons()[row["sesong"]]] if row["sesong"] else []
    return [*own, *([station_words.closed(chosen)] if chosen and not row["aapent"] else [])]


def _opening(row: Row, reader: Reader) -> str:
    parts = [
        _("kunngjort {date}").format(date=_day(row["kunngjort"], long_date)),
        _("etableres {year}").format(year=row["etableres"]),
    ]
    return ", ".join([*parts, *_season(row, reader)])
