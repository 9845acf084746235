"""A card's table as a chart that Office can draw and its reader can edit."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Final, Literal

from pages.parts.drawing.card import Card
from pages.parts.drawing.colours import Ink, ink
from pages.parts.drawing.table import Column, Table
from pages.parts.papers.text import clean, harmless
from pages.parts.reading.language import _
from pages.parts.wording import answer_words, words
from pages.parts.wording.groups import SEGMENTS
from pages.parts.wording.numbers import Kind
from pages.parts.wording.rates import Rate

FEWEST: Final = 2
MOST: Final = 20
MOST_TEXTS: Final = 3
# More, as today, less, not mentioned.
CHANNEL_VALUES: Final = 4
# Beside each other: what the figure is about, and what it is compared with.
_BESIDE: Final = (
    Ink("#0062ba", "#0062ba"),
    Ink("#bbbcbd", "#77797b"),
    Ink("#99c0e3", "#2a7cc5"),
)
# Before, today and to come: today is what the line is about.
_LINES: Final = (_BESIDE[1], _BESIDE[0], Ink("#a56d13", "#a56d13"))
# What a bar may show, the first kind there is a column of.
_DRAWN: Final[tuple[Kind, ...]] = ("share", "whole", "km", "minutes")
# Cards whose title is about another column than the first share, and those that compare too much.
_ABOUT: Final[dict[str, Callable[[], str]]] = {
    "rekkevidde": lambda: "",
    "distriktsrang": lambda: "",
    "rekkevidde-distrikt": lambda: _("Utenfor i dag"),
    "rekkevidde-fylke": lambda: _("Utenfor i dag"),
    "rekkevidde-innbyggere": lambda: _("Utenfor i dag"),
    "avstandspunkter": lambda: _("Median"),
    # A longer bar is not a later number, nor are as many places all there is to compare.
    "kandidater-poeng": lambda: _("Poeng av 100"),
    "kandidater-nummer": lambda: "",
    "kandidater-valg": lambda: _("Flere innenfor"),
    "kommunesammenlikning": lambda: "",
    "kommuneanmeldt": lambda: "",
    "distriktanmeldt": lambda: "",
    "kommuneundersokelse": lambda: "",
}
Form = Literal["stacked", "bars", "lines"]


@dataclass(frozen=True)
class Series:
    """One row of segments through all bars: the column it is, and its values."""

    name: str
    ink: Ink
    values: tuple[float | None, ...]


@dataclass(frozen=True)
class Chart:
    """What is drawn over `categories`; the series of a stacked bar are the parts of one whole."""

    form: Form
    categories: tuple[str, ...]
    series: tuple[Series, ...]
    kind: Kind
    # The columns of the card's table that the series are.
    columns: tuple[int, ...]


def chart_of(card: Card) -> Chart | None:
    """Return `card` as a chart with the values of its table, None where a table says it better."""
    rows = card.table.rows
    if not card.figure or not FEWEST <= len(rows) <= MOST:
        return None
    # Beside so many texts there is no room for bars.
    if sum(not column.is_number for column in card.table.columns) > MOST_TEXTS:
        return None
    if is_long(card):
        return _long(card)
    form, found = _drawn(card)
    if not found:
        return None
    # Of nobody's answers no share is drawn, not even an empty one.
    told = [form != "stacked" or any(row[i] for i, _ink in found) for row in rows]
    return Chart(
        form=form,
        categories=tuple(harmless(clean(_name(card, row), 60)) for row in rows),
        series=tuple(
            Series(
                harmless(clean(card.table.columns[i].heading, 60)),
                drawn,
                tuple(
                    _number(row[i]) if any_told else None
                    for row, any_told in zip(rows, told, strict=True)
                ),
            )
            for i, drawn in found
        ),
        kind=card.table.columns[found[0][0]].kind,
        columns=tuple(i for i, _ink in found),
    )


def beside(card: Card, chart: Chart, most: int = 5) -> list[int]:
    """Return the columns to write beside the chart: names, the share it ranks by, what it rests on.

    The columns that are drawn as segments are left to the chart, which labels them.
    """
    columns = card.table.columns
    if is_long(card):
        return [0, 1, 2]
    drawn = chart.columns if chart.form == "stacked" else ()
    rest = [i for i in range(1, len(columns)) if i not in drawn]
    shares = [i for i in rest if columns[i].kind == "share"][:1]
    texts = [i for i in rest if not columns[i].is_number]
    # Where there is no other room for the numbers of the bars.
    bars = list(chart.columns[:1]) if chart.form == "bars" else []
    first = {*texts, *shares, *bars}
    last = [i for i in rest if i not in first]
    room = most - 1 - len(first)
    return [0, *sorted({*first, *(last[-room:] if room > 0 else [])})]


def is_long(card: Card) -> bool:
    """Return whether each row is a subject, one answer to it and how many gave it."""
    columns = card.table.columns
    shape = [column.is_number for column in columns] == [False, False, True]
    return (
        shape
        and columns[2].kind == "whole"
        and all(_answer_ink(str(r[1])) for r in card.table.rows)
    )


def merged(table: Table) -> list[str]:
    """Return what stands in the second column, once each, where the first has it in its order."""
    order: list[str] = []
    subject, place = None, 0
    for row in table.rows:
        if row[0] != subject:
            subject, place = row[0], 0
        name = str(row[1])
        if name not in order:
            order.insert(place, name)
        place = order.index(name) + 1
    return order


def _long(card: Card) -> Chart:
    """Return one bar per subject, with every answer there is as a part of it, silence included."""
    rows = card.table.rows
    subjects, answers = (
        [str(each) for each in dict.fromkeys(r[0] for r in rows)],
        merged(card.table),
    )
    counts = {(str(row[0]), str(row[1])): row[2] for row in rows}
    return Chart(
        form="stacked",
        categories=tuple(harmless(clean(name, 60)) for name in subjects),
        series=tuple(
            Series(
                harmless(clean(answer, 60)),
                _answer_ink(answer) or _BESIDE[1],
                tuple(_number(counts.get((subject, answer))) for subject in subjects),
            )
            for answer in answers
        ),
        kind="whole",
        columns=(2,),
    )


def _answer_ink(label: str) -> Ink | None:
    for measure in ("onsker", "lokaler"):
        for value, text in words.values(measure).items():
            if text == label:
                return ink(measure, value)
    return None


def _drawn(card: Card) -> tuple[Form, list[tuple[int, Ink]]]:
    columns = card.table.columns
    if card.name in _ABOUT:
        about = [i for i, column in enumerate(columns) if column.heading == _ABOUT[card.name]()]
        return "bars", [(i, _BESIDE[0]) for i in about]
    if segments := _segments(card):
        return "stacked", segments
    if columns[0].is_number:
        compared = _compared(card, columns[1].kind)
        inks = _LINES if len(compared) == len(_LINES) else _BESIDE
        return "lines", [(i, drawn) for (i, _own), drawn in zip(compared, inks, strict=False)]
    kind = next((k for k in _DRAWN if any(c.kind == k for c in columns[1:])), None)
    if not kind:
        return "bars", []
    found = _compared(card, kind)
    # Only shares of one thing may stand beside each other; counts are of different things.
    return "bars", found if kind == "share" else found[:1]


def _segments(card: Card) -> list[tuple[int, Ink]]:
    """Return the columns that are the values of one measure, in the order bars show them."""
    place = {column.heading: i for i, column in enumerate(card.table.columns)}
    channel = {value: text for value, text in answer_words.wishes().items() if text in place}
    scales = {
        measure: {v: words.values(measure)[v] for v in SEGMENTS[measure]} for measure in SEGMENTS
    }
    if len(channel) >= CHANNEL_VALUES:
        scales["kanal"] = channel
    for measure, labels in scales.items():
        if all(label in place for label in labels.values()):
            return [(place[label], ink(measure, value)) for value, label in labels.items()]
    return []


def _compared(card: Card, kind: Kind) -> list[tuple[int, Ink]]:
    """Return the columns of `kind`, each once where two say the same, as many as there are inks."""
    rows = card.table.rows
    different = {
        tuple(row[i] for row in rows): i
        for i, column in reversed(list(enumerate(card.table.columns)))
        if i and column.kind == kind
    }
    return list(zip(sorted(different.values()), _BESIDE, strict=False))


def _name(card: Card, row: tuple[object, ...]) -> str:
    """Return what a row is called: all its words, where the first one does not tell it apart."""
    columns: tuple[Column, ...] = card.table.columns
    firsts = [str(each[0]) for each in card.table.rows]
    if len(set(firsts)) == len(firsts):
        return columns[0].text(row[0])
    pairs = zip(columns, row, strict=True)
    return ": ".join(column.text(cell) for column, cell in pairs if not column.is_number)


def _number(cell: object) -> float | None:
    if isinstance(cell, Rate):
        # Of few answers a bar would say what the number beside it does not.
        return None if cell.is_few else cell.value
    return cell if isinstance(cell, int | float) else None
