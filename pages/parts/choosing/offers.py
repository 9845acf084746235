"""The list of offered premises: search it, narrow it, sort it, choose from it."""

import math
from collections.abc import Sequence
from typing import Any, Final

from data import vocabulary as v
from pages.parts.choosing.controls import pick_many, search_box
from pages.parts.choosing.reach_filters import limit_button
from pages.parts.reading.language import _
from pages.parts.reading.markup import Markup
from pages.parts.reading.reader import Reader
from pages.parts.wording import words
from pages.parts.wording.distance import distance
from pages.parts.wording.numbers import NONE, whole
from pages.parts.wording.opening import Spot
from queries.view import MAX_CHOSEN

Row = dict[str, Any]
# Radius in pixels of a ring on the map, for nobody and for the most people brought within reach.
SMALLEST: Final = 3
LARGEST: Final = 13


def list_filters(reader: Reader) -> Markup:
    """Return the filters that only this list has: free text, type of premises, wish."""
    view = reader.view
    wishes = {k: w for k, w in words.values("onsker").items() if k in v.STASJONSONSKE}
    parts = (
        search_box("sok", _("Søk i lokalene"), _("Søk i kommune, lokale, tekst"), reader),
        pick_many(_("Lokaltype"), "lokaltype", view.lokaltype, words.premises(), reader),
        pick_many(_("Ønsker tjenestested"), "onsker", view.onsker, wishes, reader),
        limit_button(reader),
    )
    return Markup('<div class="filter listefilter">{}</div>').format(Markup("").join(parts))


def offer_list(reader: Reader, rows: Sequence[Row]) -> Markup:
    """Return the offers as a table: headings sort, rows choose and let go.

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
    return Markup(
        '<div class="tabell liste" tabindex="0"><table><caption>{}</caption>'
        "<thead><tr>{}</tr></thead><tbody>{}</tbody></table></div>"
    ).format(
        _("Lokaler som tilbys"),
        Markup("").join(_heading(reader, by, text, by in numbers) for by, text in headings),
        Markup("").join(_row(reader, row) for row in rows),
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
            number,
            hollow=True,
            size=SMALLEST + (LARGEST - SMALLEST) * math.sqrt(gain / most if most else 0),
        )
        for number, gain in gains.items()
    ]


def by_municipality(reader: Reader, rows: Sequence[Row]) -> dict[str, str]:
    """Return by municipality number the link that chooses all its offers, or lets them go."""
    chosen = reader.view.valgt
    offered: dict[str, list[str]] = {}
    for row in rows:
        offered.setdefault(row["kommunenummer"], []).append(row["lokale_id"])
    return {
        number: reader.link(
            valgt=tuple(key for key in chosen if key not in keys)
            if set(keys) <= set(chosen)
            else tuple(dict.fromkeys((*chosen, *keys)))[-MAX_CHOSEN:]
        )
        for number, keys in offered.items()
    }


def _heading(reader: Reader, by: str, text: str, is_number: bool) -> Markup:
    now = reader.view.sorter
    rising = now == by
    order = Markup(' aria-sort="{}"').format("ascending" if rising else "descending")
    return Markup('<th scope="col"{}{}><a href="{}">{}</a></th>').format(
        order if now.removeprefix("-") == by else "",
        Markup(' class="tall"') if is_number else "",
        reader.link(sorter=f"-{by}" if rising else by),
        text,
    )


def _row(reader: Reader, row: Row) -> Markup:
    key = row["lokale_id"]
    chosen = key in reader.view.valgt
    others = tuple(k for k in reader.view.valgt if k != key)
    after = others if chosen else (*others, key)[-MAX_CHOSEN:]
    what = f"{row['kommune']}, {row['lokaltype'].lower()}"
    action = (_("Fjern {what}") if chosen else _("Velg {what}")).format(what=what)
    shared = _("med {shared}").format(shared=", ".join(row["delt_med"]))
    note = Markup(" <small>{}</small>").format(shared) if row["delt_med"] else ""
    cells = (
        (_("Tilbud"), row["tilbyr"], ""),
        (_("Nytt tjenestested"), row["onsker"], ""),
        (_("Til nærmeste i dag"), distance(reader).text(row["til_naermeste"]), "tall"),
        (_("Flere innenfor"), whole(row["flere_innenfor"]), "tall"),
        (_("Får kortere vei"), whole(row["naermere"]), "tall"),
        (_("Spart, person-km"), whole(row["spart"]), "tall"),
    )
    rest = Markup("").join(
        Markup('<td class="{}" data-navn="{}">{}</td>').format(kind, name, text or NONE)
        for name, text, kind in cells
    )
    return Markup(
        '<tr{chosen}><th scope="row"><a id="lokale-{key}" href="{link}" aria-label="{action}">'
        '<span class="avkryssing" aria-hidden="true"></span>{name}</a></th>'
        '<td data-navn="{heading}">{kind}{note}</td>{rest}</tr>'
    ).format(
        chosen=Markup(" class=valgt") if chosen else "",
        key=key,
        link=reader.link(valgt=after),
        action=action,
        name=row["kommune"],
        heading=_("Lokale"),
        kind=row["lokaltype"],
        note=note,
        rest=rest,
    )
