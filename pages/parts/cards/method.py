"""Cards about the data themselves: coverage, source files, rejected rows, sources."""

from typing import Any

from pages.parts.answers.masking import mask
from pages.parts.answers.ways import opening
from pages.parts.drawing.bars import Bar, Part, bars
from pages.parts.drawing.card import Card
from pages.parts.drawing.colours import ink
from pages.parts.drawing.group_bars import said
from pages.parts.drawing.table import Column, Table
from pages.parts.reading.language import SOURCE, _, ngettext
from pages.parts.reading.reader import Reader
from pages.parts.reading.tongue import Written, registered
from pages.parts.wording import words
from pages.parts.wording.answered import who_answered
from pages.parts.wording.numbers import NONE, many, share, whole

FIRST_REJECTED = 10


def coverage(reader: Reader) -> Card:
    """Return who has answered in each district; all twelve, the chosen ones marked."""
    everywhere = reader.having(distrikt=())
    rows = everywhere.ask("dekning_distrikt").to_dicts()
    silent = "ikke_innhentet" if reader.is_known else "ikke_svart"
    answered, missing = ink("onsker", "ja", dark=reader.dark), ink("onsker", silent)

    def way(row: dict[str, Any], code: str) -> str:
        return opening(reader, f"svar:{code}", f"politidistrikt:{row['politidistrikt']}").link

    figure = [
        Bar(
            words.district_name(row["politidistrikt"]),
            (
                Part(
                    row["andel"],
                    answered,
                    f"{reader.answered}: {whole(row['innbyggere_svart'])}",
                    way(row, "svart"),
                ),
                Part(
                    1 - row["andel"],
                    missing,
                    f"{words.values('onsker')[silent].lower()}: "
                    f"{whole(row['innbyggere'] - row['innbyggere_svart'])}",
                    way(row, silent),
                ),
            ),
            (
                whole(row["innbyggere_svart"]) if reader.is_known else share(row["andel"]),
                _("{n} av {all}").format(n=whole(row["svart"]), all=whole(row["kommuner"])),
            ),
            reader.link(distrikt=(row["politidistrikt"],)),
            reference=row["politidistrikt"] in reader.view.distrikt,
            value_links=("", way(row, "svart") if row["svart"] else ""),
        )
        for row in rows
    ]
    answers = sum(row["svart"] for row in rows)
    behind = _("Innbyggere bak uttalelsene") if reader.is_known else _("Innbyggere bak svarene")
    every = sum(row["kommuner"] for row in rows)
    title = who_answered(answers, every, reader)
    return Card(
        name="dekning",
        query="dekning_distrikt",
        title=title,
        lead=_("Innbyggere som bor i en kommune som har uttalt seg")
        if reader.is_known
        else _("Andel av innbyggerne som bor i en kommune som har svart"),
        basis=(
            _("{n} innbyggere bak uttalelsene")
            if reader.is_known
            else _("{n} innbyggere bak svarene")
        ).format(n=many(sum(row["innbyggere_svart"] for row in rows))),
        table=Table.of(
            [
                Column(_("Politidistrikt")),
                Column(_("Kommuner"), "whole"),
                Column(said(reader), "whole"),
                Column(_("Innbyggere"), "whole"),
                Column(behind, "whole"),
                *(() if reader.is_known else (Column(_("Dekning, innbyggere"), "share"),)),
            ],
            [
                (
                    words.district_name(row["politidistrikt"]),
                    row["kommuner"],
                    row["svart"],
                    row["innbyggere"],
                    row["innbyggere_svart"],
                    *(() if reader.is_known else (row["andel"],)),
                )
                for row in rows
            ],
        ),
        figure=bars(figure, (_("Politidistrikt"), _("Innbyggere"), _("Kommuner")), title),
        links=tuple(reader.link(distrikt=(row["politidistrikt"],)) for row in rows),
    )


