"""What people have decided of the premises that a letter offers, from the events of kind «lokale».

An event is about one letter and one of its premises: the key that the premises have, or a new one
of the letter's own. Its `til` says all of them, so that nothing else need be there for it to hold.
"""

import datetime as dt
import json
import re
from collections.abc import Iterable, Mapping
from typing import Any, Final

import polars as pl

from data import vocabulary as v
from data.work.events import PREFIX, STATUSES, Event
from data.work.passages import PLACE, found, place_flaw

KIND: Final = "lokale"
# What is told of premises, besides what they are and where.
DETAILS: Final = ("delt_med", "adresse", "areal_m2", "ledig_fra", "betingelse")
PARTS: Final = ("lokaltype", "kommunenummer", "tilstand", *DETAILS)
# What may rest on a passage of its own, and what a decision calls those passages: each by the name
# of what it is for. What has none rests on the passage of the premises. An event of an earlier
# program has none.
OWN: Final = "utdrag_for"
SUPPORTED: Final = ("tilstand", *DETAILS)
LARGEST: Final = 100_000
LONGEST: Final = 1_000
_NEW: Final = re.compile(r"[0-9a-f]{8}")
_NUMBER: Final = re.compile(v.KOMMUNENUMMER)


def new_key(innspill_id: str, key: str) -> bool:
    """Return whether `key` is one that premises may have which somebody adds to the letter."""
    return key.startswith(f"{innspill_id}-") and bool(_NEW.fullmatch(key[len(innspill_id) + 1 :]))


def flaw(said: Mapping[str, Any], texts: Mapping[int, str] | None = None) -> str:
    """Return what is wrong with a decision on premises, as a sentence, or nothing.

    With `texts`, those of the letter by question, its passages must stand where they say.
    """
    if not said.keys() <= {"status", *PARTS, *PLACE, OWN} or said.get("status") not in STATUSES:
        return "Avgjørelsen om lokalet har ikke den formen som ventes."
    if said.get("lokaltype") not in v.LOKALTYPE or said.get("tilstand") not in v.TILSTAND:
        return "Lokalet har ikke en kjent type eller tilstand."
    if not isinstance(number := said.get("kommunenummer"), str) or not _NUMBER.fullmatch(number):
        return "Lokalet mangler en kommune."
    size = said.get("areal_m2")
    if size is not None and (type(size) is not int or not 0 < size <= LARGEST):
        return f"Arealet må være et helt tall fra 1 til {LARGEST}."
    if said.get("ledig_fra") is not None and day(said["ledig_fra"]) is None:
        return "Datoen lokalet er ledig fra, er ikke en dato."
    for name in ("delt_med", "adresse", "betingelse"):
        told = said.get(name)
        if told is not None and (not isinstance(told, str) or not 0 < len(told) <= LONGEST):
            return f"Det som står om lokalet, har mer enn {LONGEST} tegn."
    return place_flaw(said, texts) or _own_flaw(said.get(OWN, {}), texts)


def own_column(name: str) -> str:
    """Return the column of a table that has the passage of what is told under `name`."""
    return f"utdrag_{name}"


def decided(event: Event) -> dict[str, Any] | None:
    """Return the decision in `event`, None where one was taken back or none can be read."""
    said = json.loads(event.til) if event.til else None
    if not isinstance(said, dict) or flaw(said):
        return None
    return dict.fromkeys(("status", *PARTS, *PLACE)) | {OWN: {}} | said


def with_premises(
    lokaler: pl.DataFrame, texts: Mapping[str, Mapping[int, str]], last: Iterable[Event]
) -> pl.DataFrame:
    """Return `lokaler` with people's decisions in the place of what was there on the same keys.

    `texts` are those of the letters as they are divided now, and `last` the last events on each
    key. A decision about a letter that is not here is left out; one whose passage is gone from the
    letter is up for review again.
    """
    rows = []
    for event in last:
        letter = event.gjelder.removeprefix(PREFIX)
        said = decided(event)
        if said and letter in texts:
            rows.append(_row(letter, event.felt, said, texts[letter]))
    if not rows:
        return lokaler
    own = [row["lokale_id"] for row in rows]
    kept = lokaler.filter(~pl.col("lokale_id").is_in(own))
    schema = dict(lokaler.schema) | {"status": pl.String}
    made = pl.DataFrame(rows, schema=schema).select(lokaler.columns)
    return pl.concat([kept.cast({"status": pl.String}), made])


def day(text: object) -> dt.date | None:
    """Return the date that `text` writes as ISO does, None where it writes none."""
    try:
        return dt.date.fromisoformat(text) if isinstance(text, str) else None
    except ValueError:
        return None


def _row(letter: str, key: str, said: dict[str, Any], texts: Mapping[int, str]) -> dict[str, Any]:
    own = {name: said[OWN].get(name, {}).get("utdrag") for name in SUPPORTED}
    told = {"utdrag": said["utdrag"]} | {own_column(name): own[name] for name in SUPPORTED}
    gone = {name for name, words in told.items() if words and found(words, texts) is None}
    return {
        "lokale_id": key,
        "innspill_id": letter,
        **{name: said[name] for name in PARTS},
        "ledig_fra": day(said["ledig_fra"]),
        **{name: None if name in gone else words for name, words in told.items()},
        "status": v.NY_VURDERING if gone and said["status"] == "bekreftet" else said["status"],
        "regel": None,
        "sikkerhet": None,
    }


def _own_flaw(own: object, texts: Mapping[int, str] | None) -> str:
    if not isinstance(own, dict) or not own.keys() <= set(SUPPORTED):
        return "Avgjørelsen om lokalet har ikke den formen som ventes."
    for place in own.values():
        if not isinstance(place, dict) or place.keys() != set(PLACE):
            return "Avgjørelsen om lokalet har ikke den formen som ventes."
        if place["utdrag"] is None:
            return "Utdraget mangler en plass i teksten."
        if why := place_flaw(place, texts):
            return why
    return ""
