"""Where a measure is most marked, as the title of a figure that compares groups."""

from collections.abc import Sequence
from dataclasses import dataclass

from pages.parts.reading.language import _
from pages.parts.wording import words
from pages.parts.wording.claims import Standing, claim
from pages.parts.wording.groups import Group
from pages.parts.wording.rates import Rate, total


@dataclass(frozen=True)
class Phrases:
    """What is said of the group that leads, with the places `{place}` and `{share}`."""

    most: str
    among: str
    # The subject where nothing can be said of a first place, before its numbers.
    subject: str


def largest(
    found: Sequence[Group],
    grouping: str,
    country: Rate,
    phrases: Phrases | None = None,
    *,
    beyond: bool = False,
) -> str:
    """Return where the measure is most marked among `found`, as far as the answers carry it.

    Where they carry no first place, the share of them all stands there, beside that of `country`.
    They go `beyond` the selection where a district is chosen and all are shown.
    """
    told = phrases or measured(found[0].measure if found else "bemanning")
    rates = {g.code: g.rate for g in found}
    said = claim(
        [Standing.of_rate(code, rate) for code, rate in rates.items()],
        Standing.of_rate("landet", country),
    )
    if not said.code:
        return neutral(told.subject, total(rates.values()), country, beyond=beyond)
    sentence = told.most if said.kind == "most" else told.among
    return sentence.format(place=place(grouping, said.code), share=rates[said.code].text)


def neutral(subject: str, here: Rate, country: Rate, *, beyond: bool = False) -> str:
    """Return the numbers of the selection, or `beyond` it of all districts, and of the country."""
    if not here.of:
        return _("For få svar til å sammenlikne gruppene")
    if here == country:
        return _("{what}: {here} i hele landet").format(what=subject, here=here.text)
    says = (
        _("{what}: {here} i alle distriktene, {country} i hele landet")
        if beyond
        else _("{what}: {here} i utvalget, {country} i hele landet")
    )
    return says.format(what=subject, here=here.text, country=country.text)


def place(grouping: str, code: str) -> str:
    """Return a group as the place it is, such as «i Vest» or «i kommuner med …»."""
    name = words.group(grouping, code)
    if grouping == "storrelse":
        return _("i kommuner med {named}").format(named=words.inhabitants()[code])
    if grouping == "avstand":
        if code == "uten_reisetid":
            return _("i kommuner uten oppgitt reisetid")
        return _("i kommuner {named} fra tjenestestedet").format(named=name.lower())
    return _("i {named}").format(named=name)


def measured(measure: str) -> Phrases:
    """Return what is said of the five measures."""
    if measure == "onsker":
        return Phrases(
            _("Ønsket om nytt tjenestested er størst {place}: {share}"),
            _("Ønsket om nytt tjenestested er blant de største {place}: {share}"),
            _("Ønsker nytt tjenestested"),
        )
    if measure == "lokaler":
        return Phrases(
            _("Andelen som tilbyr lokaler, er størst {place}: {share}"),
            _("Andelen som tilbyr lokaler, er blant de største {place}: {share}"),
            _("Tilbyr eller vurderer lokaler"),
        )
    return Phrases(
        _("Misnøyen er størst {place}: {share}"),
        _("Misnøyen er blant de største {place}: {share}"),
        _("Ikke tilfreds med {what}").format(what=words.measure_with().get(measure, "")),
    )
