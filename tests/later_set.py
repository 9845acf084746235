"""The small set as it is some time later: an older version and a newer one, with all that changed.

Luster is coded anew, Oslo answers, the council takes its answer back with the room it offered in
Moskenes, and Eigersund offers one.
"""

import datetime as dt
from pathlib import Path
from typing import Final

from data import pipeline
from queries import Version
from tests.small_set import SMALL, places, write

LATER: Final = {
    "innspill": "\n".join(
        line for line in SMALL["innspill"].splitlines() if not line.startswith("I05")
    )
    + "\nI13,Oslo kommune,kommune,0301,2022-06-20,bokmaal,,sak 13,\n",
    "koding": "\n".join(
        line for line in SMALL["koding"].splitlines() if not line.startswith("I05")
    ).replace(
        "I09,,tilfreds_bemanning,ikke_besvart,,menneske",
        "I09,,tilfreds_bemanning,tilfreds,,menneske",
    )
    + "\nI13,,tilfreds_bemanning,delvis,,menneske\n",
    "lokaler": "\n".join(
        line for line in SMALL["lokaler"].splitlines() if not line.startswith(("L4", "L6"))
    )
    + "\nL7,I01,1101,nav_kontor,,Egersund,70,,god,\n",
}


def build_twice(folder: Path) -> tuple[Version, Version]:
    """Build both versions into `folder`/build, the older one first, and return them."""
    sources = write(folder / "innspill", **SMALL)
    with places(folder / "build", sources):
        older = pipeline.build("innspill", set_aside=True, today=dt.date(2026, 1, 2)).version
        write(sources, **LATER)
        newer = pipeline.build("innspill", today=dt.date(2026, 1, 3)).version
    return older, newer
