"""The words for advice: what is advised, how much it weighs, why, and how far it has come."""

import datetime as dt

from data.schemas import POLITIDISTRIKTER
from pages.parts.reading.language import _
from pages.parts.wording import words
from pages.parts.wording.numbers import long_date
from queries.advice import DIRECTORATE, Advice


def kinds() -> dict[str, str]:
    """Return what may be advised about a station."""
    return {
        "anbefaler": _("Anbefaler tjenestested"),
        "fraraader": _("Fraråder tjenestested"),
        "noytral": _("Tar ikke stilling"),
    }


def priorities() -> dict[str, str]:
    """Return how much an advice weighs."""
    return {"hoy": _("Høy"), "middels": _("Middels"), "lav": _("Lav")}


def reasons() -> dict[str, str]:
    """Return what an advice may rest on."""
    return {
        "avstand": _("Avstand til nærmeste tjenestested"),
        "responstid": _("Responstid"),
        "innbyggere": _("Innbyggere og befolkningsvekst"),
        "naeringsliv": _("Næringsliv, reiseliv og sesong"),
        "lokaler": _("Lokaler og samlokalisering"),
        "bemanning": _("Bemanning og rekruttering"),
        "samarbeid": _("Samarbeid med kommunen"),
        "okonomi": _("Økonomi"),
        "dekket": _("Behovet er dekket på annen måte"),
    }


def statuses() -> dict[str, str]:
    """Return how far an advice has come."""
    return {"utkast": _("Utkast"), "sendt": _("Sendt inn"), "trukket": _("Trukket tilbake")}


def sender(given: Advice) -> str:
    """Return which office an advice is from."""
    return office(given.fra)


def office(name: str) -> str:
    """Return who advised in the reader's language, a district with or without «politidistrikt».

    What is neither a district nor the directorate stands as it is.
    """
    if name == DIRECTORATE:
        return _("Politidirektoratet")
    district = name.removesuffix(" politidistrikt")
    if district not in POLITIDISTRIKTER:
        return name
    return _("{name} politidistrikt").format(name=words.district_name(district))


def signed(given: Advice) -> str:
    """Return who wrote an advice last, and when."""
    return _("{name}, {moment}").format(name=given.navn, moment=moment(given.tid))


def moment(when: dt.datetime) -> str:
    """Return a date and a time of day, as the machine's clock has it."""
    here = when.astimezone()
    return f"{long_date(here.date())} {here:%H:%M}"
