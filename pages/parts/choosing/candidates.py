"""The list of places that may get a station: what each count weighs, narrow it, sort it, choose."""

from collections.abc import Sequence
from typing import Final

from markupsafe import Markup

from pages.parts.answers.ways import behind, behind_cell
from pages.parts.choosing.controls import folded, pick_many, search_box, slider
from pages.parts.choosing.reach_filters import limit_button
from pages.parts.reading.language import _
from pages.parts.reading.reader import Reader
from pages.parts.wording import words
from pages.parts.wording.distance import distance
from pages.parts.wording.groups import SILENT
from pages.parts.wording.numbers import NONE, decimal, share, whole
from pages.parts.wording.places import Place, advice, grounds, names, ranking, reasons
from queries.choices import ANTALL
from queries.weights import COUNTS, MOST, Weights

# Of 100, as scores are shown.
POINTS: Final = 100


def list_filters(reader: Reader) -> Markup:
    """Return what only this list has: a name, the grounds, the weights, the limit, how many."""
    view = reader.view
    parts = (
        search_box("navn", _("Søk etter kommune"), _("Søk etter kommune"), reader),
        pick_many(_("Grunn"), "grunnlag", view.grunnlag, grounds(), reader),
        weights_button(reader),
        folded("antall", _("Antall"), slider("antall", ANTALL, _("Antall steder"), reader)),
        limit_button(reader),
    )
    return Markup('<div class="filter listefilter">{}</div>').format(Markup("").join(parts))


def weights_button(reader: Reader) -> Markup:
    """Return the weights behind a button: for each count the numbers it may weigh, as links."""
    weights, in_use = Weights.read(reader.view.vekter), ranking(reader).in_use
    total = sum(n for c, n in zip(COUNTS, weights.numbers, strict=True) if c in in_use)
    rows = Markup("").join(
        _weight(reader, weights, count, weights.numbers[COUNTS.index(count)], total)
        for count in in_use
    )
    left_out = [names()[count] for count in COUNTS if count not in in_use]
    told = _("Hver grunn teller så mye av summen som vekten er av alle vektene.")
    if left_out:
        missing = _("Ikke kjent for noen kommune, og teller ikke: {what}.")
        told += " " + missing.format(what=", ".join(left_out).lower())
    inside = Markup('<table class="vekter"><caption>{}</caption>{}</table>').format(told, rows)
    return folded("vekter", _("Vekter"), inside)


def candidate_list(reader: Reader, places: Sequence[Place]) -> Markup:
    """Return the places as a table: headings sort, and each row says with, or not with."""
    limit = distance(reader).limit(reader.view.grense)
    headings = (
        ("kommune", _("Kommune")),
        ("poeng", _("Poeng av {n}").format(n=POINTS)),
        ("onsker", _("Ønsker")),
        ("lokaler", _("Lokaler")),
        ("km", _("Til nærmeste")),
        ("flere", _("Flere innen {limit}").format(limit=limit)),
        ("raad", _("Politiets råd")),
        ("blant", _("Blant de {n} første").format(n=reader.view.antall)),
    )
    numbers = ("km", "flere", "blant")
    return Markup(
        '<div class="tabell liste kandidater" tabindex="0"><table><caption>{}</caption>'
        '<thead><tr>{}<th scope="col">{}</th></tr></thead><tbody>{}</tbody></table></div>'
    ).format(
        _("Stedene som kan komme på tale"),
        Markup("").join(_heading(reader, by, text, by in numbers) for by, text in headings),
        _("Ditt valg"),
        Markup("").join(_row(reader, place) for place in places),
    )


def by_municipality(reader: Reader, places: Sequence[Place]) -> dict[str, str]:
    """Return by municipality number what a press on the map does: with, not with, neither."""
    return {place.score.kommunenummer: _next(reader, place.score.kommunenummer) for place in places}


def parts_bar(place: Place) -> Markup:
    """Return the score as a bar of its parts, each said in words."""
    said = ", ".join(
        f"{names()[count].lower()} {points(part)}"
        for count, part in place.score.parts.items()
        if part > 0
    )
    segments = Markup("").join(
        Markup('<i class="del-{}" style="width:{}%" title="{} {}"></i>').format(
            count, f"{POINTS * part:.2f}", names()[count], points(part)
        )
        for count, part in place.score.parts.items()
        if part > 0
    )
    return Markup('<span class="poeng" role="img" aria-label="{}">{}</span>').format(
        said or _("ingen poeng"), segments
    )


