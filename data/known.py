"""The data set «kjente»: public statements, brought into the same tables as real answers.

A statement is not an answer to the letter. What it does not mention is left uncoded, and the build
shows it as not collected (`ikke_innhentet`), never as unanswered.
"""

import re
from functools import partial
from typing import Final

import dataframely as dy
import polars as pl

from data import answer_schemas as answers
from data import schemas
from data import vocabulary as v
from data.answer_schemas import filled

MONTHS: Final = (
    "januar",
    "februar",
    "mars",
    "april",
    "mai",
    "juni",
    "juli",
    "august",
    "september",
    "oktober",
    "november",
    "desember",
)
KNOWN: Final = ("ja", "nei", "delvis", "ukjent")
SATISFACTION: Final = {"ja": "tilfreds", "delvis": "delvis", "nei": "ikke_tilfreds"}
FIELDS: Final = {
    "tilfreds_bemanning": "tilfreds_bemanning",
    "tilfreds_struktur": "tilfreds_tjenestestedstruktur",
    "tilfreds_tilbud": "tilfreds_tjenestetilbud",
}


class KjentSvar(dy.Schema):
    """Én kommunes offentlig kjente standpunkt."""

    kommunenummer = dy.String(
        primary_key=True, regex=schemas.KOMMUNENUMMER, metadata=schemas.FIRE_SIFRE
    )
    dato = dy.String(nullable=True, description="Dato, måned eller år; «ukjent» der den mangler")
    tilfreds_bemanning = dy.Enum(KNOWN)
    tilfreds_struktur = dy.Enum(KNOWN)
    tilfreds_tilbud = dy.Enum(KNOWN)
    grunner = dy.String(nullable=True, description="Gjengitt, ikke ordrett")
    onsker_tjenestested = dy.Enum(("ja", "betinget", "nei", "ukjent"))
    tilbyr_lokaler = dy.Enum(("ja", "vurderes", "nei", "ukjent"))
    lokaltype = dy.String(nullable=True, description="Lokale som er tatt i bruk eller nevnt senere")
    onsket_tilgjengelighet = dy.String(nullable=True, description="Gjengitt, ikke ordrett")
    utfordringer = dy.String(nullable=True, description="Gjengitt, ikke ordrett")
    kilde = dy.String(min_length=1)
    belegg = dy.Enum(v.BELEGG)
    merknad = dy.String(nullable=True)


def to_answers(known: pl.DataFrame, kommuner: pl.DataFrame) -> dict[str, pl.DataFrame]:
    """Return the tables of `schemas.ANSWERS` that `known` (shape `KjentSvar`) amounts to."""
    named = known.join(kommuner.select("kommunenummer", "kommunenavn"), on="kommunenummer")
    retold = [pl.col("dato").map_elements(_dated, return_dtype=pl.String)] + [
        pl.col(column).map_elements(partial(_sentence, label), return_dtype=pl.String)
        for column, label in {
            "grunner": "Grunner (gjengitt):",
            "onsket_tilgjengelighet": "Ønsket tilgjengelighet (gjengitt):",
            "utfordringer": "Utfordringer (gjengitt):",
            "lokaltype": "Lokale:",
            "merknad": "",
        }.items()
    ]
    innspill = named.select(
        innspill_id=pl.format("K{}", "kommunenummer"),
        avsender=pl.format("{} kommune (offentlig uttalelse)", "kommunenavn"),
        avsendertype=pl.lit("kommune"),
        kommunenumre="kommunenummer",
        dato=pl.col("dato").str.to_date("%Y-%m-%d", strict=False),
        brevdato=pl.lit(None, dtype=pl.Date),
        malform=pl.lit("ukjent"),
        erstatter=pl.lit(None, dtype=pl.String),
        belegg="belegg",
        kilde="kilde",
        merknad=pl.concat_str(retold, separator=" ", ignore_nulls=True),
    )
    coded = [
        named.select(
            "kommunenummer",
            felt=pl.lit(field),
            verdi=pl.col(column).cast(pl.String).replace_strict(SATISFACTION, default=None),
        )
        for column, field in FIELDS.items()
    ] + [
        named.select("kommunenummer", felt=pl.lit(c), verdi=pl.col(c).cast(pl.String))
        for c in ("onsker_tjenestested", "tilbyr_lokaler")
    ]
    koding = (
        pl.concat(coded)
        .filter(pl.col("verdi").is_not_null() & (pl.col("verdi") != "ukjent"))
        .sort("kommunenummer", "felt")
        .select(
            innspill_id=pl.format("K{}", "kommunenummer"),
            kommunenummer="kommunenummer",
            felt="felt",
            verdi="verdi",
            utdrag=pl.lit(None, dtype=pl.String),
            kodet_av=pl.lit("fil"),
            kodet_tid=pl.lit(None, dtype=pl.Date),
        )
    )
    return {
        "innspill": answers.Innspill.validate(innspill, cast=True),
        "svar": answers.Svar.create_empty(),
        "koding": answers.Koding.validate(filled(koding, answers.Koding), cast=True),
        "forslag": answers.Forslag.create_empty(),
        "lokaler": answers.Lokale.create_empty(),
        "raad": answers.Raad.create_empty(),
    }


def _sentence(label: str, text: str) -> str:
    """Return `text` after `label`, ended as a sentence."""
    text = text.strip()
    return f"{label} {text}".strip() + ("" if text.endswith((".", "!", "?")) else ".")


def _dated(text: str) -> str | None:
    """Return when the source is from, where it is not a whole date with a column of its own."""
    if re.fullmatch(r"\d{4}-\d\d-\d\d", text):
        return None
    unknown, _space, rest = text.partition(" ")
    if unknown == "ukjent":
        return f"Datoen er ikke kjent{f' {rest}' if rest else ''}."
    year, *months = re.split("[-/]", text)
    named = " eller ".join(MONTHS[int(month) - 1] for month in months)
    return f"Kilden er fra {f'{named} {year}'.strip()}."
