"""The card about surveys that have asked in the municipality: beside the answers, never in them."""

from typing import Any, Final

from markupsafe import Markup

from pages.parts.drawing.card import Card
from pages.parts.drawing.table import Column, Table
from pages.parts.reading.language import _, ngettext
from pages.parts.reading.reader import Reader
from pages.parts.reading.tongue import NORWEGIAN, registered
from pages.parts.wording.numbers import FEW, NBSP, NONE, decimal, listed, whole

Row = dict[str, Any]
# A survey of municipalities asks each of them once, so few answers hide nobody there.
_WHOLE: Final = "kommuner"

_TABLE: Final = Markup(
    '<div class="tabell varme undersokt" tabindex="0"><table><caption>{}</caption>'
    "<thead><tr>{}</tr></thead><tbody>{}</tbody></table></div>"
)
_ROW: Final = Markup(
    '<tr><th scope="row"><span lang="{lang}">{question}</span> '
    '<small><span lang="{lang}">{survey}</span> {year}, {asked}</small></th>'
    '<td class="tall" data-navn="{says}">{value}</td>'
    '<td class="tall" data-navn="{answers}">{n}</td></tr>'
)


def surveys(reader: Reader) -> Card:
    """Return each figure of the surveys that somebody has supplied; no rows where nobody has."""
    rows = reader.ask("kommune_undersokelse").to_dicts()
    names = list(dict.fromkeys(f"{row['undersokelse']} {row['aar']}" for row in rows))
    title = ngettext(
        "{n} tall fra undersøkelser i kommunen", "{n} tall fra undersøkelser i kommunen", len(rows)
    ).format(n=len(rows))
    title = title if rows else _("Ingen har lagt inn undersøkelser med tall for kommunen")
    sources = listed(dict.fromkeys(row["kilde"] for row in rows))
    return Card(
        name="kommuneundersokelse",
        query="kommune_undersokelse",
        title=title,
        lead=_("Står for seg, og regnes ikke sammen med svarene på brevet eller med hverandre")
        if rows
        else "",
        basis=listed(names),
        source=_("Kilde: {found}").format(found=sources or NONE),
        real=_("DEMODATA – men tallene her er lagt inn fra undersøkelser"),
        table=Table.of(
            [
                Column(_("Undersøkelse")),
                Column(_("År")),
                Column(_("Spørsmål")),
                Column(_("Spurt")),
                Column(_("Antall svar"), "whole"),
                Column(_("Verdi"), "decimal"),
                Column(_("Enhet")),
                Column(_("Lavest"), "decimal"),
                Column(_("Høyest"), "decimal"),
                Column(_("Intervallet er regnet her")),
                Column(_("Kilde")),
            ],
            [
                (
                    registered(row["undersokelse"]),
                    str(row["aar"]),
                    registered(row["sporsmal"]),
                    _asked()[row["spurt"]],
                    row["n"],
                    *((row["verdi"],) if _told(row) else (None,)),
                    _units()[row["enhet"]],
                    *((row["lavest"], row["hoyest"]) if _told(row) else (None, None)),
                    row["regnet"],
                    registered(row["kilde"]),
                )
                for row in rows
            ],
        ),
        figure=_figure(rows, title) if rows else Markup(""),
        aside=True,
    )


def _figure(rows: list[Row], caption: str) -> Markup:
    heads = (_("Spørsmål"), _("Svar"), _("Antall svar"))
    th = Markup('<th scope="col"{}>{}</th>')
    head = [th.format(" class=tall" if at else "", text) for at, text in enumerate(heads)]
    body = [
        _ROW.format(
            lang=NORWEGIAN,
            question=row["sporsmal"],
            survey=row["undersokelse"],
            year=row["aar"],
            asked=_asked()[row["spurt"]].lower(),
            says=heads[1],
            value=_value(row),
            answers=heads[2],
            n=whole(row["n"]),
        )
        for row in rows
    ]
    return _TABLE.format(caption, Markup("").join(head), Markup("").join(body))


def _told(row: Row) -> bool:
    """Return whether enough have answered for a figure to say something and hide everybody."""
    return bool(row["n"] >= FEW or row["spurt"] == _WHOLE)


def _value(row: Row) -> str:
    if not _told(row):
        return _("færre enn {n} svar").format(n=FEW)
    unit = f"{NBSP}%" if row["enhet"] == "prosent" else ""
    value = f"{decimal(row['verdi'])}{unit}"
    if row["lavest"] is None or row["spurt"] == _WHOLE:
        return value
    return f"{value} ({decimal(row['lavest'])}–{decimal(row['hoyest'])})"


def _asked() -> dict[str, str]:
    return {"innbyggere": _("Innbyggere"), "kommuner": _("Kommuner"), "andre": _("Andre")}


def _units() -> dict[str, str]:
    return {"prosent": _("prosent"), "snitt": _("snitt")}