def points(value: float) -> str:
    """Return a score, or a part of one, as points of a hundred."""
    return decimal(POINTS * value)


def _weight(reader: Reader, weights: Weights, count: str, now: int, total: int) -> Markup:
    choices = Markup("").join(
        Markup('<a id="vekt-{}-{}" href="{}"{}>{}</a>').format(
            count,
            number,
            reader.link(None, vekter=str(weights.having(count, number))),
            Markup(' aria-current="true"') if number == now else "",
            number,
        )
        for number in range(MOST + 1)
    )
    return Markup('<tr><th scope="row">{}</th><td>{}</td><td class="tall">{}</td></tr>').format(
        names()[count], choices, share(now / total if total else 0)
    )


def _heading(reader: Reader, by: str, text: str, is_number: bool) -> Markup:
    now = reader.view.rangering
    falling = now == f"-{by}"
    order = Markup(' aria-sort="{}"').format("descending" if falling else "ascending")
    return Markup('<th scope="col"{}{}><a href="{}">{}</a></th>').format(
        order if now.removeprefix("-") == by else "",
        Markup(' class="tall"') if is_number else "",
        reader.link(rangering=by if falling else f"-{by}"),
        text,
    )


def _row(reader: Reader, place: Place) -> Markup:
    row, number = place.row, place.score.kommunenummer
    name = Markup('<a href="{}">{}</a>').format(reader.link("kommune", kommune=number), row["navn"])
    score = Markup("<b>{}</b> {}<small>{}</small>").format(
        points(place.score.total), parts_bar(place), reasons(place, reader)
    )
    cells = (
        (_("Poeng"), score, "poengcelle"),
        (_("Ønsker"), _said(reader, "onsker", row), ""),
        (_("Lokaler"), _said(reader, "lokaler", row), ""),
        (_("Til nærmeste"), distance(reader).text(row["til_naermeste"]), "tall"),
        (_("Flere innenfor"), whole(row["flere_innenfor"]), "tall"),
        (_("Politiets råd"), advice()[row["raad"]] if row["raad"] else NONE, ""),
        (_("Blant de første"), share(place.standing.among_first), "tall"),
        (_("Ditt valg"), _choice(reader, number, row["navn"]), "medvalg"),
    )
    rest = Markup("").join(
        Markup('<td class="{}" data-navn="{}">{}</td>').format(kind, heading, text)
        for heading, text, kind in cells
    )
    return Markup('<tr{}><th scope="row"><span class="rang">{}</span> {}</th>{}</tr>').format(
        Markup(" class=valgt") if number in reader.view.med else "",
        place.score.rank,
        name,
        rest,
    )


def _said(reader: Reader, measure: str, row: dict[str, object]) -> Markup | str:
    """Return what was answered, a way to the passage where there is one."""
    value = str(row[measure])
    text = words.values(measure)[value]
    if value in SILENT:
        return Markup('<span class="taus">{}</span>').format(text)
    way = behind_cell(reader, behind(measure, value), str(row["kommunenummer"]))
    current = Markup(' aria-current="true"') if way.is_open else ""
    return Markup('<a href="{}"{}>{}</a>').format(way.link, current, text)


def _choice(reader: Reader, number: str, name: str) -> Markup:
    """Return the two links of a row: with, and not with; the one that holds lets go."""
    view = reader.view
    return Markup("").join(
        Markup('<a id="{}-{}" href="{}" aria-label="{}"{}>{}</a>').format(
            field,
            number,
            reader.link(None, **_toggled(reader, field, number)),
            label.format(name=name),
            Markup(' aria-current="true"') if number in getattr(view, field) else "",
            short,
        )
        for field, short, label in (
            ("med", _("Med"), _("{name} må med")),
            ("uten", _("Ikke"), _("{name} skal ikke med")),
        )
    )


def _toggled(reader: Reader, field: str, number: str) -> dict[str, tuple[str, ...]]:
    """Return both choices with `number` in `field`, or in neither when it is there already."""
    view = reader.view
    left = {name: tuple(n for n in getattr(view, name) if n != number) for name in ("med", "uten")}
    if number not in getattr(view, field):
        left[field] = tuple(sorted((*left[field], number)))
    return left


def _next(reader: Reader, number: str) -> str:
    view = reader.view
    if number in view.med:
        return reader.link(None, **_toggled(reader, "uten", number))
    field = "uten" if number in view.uten else "med"
    return reader.link(None, **_toggled(reader, field, number))
