"""Cards that rank the police districts: one among the twelve, and the twelve side by side."""

from typing import Any, Final

from data.schemas import POLITIDISTRIKTER
from pages.parts.answers.ways import in_focus, opening
from pages.parts.drawing.card import Card
from pages.parts.drawing.table import Column, Table
from pages.parts.reading.language import _, ngettext
from pages.parts.reading.markup import Markup
from pages.parts.reading.reader import Reader
from pages.parts.wording import claims
from pages.parts.wording.distance import Distance, distance
from pages.parts.wording.groups import UNANSWERED
from pages.parts.wording.numbers import NONE, listed, whole
from pages.parts.wording.ranked import ranked_by, superlatives
from pages.parts.wording.rates import Rate
from pages.parts.wording.words import district_name
from queries.view import MAAL

Row = dict[str, Any]
# What the districts are ranked by, in the order a district leader asks.
RANKED: Final = (*MAAL, "taushet", "uten_tjenestested", "avstand")
_TABLE: Final = Markup(
    '<div class="tabell varme rang" tabindex="0"><table><caption>{caption}</caption>'
    "<thead><tr>{head}</tr></thead><tbody>{body}</tbody></table></div>"
)
_HEAD: Final = Markup('<th scope="col"{}>{}</th>')
_ROW: Final = Markup(
    '<tr><th scope="row">{name}</th>'
    '<td class="tall" data-navn="{here}">{value} <small>{count}</small></td>'
    '<td class="tall" data-navn="{country}">{everywhere}</td>'
    '<td class="tall" data-navn="{placed}">{place} <small>{possible}</small></td></tr>'
)


def ranks(reader: Reader) -> Card:
    """Return the chosen district's place among the twelve, measure by measure."""
    chosen = reader.view.distrikt[0] if len(reader.view.distrikt) == 1 else ""
    found, country = measured(reader), by_measure(reader.country)
    rows = found.get(chosen, {})
    ranked = {m: claims.places(standings(found, m, reader)) for m in RANKED}
    names, measure = ranked_by(reader), distance(reader)
    title = _title(reader, found, country, chosen)
    body = Markup("").join(
        _ROW.format(
            name=names[m],
            here=_("Her"),
            value=_opened(rows[m], measure, reader),
            count=_beside(rows[m], measure, reader),
            country=_("Landet"),
            everywhere=_amount(country[m], measure, reader),
            placed=_("Plass"),
            place=place(ranked[m].get(chosen)),
            possible=open_place(ranked[m].get(chosen)),
        )
        for m in RANKED
        if m in rows
    )
    heads = (_("Nøkkeltall"), _("Her"), _("Landet"), _("Plass, høyest først"))
    head = Markup("").join(
        _HEAD.format("" if i == 0 else " class=tall", text) for i, text in enumerate(heads)
    )
    return Card(
        name="distriktsrang",
        query="distrikt_rang",
        title=title,
        lead=_(
            "Nr. 1 har den høyeste verdien. Distrikter der færre enn ti {answered}, rangeres ikke"
        ).format(answered=reader.answered),
        basis=_districts(len(found)),
        aside=True,
        table=Table.of(
            [
                Column(_("Nøkkeltall")),
                Column(_("Verdi her")),
                Column(_("Kommuner"), "whole"),
                Column(_("Av"), "whole"),
                Column(_("Landet")),
                Column(_("Plass")),
                Column(_("Beste plass"), "whole"),
                Column(_("Dårligste plass"), "whole"),
                Column(_("Av distrikter"), "whole"),
            ],
            [
                (
                    names[m],
                    _amount(rows[m], measure, reader),
                    rows[m]["teller"],
                    rows[m]["nevner"],
                    _amount(country[m], measure, reader),
                    place(here),
                    *((here.best, here.worst, here.of) if here else (None, None, None)),
                )
                for m, here in ((m, ranked[m].get(chosen)) for m in RANKED if m in rows)
            ],
        ),
        figure=_TABLE.format(caption=title, head=head, body=body) if rows else Markup(""),
    )


