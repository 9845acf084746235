"""The columns of the list of candidates: what each is called, and what stands in it."""

from collections.abc import Callable
from typing import Final

from pages.parts.answers.ways import behind, behind_cell
from pages.parts.drawing.colours import ink
from pages.parts.reading.language import _
from pages.parts.reading.markup import Markup
from pages.parts.reading.memory import remembered
from pages.parts.reading.reader import Reader
from pages.parts.wording import words
from pages.parts.wording.distance import distance
from pages.parts.wording.groups import SILENT
from pages.parts.wording.numbers import NONE, listed, whole
from pages.parts.wording.places import Place, advice, between, in_draws, names, points, station
from pages.parts.wording.reported import per_thousand
from queries.candidates import DRAWS
from queries.choices import MAAL

# Of 100, as scores are shown.
POINTS: Final = 100
# Columns whose cells stand to the right.
NUMBERS: Final = ("km", "flere", "blant", "nummer", "spart", "kriminalitet", "innbyggere")


@remembered
def headings(reader: Reader) -> dict[str, str]:
    """Return what each column is called, by the name the View has for it."""
    limit = distance(reader).limit(reader.view.grense)
    return {
        "kommune": _("Kommune"),
        "poeng": _("Poeng av {n}").format(n=POINTS),
        "onsker": _("Ønsker"),
        "lokaler": _("Lokaler"),
        "km": _("Til nærmeste"),
        "flere": _("Flere innen {limit}").format(limit=limit),
        "raad": _("Politiets råd"),
        "blant": _("Blant de {n} første, av {draws}").format(
            n=reader.view.antall, draws=whole(DRAWS)
        ),
        "nummer": _("Nummer, ni av ti"),
        "spart": _("Spart, person-km"),
        "bemanning": _("Bemanning"),
        "tjenestestedstruktur": _("Struktur"),
        "tjenestetilbud": _("Tilbud"),
        "felles": _("Felles ønske"),
        "kriminalitet": _("Anmeldt per 1 000"),
        "besluttet": _("Besluttet"),
        "innbyggere": _("Innbyggere"),
        "politidistrikt": _("Politidistrikt"),
    }


def cell(reader: Reader, place: Place, by: str) -> Markup | str:
    """Return what stands in column `by` for `place`; what was answered opens its passage."""
    row = place.row
    if by in MAAL:
        return _said(reader, by, row)
    texts: dict[str, Callable[[], str]] = {
        "km": lambda: distance(reader).text(row["til_naermeste"]),
        "flere": lambda: whole(row["flere_innenfor"]),
        "raad": lambda: advice()[row["raad"]] if row["raad"] else NONE,
        "blant": lambda: in_draws(place),
        "nummer": lambda: between(place),
        "spart": lambda: whole(row["spart"]),
        "felles": lambda: listed(row["samme_svar"] or row["naboer"]) or NONE,
        "kriminalitet": lambda: per_thousand(
            row["anmeldt_per_tusen"], row["anmeldt_lavest"], row["anmeldt_hoyest"]
        ),
        "besluttet": lambda: station(place, reader) or NONE,
        "innbyggere": lambda: whole(row["innbyggere"]),
        "politidistrikt": lambda: words.district_name(row["politidistrikt"]),
    }
    return texts[by]()


def parts_bar(place: Place, *, dark: bool) -> Markup:
    """Return the score as a bar of its parts, each said in words."""
    parts = {count: part for count, part in place.score.parts.items() if part > 0}
    said = ", ".join(f"{names()[count].lower()} {points(part)}" for count, part in parts.items())
    segments = Markup("").join(
        Markup('<i style="width:{}%;background:{}" title="{} {}"></i>').format(
            f"{POINTS * part:.2f}",
            ink("grunn", count, dark=dark).fill,
            names()[count],
            points(part),
        )
        for count, part in parts.items()
    )
    return Markup('<span class="poeng" role="img" aria-label="{}">{}</span>').format(
        said or _("ingen poeng"), segments
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
