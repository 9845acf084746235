"""The whole coding as one table: what is suggested, what people decided, and where it stands.

The same columns go out and come in, so that a coding can be done in a spreadsheet.
"""

import json
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from typing import Any, Final, Self

import dataframely as dy
import polars as pl

from data import vocabulary as v
from data.coding.spans import text_hash
from data.coding.texts import Texts
from data.problems import Problem, SourceError
from data.unpublished import read_unpublished, unpublished_file
from data.versions import newest
from data.work import store
from data.work.coding import KIND, Decision, key_of
from data.work.coding import decided as code_in
from data.work.dividing import KIND as DIVISION
from data.work.dividing import Divisions, Layout, Letters, divided, layout
from data.work.events import PREFIX, Event
from data.work.passages import PLACE, span_of


class Kodetabell(dy.Schema):
    """Én kode i ett brev, foreslått av maskinen eller avgjort av et menneske."""

    innspill_id = dy.String(min_length=1, description="Nøkkel til innspill")
    avsender = dy.String(nullable=True, description="Avsenderen; leses ikke inn")
    kommunenummer = dy.String(nullable=True, description="Tom = hele brevet; leses ikke inn")
    felt = dy.Enum(tuple(v.FELT), description="Hva som er kodet")
    verdi = dy.String(min_length=1, description="Kodet verdi, fra feltets faste liste")
    status = dy.Enum(v.KODESTATUS, description="bekreftet, avvist eller forslag")
    utdrag = dy.String(nullable=True, description="Ordrett utdrag som verdien bygger på")
    sporsmal = dy.Int64(nullable=True, min=0, max=5, description="Spørsmålet utdraget står under")
    start = dy.Int64(nullable=True, min=0, description="Utdragets første tegn i teksten, fra 0")
    slutt = dy.Int64(nullable=True, min=1, description="Tegnet etter utdragets siste")
    kodet_av = dy.String(nullable=True, description="Hvem eller hva som foreslo; leses ikke inn")
    regel = dy.String(nullable=True, description="Regelen som foreslo; leses ikke inn")
    sikkerhet = dy.Float64(nullable=True, description="Hvor sikkert forslaget er; leses ikke inn")
    hvem = dy.String(nullable=True, description="Hvem som avgjorde; leses ikke inn")
    tid = dy.String(nullable=True, description="Når det ble avgjort; leses ikke inn")
    hvorfor = dy.String(nullable=True, description="Grunnen til avgjørelsen")
    hendelse = dy.Int64(
        nullable=True, min=0, description="Siste hendelse om koden da tabellen ble tatt ut"
    )

    @dy.rule()
    def verdi_hoerer_til_felt(cls) -> pl.Expr:
        """A value belongs to its field's vocabulary."""
        return pl.any_horizontal(
            (pl.col("felt") == felt) & pl.col("verdi").is_in(values)
            for felt, values in v.FELT.items()
        )


@dataclass(frozen=True)
class Standing:
    """What is coded of a data set now: its letters, what the build left, and what people said."""

    senders: Mapping[str, str]
    # The texts as they are divided now.
    texts: Texts
    suggested: Mapping[tuple[str, str], tuple[Mapping[str, Any], ...]]
    said: Mapping[tuple[str, str], tuple[Event, ...]]
    # The number of the last event of any kind; 0 before the first.
    last: int
    letters: Letters

    @classmethod
    def of(cls, dataset: str) -> Self:
        """Read what stands; `SourceError` where the data set is not built, `WorkError` as told."""
        found = read_built(dataset)
        events = store.all(dataset)
        letters = Letters(Texts.of(found["svar_innlest"]).by_answer, Divisions.of(events))
        before = as_built(found, letters)
        suggested: dict[tuple[str, str], tuple[Mapping[str, Any], ...]] = {}
        for row in found["koding"].sort("innspill_id", "felt", "verdi").iter_rows(named=True):
            at = (row["innspill_id"], key_of(row["felt"], row["verdi"]))
            moved = carried(row, letters.now(at[0]), before(at[0]))
            # What is up for review again is a suggestion to who reviews it.
            moved["status"] = "forslag" if row["status"] == v.NY_VURDERING else row["status"]
            suggested[at] = (*suggested.get(at, ()), moved)
        senders = dict(found["innspill"].select("innspill_id", "avsender").iter_rows())
        texts = Texts({letter: letters.now(letter).texts for letter in letters.read})
        last = events[-1].nr if events else 0
        return cls(senders, texts, suggested, _by_code(events), last, letters)

    def event(self, at: tuple[str, str]) -> Event | None:
        """Return the last event about the code, also one that took a decision back."""
        return self.said[at][-1] if at in self.said else None

    def rows_at(self, at: tuple[str, str], event: Event | None) -> list[dict[str, Any]]:
        """Return the rows of one code as they stood after `event`, None before anybody decided."""
        made = code_in(event) if event else None
        told = {"avsender": self.senders.get(at[0]), "hendelse": event.nr if event else 0}
        if made:
            row = _decided_row(made)
            before = self.letters.at(at[0], made.event.nr)
            return [carried(row, self.letters.now(at[0]), before) | told]
        return [
            {name: row.get(name) for name in Kodetabell.columns()} | told
            for row in self.suggested.get(at, ())
        ]

    def hash_of(self, innspill_id: str) -> str:
        """Return what stands for the whole text of a letter."""
        texts = self.letters.read.get(innspill_id, {})
        return text_hash("\n".join(texts[number] for number in sorted(texts)))

    def is_divided(self, innspill_id: str) -> bool:
        """Return whether anybody has said how a letter is divided, so that passages have moved."""
        return innspill_id in self.letters.divisions.said


