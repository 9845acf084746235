"""The hand-counted set with personal data wherever a person can write, none of it real."""

import datetime as dt
from pathlib import Path
from typing import Final

from data import pipeline
from queries import Version
from tests.small_set import SMALL, places, write

# What must stand nowhere that a reader can come.
SECRET: Final = (
    *("Privatsdatter", "Hemmelig", "Hansen", "Nordmann", "Solbakken 12", "hemmelig@", "@bodo"),
    *("22 33 44 55", "900.11.222", "11.222", "018190", "12368", "12.03.1961", "9001 1222"),
)
INNSPILL: Final = """\
I20,Petra Privatsdatter,privatperson,,2022-05-20,bokmaal,,Petra_Privatsdatter.pdf,Petra ringte
petra-privatsdatter,Petra Privatsdatter,annet,,2022-05-20,bokmaal,,petra@hemmelig.example,
I22,Lag v/ Kari Nordmann,organisasjon,,2022-05-20,bokmaal,,Svar_Kari_Nordmann.docx,22 33 44 55
Petra,Petra Privatsdatter,privatperson,9999,2022-05-20,bokmal,,sak 1,
"""
SVAR: Final = """\
innspill_id,sporsmal,tekst
I03,1,"Saksbehandler: Hemmelig Hansen, tlf. 900.11.222
Vi ser mer rus i Bodø. Ring 900.11.222 om rus.

Med vennlig hilsen
Kari Nordmann
rådgiver"
I03,2,"Konto 8601.11.12368, fnr 018190-10001.
Kari Nordmann, f. 12.03.1961, bosatt i Solbakken 12."
I03,5,"Vi tilbyr rom, skriv til hemmelig (at) bodo.kommune.no eller hemmelig@bodo.kommune.no."
I20,1,"Jeg, Petra Privatsdatter, vil ha mer politi. Hilsen Petra"
petra-privatsdatter,1,Privatsdatters syn er at politi trengs.
I22,1,Vi vil ha politi. Tlf 9001 1222.
"""
# One passage is the second half of a number, another the surname under the greeting.
KODING: Final = """\
I03,,tema,rus,11.222 om rus.,menneske
I03,,kanal_telefon,mer,"Nordmann
rådgiver",menneske
I03,,kanal_internett,mer,Dette sa saksbehandler Kari Nordmann på telefon 22 33 44 55,menneske
"""
LOKALER: Final = """\
L8,I03,1804,raadhus,,"Storgata 5, ring 22 33 44 55",60,,god,skriv til hemmelig@bodo.kommune.no
"""
RAAD: Final = """\
kommunenummer,fra,raad,dato,tekst,kilde
1804,Nordland politidistrikt,fraraader,2022-10-01,"Saksbehandler: Hemmelig Hansen
Struktur er god.",brev fra hemmelig@bodo.kommune.no
"""


def build_hostile(folder: Path) -> Version:
    """Build the set in `folder` and return its version."""
    files = {
        "innspill": SMALL["innspill"] + INNSPILL,
        "koding": SMALL["koding"] + KODING,
        "lokaler": SMALL["lokaler"] + LOKALER,
        "svar": SVAR,
        "raad": RAAD,
    }
    write(folder / "innspill", **files)
    with places(folder / "build", folder / "innspill"):
        return pipeline.build("innspill", set_aside=True, today=dt.date(2026, 1, 2)).version
