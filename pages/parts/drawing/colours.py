"""The few colours there are. Values follow Designsystemet's light theme; see docs in `look.css`.

Each value has a fill and an outline, so that light fills also show in grey print and to readers who
see colours differently.
"""

from dataclasses import dataclass, replace
from typing import Final

from pages.parts.wording.opening import Spot

RGB = tuple[int, int, int]
# No answer has no colour of its own: the page shows through.
BLANK: Final = "transparent"


@dataclass(frozen=True)
class Ink:
    """How one value is drawn; `hatched` marks silence."""

    fill: str
    outline: str
    hatched: bool = False
    # Where a light fill would outshine the values that matter on a dark page.
    dark: str = ""


@dataclass(frozen=True)
class Palette:
    """The colours of the map in one theme."""

    sea: str
    outside: str
    border: str
    district: str
    hatch: str
    station: str
    chosen: str
    silent: str
    accent: str


LIGHT: Final = Palette(
    sea="#f4f8fb",
    outside="#e6eaee",
    border="#ffffff",
    district="#77797b",
    hatch="#8d9197",
    station="#292c30",
    chosen="#292c30",
    silent="#ffffff",
    accent="#0062ba",
)
DARK: Final = Palette(
    sea="#12171d",
    outside="#232a32",
    border="#0d1116",
    district="#8a9098",
    hatch="#6b7178",
    station="#f1f3f5",
    chosen="#ffffff",
    silent="#1b2129",
    accent="#4ea1f0",
)

_SILENCE: Final = {
    "ikke_besvart": Ink(BLANK, "#77797b"),
    "ikke_kodet": Ink("#cdd2d8", "#77797b", dark="#4b535c"),
    "ikke_svart": Ink(BLANK, "#77797b", hatched=True),
    "ikke_innhentet": Ink(BLANK, "#77797b", hatched=True),
}
_SATISFACTION: Final = {
    "tilfreds": Ink("#0062ba", "#0062ba", dark="#2a7cc5"),
    "delvis": Ink("#99c0e3", "#2a7cc5"),
    "uklart": Ink("#bbbcbd", "#77797b"),
    "ikke_tilfreds": Ink("#a56d13", "#a56d13"),
}
_WISH: Final = {
    "ja": Ink("#0062ba", "#0062ba", dark="#2a7cc5"),
    "betinget": Ink("#99c0e3", "#2a7cc5"),
    "vurderes": Ink("#99c0e3", "#2a7cc5"),
    "uklart": Ink("#a3a5a7", "#77797b", dark="#767c83"),
    "nei": Ink("#cbd8e4", "#77797b", dark="#3a4653"),
}
# Farther is stronger, whichever the page's own colour is.
_DISTANCE = {
    "under_5": Ink("#dbe7f2", "#77797b", dark="#20303f"),
    "5_14": Ink("#9cc0e2", "#2a7cc5", dark="#2f5f8f"),
    "15_29": Ink("#4488c8", "#4488c8", dark="#6aa5dc"),
    "30_og_mer": Ink("#0b3f78", "#0b3f78", dark="#d3e6f8"),
}
# A wish for a channel is no verdict, so it has no colour of approval: more is stronger.
_CHANNEL: Final = {
    "mer": Ink("#0062ba", "#0062ba", dark="#6aa5dc"),
    "som_i_dag": Ink("#99c0e3", "#2a7cc5", dark="#2f5f8f"),
    "mindre": Ink("#dbe7f2", "#77797b", dark="#20303f"),
    "ikke_nevnt": Ink(BLANK, "#77797b"),
}
# What speaks for a place, in the order of the weights: what is said in blue and brown, what is
# measured in dark blue, and what others say in grey.
_GROUND: Final = {
    "onske": Ink("#0062ba", "#0062ba", dark="#4ea1f0"),
    "lokaler": Ink("#5f9fd9", "#2a7cc5", dark="#2a7cc5"),
    "avstand": Ink("#0b3f78", "#0b3f78", dark="#d3e6f8"),
    "folk": Ink("#b9d4ec", "#2a7cc5", dark="#8fb4d8"),
    "misnoye": Ink("#a56d13", "#a56d13", dark="#c98f3a"),
    "kriminalitet": Ink("#5b5d60", "#5b5d60", dark="#a3a5a7"),
    "raad": Ink("#bbbcbd", "#77797b", dark="#767c83"),
}
_ADVICE: Final = {
    "anbefaler": Ink("#0062ba", "#0062ba", dark="#2a7cc5"),
    "noytral": Ink("#a3a5a7", "#77797b", dark="#767c83"),
    "fraraader": Ink("#a56d13", "#a56d13"),
    "intet": Ink(BLANK, "#77797b"),
}
_CHOSEN: Final = {
    "ja": Ink("#0062ba", "#0062ba", dark="#2a7cc5"),
    "nei": Ink("#cbd8e4", "#77797b", dark="#3a4653"),
}
_DISTANCE |= {f"{code}_min": drawn for code, drawn in _DISTANCE.items()}
_DISTANCE["uten_reisetid"] = Ink(BLANK, "#77797b")
_SCALES = {"kanal": _CHANNEL, "onsker": _WISH, "lokaler": _WISH, "avstand": _DISTANCE}
_SCALES |= {"grunn": _GROUND, "raad": _ADVICE, "valgt": _CHOSEN}


def ink(measure: str, value: str, *, dark: bool = False) -> Ink:
    """Return how `value` of `measure` is drawn; the satisfaction scale is for satisfaction only."""
    scale = _SCALES.get(measure, _SATISFACTION)
    drawn = scale.get(value) or _SILENCE[value]
    return replace(drawn, fill=drawn.dark) if dark and drawn.dark else drawn


def spot_colours(spot: Spot, palette: Palette) -> tuple[str, str]:
    """Return the fill and the line of a point of our own; what is closed has lost its colour."""
    if spot.closed:
        return palette.border, palette.district
    return (palette.border, palette.accent) if spot.hollow else (palette.accent, palette.border)


def rgb(colour: str) -> RGB:
    """Return a `#rrggbb` colour as three numbers from 0 to 255."""
    return int(colour[1:3], 16), int(colour[3:5], 16), int(colour[5:7], 16)
