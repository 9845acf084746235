"""Cards about what has changed between the version a link was made of and the newest."""

from typing import Final

from pages.parts.drawing.card import Card
from pages.parts.drawing.table import Column, Table
from pages.parts.reading.language import _, ngettext
from pages.parts.reading.reader import Reader
from pages.parts.wording import words
from pages.parts.wording.differences import Changes, changes, pair
from pages.parts.wording.numbers import share, whole
from queries.view import SATISFACTION

SHOWN: Final = 40


def figures(reader: Reader) -> Card:
    """Return the key figures that moved, from what to what."""
    found = _changes(reader)
    labels = {
        "kommuner": _("Kommuner"),
        "svart": _("Har svart"),
        "onsker": _("Ønsker nytt tjenestested"),
        "onsker_ikke": _("Ønsker ikke nytt tjenestested"),
        "tilbyr": _("Tilbyr lokaler"),
        "lokaler": _("Lokaler"),
    } | {
        m: _("Ikke tilfreds med {what}").format(what=what)
        for m, what in words.measure_with().items()
    }
    numbers = found.numbers if found else ()
    return Card(
        name="endringer-tall",
        query="nokkeltall",
        title=ngettext("{n} nøkkeltall er endret", "{n} nøkkeltall er endret", len(numbers)).format(
            n=whole(len(numbers))
        )
        if numbers
        else _("Ingen nøkkeltall er endret"),
        basis=_basis(found),
        table=Table.of(
            [Column(_("Tall")), Column(_("Før")), Column(_("Nå"))],
            [
                (
                    labels[name],
                    *(share(v) if name in SATISFACTION else whole(v) for v in (before, after)),
                )
                for name, before, after in numbers
            ],
        ),
        shown=SHOWN,
    )


def answers(reader: Reader) -> Card:
    """Return who has answered since, whose answer is gone, and every code that changed."""
    found = _changes(reader)
    titles = words.measure_titles()
    rows: list[tuple[str, str, str, str]] = []
    links: list[str] = []
    if found:
        for numbers, text in (
            (found.answered, _("Har svart siden")),
            (found.withdrawn, _("Svaret er borte")),
        ):
            rows += [(name, text, "", "") for _nr, name in numbers]
            links += [reader.link("kommune", kommune=nr, versjon=None) for nr, _name in numbers]
        for c in found.codes:
            labels = words.values(c.measure)
            rows.append((c.navn, titles[c.measure], labels[c.before], labels[c.after]))
            links.append(reader.link("kommune", kommune=c.kommunenummer, versjon=None))
    return Card(
        name="endringer-svar",
        query="innspill",
        title=ngettext("{n} endring i svarene", "{n} endringer i svarene", len(rows)).format(
            n=whole(len(rows))
        )
        if rows
        else _("Ingen svar er endret"),
        basis=_basis(found),
        table=Table.of(
            [Column(_("Kommune")), Column(_("Hva")), Column(_("Før")), Column(_("Nå"))], rows
        ),
        links=tuple(links),
        shown=SHOWN,
    )


def premises(reader: Reader) -> Card:
    """Return the premises that came and went."""
    found = _changes(reader)
    types = words.premises()
    rows = [
        (name, types[kind], text)
        for offers, text in (
            (found.offered if found else (), _("Kommet til")),
            (found.gone if found else (), _("Tatt ut")),
        )
        for _nr, name, kind in offers
    ]
    return Card(
        name="endringer-lokaler",
        query="lokaler",
        title=ngettext("{n} endring i lokalene", "{n} endringer i lokalene", len(rows)).format(
            n=whole(len(rows))
        )
        if rows
        else _("Ingen lokaler er endret"),
        basis=_basis(found),
        table=Table.of([Column(_("Kommune")), Column(_("Lokale")), Column(_("Endring"))], rows),
        shown=SHOWN,
    )


def _changes(reader: Reader) -> Changes | None:
    versions = pair(reader)
    return changes(reader, *versions) if versions else None


def _basis(found: Changes | None) -> str:
    if found is None:
        return _("Det finnes bare én dataversjon")
    return _("Fra {older} til {newer}").format(older=found.older.version, newer=found.newer.version)