def read_built(dataset: str) -> dict[str, pl.DataFrame]:
    """Return the letters of the newest version; `SourceError` where the data set is not built."""
    version = newest(dataset)
    file = unpublished_file(version) if version else None
    if file is None or not file.exists():
        raise SourceError([Problem(dataset, 0, "", "", "et datasett som er bygd (make build)")])
    return read_unpublished(file)


def as_built(found: Mapping[str, pl.DataFrame], letters: Letters) -> Callable[[str], Layout]:
    """Return what gives a letter as it is divided in the version that `found` is of."""
    rows = found["avgjort"].filter(pl.col("slag") == DIVISION).select("innspill_id", "til").rows()
    divided_then = {letter: divided(json.loads(til)) for letter, til in rows}
    return lambda letter: layout(letters.read.get(letter, {}), divided_then.get(letter))


def carried(row: Mapping[str, Any], now: Layout, before: Layout) -> dict[str, Any]:
    """Return a row with its passage where it stands `now`, which stood in `before`."""
    span, passage = span_of(row), row["utdrag"]
    here = now.followed(passage, span, before) if span and passage else span
    if here == span:
        return dict(row)
    return {**row, **dict(zip(PLACE[1:], here or (None,) * 3, strict=True))}


def coding_table(standing: Standing) -> pl.DataFrame:
    """Return the coding as it stands, with the columns of `Kodetabell`, by letter and field."""
    order = list(v.FELT)
    every = sorted(
        {*standing.suggested, *standing.said},
        key=lambda at: (at[0], order.index(at[1].partition(":")[0]), at[1]),
    )
    rows = [row for at in every for row in standing.rows_at(at, standing.event(at))]
    return pl.DataFrame(rows, schema=_PLAIN)


def log_table(dataset: str) -> pl.DataFrame:
    """Return every event of the data set in order: who said what about what, when and why."""
    columns = (
        *("nr", "tid", "navn", "hvem", "rolle", "slag", "gjelder", "felt", "fra", "til"),
        *("hvorfor", "tekst_hash", "id"),
    )
    rows = [
        {name: getattr(event, name) for name in columns} | {"tid": _moment(event)}
        for event in store.all(dataset)
    ]
    return pl.DataFrame(rows, schema=dict.fromkeys(columns, pl.String) | {"nr": pl.Int64})


_PLAIN: Final = {
    name: pl.String if isinstance(spec, dy.Enum) else spec.dtype
    for name, spec in Kodetabell.columns().items()
}


def _decided_row(made: Decision) -> dict[str, Any]:
    return {
        "innspill_id": made.innspill_id,
        "kommunenummer": None,
        "felt": made.felt,
        "verdi": made.verdi,
        "status": made.status,
        **{name: getattr(made, name) for name in PLACE},
        "kodet_av": "menneske",
        "regel": None,
        "sikkerhet": None,
        "hvem": made.event.navn,
        "tid": _moment(made.event),
        "hvorfor": made.event.hvorfor or None,
    }


def _by_code(events: Iterable[Event]) -> dict[tuple[str, str], tuple[Event, ...]]:
    said: dict[tuple[str, str], tuple[Event, ...]] = {}
    for event in events:
        at = (event.gjelder.removeprefix(PREFIX), event.felt)
        if event.slag == KIND and event.gjelder.startswith(PREFIX):
            said[at] = (*said.get(at, ()), event)
    return said


def _moment(event: Event) -> str:
    return f"{event.tid.astimezone():%Y-%m-%d %H:%M:%S}"
