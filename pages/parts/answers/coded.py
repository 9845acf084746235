"""The answers behind the number that is open: one row a municipality, each with its passage."""

from dataclasses import replace
from functools import lru_cache
from typing import Any, Final

from pages.parts.answers.masking import mask
from pages.parts.answers.passages import reflow
from pages.parts.reading.reader import Reader

# So much of the answer is shown on either side of a passage, in characters.
CONTEXT: Final = 110
# What identifies a person is sought in this much, so that no rule loses the words it goes by.
SOUGHT: Final = 800


def numbers_behind(reader: Reader) -> tuple[str, ...]:
    """Return the municipalities behind the number that is open; none when no number is."""
    if not reader.view.kode:
        return ()
    found = replace(reader, view=reader.view.opened).ask("kodede_svar")
    return tuple(found["kommunenummer"].to_list())


def coded_rows(reader: Reader) -> list[dict[str, Any]]:
    """Return one row per municipality whose answers are open, with one passage per code.

    Those that there is a passage of come first, and among them those where most people live.
    """
    return sorted(_rows(reader), key=lambda row: (row["utdrag"][0][1] is None, -row["innbyggere"]))


def _rows(reader: Reader) -> list[dict[str, Any]]:
    view = reader.view.opened
    first = replace(reader, view=view).ask("kodede_svar").to_dicts()
    if not view.samtidig:
        return [row | {"utdrag": [passage(row)]} for row in first]
    swapped = view.having(kode=view.samtidig, samtidig=view.kode)
    second = {
        row["kommunenummer"]: passage(row)
        for row in replace(reader, view=swapped).ask("kodede_svar").to_dicts()
    }
    return [row | {"utdrag": [passage(row), second[row["kommunenummer"]]]} for row in first]


def passage(row: dict[str, Any]) -> tuple[str, str | None, str]:
    """Return the passage of a coded answer with the nearest words before and after it.

    What identifies a private person is left out of all three; the passage is None when the code
    rests on none.
    """
    if row["utdrag"] is None:
        return "", None, ""
    before, after = (row["foran"] or "")[-SOUGHT:], (row["etter"] or "")[:SOUGHT]
    before, after = _line(before), _line(after)
    if len(before) > CONTEXT:
        before = "… " + before[-CONTEXT:].partition(" ")[2]
    if len(after) > CONTEXT:
        after = after[:CONTEXT].rpartition(" ")[0] + " …"
    return before, _line(row["utdrag"]), after


@lru_cache(maxsize=8192)
def _line(text: str) -> str:
    """Return `text` on one line, without what identifies a private person."""
    return " ".join(reflow(mask(text)).split())
