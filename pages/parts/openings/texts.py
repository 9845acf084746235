"""Openings of the pages about texts and data: one municipality, a search, sources, changes."""

from collections.abc import Mapping
from typing import Any

from pages.parts.answers import hits
from pages.parts.drawing import data_sections
from pages.parts.openings import profile
from pages.parts.reading.language import _, ngettext
from pages.parts.reading.reader import Reader
from pages.parts.wording import words
from pages.parts.wording.answered import nobody
from pages.parts.wording.differences import pair
from pages.parts.wording.numbers import begun, kilometres, long_date, share, some, whole
from pages.parts.wording.opening import Figure, Opening
from queries.search import find


def municipality(reader: Reader) -> Opening:
    """Return what Kommune opens with: what the chosen one said, or how many there are to choose."""
    facts = next(iter(reader.ask("kommune_fakta").to_dicts()), None)
    if facts is None:
        rows = reader.ask("kommune_liste").to_dicts()
        if not rows:
            why = _("Fjern ett eller flere filtre for å se svar.")
            return Opening(_("Ingen kommuner passer med filteret"), why, empty=True)
        answered = sum(row["har_svart"] for row in rows)
        title = ngettext("{n} kommune i utvalget", "{n} kommuner i utvalget", len(rows))
        basis = _("{n} {answered}.").format(n=some(answered), answered=reader.answered)
        return Opening(title.format(n=whole(len(rows))), begun(basis))
    left, right = profile.cards(reader, facts)
    beside = ("kommuneraad", "kommunebesluttet", "kommunestasjoner")
    return Opening(
        profile.finding(facts),
        profile.described(facts) + ".",
        figures=_place(reader, facts),
        cards=("kommunekoder", *left, *beside, *right),
    )


def _place(reader: Reader, facts: Mapping[str, Any]) -> tuple[Figure, ...]:
    """Return how many live in the municipality, and how far it is to the nearest station."""
    people = Figure(whole(facts["innbyggere"]), _("innbyggere"), _("1. januar 2022"))
    stations = reader.ask("kommune_stasjoner").to_dicts()
    return people, *(
        Figure(kilometres(row["km"]), _("til nærmeste tjenestested"), row["navn"])
        for row in stations
        if row["plass_i_dag"] == 1
    )


def search(reader: Reader) -> Opening:
    """Return what Søk opens with: how many answers mention what is searched for."""
    found = find(reader.version, reader.view)
    some = bool(found.hits.height)
    return Opening(
        hits.title(found, everywhere=reader.view.is_country),
        hits.counted(found),
        cards=("sok", "sokedistrikt") if some else (),
        answered=some,
        empty=not reader.ask("nokkeltall").row(0, named=True)["kommuner"],
    )


def data(reader: Reader) -> Opening:
    """Return what Data opens with: who has answered, and when the data were built."""
    total = reader.ask("nokkeltall").row(0, named=True)
    title = _who_answered(total, reader)
    basis = _("{dataset}. Bygd {date}.").format(
        dataset=words.datasets()[reader.version.dataset],
        date=long_date(data_sections.built(reader.version.version)),
    )
    some = bool(total["kommuner"])
    aside = [name for name in ("avviste", "merknader") if reader.ask(name).height]
    others = ("innbyggerundersokelse", "svartelling", "ordforerundersokelse")
    return Opening(
        title if some else _("Ingen kommuner passer med filteret"),
        basis,
        figures=tuple(data_sections.key_figures(reader)),
        cards=(*(("dekning",) if some else ()), "kildefiler", *aside, *others, "kilder"),
        empty=not some,
    )


def _who_answered(total: Mapping[str, int], reader: Reader) -> str:
    if not total["svart"]:
        return nobody(total["kommuner"], reader)
    if reader.is_known:
        # Of the known statements nothing is told in per cent.
        text = ngettext(
            "{n} av {all} kommune har uttalt seg, med {people} innbyggere",
            "{n} av {all} kommuner har uttalt seg, med {people} innbyggere",
            total["kommuner"],
        )
        people = whole(total["innbyggere_svart"])
    else:
        text = ngettext(
            "{n} av {all} kommune har svart, med {people} av innbyggerne",
            "{n} av {all} kommuner har svart, med {people} av innbyggerne",
            total["kommuner"],
        )
        answered, every = total["innbyggere_svart"], total["innbyggere"]
        people = share(answered / every if every else None)
    return text.format(n=whole(total["svart"]), all=whole(total["kommuner"]), people=people)


def changed(reader: Reader) -> Opening:
    """Return what Endringer opens with: which two versions are compared."""
    versions = pair(reader)
    empty = not reader.ask("nokkeltall").row(0, named=True)["kommuner"]
    if versions is None:
        only = _("Det finnes én versjon.")
        return Opening(_("Ingenting å sammenlikne"), only, answered=False, empty=empty)
    older, newer = versions
    # What moved on the page she came from, where she came from one.
    side = ("endringer-side",) if reader.view.fra else ()
    return Opening(
        _("Hva er endret siden forrige versjon"),
        _("Data {older} mot {newer}.").format(older=older.version, newer=newer.version),
        cards=(*side, "endringer-tall", "endringer-svar", "endringer-lokaler"),
        empty=empty,
    )


def advice(_reader: Reader) -> Opening:
    """Return what Råd opens with for those who do not write it, also on paper."""
    return Opening(
        _("Råd skrives av politidistriktene og Politidirektoratet"),
        _("Bare den som er logget inn for et politidistrikt eller for Politidirektoratet, skriver "
          "her. Publiserte råd står på siden om hver kommune."),
        answered=False,
        said=False,
    )  # fmt: skip


def review(_reader: Reader) -> Opening:
    """Return what Vurdering opens with on paper: nothing but what it is for."""
    return Opening(
        _("Vurdering er for dem som er logget inn som saksbehandler eller leder"),
        _("Her bekreftes kodene i brevene, før de er en del av tallene."),
        said=False,
    )
