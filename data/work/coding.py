"""What people have decided of the codes: the last word on each, from the events of kind «kode».

An event is about one letter (`gjelder` «innspill:R12») and one key of it: the field, or field and
value where a field may have several («tema:rus»). Its `til` is a decision as JSON, or null where
somebody took hers back; then what was suggested stands as before.
"""

import json
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any, Final, TypeAlias

import polars as pl

from data import vocabulary as v
from data.coding.spans import text_hash
from data.work.dividing import Letters
from data.work.events import PREFIX, STATUSES, Event
from data.work.passages import PLACE, place_flaw, span_of

KIND: Final = "kode"
_PARTS: Final = {"status", "verdi", *PLACE}


@dataclass(frozen=True)
class Decision:
    """One person's word on one code of one letter, and the passage it rests on, if any."""

    innspill_id: str
    key: str
    status: str
    verdi: str
    utdrag: str | None
    sporsmal: int | None
    start: int | None
    slutt: int | None
    event: Event

    @property
    def felt(self) -> str:
        """Return the coded field."""
        return self.key.partition(":")[0]

    def as_said(self) -> dict[str, Any]:
        """Return the decision as an event says it."""
        said: dict[str, Any] = {"status": self.status, "verdi": self.verdi}
        place = {name: getattr(self, name) for name in PLACE}
        return said | {name: value for name, value in place.items() if value is not None}


# By letter and key.
Decisions: TypeAlias = dict[tuple[str, str], Decision]


def key_of(felt: str, verdi: str) -> str:
    """Return what events call a code: one that may occur with others has its value in it."""
    return f"{felt}:{verdi}" if felt in v.FLERE else felt


def decisions(events: Iterable[Event]) -> Decisions:
    """Return the last decision on each key of each letter, by letter and key.

    `events` are in their order. What was taken back is not there.
    """
    found: Decisions = {}
    for event in events:
        if event.slag != KIND or not event.gjelder.startswith(PREFIX):
            continue
        at = (event.gjelder.removeprefix(PREFIX), event.felt)
        made = decided(event)
        if made:
            found[at] = made
        else:
            found.pop(at, None)
    return found


def decided(event: Event) -> Decision | None:
    """Return the decision in `event`, None where one was taken back or none can be read."""
    said = json.loads(event.til) if event.til else None
    if not isinstance(said, dict) or flaw(event.felt, said):
        return None
    return Decision(
        event.gjelder.removeprefix(PREFIX),
        event.felt,
        said["status"],
        said["verdi"],
        said.get("utdrag"),
        said.get("sporsmal"),
        said.get("start"),
        said.get("slutt"),
        event,
    )


def flaw(key: str, said: dict[str, Any], texts: dict[int, str] | None = None) -> str:
    """Return what is wrong with a decision on `key`, as a sentence, or nothing.

    With `texts`, those of the letter by question, its passage must stand where it says.
    """
    felt, _colon, value = key.partition(":")
    if felt not in v.FELT or bool(value) != (felt in v.FLERE) or not said.keys() <= _PARTS:
        return "Avgjørelsen gjelder ikke et kjent felt."
    if said.get("status") not in STATUSES or said.get("verdi") not in v.FELT[felt]:
        return "Avgjørelsen har ikke en kjent verdi."
    if value and said["verdi"] != value:
        return "Avgjørelsen har en annen verdi enn feltet."
    return place_flaw(said, texts)


def with_decisions(koding: pl.DataFrame, known: Decisions, letters: Letters) -> pl.DataFrame:
    """Return `koding` with people's decisions in the place of what was there on the same keys.

    Passages stand in `letters` as they are divided now, those of `koding` too. A decision about a
    letter that is not here is left out; one whose passage is gone from the letter carries another
    hash than any text has, so that the build has it reviewed again.
    """
    own = {at: each for at, each in known.items() if at[0] in letters.read}
    if not own:
        return koding
    rows = koding.select("innspill_id", pl.col("felt").cast(pl.String), "verdi").rows()
    kept = koding.filter(
        pl.Series(
            [(key, key_of(felt, value)) not in own for key, felt, value in rows], dtype=pl.Boolean
        )
    )
    made = [
        {
            "innspill_id": each.innspill_id,
            "felt": each.felt,
            "verdi": each.verdi,
            "kodet_av": "menneske",
            "kodet_tid": each.event.tid.astimezone().date(),
            "status": each.status,
            **_place(each, letters),
        }
        for _at, each in sorted(own.items())
    ]
    return pl.concat([kept, pl.DataFrame(made, schema=_schema(koding)).select(koding.columns)])


def _place(each: Decision, letters: Letters) -> dict[str, Any]:
    """Return where the passage of a decision stands now, and the hash of the text it stands in."""
    place: dict[str, Any] = {name: getattr(each, name) for name in PLACE}
    span = span_of(place)
    if span is None or each.utdrag is None:
        return place
    now = letters.now(each.innspill_id)
    here = now.followed(each.utdrag, span, letters.at(each.innspill_id, each.event.nr))
    if here is None:
        return place | {"teksthash": "0" * 12}
    question, start, end = here
    return {
        "utdrag": now.texts[question][start:end],
        "sporsmal": question,
        "start": start,
        "slutt": end,
        "teksthash": text_hash(now.texts[question]),
    }


def _schema(koding: pl.DataFrame) -> dict[str, Any]:
    return dict(koding.schema)
