"""The briefing as a value: what PDF, Word and PowerPoint say in their own way."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Final

from pages.parts.card import Card
from pages.parts.cards import CARDS
from pages.parts.figures import Figure, Opening
from pages.parts.language import _
from pages.parts.numbers import whole
from pages.parts.openings import PAGES
from pages.parts.papers.mapimage import Picture, map_picture
from pages.parts.papers.placeimage import place_picture
from pages.parts.papers.quotes import Quote, quotes
from pages.parts.papers.sides import SIDES, Side
from pages.parts.papers.source import Source, source
from pages.parts.papers.text import CELL, clean
from pages.parts.reader import Reader
from pages.parts.table import Column, Table
from queries import queries

# What the page draws as its map, and a paper as a picture.
MAP: Final = "kart"
# A paper is for reading.
MOST_CARDS: Final = 16
# Of what a link asks for in vain, so much is told.
MOST_NAMED: Final = 5
LONGEST_NAME: Final = 40
FEWEST: Final = 2
# Cards whose first columns are not the ones to keep where there is not room for all.
COLUMNS: Final = {"distriktskommuner": (0, 1, 2, 3, 4, 5, 7, 8)}


@dataclass(frozen=True)
class Briefing:
    """One page of the dashboard as a paper of its own."""

    title: str
    basis: str
    figures: tuple[Figure, ...]
    picture: Picture | None
    cards: tuple[Card, ...]
    quotes: tuple[Quote, ...]
    # Whether passages are a part of this page, also where the data set has none.
    has_quotes: bool
    source: Source
    dataset: str
    # Nothing fits the filter: the paper says so and holds no more.
    empty: bool
    # What was asked for and is not here, in words.
    missing: str = ""


def briefing(
    reader: Reader, side: str, origin: str, chosen: Sequence[str] = (), *, brief: bool = True
) -> Briefing:
    """Return page `side` as the reader sees it, or the `chosen` cards under its finding.

    A `brief` paper leaves out some of the cards of a long page. `origin` is the server's own
    address, for the link back. A chosen card there is none of is told on the paper. Raises
    `KeyError` for a side there is none of.
    """
    page = SIDES[side]
    reader = at(reader, page)
    opening = PAGES[page.path].opening(reader)
    show = not opening.empty
    names = list(dict.fromkeys(chosen)) or list(default(page, opening, brief=brief))
    known = [name for name in names if name in CARDS or name == MAP]
    cards = [CARDS[name](reader) for name in known[:MOST_CARDS] if name != MAP] if show else []
    show_quotes = page.quotes and show and not chosen
    about = source(reader, origin, cards, said=opening.said)
    if page.path == "kommune":
        about = replace(about, where=_municipality(reader) or about.where)
    return Briefing(
        title=clean(opening.title),
        basis=clean(f"{opening.basis} {opening.more}"),
        figures=opening.figures if show else (),
        picture=_picture(reader, opening, marked=bool(about.demo))
        if page.has_map and show and (MAP in known or not chosen)
        else None,
        cards=tuple(cards),
        quotes=tuple(quotes(reader)) if show_quotes else (),
        has_quotes=show_quotes,
        source=about,
        dataset=reader.version.dataset,
        empty=opening.empty,
        missing=_missing(names, known) if show else "",
    )


def default(page: Side, opening: Opening, *, brief: bool) -> tuple[str, ...]:
    """Return the cards of a paper that nobody has chosen the cards of."""
    shown = [name for name in opening.cards if name != MAP]
    if not brief or not page.brief or not shown:
        return tuple(shown)
    return tuple(name for name in page.brief if name in shown) + page.more


def at(reader: Reader, page: Side) -> Reader:
    """Return `reader` as a reader of `page`, looking at a measure the page can be about."""
    reader = replace(reader, path=page.path, narrow=False, dark=False)
    measures = PAGES[page.path].measures
    if measures and reader.view.vis not in measures:
        return replace(reader.having(vis=measures[0]), chosen=reader.view.vis)
    return reader


def _picture(reader: Reader, opening: Opening, *, marked: bool) -> Picture:
    """Return the map of the page: of the municipality that is chosen, or of the country."""
    if reader.path == "kommune" and reader.view.kommune:
        facts = reader.ask("kommune_fakta").row(0, named=True)
        return place_picture(reader, facts["kommunenummer"], facts["navn"])
    return map_picture(
        reader,
        opening.title,
        outlined={*opening.outlined, reader.view.kommune or ""},
        spots=opening.spots,
        spot_names=opening.spot_names,
        marked=marked,
    )


def _municipality(reader: Reader) -> str:
    """Return what the paper of one municipality is about, whatever the filter lets through."""
    for facts in reader.ask("kommune_fakta").to_dicts():
        return clean(_("{name} kommune").format(name=facts["navn"]))
    return ""


def _missing(names: Sequence[str], known: Sequence[str]) -> str:
    """Return in sentences which of the cards `names` the paper does not have."""
    said = []
    unknown = [clean(name, LONGEST_NAME) for name in names if name not in known]
    if unknown:
        listed = ", ".join(f"«{name}»" for name in unknown[:MOST_NAMED])
        said.append(_("Lenken ber om kort som ikke finnes: {names}.").format(names=listed))
    if len(known) > MOST_CARDS:
        text = _("Her er de {n} første av {all} kort i lenken.")
        said.append(text.format(n=whole(MOST_CARDS), all=whole(len(known))))
    return " ".join(said)


def told(card: Card) -> Table:
    """Return the card's table as paper has room for it: one with two headings a row is crossed.

    Rows for every pair of two groups become one row each of the larger, with a share per member of
    the smaller.
    """
    columns, rows = card.table.columns, card.table.rows
    share = next((i for i, column in enumerate(columns) if column.kind == "share"), None)
    if share is None or len(columns) < 3 or columns[1].is_number:
        return card.table
    firsts, seconds = ([str(each) for each in dict.fromkeys(r[i] for r in rows)] for i in (0, 1))
    if len(rows) != len(firsts) * len(seconds) or min(len(firsts), len(seconds)) < FEWEST:
        return card.table
    down, across = (0, 1) if len(firsts) >= len(seconds) else (1, 0)
    cell = {(str(row[down]), str(row[across])): row[share] for row in rows}
    names = (firsts, seconds)
    return Table.of(
        [Column(columns[down].heading), *(Column(name, "share") for name in names[across])],
        [(name, *(cell.get((name, other)) for other in names[across])) for name in names[down]],
    )


def chosen_columns(card: Card, table: Table, most: int) -> list[int]:
    """Return which columns of `table`, which `card` tells, a paper has room for."""
    own = COLUMNS.get(card.name) if table is card.table else None
    return list(own or range(min(most, len(table.columns))))


def cells(table: Table, columns: Sequence[int], rows: int) -> list[list[str]]:
    """Return the first `rows` of some of the columns of `table`, as readers see them."""
    return [
        [clean(table.columns[i].text(row[i]), CELL) for i in columns] for row in table.rows[:rows]
    ]


def left_out(table: Table, rows: int) -> str:
    """Return how much of `table` a list of `rows` leaves out, empty when it has it all."""
    if len(table.rows) <= rows:
        return ""
    return _(
        "De {n} første av {all} rader. Hele listen: følg lenken og last ned regnearket."
    ).format(n=whole(rows), all=whole(len(table.rows)))


def rests_on(card: Card, paper: Source, limit: int) -> str:
    """Return n, coverage and the source of the card itself, which may be another than the paper's.

    Without a full stop, so that more may follow.
    """
    parts = (clean(card.basis, limit), paper.of(card).source)
    return ". ".join(part.rstrip(".") for part in parts if part)


def lead(card: Card) -> str:
    """Return the card's lead without what only a screen can do or show."""
    on_screen = (_("velg et"), _("streken er"), _("hver prikk"))
    parts = [p for p in card.lead.split("; ") if not p.lower().startswith(on_screen)]
    return clean("; ".join(parts), 240)


def definition(card: Card) -> str:
    """Return what the card's numbers mean, in the query's own words."""
    return clean(" ".join(_(p) for p in queries()[card.query].paragraphs))


def nothing() -> str:
    """Return the sentence of a paper about nothing."""
    return _("Ingenting passer med filteret. Fjern ett eller flere filtre, og last ned på nytt.")


def no_rows() -> str:
    """Return the sentence for a list without a row."""
    return _("Listen er tom for dette utvalget.")


def quoted(paper: Briefing) -> str:
    """Return the heading over the passages; a known statement is not an answer."""
    known = paper.dataset == "kjente"
    return _("Slik står det i uttalelsene") if known else _("Slik står det i svarene")


def no_quotes() -> str:
    """Return the sentence for when the data set has no passage to quote."""
    return _("Datasettet har ingen ordrette utdrag om dette i utvalget.")
