"""How a card is told on paper: its table as there is room for it, what it rests on, its notes."""

import re
from collections.abc import Callable, Sequence
from typing import Final

from pages.parts.drawing.card import Card, meaning
from pages.parts.drawing.table import Cell, Column, Table
from pages.parts.papers.chart import is_long, merged
from pages.parts.papers.source import Source
from pages.parts.papers.text import CELL, clean
from pages.parts.reading.language import _
from pages.parts.wording.numbers import whole

FEWEST: Final = 2
# Cards whose first columns are not the ones to keep where there is not room for all.
_REACH: Final = (0, 3, 4, 5, 7)
TOLD_BY: Final[dict[str, tuple[int, ...]]] = {
    "distriktskommuner": (0, 1, 2, 3, 4, 5, 7, 8),
    "rekkevidde-distrikt": _REACH,
    "rekkevidde-fylke": _REACH,
    "rekkevidde-innbyggere": _REACH,
    "tjenestesteder": (0, 1, 2, 3, 4),
    "kommuneraad": (0, 1, 2, 3),
    "kommunebesluttet": (0, 1, 2, 3, 4, 6),
}
# Cards whose lead says how many rows are listed.
COUNTED: Final = frozenset({"misnoye", "lengst-unna"})
# Texts that are what the reader came for.
LIMITS: Final = {"sok": 400, "kommunesvar": 6000}
# A column whose longest text is this short is never narrower than it.
NEVER_WRAPPED: Final = 18
# A word of a heading this long may be divided, where the paper divides words at all.
DIVIDED: Final = 14


def told(card: Card) -> Table:
    """Return the card's table as paper has room for it.

    One with two headings a row is crossed: rows for every pair of two groups become one row each of
    the larger, with a share per member of the smaller. Who sent an answer stands in one cell, and a
    count beside what it is of.
    """
    if card.name == "sok":
        return _hits(card.table)
    if card.name == "kommunesammenlikning":
        return _paired(card.table)
    columns = card.table.columns
    share = next((i for i, column in enumerate(columns) if column.kind == "share"), None)
    if share is None or len(columns) < 3 or columns[1].is_number:
        return card.table
    return _crossed(card.table, share, whole_only=True)


def listed(card: Card) -> Table:
    """Return the card's table for papers of text, where no chart tells each subject's answers."""
    return _crossed(card.table, 2, whole_only=False) if is_long(card) else told(card)


def chosen_columns(card: Card, table: Table, most: int) -> list[int]:
    """Return which columns of `table`, which `card` tells, a paper has room for."""
    own = TOLD_BY.get(card.name) if table is card.table else None
    return list(own or range(min(most, len(table.columns))))


def most_rows(card: Card, room: int) -> int:
    """Return how many rows to list where there is room for `room`: what the lead says there are."""
    return min(room, card.shown) if card.name in COUNTED else room


