"""What moved on one page between two data versions, as a card and as a line."""

from dataclasses import replace
from functools import lru_cache
from typing import Final

from pages.parts.cards import CARDS
from pages.parts.drawing.card import Card
from pages.parts.drawing.table import Column, Table
from pages.parts.openings import PAGES, at, names
from pages.parts.openings.moved import Moved, PageMoved, compared, compared_figures
from pages.parts.reading.language import _, ngettext
from pages.parts.reading.markup import Markup
from pages.parts.reading.reader import Reader
from pages.parts.wording.differences import pair
from pages.parts.wording.numbers import whole
from queries import Version
from queries.page_names import FRONT, path_of
from queries.page_names import PAGES as ADDRESSES

# The page that compares is not compared.
CHANGES: Final = "endringer"
# Of each figure so many rows are shown; all of them stand in the table.
SHOWN: Final = 6
_FIGURE: Final = Markup('<section class="flyttet"><h3>{}</h3>{}{}</section>')


def moved_on(reader: Reader, page: str, older: Version, newer: Version) -> PageMoved:
    """Return what differs on `page` for what the reader has chosen: key figures and cards.

    A title is the newer one. What is written alike counts as alike, as readers see no difference.
    """
    if page not in ADDRESSES or page == CHANGES:
        return PageMoved((), 0)
    there = at(reader, path_of(page))
    return _moved(replace(there, version=older), replace(there, version=newer))


@lru_cache(maxsize=64)
def _moved(before: Reader, after: Reader) -> PageMoved:
    opening = PAGES[after.path].opening
    was, now = opening(before), opening(after)
    found = []
    if was.figures or now.figures:
        moves = compared_figures(was.figures, now.figures)
        found.append(Moved(_("Nøkkeltall"), "", _("Nøkkeltall"), moves))
    cards = (*was.cards, *now.cards, *(("kodede",) if after.view.kode else ()))
    for name in dict.fromkeys(cards):
        old, new = CARDS[name](before), CARDS[name](after)
        subject = new.table.columns[0].heading
        found.append(Moved(new.title, name, subject, compared(old.table, new.table)))
    return PageMoved(tuple(each for each in found if each.moves), len(found))


def page_card(reader: Reader) -> Card:
    """Return the numbers that moved on the page the reader came from, figure by figure."""
    versions = pair(reader)
    page = reader.view.fra or FRONT
    found = moved_on(reader, page, *versions) if versions else PageMoved((), 0)
    name = names()[path_of(page)]
    title = ngettext(
        "{n} tall er endret på siden {page}", "{n} tall er endret på siden {page}", found.count
    ).format(n=whole(found.count), page=name)
    if not found.count:
        title = _("Ingen tall er endret på siden {page}").format(page=name)
    compared = ngettext(
        "{n} figur er sammenliknet, {changed} er endret",
        "{n} figurer er sammenliknet, {changed} er endret",
        found.compared,
    ).format(n=whole(found.compared), changed=whole(len(found.figures)))
    rows = [
        (figure.title, figure.subject, move.row, move.column, move.before, move.after)
        for figure in found.figures
        for move in figure.moves
    ]
    return Card(
        name="endringer-side",
        query="nokkeltall",
        title=title,
        lead=_("For det du har valgt; tall som skrives likt, regnes som like"),
        basis=f"{compared}. {_between(versions)}",
        table=Table.of([Column(_("Figur")), Column(_("Gjelder")), *_columns(_("Rad"))], rows),
        figure=Markup("").join(_figure(each, reader, page) for each in found.figures),
        aside=True,
    )


def _figure(moved: Moved, reader: Reader, page: str) -> Markup:
    """Return one figure's first changes, under its title, which leads to it."""
    rows = [(m.row, m.column, m.before, m.after) for m in moved.moves]
    title = moved.title
    if moved.card:
        link = f"{reader.link(path_of(page), versjon=None)}#kort-{moved.card}"
        title = Markup('<a href="{}">{}</a>').format(link, title)
    rest = len(rows) - SHOWN
    more = ""
    if rest > 0:
        text = ngettext("og {n} til i denne figuren", "og {n} til i denne figuren", rest)
        more = Markup("<p>{}</p>").format(text.format(n=whole(rest)))
    table = Table.of(_columns(moved.subject), rows[:SHOWN]).html(moved.title)
    return _FIGURE.format(title, table, more)


def _between(versions: tuple[Version, Version] | None) -> str:
    if versions is None:
        return _("Det finnes bare én dataversjon")
    older, newer = versions
    return _("Fra {older} til {newer}").format(older=older.version, newer=newer.version)


def _columns(subject: str) -> list[Column]:
    return [Column(subject), Column(_("Tall")), Column(_("Før")), Column(_("Nå"))]
