"""Premises, which have no name: a labelled room is paired with the suggested one it must be."""

import datetime as dt
from collections.abc import Iterator, Sequence
from typing import Final

from rapidfuzz import fuzz

from data.coding import Detail, Room
from tests.quality.corpus import Letter, Lokale
from tests.quality.judging import same_sentence
from tests.quality.scoring import Judged
from tests.quality.splitting import Split

ROOM_FIELDS: Final = (
    "lokaltype",
    "delt_med",
    "adresse",
    "areal_m2",
    "ledig_fra",
    "tilstand",
    "betingelse",
)
# Words of a place or a condition that are the same but for a preposition or an ending.
ALIKE: Final = 80


def judged_rooms(letter: Letter, split: Split, rooms: Sequence[Room]) -> Iterator[Judged]:
    """Yield what is labelled and suggested of each room of `letter`.

    A room nobody suggested is missing with its type alone, and so is one that nobody labelled: its
    size was not misread, it was never looked for.
    """
    free = list(rooms)
    for lokale in letter.lokaler:
        room = _likest(letter, split, lokale, free)
        if room is None:
            yield Judged(letter.navn, "lokaltype", frozenset([lokale.lokaltype]), "")
            continue
        free.remove(room)
        yield from _details(letter, split, lokale, room)
    for room in free:
        yield Judged(letter.navn, "lokaltype", frozenset(), room.lokaltype.verdi)


def _likest(letter: Letter, split: Split, lokale: Lokale, rooms: Sequence[Room]) -> Room | None:
    def likeness(room: Room) -> int:
        near = _is_near(letter, split, lokale, room.lokaltype)
        return 2 * near + (room.lokaltype.verdi == lokale.lokaltype)

    best = max(rooms, key=likeness, default=None)
    return best if best is not None and likeness(best) else None


def _details(letter: Letter, split: Split, lokale: Lokale, room: Room) -> Iterator[Judged]:
    yield Judged(
        letter.navn,
        "lokaltype",
        frozenset([lokale.lokaltype]),
        room.lokaltype.verdi,
        passage=_is_near(letter, split, lokale, room.lokaltype),
    )
    state = "" if lokale.tilstand == "ukjent" else lokale.tilstand
    pairs: tuple[tuple[str, str | int | dt.date | None, Detail | None], ...] = (
        ("delt_med", lokale.delt_med, room.delt_med),
        ("adresse", lokale.adresse, room.adresse),
        ("areal_m2", lokale.areal_m2, room.areal_m2),
        ("ledig_fra", lokale.ledig_fra, room.ledig_fra),
        ("tilstand", state, room.tilstand),
        ("betingelse", lokale.betingelse, room.betingelse),
    )
    for felt, label, detail in pairs:
        said = str(detail.verdi) if detail is not None and detail.verdi != "ukjent" else ""
        fasit = str(label or "")
        if felt in ("delt_med", "adresse", "betingelse") and _alike(fasit, said):
            said = fasit
        if fasit or said:
            yield Judged(letter.navn, felt, frozenset(filter(None, [fasit])), said)


def _is_near(letter: Letter, split: Split, lokale: Lokale, said: Detail[str]) -> bool:
    start = letter.tekst.find(lokale.utdrag)
    label = (start, start + len(lokale.utdrag))
    if not 0 <= said.start < said.end <= len(split.svar.get(said.sporsmal, "")):
        return False
    return same_sentence(letter.tekst, label, split.place(said.sporsmal, said.start, said.end))


def _alike(label: str, said: str) -> bool:
    """Return whether two wordings are the same place, the same services or the same condition."""
    return bool(label and said) and fuzz.token_set_ratio(label.lower(), said.lower()) >= ALIKE
