"""What is told of the letters besides their codes, as tables: senders and dates, texts, premises.

The same columns go out and come in. A row, or with the texts the rows of a letter, is one thing
that may be decided, and its cells say what a decision says.
"""

import datetime as dt
import json
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from re import finditer
from typing import Any, Final, Self

import dataframely as dy
import polars as pl

from data import vocabulary as v
from data.coding.spans import text_hash
from data.coding.texts import Texts
from data.work import dividing, premises, senders, store
from data.work.coding_table import read_built
from data.work.dividing import Divisions, Letters
from data.work.events import PREFIX, Event
from data.work.passages import PLACE

Row = dict[str, Any]
At = tuple[str, str]
_LAST: Final = "Siste hendelse om raden da tabellen ble tatt ut"
_STATUS: Final = "bekreftet, avvist eller forslag"


class _Avgjort(dy.Schema):
    """Det hver tabell sier om hvem som avgjorde en rad, og når."""

    status = dy.Enum(v.KODESTATUS, description=_STATUS)
    hvem = dy.String(nullable=True, description="Hvem som avgjorde; leses ikke inn")
    tid = dy.String(nullable=True, description="Når det ble avgjort; leses ikke inn")
    hvorfor = dy.String(nullable=True, description="Grunnen til avgjørelsen")
    hendelse = dy.Int64(nullable=True, min=0, description=_LAST)


class Avsendertabell(_Avgjort):
    """Avsenderen eller en av datoene til ett brev, slik den er lest inn eller avgjort."""

    innspill_id = dy.String(min_length=1, description="Nøkkel til innspill")
    hva = dy.Enum(senders.KEYS, description="avsender, brevdato eller dato")
    avsender = dy.String(nullable=True, description="Navnet, på rader om avsenderen")
    avsendertype = dy.Enum(v.AVSENDERTYPE, nullable=True, description="Slag, på de samme radene")
    kommunenumre = dy.String(nullable=True, description="Kommunene den svarer for, skilt med |")
    dag = dy.Date(nullable=True, description="Datoen, på rader om en dato")
    grunn = dy.String(nullable=True, description="Hvor den ble funnet; leses ikke inn")
    tvil = dy.String(nullable=True, description="Hva importen var i tvil om; leses ikke inn")


class Delingstabell(_Avgjort):
    """Ett avsnitt i ett brev, og spørsmålet det ligger under."""

    innspill_id = dy.String(min_length=1, description="Nøkkel til innspill")
    sporsmal = dy.Int64(min=0, max=5, description="Spørsmålet avsnittet ligger under; 0 = udelt")
    tekst = dy.String(nullable=True, description="Avsnittet; leses ikke inn")
    fra_sporsmal = dy.Int64(min=0, max=5, description="Spørsmålet det er lest inn under")
    start = dy.Int64(min=0, description="Avsnittets første tegn slik det er lest inn, fra 0")
    slutt = dy.Int64(min=1, description="Tegnet etter avsnittets siste")


class Lokaltabell(_Avgjort):
    """Ett lokale et brev tilbyr, foreslått av maskinen eller avgjort av et menneske."""

    innspill_id = dy.String(min_length=1, description="Nøkkel til innspill")
    lokale_id = dy.String(nullable=True, description="Nøkkelen; tom for et nytt lokale")
    lokaltype = dy.Enum(v.LOKALTYPE, description="Type lokale")
    kommunenummer = dy.String(regex=v.KOMMUNENUMMER, description="Kommunen det ligger i")
    delt_med = dy.String(nullable=True, description="Tjenester i samme lokale, skilt med |")
    adresse = dy.String(nullable=True, description="Adresse eller sted")
    areal_m2 = dy.Int64(nullable=True, min=1, description="Areal i kvadratmeter")
    ledig_fra = dy.Date(nullable=True, description="Ledig fra")
    tilstand = dy.Enum(v.TILSTAND, description="Tilstand")
    betingelse = dy.String(nullable=True, description="Vilkåret for tilbudet")
    utdrag = dy.String(nullable=True, description="Ordrett utdrag som tilbudet bygger på")
    utdrag_tilstand = dy.String(nullable=True, description="Ordrett utdrag om tilstanden")
    utdrag_delt_med = dy.String(nullable=True, description="Ordrett utdrag om hvem det deles med")
    utdrag_adresse = dy.String(nullable=True, description="Ordrett utdrag om adressen")
    utdrag_areal_m2 = dy.String(nullable=True, description="Ordrett utdrag om arealet")
    utdrag_ledig_fra = dy.String(nullable=True, description="Ordrett utdrag om når det er ledig")
    utdrag_betingelse = dy.String(nullable=True, description="Ordrett utdrag om vilkåret")
    regel = dy.String(nullable=True, description="Regelen som foreslo; leses ikke inn")
    sikkerhet = dy.Float64(nullable=True, description="Hvor sikkert forslaget er; leses ikke inn")


