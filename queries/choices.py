"""What a reader may choose among in each field of the View, beside what registers list."""

import re
from typing import Final

from data import vocabulary as v

# The languages of the pages, the source language first.
LANGUAGES: Final = ("nb", "nn", "en")
JA_NEI: Final = ("ja", "nei")
SATISFACTION: Final = ("bemanning", "tjenestestedstruktur", "tjenestetilbud")
# What a municipality answers that has asked for a station, plainly or with a reservation.
WISHES: Final = ("ja", "betinget")
MAAL: Final = (*SATISFACTION, "onsker", "lokaler")
# What the list of premises may be sorted by; a minus in front turns the order around.
SORTERING: Final = (
    "km",
    "kommune",
    "lokaltype",
    "tilbyr",
    "onsker",
    "flere",
    "naermere",
    "spart",
    "areal",
    "ledig",
)
# What the table of a district's municipalities may be sorted by, in the same way.
KOLONNER: Final = ("kommune", *MAAL, "mer_av", "innbyggere", "km")
# The map as the country lies, or as a grid where each municipality is as large.
KARTFORMER: Final = ("land", "ruter")
# Where a station would help: the layers of the map, and the scenario of the model.
LAG: Final = ("i_dag", "nedlagt", "nytt")
KANDIDATER: Final = ("alle", "onsker", "tilbyr")
VEKT: Final = ("innbyggere", "misnoye")
FORMAAL: Final = ("dekning", "avstand")
# The season decided stations are counted for: only those open all year, or those of one season too.
SESONG: Final = ("helaar", *v.SESONG)
# A scenario in one word, as the link pins it: antall-grense-kandidater-vekt-formaal.
SCENARIO: Final = re.compile(
    r"([1-9]|[123]\d|40)-([5-9]|[1-5]\d|60)"
    rf"-({'|'.join(KANDIDATER)})-({'|'.join(VEKT)})-({'|'.join(FORMAAL)})"
)
# Why a place is among the candidates, the columns of their table, the usual ones first,
# and what it may be sorted by.
GRUNNLAG: Final = ("onsker", "tilbyr", "langt", "besluttet", "sesong", "liste")
FELTER: Final = ("onsker", "lokaler", "km", "flere", "raad")
ALLE_FELTER: Final = (
    *FELTER,
    "blant",
    "nummer",
    "spart",
    "bemanning",
    "tjenestestedstruktur",
    "tjenestetilbud",
    "felles",
    "kriminalitet",
    "besluttet",
    "innbyggere",
    "politidistrikt",
)
RANGERING: Final = ("poeng", "kommune", *ALLE_FELTER)
# How far the review of a letter has come.
BREVSTATUS: Final = ("endret", "i_arbeid", "ny", "ferdig")
# How sure a suggestion is: below 0.8, below 0.9, above, or nobody said.
SIKKERHET: Final = ("lav", "middels", "hoy", "ukjent")
# What the tables of questions 1 and 3 are about.
OM: Final = ("tema", "samarbeid", "ressurs")
GRENSE: Final = (5, 60)
ANTALL: Final = (1, 40)
SIDE: Final = (1, 10_000)
