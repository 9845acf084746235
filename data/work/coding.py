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
from data.coding.spans import is_at
from data.coding.texts import Texts
from data.work.events import Event

KIND: Final = "kode"
PREFIX: Final = "innspill:"
STATUSES: Final = ("bekreftet", "avvist")
_PARTS: Final = {"status", "verdi", "utdrag", "sporsmal", "start", "slutt"}


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
    place = tuple(said.get(name) for name in ("utdrag", "sporsmal", "start", "slutt"))
    if place == (None,) * 4:
        return ""
    passage, *numbers = place
    if not isinstance(passage, str) or not all(type(each) is int for each in numbers):
        return "Utdraget mangler en plass i teksten."
    if texts is not None and not _stands(passage, texts, *numbers):
        return "Utdraget står ikke i teksten der det sier."
    return ""


def with_decisions(koding: pl.DataFrame, svar: pl.DataFrame, known: Decisions) -> pl.DataFrame:
    """Return `koding` with people's decisions in the place of what was there on the same keys.

    Both frames have the columns of their source tables. A decision about a letter that is not here
    is left out, and one whose text has changed since carries the hash it was made on, so that the
    build has it reviewed again.
    """
    texts = Texts.of(svar)
    own = {at: each for at, each in known.items() if at[0] in texts.by_answer}
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
            "utdrag": each.utdrag,
            "kodet_av": "menneske",
            "kodet_tid": each.event.tid.astimezone().date(),
            "sporsmal": each.sporsmal,
            "start": each.start,
            "slutt": each.slutt,
            "status": each.status,
            "teksthash": _hash(each, texts),
        }
        for _at, each in sorted(own.items())
    ]
    return pl.concat([kept, pl.DataFrame(made, schema=_schema(koding)).select(koding.columns)])


def moment(known: Decisions) -> tuple[str, ...]:
    """Return what tells one set of decisions from another; nothing when there are none."""
    return tuple(sorted(each.event.id for each in known.values()))


def _hash(each: Decision, texts: Texts) -> str | None:
    """Return the hash of the text the decision was made on, which may be another now."""
    if each.sporsmal is None:
        return None
    text = texts.by_answer[each.innspill_id].get(each.sporsmal, "")
    stands = is_at(each.utdrag or "", text, each.start or 0, each.slutt or 0)
    return texts.hash_of(each.innspill_id, each.sporsmal) if stands else "0" * 12


def _stands(passage: str, texts: dict[int, str], question: Any, start: Any, end: Any) -> bool:
    return is_at(passage, texts.get(question, ""), start, end)


def _schema(koding: pl.DataFrame) -> dict[str, Any]:
    return dict(koding.schema)