def source_files(reader: Reader) -> Card:
    """Return how many rows of each source file were read, accepted and set aside."""
    rows = reader.ask("kildefiler").to_dicts()
    read, aside = (sum(row[c] for row in rows) for c in ("rader_inn", "rader_avvist"))
    noted = any(row["merknad"] for row in rows)
    title = ngettext(
        "{read} rader er lest, {n} er satt til side",
        "{read} rader er lest, {n} er satt til side",
        aside,
    ).format(read=whole(read), n=whole(aside))
    return Card(
        name="kildefiler",
        query="kildefiler",
        title=title
        if aside
        else ngettext(
            "{n} rad er lest, ingen er satt til side",
            "{n} rader er lest, ingen er satt til side",
            read,
        ).format(n=whole(read)),
        lead=_("Rader i hver kildefil"),
        basis=ngettext("{n} tabell", "{n} tabeller", len(rows)).format(n=len(rows)),
        table=Table.of(
            [
                Column(_("Tabell")),
                Column(_("Fil")),
                Column(_("Rader inn"), "whole"),
                Column(_("Godtatt"), "whole"),
                Column(_("Satt til side"), "whole"),
                *([Column(_("Lest annerledes"))] if noted else []),
            ],
            [
                (
                    row["tabell"],
                    _file(row["fil"]),
                    row["rader_inn"],
                    row["rader_godtatt"],
                    row["rader_avvist"],
                    *([registered(row["merknad"])] if noted else []),
                )
                for row in rows
            ],
        ),
        # Stacked on a phone the whole table would hide the page below it.
        shown=0 if reader.narrow else len(rows),
    )


def rejected(reader: Reader) -> Card:
    """Return the rows that were set aside, each with the reason."""
    rows = reader.ask("avviste").to_dicts()
    title = ngettext(
        "{n} rad er satt til side og ikke regnet med",
        "{n} rader er satt til side og ikke regnet med",
        len(rows),
    ).format(n=whole(len(rows)))
    return Card(
        name="avviste",
        query="avviste",
        title=title if rows else _("Ingen rader er satt til side"),
        basis=_("Kildefilene til datasettet"),
        table=Table.of(
            [Column(_("Fil")), Column(_("Rad"), "whole"), Column(_("Grunn"))],
            # A reason quotes the cell, and a cell may hold anything.
            [(row["fil"], row["rad"], Written(mask(row["grunn"]), SOURCE)) for row in rows],
        ),
        shown=FIRST_REJECTED,
    )


def remarks(reader: Reader) -> Card:
    """Return what a person must look at in the files that were read, what is done last."""
    rows = reader.ask("merknader").to_dicts()
    left = sum(not row["gjort"] for row in rows)
    title = ngettext(
        "{n} ting må ses på etter innlesingen", "{n} ting må ses på etter innlesingen", left
    ).format(n=whole(left))
    weights = {"viktig": _("Viktig"), "kontroller": _("Kontroller")}
    return Card(
        name="merknader",
        query="merknader",
        title=title if left else _("Alt er sett på etter innlesingen"),
        basis=ngettext("{n} merknad", "{n} merknader", len(rows)).format(n=whole(len(rows))),
        table=Table.of(
            [Column(_("Fil")), Column(_("Hva")), Column(_("Alvor")), Column(_("Gjort"))],
            [
                (
                    Written(mask(row["fil"] or row["merknad_id"]), SOURCE),
                    Written(mask(row["hva"]), SOURCE),
                    weights[row["alvor"]],
                    _("ja") if row["gjort"] else _("nei"),
                )
                for row in rows
            ],
        ),
        shown=FIRST_REJECTED,
    )


def sources(reader: Reader) -> Card:
    """Return where the tables that all data sets share come from."""
    rows = reader.ask("kilder").to_dicts()
    return Card(
        name="kilder",
        query="kilder",
        title=_("Kommuner, steder og tall har åpne kilder"),
        lead=_("Tabeller som alle datasett bruker"),
        basis=ngettext("{n} kilde", "{n} kilder", len(rows)).format(n=len(rows)),
        real=_("DEMODATA – men disse kildene er virkelige"),
        source=_("Kilde: se hver rad"),
        table=Table.of(
            [
                Column(_("Tabell")),
                Column(_("Hva")),
                Column(_("Utgiver")),
                Column(_("Lisens")),
                Column(_("Hentet")),
                Column(_("Hvor sikkert")),
            ],
            [
                (
                    row["tabell"],
                    *map(registered, (row["hva"], row["utgiver"], row["lisens"])),
                    _month(row["hentet"]),
                    registered(row["hvor_sikkert"]),
                )
                for row in rows
            ],
        ),
        # Stacked on a phone the whole table would hide the page below it.
        shown=0 if reader.narrow else len(rows),
    )


def _file(fil: str) -> str:
    """Return the name of a source file, with what stands in brackets in the reader's language."""
    told = {"(laget i byggingen)": _("(laget i byggingen)"), "(ikke levert)": _("(ikke levert)")}
    name, _space, note = fil.partition(" ")
    return f"{name} {told.get(note, note)}".strip()


def _month(written: str) -> str:
    if not written:
        return NONE
    year, _dash, month = written.partition("-")
    return f"{month}.{year}"