def weights(
    headings: Sequence[str], rows: Sequence[Sequence[str]], room: int, whole: int = DIVIDED
) -> list[float]:
    """Return how wide each column should be, where `room` characters stand side by side.

    Short texts keep to one line, and so does a word of a heading with up to `whole` letters; what
    is left goes to the long texts as they need it.
    """
    least, grow = [], []
    for j, heading in enumerate(headings):
        texts = [row[j] for row in rows]
        longest = max(map(len, texts), default=0)
        words = [len(word) for text in texts for word in re.split(r"[\s\u200b]+", text)]
        # Headings are bold, and letters of the font that stands in for ours may be wider.
        names = [min(len(word), whole) + 2 for word in heading.split()]
        fits = longest if longest <= NEVER_WRAPPED else min(max(words, default=0), 22)
        need = max([fits, 4, *names]) + 2
        least.append(need)
        grow.append(max(min(longest, 160), len(heading) // 2) + 2 - need if longest else 0)
    spare, wanted = room - sum(least), sum(max(0, g) for g in grow)
    part = min(1.0, max(0.0, spare / wanted)) if wanted else 0.0
    return [need + max(0, g) * part for need, g in zip(least, grow, strict=True)]


def cells(table: Table, columns: Sequence[int], rows: int, limit: int = CELL) -> list[list[str]]:
    """Return the first `rows` of some of the columns of `table`, as readers see them."""
    return [
        [clean(table.columns[i].text(row[i]), limit) for i in columns] for row in table.rows[:rows]
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
    own = paper.of(card)
    parts = (clean(card.basis, limit), own.machine, own.source)
    return ". ".join(part.rstrip(".") for part in parts if part)


def lead(card: Card) -> str:
    """Return the card's lead without what only a screen can do or show."""
    on_screen = (f"{_('velg')} ", _("streken er"), _("hver prikk"))
    said, *more = re.split(r"([;.] )", card.lead)
    for mark, part in zip(more[::2], more[1::2], strict=True):
        if not part.lower().startswith(on_screen):
            said += mark + part
    return clean("" if said.lower().startswith(on_screen) else said, 240)


def definition(card: Card) -> str:
    """Return what the card's numbers mean, in the query's own words."""
    return clean(" ".join(meaning(card)))


def no_rows(card: Card) -> str:
    """Return the sentence for a card without a row, as the screen has it."""
    own: dict[str, Callable[[], str]] = {
        "kommunekoder": lambda: _("Ingenting er kodet for kommunen."),
        "kommuneraad": lambda: _("Datasettet har ikke noe råd fra politiet om denne kommunen."),
        "kommunebesluttet": lambda: _(
            "Ikke besluttet. Ingen av de 20 nye tjenestestedene ligger i kommunen."
        ),
    }
    return own.get(card.name, lambda: _("Listen er tom for dette utvalget."))()


def _crossed(table: Table, value: int, *, whole_only: bool) -> Table:
    """Return `table` with one of its first two columns across, and column `value` in the cells."""
    columns, rows = table.columns, table.rows
    firsts, seconds = [str(each) for each in dict.fromkeys(r[0] for r in rows)], merged(table)
    is_whole = len(rows) == len(firsts) * len(seconds)
    if (whole_only and not is_whole) or min(len(firsts), len(seconds)) < FEWEST:
        return table
    down, across = (0, 1) if len(firsts) >= len(seconds) else (1, 0)
    cell = {(str(row[down]), str(row[across])): row[value] for row in rows}
    names, kind = (firsts, seconds), columns[value].kind
    return Table.of(
        [Column(columns[down].heading), *(Column(name, kind) for name in names[across])],
        [(name, *(cell.get((name, other)) for other in names[across])) for name in names[down]],
    )


def _hits(table: Table) -> Table:
    """Return the answers that were found with all about each in one cell, and its passage."""
    rows: list[tuple[Cell, ...]] = []
    for sender, _kommuner, districts, question, date, late, replaced, passage in table.rows:
        place = table.columns[2].text(districts)
        facts = [f"{sender}, {place}. {question}" if districts else f"{sender}. {question}"]
        facts += [table.columns[4].text(date)] if date else []
        facts += [_("etter fristen")] if late else []
        facts += [_("erstattet av et senere svar")] if replaced else []
        rows.append((", ".join(facts), passage))
    return Table.of([table.columns[0], table.columns[7]], rows)


def _paired(table: Table) -> Table:
    """Return the comparison with each count beside what it is of, as «13 av 21»."""
    pairs = range(2, len(table.columns), 2)
    names = [table.columns[i].heading.rpartition(",")[0] for i in pairs]
    return Table.of(
        [*table.columns[:2], *(Column(name) for name in names)],
        [(*row[:2], *(_counted(row[i], row[i + 1]) for i in pairs)) for row in table.rows],
    )


def _counted(n: Cell, of: Cell) -> Cell:
    return _("{n} av {of}").format(n=n, of=of) if of else None
