"""Cards that rank the police districts: one among the twelve, and the twelve side by side."""

from html import escape
from typing import Any, Final

from data.schemas import POLITIDISTRIKTER
from pages.parts.answers.ways import in_focus, opening
from pages.parts.drawing.card import Card
from pages.parts.drawing.table import Column, Table
from pages.parts.reading.language import _
from pages.parts.reading.reader import Reader
from pages.parts.wording.distance import Distance, distance
from pages.parts.wording.groups import UNANSWERED
from pages.parts.wording.numbers import NONE, share, whole
from pages.parts.wording.words import district_name
from queries.view import MAAL

Row = dict[str, Any]
# What the districts are ranked by, in the order a district leader asks.
RANKED: Final = (*MAAL, "taushet", "uten_tjenestested", "avstand")


def ranks(reader: Reader) -> Card:
    """Return the chosen district's place among the twelve, measure by measure."""
    chosen = reader.view.distrikt[0] if len(reader.view.distrikt) == 1 else ""
    found = places(reader).get(chosen, {})
    names, measure = ranked_by(reader), distance(reader)
    rows = [found[m] for m in RANKED if m in found]
    first = [superlatives(reader)[row["maal"]] for row in rows if row["rang"] == 1]
    title = _("{name} blant politidistriktene").format(
        name=district_name(chosen) or _("Distriktet")
    )
    if first:
        title = _("Av politidistriktene har {name} {what}").format(
            name=district_name(chosen), what=_(" og ").join(first[:2])
        )
    body = "".join(
        f'<tr><th scope="row">{escape(names[row["maal"]])}</th>'
        f'<td class="tall" data-navn="{escape(_("Her"))}">{_opened(row, measure, reader)}'
        f"<small>{escape(_count(row))}</small></td>"
        f'<td class="tall" data-navn="{escape(_("Landet"))}">'
        f"{escape(_amount(row, 'landet', measure))}</td>"
        f'<td class="tall" data-navn="{escape(_("Plass"))}">{escape(place(row))}</td></tr>'
        for row in rows
    )
    heads = (_("Nøkkeltall"), _("Her"), _("Landet"), _("Plass, høyest først"))
    head = "".join(
        f'<th scope="col"{"" if i == 0 else " class=tall"}>{escape(text)}</th>'
        for i, text in enumerate(heads)
    )
    return Card(
        name="distriktsrang",
        query="distrikt_rang",
        title=title,
        lead=_(
            "Nr. 1 har den høyeste verdien. Distrikter der færre enn fem {answered}, rangeres ikke"
        ).format(answered=reader.answered),
        basis=_("{n} politidistrikter").format(n=whole(len(places(reader)))),
        aside=True,
        table=Table.of(
            [
                Column(_("Nøkkeltall")),
                Column(_("Verdi her")),
                Column(_("Kommuner"), "whole"),
                Column(_("Av"), "whole"),
                Column(_("Landet")),
                Column(_("Plass"), "whole"),
                Column(_("Av distrikter"), "whole"),
            ],
            [
                (
                    names[row["maal"]],
                    _value(row, measure),
                    row["teller"],
                    row["nevner"],
                    _amount(row, "landet", measure),
                    row["rang"],
                    row["av"],
                )
                for row in rows
            ],
        ),
        figure=(
            f'<div class="tabell varme rang" tabindex="0"><table><caption>{escape(title)}</caption>'
            f"<thead><tr>{head}</tr></thead><tbody>{body}</tbody></table></div>"
        )
        if rows
        else "",
    )


def districts(reader: Reader) -> Card:
    """Return the police districts with their key numbers, each a link to its own page."""
    found = places(reader)
    names = [name for name in POLITIDISTRIKTER if name in found]
    measures = ("bemanning", "onsker", "lokaler", "taushet", "avstand")
    headings = ranked_by(reader) | {"avstand": _("Snitt til tjenestested")}
    return Card(
        name="distrikter",
        query="distrikt_rang",
        title=_leading(found),
        lead=_("Antall kommuner av dem som har tatt stilling; velg et distrikt for å se dets egne"),
        basis=_("{n} politidistrikter").format(n=whole(len(names))),
        table=Table.of(
            [
                Column(_("Politidistrikt")),
                Column(_("Kommuner"), "whole"),
                *(Column(headings[m]) for m in measures[:-1]),
                Column(headings["avstand"], distance(reader).kind),
            ],
            [
                (
                    district_name(name),
                    found[name]["taushet"]["nevner"],
                    *(_of(found[name].get(m)) for m in measures[:-1]),
                    found[name]["avstand"]["verdi"],
                )
                for name in names
            ],
        ),
        links=tuple(reader.link("politidistrikt", distrikt=(name,)) for name in names),
        ways={
            (i, j): _way(reader, found[name][m])
            for i, name in enumerate(names)
            for j, m in enumerate(measures[:-1], start=2)
            if m in found[name]
        },
        shown=len(names),
    )


