"""What the build makes of everything people have decided of the letters.

Senders and dates, the division of the texts, the codes and the premises go before what was read in.
A passage is followed to where its words are after the texts have been divided otherwise.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any, Self

import polars as pl

from data.coding.proposing import Coded
from data.coding.texts import Texts
from data.work import coding, premises, senders
from data.work.coding import Decisions, with_decisions
from data.work.dividing import Divisions, Letters
from data.work.events import PREFIX, Event
from data.work.kinds import KINDS
from data.work.passages import span_of
from data.work.premises import with_premises
from data.work.senders import with_senders


@dataclass(frozen=True)
class Said:
    """What has been said last of each part of the letters, and how they have been divided."""

    codes: Decisions
    divisions: Divisions
    # The last events on each key of the other kinds, by kind; none that took something back.
    last: Mapping[str, tuple[Event, ...]]

    @classmethod
    def of(cls, events: Iterable[Event]) -> Self:
        """Return what `events`, all of a data set in order, say."""
        every = [event for event in events if event.gjelder.startswith(PREFIX)]
        last: dict[str, dict[tuple[str, str], Event]] = {kind: {} for kind in KINDS}
        for event in every:
            if event.slag in last:
                last[event.slag][event.gjelder, event.felt] = event
        standing = {
            kind: tuple(event for event in found.values() if event.til not in (None, "null"))
            for kind, found in last.items()
        }
        return cls(coding.decisions(every), Divisions.of(every), standing)

    @property
    def moment(self) -> tuple[str, ...]:
        """Return what tells one set of decisions from another; nothing when there are none."""
        others = (event.id for kind, found in self.last.items() for event in found)
        return tuple(sorted({*(each.event.id for each in self.codes.values()), *others}))

    def in_letters(self, frames: Mapping[str, pl.DataFrame]) -> dict[str, pl.DataFrame]:
        """Return the source tables `frames` as they are built: senders, texts, codes, suggestions.

        Premises come last, by `offered`, when it is known what is suggested.
        """
        innspill = with_senders(frames["innspill"], self.last[senders.KIND])
        letters = Letters(Texts.of(frames["svar"]).by_answer, self.divisions)
        divided = [letter for letter in letters.read if self.divisions.last(letter)]
        changed = {"innspill": innspill}
        if divided:
            changed["svar"] = _with_texts(frames["svar"], letters, divided)
            for name in ("koding", "forslag"):
                if name in frames:
                    changed[name] = _followed(frames[name], letters, divided)
        made = {**frames, **changed}
        return made | {"koding": with_decisions(made["koding"], self.codes, letters)}

    def offered(self, coded: Coded, svar: pl.DataFrame) -> Coded:
        """Return `coded` with the premises people have decided; `svar` has the texts as built."""
        texts = Texts.of(svar).by_answer
        lokaler = with_premises(coded.lokaler, texts, self.last[premises.KIND])
        return Coded(coded.koding, lokaler, coded.remarks)

    def applied(self) -> pl.DataFrame:
        """Return which events are in the build, and how each letter was divided in it."""
        rows = [
            (event.gjelder.removeprefix(PREFIX), kind, event.felt, event.id, event.til)
            for kind in KINDS
            for event in self.last[kind]
        ]
        columns = dict.fromkeys(("innspill_id", "slag", "felt", "hendelse", "til"), pl.String)
        return pl.DataFrame(rows, schema=columns, orient="row")


def _with_texts(svar: pl.DataFrame, letters: Letters, divided: Iterable[str]) -> pl.DataFrame:
    """Return `svar` with the texts of the letters that somebody has `divided`."""
    own = list(divided)
    rows = [
        (letter, question, text)
        for letter in own
        for question, text in sorted(letters.now(letter).texts.items())
    ]
    made = pl.DataFrame(rows, schema=svar.schema, orient="row")
    return pl.concat([svar.filter(~pl.col("innspill_id").is_in(own)), made])


def _followed(koding: pl.DataFrame, letters: Letters, divided: Iterable[str]) -> pl.DataFrame:
    """Return codes that came with the letters, each passage where it stands after the division.

    The hash follows along where the code was made on the text as it was read in; else, and where
    the passage is gone, it stays what it was, and the code is up for review.
    """
    own = frozenset(divided)
    return pl.DataFrame(
        [
            _moved(row, letters) if row["innspill_id"] in own else row
            for row in koding.iter_rows(named=True)
        ],
        schema=koding.schema,
    )


def _moved(row: dict[str, Any], letters: Letters) -> dict[str, Any]:
    span, passage, letter = span_of(row), row["utdrag"], row["innspill_id"]
    texts = Texts(letters.read)
    if span is None or passage is None:
        return row
    if row["teksthash"] and row["teksthash"] != texts.hash_of(letter, span[0]):
        return row
    now = letters.now(letter)
    here = now.followed(passage, span, letters.as_read(letter))
    if here is None:
        return row | {"teksthash": "0" * 12}
    divided = Texts({letter: now.texts})
    question, start, end = here
    hashed = divided.hash_of(letter, question) if row["teksthash"] else None
    return row | {"sporsmal": question, "start": start, "slutt": end, "teksthash": hashed}
