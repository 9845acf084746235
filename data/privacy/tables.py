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
    ("raad", "fra"),
    ("raad", "tekst"),
    ("raad", "kilde"),
    ("merknader", "hva"),
    ("merknader", "kommentar"),
)
_TEXT: Final = ("innspill_id", "sporsmal", "tekst")
_PASSAGE: Final = ("innspill_id", "utdrag", "sporsmal", "start")
# A text as it was, and as it may be shown.
_Text: TypeAlias = tuple[str, Placed]
# The texts of each answer, with the number of the question.
_Texts: TypeAlias = dict[str, list[tuple[int, _Text]]]
_FILES: Final = (("merknader", "fil"), ("merknader", "mappe"), ("regnskap", "fil"))


def without_persons(tables: Mapping[str, pl.DataFrame]) -> dict[str, pl.DataFrame]:
    """Return the source tables `tables` with every free text through `mask`.

    Private senders are not named (`unnamed`). A passage is what now stands in its place in the
    text it comes from, and its `start` and `slutt` tell that place.
    """
    told = unnamed(tables)
    places = {
        (key, number): (text, Placed.of(text))
        for key, number, text in told["svar"].select(_TEXT).iter_rows()
    }
    shown = [placed.shown for _text, placed in places.values()]
    told["svar"] = told["svar"].with_columns(pl.Series("tekst", shown, dtype=pl.String))
    texts = _by_answer(places)
    told["koding"] = _with_places(told["koding"], texts)
    passages = [name for name in told["lokaler"].columns if name.startswith("utdrag")]
    for column in (*passages, "betingelse"):
        told["lokaler"] = _with_passages(told["lokaler"], column, texts)
    for table, column in _FREE:
        told[table] = told[table].with_columns(
            pl.col(column).map_elements(mask, return_dtype=pl.String)
        )
    for table, column in _FILES:
        told[table] = told[table].with_columns(
            pl.col(column).map_elements(without_names, return_dtype=pl.String)
        )
    return told


def _by_answer(places: Mapping[tuple[str, int], _Text]) -> _Texts:
    texts: _Texts = {}
    for (key, number), text in places.items():
        texts.setdefault(key, []).append((number, text))
    return texts


def _with_passages(frame: pl.DataFrame, column: str, texts: _Texts) -> pl.DataFrame:
    """Return `frame` with each passage of `column` as it now stands in its answer's text."""
    passages = [
        _moved(passage, None, None, texts.get(key, []))[0]
        for key, passage in frame.select("innspill_id", column).iter_rows()
    ]
    return frame.with_columns(pl.Series(column, passages, dtype=pl.String))


def _with_places(koding: pl.DataFrame, texts: _Texts) -> pl.DataFrame:
    """Return `koding` with each passage, and where it is, as it now stands in its text."""
    moved = [
        _moved(passage, number, start, texts.get(key, []))
        for key, passage, number, start in koding.select(_PASSAGE).iter_rows()
    ]
    columns = {"utdrag": pl.String, "start": pl.Int64, "slutt": pl.Int64}
    made = pl.DataFrame(moved, schema=columns, orient="row")
    return koding.with_columns(
        made["utdrag"],
        start=pl.when(koding["start"].is_null()).then(None).otherwise(made["start"]),
        slutt=pl.when(koding["slutt"].is_null()).then(None).otherwise(made["slutt"]),
    )


def _moved(
    passage: str | None, number: int | None, start: int | None, texts: list[tuple[int, _Text]]
) -> tuple[str | None, int | None, int | None]:
    """Return `passage` as it stands in the first of `texts` that has it, and where.

    Where it says that it stands goes before; what stands nowhere goes through `mask` alone.
    """
    if not passage:
        return passage, None, None
    for question, (text, placed) in sorted(texts, key=lambda each: each[0] != number):
        there = question == number and start is not None and text.startswith(passage, start)
        at = start if there and start is not None else text.find(passage)
        if at >= 0:
            first, last = placed.span(at, at + len(passage))
            return placed.shown[first:last], first, last
    return mask(passage), None, None
