"""What a page opens with, as a value: a finding, key figures, its cards, and points on its map."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Figure:
    """One key figure."""

    value: str
    label: str
    basis: str
    # What is counted, as it is opened («svar:ikke_svart»), and in which group if not the selection.
    kode: str = ""
    gruppe: str | None = None
    # What they also have, where two things are counted together.
    samtidig: str | None = None


@dataclass(frozen=True)
class Spot:
    """A point of our own on the map, such as a proposed station, in map kilometres."""

    x: float
    y: float
    # The municipality it lies in, for a map that does not show Norway as it lies.
    kommunenummer: str
    # Drawn as a ring instead of a disc.
    hollow: bool = False
    # Drawn without colour: not open in the season that is chosen.
    closed: bool = False
    # Radius in pixels.
    size: float = 6


@dataclass(frozen=True)
class Opening:
    """What a page opens with and shows, on the screen and on paper.

    A finding in one sentence, what it rests on, key figures, and the page's cards by name.
    """

    title: str
    basis: str
    figures: tuple[Figure, ...] = ()
    # Names in `CARDS`, in the order the page draws them; a panel may stand in the place of one.
    cards: tuple[str, ...] = ()
    # A second sentence, where the page has one.
    more: str = ""
    # On the map: municipality numbers drawn with a line around, the layers of stations, points of
    # our own, and their names.
    outlined: tuple[str, ...] = ()
    lag: tuple[str, ...] = ("i_dag",)
    spots: tuple[Spot, ...] = ()
    spot_names: tuple[str, ...] = ()
    # The municipalities that the page's own filters leave on the map; None when it has set none.
    lit: tuple[str, ...] | None = None
    # Whether anybody in the selection has said anything the page is about.
    answered: bool = True
    # Nothing fits the filter.
    empty: bool = False
    # Whether it rests on what senders said, which the demo set has invented.
    said: bool = True
