"""The list of places that may get a station: narrow it, sort it, say which must be with."""

from collections.abc import Sequence
from typing import Final

from markupsafe import Markup

from pages.parts.choosing.controls import folded, pick_many, search_box, slider, toggles
from pages.parts.choosing.place_cells import NUMBERS, cell, headings, parts_bar
from pages.parts.choosing.reach_filters import limit_button, season
from pages.parts.choosing.weights import weights_button
from pages.parts.reading.language import _
from pages.parts.reading.reader import Reader
from pages.parts.wording.numbers import whole
from pages.parts.wording.places import Place, grounds, points, reasons
from queries.choices import ALLE_FELTER, ANTALL, FELTER

# So many rows are read before one asks for the next.
ROWS: Final = 25


def list_filters(reader: Reader) -> Markup:
    """Return what only this list has: a name, the grounds, the weights, the limit, how many."""
    view = reader.view
    parts = (
        search_box("navn", _("Søk etter kommune"), _("Søk"), reader),
        pick_many(_("Grunn"), "grunnlag", view.grunnlag, grounds(view.sesong), reader),
        weights_button(reader),
        folded("antall", _("Antall"), slider("antall", ANTALL, _("Antall steder"), reader)),
        limit_button(reader),
        season(reader),
        _columns(reader),
    )
    return Markup('<div class="filter listefilter">{}</div>').format(Markup("").join(parts))


def candidate_list(reader: Reader, places: Sequence[Place]) -> Markup:
    """Return one screen of the places as a table, each with its reasons below it.

    Headings sort, and each row has the links that say with, not with, and on the list.
    """
    first = min(ROWS * (reader.view.side - 1), (len(places) - 1) // ROWS * ROWS)
    shown = places[first : first + ROWS]
    columns = ("kommune", "poeng", *reader.view.felter)
    return Markup(
        '<div class="tabell liste kandidater" tabindex="0"><table><caption>{}</caption>'
        "<thead><tr>{}</tr></thead>{}</table></div>{}"
    ).format(
        _("Stedene som kan komme på tale"),
        Markup("").join(_heading(reader, by) for by in columns),
        Markup("").join(_rows(reader, place) for place in shown),
        _turning(reader, first, len(places)),
    )


def by_municipality(reader: Reader, places: Sequence[Place]) -> dict[str, str]:
    """Return by municipality number what a press on the map does: with, not with, neither."""
    return {place.score.kommunenummer: _next(reader, place.score.kommunenummer) for place in places}


def _columns(reader: Reader) -> Markup:
    """Return the choice of columns; with none chosen the usual ones are shown."""
    chosen, called = reader.view.felter, headings(reader)
    options = {key: called[key] for key in ALLE_FELTER}
    items = toggles("felter", chosen, options, reader, usual=FELTER)
    return Markup(
        '<details class="meny valg{}" id="valg-felter" name="filter"><summary>{}</summary>'
        "<ul>{}</ul></details>"
    ).format("" if chosen == FELTER else " brukt", _("Kolonner"), items)


def _heading(reader: Reader, by: str) -> Markup:
    now = reader.view.rangering
    falling = now == f"-{by}"
    order = Markup(' aria-sort="{}"').format("descending" if falling else "ascending")
    return Markup('<th scope="col"{}{}><a href="{}">{}</a></th>').format(
        order if now.removeprefix("-") == by else "",
        Markup(' class="tall"') if by in NUMBERS else "",
        reader.link(rangering=by if falling else f"-{by}"),
        headings(reader)[by],
    )


def _rows(reader: Reader, place: Place) -> Markup:
    """Return a place as two rows that belong together: what is known, and what it means."""
    view, number = reader.view, place.score.kommunenummer
    cells = Markup("").join(
        Markup('<td class="{}" data-navn="{}">{}</td>').format(
            "tall" if by in NUMBERS else "hel" if by == "lokaler" else "",
            headings(reader)[by],
            cell(reader, place, by),
        )
        for by in view.felter
    )
    return Markup(
        "<tbody{}>"
        '<tr><th scope="row"><span class="rang">{}</span> <a href="{}">{}</a></th>'
        '<td class="poengcelle" data-navn="{}"><b>{}</b> {}</td>{}</tr>'
        '<tr class="grunner"><td colspan="{}"><span class="medvalg">{}</span> {}</td></tr></tbody>'
    ).format(
        Markup(" class=valgt") if number in view.med else "",
        place.score.rank,
        reader.link("kommune", kommune=number),
        place.row["navn"],
        _("Poeng"),
        points(place.score.total),
        parts_bar(place, dark=reader.dark),
        cells,
        2 + len(view.felter),
        _choice(reader, number, place.row["navn"]),
        reasons(place, reader),
    )


def _turning(reader: Reader, first: int, all_places: int) -> Markup:
    """Return which rows are shown of how many, and the ways to those before and after."""
    if all_places <= ROWS:
        return Markup("")
    last = min(first + ROWS, all_places)
    page = first // ROWS + 1
    before, after = (
        Markup('<a href="{}">{}</a>').format(reader.link(None, side=number), name) if there else ""
        for number, name, there in (
            (page - 1, _("Forrige"), page > 1),
            (page + 1, _("Neste"), last < all_places),
        )
    )
    here = _("{first}–{last} av {all}").format(
        first=whole(first + 1), last=whole(last), all=whole(all_places)
    )
    return Markup('<nav class="sider" aria-label="{}">{}<span>{}</span>{}</nav>').format(
        _("Sider med steder"), before, here, after
    )


def _choice(reader: Reader, number: str, name: str) -> Markup:
    """Return the links of a row: with, not with, on the list; the one that holds lets go."""
    view = reader.view
    return Markup("").join(
        Markup('<a id="{}-{}" href="{}" aria-label="{}"{}>{}</a>').format(
            field,
            number,
            # A choice stays on the screen of the list that it is made on.
            reader.link(None, **_toggled(reader, field, number), side=view.side),
            label.format(name=name),
            Markup(' aria-current="true"') if number in getattr(view, field) else "",
            short,
        )
        for field, short, label in (
            ("med", _("Må med"), _("{name} må med")),
            ("uten", _("Ikke med"), _("{name} skal ikke med")),
            ("liste", _("Liste"), _("{name} på listen")),
        )
    )


def _toggled(reader: Reader, field: str, number: str) -> dict[str, tuple[str, ...]]:
    """Return the fields as they are with `number` put in `field`, or taken out when it is there.

    Who must be with cannot be left out, so one choice takes the other away.
    """
    view = reader.view
    fields = ("liste",) if field == "liste" else ("med", "uten")
    left = {name: tuple(n for n in getattr(view, name) if n != number) for name in fields}
    if number not in getattr(view, field):
        left[field] = tuple(sorted((*left[field], number)))
    return left


def _next(reader: Reader, number: str) -> str:
    view = reader.view
    if number in view.med:
        return reader.link(None, **_toggled(reader, "uten", number))
    field = "uten" if number in view.uten else "med"
    return reader.link(None, **_toggled(reader, field, number))
