"""What is said of offences reported to the police, where somebody has supplied the figures."""

from collections.abc import Sequence
from typing import Any

from pages.parts.reading.language import _
from pages.parts.wording.numbers import NONE, decimal


def groups() -> dict[str, str]:
    """Return what each group of offences is called, in the order they are listed."""
    return {
        "alle": _("Alle lovbrudd"),
        "eiendomstyveri": _("Eiendomstyveri"),
        "annet_vinningslovbrudd": _("Annet vinningslovbrudd"),
        "eiendomsskade": _("Eiendomsskade"),
        "vold_og_mishandling": _("Vold og mishandling"),
        "seksuallovbrudd": _("Seksuallovbrudd"),
        "rusmiddellovbrudd": _("Rusmiddellovbrudd"),
        "ordens_og_integritetskrenkelse": _("Ordens- og integritetskrenkelse"),
        "trafikkovertredelse": _("Trafikkovertredelse"),
        "andre_lovbrudd": _("Andre lovbrudd"),
    }


def bounds() -> tuple[str, str]:
    """Return what the columns with the ends of the interval are called."""
    return _("Anmeldt per 1 000, fra"), _("Anmeldt per 1 000, til")


def per_thousand(rate: float | None, low: float | None, high: float | None) -> str:
    """Return a rate with its interval, such as «15,6 (8,5–26,1)», or a dash when nobody knows."""
    if rate is None:
        return NONE
    if low is None or high is None:
        return decimal(rate)
    return f"{decimal(rate)} ({decimal(low)}–{decimal(high)})"


def lacking(sign: str | None) -> str:
    """Return why a number is not there, by Statistics Norway's sign for it."""
    return {
        ":": _("vises ikke av hensyn til personvern"),
        ".": _("kan ikke forekomme"),
    }.get(sign or "", _("mangler hos SSB"))


def years(first: int, last: int) -> str:
    """Return a period such as «2020–2021», or one year."""
    return str(first) if first == last else f"{first}–{last}"


def lead(row: dict[str, Any]) -> str:
    """Return how what `row` counts is counted, and in which years."""
    return _(
        "Etter kommunen lovbruddet ble begått i, snitt per år {years}; intervallet i parentes er "
        "det tilfeldighet alene kan gi. Står for seg, og regnes ikke sammen med svarene"
    ).format(years=years(row["fra_aar"], row["til_aar"]))


def source(rows: Sequence[dict[str, Any]]) -> str:
    """Return the table the numbers are from, and the file that brought them."""
    if not rows:
        return _("Kilde: SSB tabell 08487")
    return _("Kilde: SSB tabell 08487, i filen {file}").format(file=rows[0]["fil"])