@dataclass(frozen=True)
class Standing:
    """What is told of the letters of a data set now, and all that has been said of it."""

    built: Mapping[str, pl.DataFrame]
    letters: Letters
    said: Mapping[tuple[str, str, str], tuple[Event, ...]]
    last: int

    @classmethod
    def of(cls, dataset: str) -> Self:
        """Read what stands; `SourceError` where the data set is not built, `WorkError` as told."""
        built, events = read_built(dataset), store.all(dataset)
        said: dict[tuple[str, str, str], tuple[Event, ...]] = {}
        for event in events:
            if event.gjelder.startswith(PREFIX):
                at = (event.slag, event.gjelder.removeprefix(PREFIX), event.felt)
                said[at] = (*said.get(at, ()), event)
        letters = Letters(Texts.of(built["svar_innlest"]).by_answer, Divisions.of(events))
        return cls(built, letters, said, events[-1].nr if events else 0)

    def hash_of(self, letter: str) -> str:
        """Return what stands for the whole text of a letter."""
        read = self.letters.read.get(letter, {})
        return text_hash("\n".join(read[number] for number in sorted(read)))


@dataclass(frozen=True)
class Kind:
    """One of the tables: its schema, the kind of events, and what its rows are about.

    `suggested` gives what stands of each key before anybody said anything, as a decision says it,
    with what else the rows tell; `rows` the rows that a decision, or what is suggested, makes.
    """

    schema: type[_Avgjort]
    slag: str
    suggested: Callable[[Standing], Mapping[At, tuple[Row, Row]]]
    rows: Callable[[Standing, At, Row], Sequence[Row]]
    decided: Callable[[Event], Row | None]


def table(kind: Kind, standing: Standing) -> pl.DataFrame:
    """Return everything of a kind as it stands, with the columns of its schema."""
    suggested = kind.suggested(standing)
    added = [(key, felt) for slag, key, felt in standing.said if slag == kind.slag]
    rows = [
        row
        for at in dict.fromkeys((*suggested, *added))
        for row in rows_at(kind, standing, at, last(kind, standing, at), suggested)
    ]
    columns = kind.schema.columns()
    plain = {n: pl.String if isinstance(s, dy.Enum) else s.dtype for n, s in columns.items()}
    order = [name for name in columns if name not in _Avgjort.columns()] + [*_Avgjort.columns()]
    return pl.DataFrame(rows, schema=plain).select(order)


def last(kind: Kind, standing: Standing, at: At) -> Event | None:
    """Return the last event about `at`, also one that took a decision back."""
    said = standing.said.get((kind.slag, *at), ())
    return said[-1] if said else None


def rows_at(
    kind: Kind,
    standing: Standing,
    at: At,
    event: Event | None,
    suggested: Mapping[At, tuple[Row, Row]],
) -> list[Row]:
    """Return the rows of one thing as they stood after `event`, None before anybody decided."""
    made = kind.decided(event) if event else None
    told, more = suggested.get(at, (None, {}))
    stands = made or told
    if stands is None:
        return []
    who = {
        "status": made["status"] if made else more.get("status", "forslag"),
        "hvem": event.navn if made and event else None,
        "tid": f"{event.tid.astimezone():%Y-%m-%d %H:%M:%S}" if made and event else None,
        "hvorfor": (event.hvorfor or None) if made and event else None,
        "hendelse": event.nr if event else 0,
    }
    basis = {} if made else {k: value for k, value in more.items() if k != "status"}
    return [row | basis | who for row in kind.rows(standing, at, stands)]


