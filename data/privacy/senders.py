"""Private senders are not named, neither as sender nor in their own text, file or key.

The database itself is built so, and no page, search or file can tell what is not there.
"""

import re
from collections.abc import Callable, Mapping
from typing import Final

import polars as pl

from data.documents.who.people import is_person
from data.privacy import mask
from data.privacy.names import is_known_person
from data.privacy.notes import NAME

PRIVATE: Final = "Privatperson"
LEFT_OUT: Final = "utelatt"
# A shorter word of a name would be found in other words too.
_SHORTEST: Final = 3
_WORD: Final = re.compile(r"[^\W\d_]+")
# «Svar_Kari_Nordmann.pdf», «kari-nordmann.docx»
_JOINTS: Final = re.compile(r"([ _.,()+-]+)")
_QUOTED: Final = re.compile(r"«[^»]*»")


def unnamed(tables: Mapping[str, pl.DataFrame]) -> dict[str, pl.DataFrame]:
    """Return `tables` with the private senders of `innspill` unnamed in all of them.

    The other senders, and what is noted about them, go through `mask`. A key (`innspill_id`) with
    a private sender's name in it is replaced by a number in every table.
    """
    innspill = tables["innspill"]
    names = {
        key: name
        for key, name, kind in innspill.select(
            "innspill_id", "avsender", pl.col("avsendertype").cast(pl.String)
        ).iter_rows()
        if is_private(name, kind)
    }
    private = pl.col("innspill_id").is_in(list(names))
    told = dict(tables)
    told["innspill"] = innspill.with_columns(
        avsender=pl.when(private).then(pl.lit(PRIVATE)).otherwise(_masked("avsender")),
        kilde=pl.when(private).then(pl.lit(LEFT_OUT)).otherwise(_masked("kilde", without_names)),
        merknad=pl.when(private).then(None).otherwise(_masked("merknad")),
    )
    for table, column in (("svar", "tekst"), ("koding", "utdrag"), ("lokaler", "utdrag")):
        told[table] = _without_own_names(told[table], column, names)
    renamed = _renamed(names)
    return {name: _with_keys(frame, renamed) for name, frame in told.items()}


def is_private(name: str, kind: str) -> bool:
    """Return whether a sender of that name and kind is a private person."""
    return kind == "privatperson" or (kind == "annet" and is_person(name))


def without_names(source: str) -> str:
    """Return the address or file name `source` through `mask`, and without names of persons."""
    if "://" in source:
        return mask(source)
    parts = _JOINTS.split(mask(source))
    for at in range(0, len(parts) - 2, 2):
        first, surname = parts[at].title(), parts[at + 2].title()
        if is_person(first) and is_known_person(f"{first} {surname}"):
            parts[at : at + 3] = NAME, "", ""
    return "".join(parts)


def _masked(column: str, rule: Callable[[str], str] = mask) -> pl.Expr:
    return pl.col(column).map_elements(rule, return_dtype=pl.String)


def _without_own_names(frame: pl.DataFrame, column: str, names: Mapping[str, str]) -> pl.DataFrame:
    """Return `frame` with each private sender's name left out of `column` in its own rows."""
    texts = [
        _without(text, names[key]) if text and key in names else text
        for key, text in frame.select("innspill_id", column).iter_rows()
    ]
    return frame.with_columns(pl.Series(column, texts, dtype=pl.String))


def _without(text: str, name: str) -> str:
    words = [re.escape(word) for word in _WORD.findall(name) if len(word) >= _SHORTEST]
    if not words:
        return text
    one = rf"(?:{'|'.join(words)})(?:s|’s|'s)?"
    return re.sub(rf"(?i)(?<!\w){one}(?:[ \t.-]+(?:\w\.[ \t]*)?{one})*(?!\w)", NAME, text)


def _renamed(names: Mapping[str, str]) -> dict[str, str]:
    """Return a new key for each key with a word of its sender's name in it."""
    telling = sorted(
        key
        for key, name in names.items()
        if {w.casefold() for w in _WORD.findall(name) if len(w) >= _SHORTEST}
        & {w.casefold() for w in _WORD.findall(key)}
    )
    return {key: f"privat-{number}" for number, key in enumerate(telling, start=1)}


def _with_keys(frame: pl.DataFrame, renamed: Mapping[str, str]) -> pl.DataFrame:
    columns = [c for c in ("innspill_id", "erstatter") if c in frame.columns]
    return frame.with_columns(pl.col(c).replace(dict(renamed)) for c in columns)


def quoting_nothing(reason: str) -> str:
    """Return a reason for rejecting a row without what it quotes from the row."""
    return _QUOTED.sub("«…»", reason)