def districts(reader: Reader) -> Card:
    """Return the police districts with their key numbers, each a link to its own page."""
    found = measured(reader)
    names = [name for name in POLITIDISTRIKTER if name in found]
    measures = ("bemanning", "onsker", "lokaler", "taushet", "avstand")
    headings = ranked_by(reader) | {"avstand": _("Snitt til tjenestested")}
    return Card(
        name="distrikter",
        query="distrikt_rang",
        title=_leading(reader, found),
        lead=_("Antall kommuner av dem som har tatt stilling; velg et distrikt for å se dets egne"),
        basis=_districts(len(names)),
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


def place(here: claims.Place | None) -> str:
    """Return the district's rank in words, such as «nr. 3 av 12», or that it has none."""
    if here is None:
        return _("rangeres ikke")
    text = _("delt nr. {n} av {of}") if here.shared else _("nr. {n} av {of}")
    return text.format(n=here.rank, of=here.of)


def open_place(here: claims.Place | None) -> str:
    """Return what ranks are possible when the silent are reckoned with, empty when only one is."""
    if here is None or here.best == here.worst or (here.shared and here.best == here.rank):
        return ""
    return _("mellom nr. {best} og {worst} når de tause regnes med").format(
        best=here.best, worst=here.worst
    )


def measured(reader: Reader) -> dict[str, dict[str, Row]]:
    """Return the rows of `distrikt_rang` by district and measure."""
    found: dict[str, dict[str, Row]] = {}
    for row in reader.ask("distrikt_rang").to_dicts():
        found.setdefault(row["politidistrikt"], {})[row["maal"]] = row
    return found


def by_measure(reader: Reader) -> dict[str, Row]:
    """Return what the districts of the reader's selection come to together, measure by measure."""
    found: dict[str, list[Row]] = {}
    for row in reader.ask("distrikt_rang").to_dicts():
        found.setdefault(row["maal"], []).append(row)
    summed = {}
    for m, rows in found.items():
        teller, nevner, alle = (sum(r[c] for r in rows) for c in ("teller", "nevner", "alle"))
        known = [r for r in rows if r["verdi"] is not None]
        weight = sum(r["nevner"] for r in known)
        mean = sum(r["verdi"] * r["nevner"] for r in known) / weight if weight else None
        summed[m] = {"maal": m, "teller": teller, "nevner": nevner, "alle": alle, "verdi": mean}
    return summed


def standings(found: dict[str, dict[str, Row]], maal: str, reader: Reader) -> list[claims.Standing]:
    """Return the districts as they are compared by one measure."""
    measure = distance(reader)
    return [
        standing(name, rows[maal], measure, reader) for name, rows in found.items() if maal in rows
    ]


def standing(code: str, row: Row, measure: Distance, reader: Reader) -> claims.Standing:
    """Return one row as it is compared: by a share of those that answered, or a known distance."""
    if row["maal"] == "avstand":
        return claims.Standing.of_fact(code, row["verdi"], measure.text(row["verdi"]))
    return claims.Standing.of_rate(code, _rate(row, reader))


def _rate(row: Row, reader: Reader) -> Rate:
    """Return a row as a rate; who is silent, and who has a station, is known of every one."""
    known = row["maal"] in ("taushet", "uten_tjenestested")
    counted = reader.is_known and row["maal"] != "uten_tjenestested"
    return Rate(row["teller"], row["nevner"], row["nevner" if known else "alle"], counted)


def _title(
    reader: Reader, found: dict[str, dict[str, Row]], country: dict[str, Row], chosen: str
) -> str:
    """Return what the chosen district has most of, as far as the answers carry it."""
    said: dict[str, list[str]] = {"most": [], "among": []}
    for m in RANKED:
        if m in country:
            whole_country = standing("landet", country[m], distance(reader), reader)
            claim = claims.claim(standings(found, m, reader), whole_country)
            if chosen and claim.code == chosen:
                said[claim.kind].append(superlatives(reader)[m])
    name = district_name(chosen) or _("Distriktet")
    if said["most"]:
        text = _("Av politidistriktene har {name} {what}")
        return text.format(name=name, what=listed(said["most"][:2]))
    if said["among"]:
        text = _("{name} er blant politidistriktene med {what}")
        return text.format(name=name, what=listed(said["among"][:2]))
    return _("{name} blant politidistriktene").format(name=name)


def _leading(reader: Reader, found: dict[str, dict[str, Row]]) -> str:
    """Return where dissatisfaction and the wish for a station are greatest, when that is known."""
    country = by_measure(reader.country)
    first = {
        m: claims.claim(
            standings(found, m, reader), standing("landet", country[m], distance(reader), reader)
        )
        for m in ("bemanning", "onsker")
        if m in country
    }
    kinds = {claim.kind for claim in first.values()}
    if len(first) < 2 or kinds not in ({"most"}, {"among"}):
        return _("Nøkkeltall for politidistriktene")
    a, b = (district_name(first[m].code) for m in ("bemanning", "onsker"))
    if kinds == {"most"}:
        return _("Misnøyen med bemanningen er størst i {a}, ønsket om tjenestested i {b}").format(
            a=a, b=b
        )
    return _(
        "Misnøyen med bemanningen er blant de største i {a}, ønsket om tjenestested i {b}"
    ).format(a=a, b=b)


def _districts(n: int) -> str:
    return ngettext("{n} politidistrikt", "{n} politidistrikter", n).format(n=whole(n))


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
    text, link = _amount(row, measure, reader), _way(reader, row)
    return Markup('<a href="{}">{}</a>').format(link, text) if link else text


def _of(row: Row | None) -> str:
    return _count(row) if row else NONE


def _count(row: Row) -> str:
    if row["maal"] == "avstand":
        return ngettext("snitt av {n} kommune", "snitt av {n} kommuner", row["nevner"]).format(
            n=whole(row["nevner"])
        )
    return _("{n} av {of}").format(n=whole(row["teller"]), of=whole(row["nevner"]))


def _beside(row: Row, measure: Distance, reader: Reader) -> str:
    """Return what an amount rests on, nothing where the amount says it: few are not a share."""
    count = _count(row)
    return "" if count == _amount(row, measure, reader) else count


def _amount(row: Row, measure: Distance, reader: Reader) -> str:
    return measure.text(row["verdi"]) if row["maal"] == "avstand" else _rate(row, reader).text