def _senders(standing: Standing) -> dict[At, tuple[Row, Row]]:
    basis = {
        (row["innspill_id"], row["hva"]): {"grunn": row["grunn"], "tvil": row["tvil"]}
        for row in standing.built["avlesning"].iter_rows(named=True)
    }
    found: dict[At, tuple[Row, Row]] = {}
    for row in standing.built["innspill_innlest"].sort("innspill_id").iter_rows(named=True):
        for key in senders.KEYS:
            at = (row["innspill_id"], key)
            told = {name: row[name] for name in senders.WHO}
            if key != senders.SENDER:
                told = {"verdi": row[key].isoformat() if row[key] else None}
            found[at] = (told, basis.get(at, {}))
    return found


def _sender_rows(_standing: Standing, at: At, told: Row) -> list[Row]:
    letter, key = at
    row: Row = {"innspill_id": letter, "hva": key}
    if key == senders.SENDER:
        return [row | {name: told[name] for name in senders.WHO}]
    return [row | {"dag": premises.day(told["verdi"])}]


def _divisions(standing: Standing) -> dict[At, tuple[Row, Row]]:
    return {
        (letter, dividing.KEY): ({"flyttet": [], "tekster": {}}, {})
        for letter in sorted(standing.letters.read)
    }


def _division(event: Event) -> Row | None:
    said: Row | None = json.loads(event.til) if event.til else None
    return {"flyttet": [], "tekster": {}} | said if said and dividing.divided(said) else None


def _division_rows(standing: Standing, at: At, told: Row) -> list[Row]:
    read = standing.letters.read.get(at[0], {})
    moves = dividing.divided({"status": "bekreftet"} | told)
    laid = dividing.layout(read, moves)
    return [
        {
            "innspill_id": at[0],
            "sporsmal": question,
            "tekst": read[number][start:end],
            "fra_sporsmal": number,
            "start": start,
            "slutt": end,
        }
        for question, pieces in sorted(laid.pieces.items())
        for _begins, (number, first, after) in pieces
        for start, end in paragraphs(read[number], first, after)
    ]


def paragraphs(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """Yield the first and last character of each paragraph between `start` and `end`."""
    for found in finditer(r"\S(?:[^\n]|\n(?!\s*\n))*", text[start:end]):
        yield start + found.start(), start + len(text[start : start + found.end()].rstrip())


def _premises(standing: Standing) -> dict[At, tuple[Row, Row]]:
    found: dict[At, tuple[Row, Row]] = {}
    for row in standing.built["lokaler"].sort("innspill_id", "lokale_id").iter_rows(named=True):
        told = {name: row[name] for name in premises.PARTS}
        free = row["ledig_fra"]
        told["ledig_fra"] = free.isoformat() if isinstance(free, dt.date) else None
        told |= {"utdrag": row["utdrag"]} | dict.fromkeys(PLACE[1:])
        own = {name: row.get(premises.own_column(name)) for name in premises.SUPPORTED}
        told[premises.OWN] = {name: {"utdrag": words} for name, words in own.items() if words}
        status = "forslag" if row["status"] == v.NY_VURDERING else row["status"]
        more = {"status": status, "regel": row["regel"], "sikkerhet": row["sikkerhet"]}
        found[row["innspill_id"], row["lokale_id"]] = (told, more)
    return found


def _premises_rows(_standing: Standing, at: At, told: Row) -> list[Row]:
    letter, key = at
    row = {name: told[name] for name in (*premises.PARTS, "utdrag")}
    row["ledig_fra"] = premises.day(told["ledig_fra"])
    for name in premises.SUPPORTED:
        row[premises.own_column(name)] = told[premises.OWN].get(name, {}).get("utdrag")
    return [{"innspill_id": letter, "lokale_id": key} | row]


KINDS: Final[dict[str, Kind]] = {
    "avsendere": Kind(Avsendertabell, senders.KIND, _senders, _sender_rows, senders.decided),
    "deling": Kind(Delingstabell, dividing.KIND, _divisions, _division_rows, _division),
    "lokaler": Kind(Lokaltabell, premises.KIND, _premises, _premises_rows, premises.decided),
}
