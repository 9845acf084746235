"""The hand-counted set with texts and advice: what was said in full, and what was advised.

I03 (Bodø) answers questions 1, 2 and 5; its text is hostile, wrapped by a printed page and names a
case worker; its code for internet rests on a text that has changed since. I04 (Bindal and Træna) is
not divided between the questions.
"""

import datetime as dt
from pathlib import Path
from typing import Final

from data import pipeline
from queries import Version
from tests.small_set import SMALL, places, write

SVAR: Final = """\
innspill_id,sporsmal,tekst
I02,1,Det gamle svaret.
I03,1,"Saksbehandler: Kari Nordmann, tlf. 22 33 44 55, kari@kommune.example
Vi ser mer <script>alert(1)</script> & rus."
I03,2,"Kommunen er bare delvis tilfreds med politiets bemannings-
utvikling, og avstanden til politiet er altfor lang for
innbyggerne i de ytre delene av kommunen.

Ring 900 11 222."
I03,5,Nei.
I04,0,"Svar på alt: vi ønsker eit kontor.
- hvis ferja går"
"""
KODING: Final = """\
I03,,tema,rus,Vi ser mer <script>alert(1)</script> & rus.,menneske
I03,,kanal_telefon,mer,Ring 900 11 222.,menneske
I03,,kanal_internett,mer,dette står ingen steder,menneske,0123456789ab
I03,,kanal_oppmote,mindre,,menneske
"""
RAAD: Final = """\
kommunenummer,fra,raad,dato,tekst,kilde
1804,Nordland politidistrikt,fraraader,2022-10-01,Dagens struktur er god.,brev 1
1804,Politidirektoratet,anbefaler,2022-09-01,,brev 2
"""
# Two more passages: one over a divided word, one that overlaps it.
GRUNN: Final = "I03,,grunn,avstand,,menneske\n"
PASSAGES: Final = (
    'I03,,grunn,avstand,"bemanningsutvikling, og avstanden til politiet",menneske\n'
    "I03,,grunn,responstid,avstanden til politiet er altfor lang for innbyggerne,menneske\n"
)


def build_told(folder: Path) -> Version:
    """Build the set in `folder` and return its version."""
    heads, rows = SMALL["koding"].replace(GRUNN, PASSAGES).split("\n", 1)
    koding = f"{heads},teksthash\n{rows}{KODING}"
    write(folder / "innspill", **SMALL | {"koding": koding, "svar": SVAR, "raad": RAAD})
    with places(folder / "build", folder / "innspill"):
        return pipeline.build("innspill", set_aside=True, today=dt.date(2026, 1, 2)).version
