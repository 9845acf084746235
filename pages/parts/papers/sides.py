"""Which of each page's cards a short paper has, and whether it has a map and passages."""

from dataclasses import dataclass
from typing import Final


@dataclass(frozen=True)
class Side:
    """One page as a paper."""

    # The page's address, as in `PAGES`.
    path: str
    # The cards of a note of some pages, in its order; none is all that the page has.
    brief: tuple[str, ...] = ()
    # Cards that the paper has besides those of the page.
    more: tuple[str, ...] = ()
    has_map: bool = True
    # Whether passages from answers to the measure stand beside the figures.
    quotes: bool = False


SIDES: Final[dict[str, Side]] = {
    "oversikt": Side("", ("politidistrikt", "punkter", "onsker"), ("lokaler",), quotes=True),
    "bemanning": Side(
        "bemanning",
        ("politidistrikt", "storrelse", "avstand", "grunner", "misnoye"),
        quotes=True,
    ),
    "lokaler": Side("lokaler", ("lokaler", "sammenlign"), quotes=True),
    "tilgjengelighet": Side("tilgjengelighet", has_map=False),
    "utfordringer": Side(
        "utfordringer", ("temaer", "samarbeid", "ressurser", "tema_storrelse"), has_map=False
    ),
    "tjenestesteder": Side(
        "tjenestesteder",
        ("rekkevidde", "rekkevidde-distrikt", "rekkevidde-kurve", "lengst-unna"),
    ),
    "kandidater": Side("kandidater"),
    "plassering": Side("plassering"),
    "politidistrikt": Side(
        "politidistrikt",
        (
            "distriktsrang",
            "distriktspunkter",
            "onsker",
            "distriktskommuner",
            "lokaler",
            "distrikter",
        ),
    ),
    "kommune": Side("kommune"),
    "sok": Side("sok", has_map=False),
    "data": Side("data", has_map=False),
    "endringer": Side("endringer", has_map=False),
}
# The paper of each page, by the page's address.
BY_PATH: Final = {side.path: name for name, side in SIDES.items()}
