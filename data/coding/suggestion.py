"""What a coder hands on: values, each with the passage it rests on, whoever or whatever coded."""

import datetime as dt
from dataclasses import dataclass, field
from typing import Generic, TypeVar

Value = TypeVar("Value", str, int, dt.date)


@dataclass(frozen=True)
class Suggestion:
    """One suggested code. `utdrag` is `svar[sporsmal][start:end]`; `confidence` is from 0 to 1."""

    felt: str
    verdi: str
    sporsmal: int
    start: int
    end: int
    utdrag: str
    confidence: float
    regel: str


@dataclass(frozen=True)
class Detail(Generic[Value]):
    """One thing said of a room, with its passage, which is `svar[sporsmal][start:end]`."""

    verdi: Value
    sporsmal: int
    start: int
    end: int
    utdrag: str


@dataclass(frozen=True)
class Room:
    """One room that is offered or considered; what the letter does not say is None.

    `areal_m2` is in square metres, `delt_med` holds services split by |.
    """

    lokaltype: Detail[str]
    confidence: float
    regel: str
    delt_med: Detail[str] | None = None
    adresse: Detail[str] | None = None
    areal_m2: Detail[int] | None = None
    ledig_fra: Detail[dt.date] | None = None
    tilstand: Detail[str] | None = None
    betingelse: Detail[str] | None = None


@dataclass(frozen=True)
class Suggestions:
    """Everything one answer is suggested to say."""

    codes: tuple[Suggestion, ...] = ()
    rooms: tuple[Room, ...] = field(default=())