def place(row: Row) -> str:
    """Return the district's rank in words, such as «nr. 3 av 12», or that it has none."""
    if row["rang"] is None:
        return _("rangeres ikke")
    return _("nr. {n} av {of}").format(n=row["rang"], of=row["av"])


def ranked_by(reader: Reader) -> dict[str, str]:
    """Return what a high rank means for each measure, as the heading of its row."""
    known = reader.is_known
    return {
        "bemanning": _("Ikke tilfreds med bemanningen"),
        "tjenestestedstruktur": _("Ikke tilfreds med tjenestestedstrukturen"),
        "tjenestetilbud": _("Ikke tilfreds med tjenestetilbudet"),
        "onsker": _("Ønsker nytt tjenestested"),
        "lokaler": _("Tilbyr eller vurderer lokaler"),
        "taushet": _("Uten kjent uttalelse") if known else _("Uten svar"),
        "uten_tjenestested": _("Uten tjenestested i dag"),
        "avstand": _("Avstand til nærmeste tjenestested"),
    }


def superlatives(reader: Reader) -> dict[str, str]:
    """Return what the district that ranks first on each measure has."""
    known = reader.is_known
    silent = _("størst andel uten kjent uttalelse") if known else _("størst andel uten svar")
    return {
        "bemanning": _("størst misnøye med bemanningen"),
        "tjenestestedstruktur": _("størst misnøye med tjenestestedstrukturen"),
        "tjenestetilbud": _("størst misnøye med tjenestetilbudet"),
        "onsker": _("størst ønske om nytt tjenestested"),
        "lokaler": _("størst andel som tilbyr lokaler"),
        "taushet": silent,
        "uten_tjenestested": _("størst andel uten tjenestested"),
        "avstand": _("lengst snittavstand til tjenestested"),
    }


def places(reader: Reader) -> dict[str, dict[str, Row]]:
    """Return the rows of `distrikt_rang` by district and measure."""
    found: dict[str, dict[str, Row]] = {}
    for row in reader.ask("distrikt_rang").to_dicts():
        found.setdefault(row["politidistrikt"], {})[row["maal"]] = row
    return found


def _leading(found: dict[str, dict[str, Row]]) -> str:
    """Return where dissatisfaction and the wish for a station are greatest, when that is known."""
    first = {
        measure: [name for name, row in found.items() if row.get(measure, {}).get("rang") == 1]
        for measure in ("bemanning", "onsker")
    }
    if any(len(names) != 1 for names in first.values()):
        return _("Nøkkeltall for politidistriktene")
    return _("Misnøyen med bemanningen er størst i {a}, ønsket om tjenestested i {b}").format(
        a=district_name(first["bemanning"][0]), b=district_name(first["onsker"][0])
    )


def _way(reader: Reader, row: Row) -> str:
    """Return the way into the municipalities that `row` counts, empty for a mean or for none."""
    measure = row["maal"]
    if measure == "avstand" or not row["teller"]:
        return ""
    silent = UNANSWERED[reader.is_known]
    code = {"taushet": f"svar:{silent}", "uten_tjenestested": "stasjon:nei"}.get(measure)
    where = f"politidistrikt:{row['politidistrikt']}"
    return opening(reader, code or in_focus(measure), where).link


def _opened(row: Row, measure: Distance, reader: Reader) -> str:
    text, link = escape(_value(row, measure)), _way(reader, row)
    return f'<a href="{escape(link)}">{text}</a>' if link else text


def _of(row: Row | None) -> str:
    return _count(row) if row else NONE


def _count(row: Row) -> str:
    if row["maal"] == "avstand":
        return _("snitt av {n} kommuner").format(n=whole(row["nevner"]))
    return _("{n} av {of}").format(n=whole(row["teller"]), of=whole(row["nevner"]))


def _value(row: Row, measure: Distance) -> str:
    return _amount(row, "verdi", measure)


def _amount(row: Row, field: str, measure: Distance) -> str:
    return measure.text(row[field]) if row["maal"] == "avstand" else share(row[field])
