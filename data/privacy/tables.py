"""The tables of a data set as they are built: nothing in them that identifies a person.

Pages, search, files and papers read the database, and none of them can show what is not there. The
sources keep every word, and codes are checked against those before anything is left out.
"""

from collections.abc import Mapping
from typing import Final, TypeAlias

import polars as pl

from data.privacy import mask
from data.privacy.placed import Placed
from data.privacy.senders import unnamed, without_names

# What else people write freely; addresses here are those of offered premises.
_FREE: Final = (
    ("lokaler", "adresse"),
    ("lokaler", "utdrag"),
    ("raad", "fra"),
    ("raad", "tekst"),
    ("raad", "kilde"),
    ("merknader", "hva"),
    ("merknader", "kommentar"),
)
_TEXT: Final = ("innspill_id", "sporsmal", "tekst")
# A text as it was, and as it may be shown.
_Text: TypeAlias = tuple[str, Placed]
_FILES: Final = (("merknader", "fil"), ("merknader", "mappe"), ("regnskap", "fil"))


def without_persons(tables: Mapping[str, pl.DataFrame]) -> dict[str, pl.DataFrame]:
    """Return the source tables `tables` with every free text through `mask`.

    Private senders are not named (`unnamed`). A passage is what now stands in its place in the
    text it comes from.
    """
    told = unnamed(tables)
    places = {
        (key, number): (text, Placed.of(text))
        for key, number, text in told["svar"].select(_TEXT).iter_rows()
    }
    shown = [placed.shown for _text, placed in places.values()]
    told["svar"] = told["svar"].with_columns(pl.Series("tekst", shown, dtype=pl.String))
    told["koding"] = _passages(told["koding"], places)
    for table, column in _FREE:
        told[table] = told[table].with_columns(
            pl.col(column).map_elements(mask, return_dtype=pl.String)
        )
    for table, column in _FILES:
        told[table] = told[table].with_columns(
            pl.col(column).map_elements(without_names, return_dtype=pl.String)
        )
    return told


def _passages(koding: pl.DataFrame, places: Mapping[tuple[str, int], _Text]) -> pl.DataFrame:
    """Return `koding` with each passage as it now stands in the text of its answer."""
    texts: dict[str, list[_Text]] = {}
    for (key, _number), text in places.items():
        texts.setdefault(key, []).append(text)
    passages = [
        _passage(passage, texts.get(key, [])) if passage else passage
        for key, passage in koding.select("innspill_id", "utdrag").iter_rows()
    ]
    return koding.with_columns(pl.Series("utdrag", passages, dtype=pl.String))


def _passage(passage: str, texts: list[_Text]) -> str:
    """Return `passage` as it stands in the first of `texts` that has it, masked where none has."""
    for text, placed in texts:
        at = text.find(passage)
        if at >= 0:
            first, last = placed.span(at, at + len(passage))
            return placed.shown[first:last]
    return mask(passage)
