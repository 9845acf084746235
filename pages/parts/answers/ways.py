"""From a number to the answers behind it: the links that open them, and close them again."""

from dataclasses import dataclass
from typing import Final

from pages.parts.reading.reader import Reader
from pages.parts.wording.groups import FIELDS, FOCUS
from queries.openings import KJENNETEGN, SAMLET, of_municipality


@dataclass(frozen=True)
class Opening:
    """A way into the answers behind a number, or out of them when they are open."""

    link: str
    is_open: bool


# What lies behind every value that a measure may have: its coded field, whether the municipality
# answered at all, and how far it has to a station.
EVERY_MEASURE: Final = (*FIELDS.values(), *KJENNETEGN)


def opening(
    reader: Reader, kode: str, gruppe: str | None = None, samtidig: str | None = None
) -> Opening:
    """Return the way into the answers coded `kode`, such as «tema:rus».

    `gruppe` narrows them to one bar's group («politidistrikt:Nordland», «landet»), and `samtidig`
    to municipalities that also have that code.
    """
    view = reader.view
    if (view.kode, view.gruppe, view.samtidig) == (kode, gruppe, samtidig):
        return Opening(closed(reader), is_open=True)
    return Opening(reader.link(kode=kode, gruppe=gruppe, samtidig=samtidig), is_open=False)


def behind_value(reader: Reader, measure: str, value: str) -> Opening:
    """Return the way into the municipalities with `value` of `measure`, whatever the value is."""
    return opening(reader, behind(measure, value))


def behind(measure: str, value: str) -> str:
    """Return the code that opens the municipalities with `value` of `measure`."""
    if value == "ikke_svart":
        return f"svar:{value}"
    return f"{FIELDS.get(measure, measure)}:{value}"


def in_focus(measure: str) -> str:
    """Return the code that opens what `measure` is about: dissatisfied, wants, offers."""
    return f"{FIELDS[measure]}:{'-'.join(FOCUS[measure])}"


def every_answer(measure: str) -> str:
    """Return the code that opens all who answered the point that `measure` is about."""
    field = FIELDS[measure]
    return f"{field}:{SAMLET[field][-1]}"


def behind_cell(reader: Reader, kode: str, number: str) -> Opening:
    """Return the way into what municipality `number` alone wrote that is coded `kode`."""
    return opening(reader, kode, of_municipality(number))


def closed(reader: Reader) -> str:
    """Return the address of the same page with no answers open."""
    return reader.link(kode=None, gruppe=None, samtidig=None)
