"""What the build makes of people's codes and of what is suggested: one table, each with its status.

A person's row is never overwritten: where one has coded a field of an answer, nothing is suggested
for it, and a value one has refused stays away. Rules are asked before what a model has suggested.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any, Final

import polars as pl

from data import vocabulary as v
from data.coding.coder import suggest
from data.coding.suggestion import Detail, Room, Suggestions
from data.coding.texts import Texts

# Less sure than this is not suggested.
LEAST: Final = 0.7
BY_MACHINE: Final = ("regel", "modell")

Row = dict[str, object]


@dataclass(frozen=True)
class Coded:
    """The codes and rooms of a data set, and what the one who builds must know of them."""

    koding: pl.DataFrame
    lokaler: pl.DataFrame
    remarks: tuple[str, ...]


def settled(koding: pl.DataFrame, lokaler: pl.DataFrame) -> Coded:
    """Return the codes of a data set that brings its own, each with a status.

    What says nothing of its status is confirmed when a person or a file coded it, else suggested.
    """
    status = pl.col("status").cast(pl.String)
    by_machine = pl.col("kodet_av").cast(pl.String).is_in(BY_MACHINE)
    confirmed = pl.when(by_machine).then(pl.lit("forslag")).otherwise(pl.lit("bekreftet"))
    return Coded(
        koding.with_columns(status=pl.coalesce(status, confirmed)),
        lokaler.with_columns(status=status.fill_null("bekreftet")),
        (),
    )


def proposed(
    innspill: pl.DataFrame,
    svar: pl.DataFrame,
    koding: pl.DataFrame,
    forslag: pl.DataFrame,
    lokaler: pl.DataFrame,
) -> Coded:
    """Return people's codes and rooms with what rules and the model suggest besides them.

    The columns are those of the source tables. `status` is never missing, and is
    `vocabulary.NY_VURDERING` for a code whose text has changed since.
    """
    texts = Texts.of(svar)
    own = settled(koding, lokaler)
    reviewed = _reviewed(own.koding, texts)
    suggested = {
        key: suggest(texts.by_answer[key]) for key in _speaking(innspill) if key in texts.by_answer
    }
    codes = [*_from_rules(suggested, texts, own.koding)]
    model = _reviewed(forslag.with_columns(status=pl.lit("forslag")), texts)
    fresh = model.filter(pl.col("status") == "forslag")
    all_codes = _added(reviewed, pl.DataFrame(codes, schema=reviewed.schema))
    all_codes = _added(all_codes, _besides(fresh.cast(reviewed.schema), all_codes))
    rooms = [*_rooms(suggested, innspill, own.lokaler)]
    return Coded(
        all_codes,
        _added(own.lokaler, pl.DataFrame(rooms, schema=own.lokaler.schema)),
        tuple(_remarks(reviewed, model.height - fresh.height)),
    )


def _speaking(innspill: pl.DataFrame) -> list[str]:
    kind = pl.col("avsendertype").cast(pl.String)
    return innspill.filter(kind.is_in(v.TALER_FOR))["innspill_id"].sort().to_list()


def _reviewed(koding: pl.DataFrame, texts: Texts) -> pl.DataFrame:
    """Return `koding` with the status of codes whose text has changed since they were made."""
    columns = ("innspill_id", "sporsmal", "teksthash", "status")
    statuses = [
        v.NY_VURDERING
        if known and status != "avvist" and known != texts.hash_of(key, question)
        else status
        for key, question, known, status in koding.select(columns).rows()
    ]
    return koding.with_columns(status=pl.Series(statuses, dtype=pl.String))


def _from_rules(
    suggested: dict[str, Suggestions], texts: Texts, koding: pl.DataFrame
) -> Iterator[Row]:
    taken, refused = _taken(koding), _refused(koding)
    for key, found in suggested.items():
        for code in found.codes:
            if (key, code.felt) in taken or (key, code.felt, code.verdi) in refused:
                continue
            if code.confidence < LEAST:
                continue
            yield {
                "innspill_id": key,
                "felt": code.felt,
                "verdi": code.verdi,
                "utdrag": code.utdrag,
                "kodet_av": "regel",
                "sporsmal": code.sporsmal,
                "start": code.start,
                "slutt": code.end,
                "regel": code.regel,
                "sikkerhet": code.confidence,
                "status": "forslag",
                "teksthash": texts.hash_of(key, code.sporsmal),
            }


def _taken(koding: pl.DataFrame) -> set[tuple[str, str]]:
    """Return the fields of answers that somebody has coded, refusals not counted."""
    coded = koding.filter(pl.col("status") != "avvist")
    return set(coded.select("innspill_id", pl.col("felt").cast(pl.String)).rows())


def _refused(koding: pl.DataFrame) -> set[tuple[str, str, str]]:
    refused = koding.filter(pl.col("status") == "avvist")
    return set(refused.select("innspill_id", pl.col("felt").cast(pl.String), "verdi").rows())


def _besides(model: pl.DataFrame, koding: pl.DataFrame) -> pl.DataFrame:
    """Return what a model suggests of fields that neither people nor rules have coded."""
    taken, refused = _taken(koding), _refused(koding)
    keep = [
        (key, felt) not in taken and (key, felt, verdi) not in refused
        for key, felt, verdi in model.select(
            "innspill_id", pl.col("felt").cast(pl.String), "verdi"
        ).rows()
    ]
    return model.filter(pl.Series(keep, dtype=pl.Boolean))


def _added(koding: pl.DataFrame, more: pl.DataFrame) -> pl.DataFrame:
    return pl.concat([koding, more.select(koding.columns)]) if more.height else koding


def _rooms(
    suggested: dict[str, Suggestions], innspill: pl.DataFrame, lokaler: pl.DataFrame
) -> Iterator[Row]:
    """Yield the rooms of answers for one municipality that nobody has listed rooms for."""
    speaks_for = dict(innspill.select("innspill_id", "kommunenumre").rows())
    listed = set(lokaler["innspill_id"])
    for key, found in suggested.items():
        number = speaks_for.get(key) or ""
        if key in listed or not number or "|" in number:
            continue
        for room in found.rooms:
            yield _room(room) | {
                "lokale_id": f"{key}-{room.lokaltype.verdi}",
                "innspill_id": key,
                "kommunenummer": number,
            }


def _room(room: Room) -> Row:
    return {
        "lokaltype": room.lokaltype.verdi,
        "delt_med": room.delt_med.verdi if room.delt_med else None,
        "adresse": room.adresse.verdi if room.adresse else None,
        "areal_m2": room.areal_m2.verdi if room.areal_m2 else None,
        "ledig_fra": room.ledig_fra.verdi if room.ledig_fra else None,
        "tilstand": room.tilstand.verdi if room.tilstand else "ukjent",
        "utdrag": room.lokaltype.utdrag,
        "betingelse": room.betingelse.verdi if room.betingelse else None,
        "status": "forslag",
        "regel": room.regel,
        "sikkerhet": room.confidence,
        **{f"utdrag_{name}": each.utdrag for name, each in _own(room).items()},
    }


def _own(room: Room) -> dict[str, Detail[Any]]:
    """Return what rests on other words than the sentence that offers `room`, by name."""
    told = {
        "tilstand": room.tilstand,
        "delt_med": room.delt_med,
        "adresse": room.adresse,
        "areal_m2": room.areal_m2,
        "ledig_fra": room.ledig_fra,
        "betingelse": room.betingelse,
    }
    return {name: each for name, each in told.items() if each}


def _remarks(koding: pl.DataFrame, outdated: int) -> Iterator[str]:
    changed = koding.filter(pl.col("status") == v.NY_VURDERING)
    if changed.height:
        answers = ", ".join(sorted(set(changed["innspill_id"])))
        yield (
            f"{changed.height} koder bygger på tekst som er endret siden, og må ses på igjen: "
            f"{answers}"
        )
    if outdated:
        yield (
            f"{outdated} forslag fra språkmodellen bygger på tekst som er endret siden, "
            "og er utelatt; kjør «python -m data code» på nytt"
        )
