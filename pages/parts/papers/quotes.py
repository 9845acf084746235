"""Passages from the answers, as a briefing quotes them: with who said them, value by value."""

from collections.abc import Collection
from dataclasses import dataclass
from itertools import zip_longest
from typing import Final

from pages.parts.answers.masking import mask
from pages.parts.papers.text import clean
from pages.parts.reading.reader import Reader
from pages.parts.wording import words
from pages.parts.wording.groups import SEGMENTS
from queries.view import MAAL

# The coded field behind each measure.
FIELDS: Final = {
    "bemanning": "tilfreds_bemanning",
    "tjenestestedstruktur": "tilfreds_tjenestestedstruktur",
    "tjenestetilbud": "tilfreds_tjenestetilbud",
    "onsker": "onsker_tjenestested",
    "lokaler": "tilbyr_lokaler",
}
SHOWN: Final = 6
LENGTH: Final = 320


@dataclass(frozen=True)
class Quote:
    """One passage, and the municipality that said it."""

    text: str
    who: str


def quotes(reader: Reader, among: Collection[str] | None = None) -> list[Quote]:
    """Return passages on the reader's measure, the largest municipalities first.

    They are of the municipalities `among` those a list of the page leaves, where it is narrowed.
    The values take turns, so that no side of the question is quoted alone; an answer that nobody
    could classify is counted in the figures and not quoted.
    """
    measure = reader.view.vis
    if measure not in MAAL:
        return []
    by_value = [
        _passages(reader, measure, value, among) for value in SEGMENTS[measure] if value != "uklart"
    ]
    turns = [quote for turn in zip_longest(*by_value) for quote in turn if quote]
    return turns[:SHOWN]


def _passages(
    reader: Reader, measure: str, value: str, among: Collection[str] | None
) -> list[Quote]:
    field = FIELDS[measure]
    opened = reader.having(kode=f"{field}:{value}", samtidig=None, gruppe=None)
    rows = [
        row
        for row in opened.ask("kodede_svar").to_dicts()
        if row["utdrag"] and (among is None or row["kommunenummer"] in among)
    ]
    rows.sort(key=lambda row: (-row["innbyggere"], row["kommunenummer"]))
    label = words.values(measure)[value].lower()
    return [
        Quote(
            clean(mask(row["utdrag"]), LENGTH),
            clean(f"{row['navn']}, {words.district_name(row['politidistrikt'])} – {label}", 120),
        )
        for row in rows[:SHOWN]
    ]
