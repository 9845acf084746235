"""What may be opened: the codes of what lies behind a number, and the groups it is divided in."""

from typing import Final

from data import vocabulary as v
from data.schemas import POLITIDISTRIKTER

STORRELSER: Final = ("liten", "middels", "stor")
# By straight line in kilometres, or by travel time where the data have it.
AVSTANDER: Final = (
    "under_5",
    "5_14",
    "15_29",
    "30_og_mer",
    "under_5_min",
    "5_14_min",
    "15_29_min",
    "30_og_mer_min",
    "uten_reisetid",
)
# What is not coded, but known of every municipality: whether it answered, how far it has to a
# station, whether it has one, and whether anyone lives out of reach before, today and after.
KJENNETEGN: Final[dict[str, tuple[str, ...]]] = {
    "svar": ("svart", "ikke_svart", "ikke_innhentet"),
    "avstand": AVSTANDER,
    "stasjon": ("ja", "nei"),
    "utenfor": ("foer_2017", "i_dag", "med_nye"),
}
# Every answer to a point, and the answers that figures count as one.
SATISFIED: Final = "tilfreds-delvis-uklart-ikke_tilfreds"
WISHED: Final = "ja-betinget-uklart-nei"
OFFERED: Final = "ja-vurderes-uklart-nei"
SAMLET: Final[dict[str, tuple[str, ...]]] = {
    "tilfreds_bemanning": (SATISFIED,),
    "tilfreds_tjenestestedstruktur": (SATISFIED,),
    "tilfreds_tjenestetilbud": (SATISFIED,),
    "onsker_tjenestested": ("ja-betinget", WISHED),
    "tilbyr_lokaler": ("ja-vurderes", OFFERED),
}
# Fields of which an answer holds one value, or is not coded.
EN: Final = tuple(felt for felt in v.FELT if felt not in v.FLERE)
KODER: Final = tuple(
    f"{felt}:{verdi}"
    for felt, values in (v.FELT | KJENNETEGN).items()
    for verdi in (
        *values,
        *SAMLET.get(felt, ()),
        *(("ikke_kodet",) if felt in EN else ()),
        *(("ikke_innhentet",) if felt in SAMLET else ()),
    )
)
# The groups that every data set has; a municipality alone is one too.
GRUPPER: Final = (
    "landet",
    *(f"politidistrikt:{d}" for d in POLITIDISTRIKTER),
    *(f"storrelse:{s}" for s in STORRELSER),
    *(f"avstand:{a}" for a in AVSTANDER),
)


def of_municipality(number: str) -> str:
    """Return the group that is the municipality with `number` alone."""
    return f"kommune:{number}"
