"""The build: sources → checked tables → one immutable DuckDB file, or nothing at all."""

import datetime as dt
import difflib
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Final, TypeAlias

import polars as pl

from data import demo, grid, known, local_surveys, offences, paths, reach, schemas, versions
from data.building import STEPS
from data.coding.proposing import proposed, settled
from data.common import read_common
from data.documents import kept
from data.drafts import draft_of, sweep
from data.filling import filling, put
from data.geometry.projection import to_map
from data.optional import read_optional, supplied_files
from data.privacy.tables import without_persons
from data.problems import Problem, SourceError
from data.published import published_advice, with_published
from data.reading import ROW, Table, absent, read_table
from data.references import broken_references
from data.search_index import index
from data.sharing import shared_file, write_shared
from data.soundness import flaw, flaw_of
from data.tabular import SUFFIXES, UNREAD, find, is_table
from data.tally import counts, rejected
from data.unpublished import READ, unpublished_file, write_unpublished
from data.versions import Version
from data.work import database, store
from data.work.effect import Said
from data.work.events import WorkError

# What silence is called: «kjente» never asked anybody, so nothing is silent there.
SILENCE: Final = {"demo": "ikke_svart", "innspill": "ikke_svart", "kjente": "ikke_innhentet"}
ANSWERED: Final = {"demo": "svart", "innspill": "svart", "kjente": "uttalelse"}
# What a model has suggested is among the codes; what a sender rests on is for the desk alone.
_UNSHOWN: Final = ("forslag", "avlesning")
UNCODED: Final = {"demo": "ikke_kodet", "innspill": "ikke_kodet", "kjente": "ikke_innhentet"}


Frames: TypeAlias = dict[str, pl.DataFrame]


@dataclass(frozen=True)
class Built:
    """The outcome of a build: the version, whether it had to be made, and what to look at."""

    version: Version
    made: bool
    set_aside: tuple[Problem, ...]
    remarks: tuple[str, ...] = ()


def has_sources(dataset: str) -> bool:
    """Return whether `dataset` has sources; only the ministry's may be absent."""
    folder = paths.source_dir(dataset)
    if dataset != "innspill":
        return True
    # What holds for all data sets may be supplied alone; a file that is not read is told.
    tables = (p for p in folder.glob("*") if is_table(p, (*SUFFIXES, *UNREAD)))
    return any(p.stem.lower() not in schemas.OPTIONAL for p in tables)


def read_sources(dataset: str) -> dict[str, Table]:
    """Read and check every source table of `dataset`; mistakes are in the tables, not raised.

    Raises `SourceError` only where a file cannot be read at all or a required file is missing.
    """
    if unknown := _unknown_files(paths.COMMON, (*schemas.COMMON, *schemas.OPTIONAL)):
        raise SourceError(unknown)
    tables = read_common()
    tables |= read_optional(tables)
    if dataset == "kjente":
        path = paths.source_dir(dataset) / "kjente_svar.csv"
        statements = read_table(path, "kjente_svar", known.KjentSvar)
        tables["kjente_svar"] = statements
        made = known.to_answers(statements.frame.drop(ROW), tables["kommuner"].frame)
        tables |= {name: _made(name, frame) for name, frame in made.items()}
    elif dataset == "demo":
        made = demo.generate(
            tables["kommuner"].frame.drop(ROW), tables["tjenestesteder"].frame.drop(ROW)
        )
        tables |= {name: _made(name, frame) for name, frame in made.items()}
    else:
        folder = paths.source_dir(dataset)
        names = (*schemas.ANSWERS, *schemas.OPTIONAL, *schemas.IMPORTED)
        if unknown := _unknown_files(folder, names):
            raise SourceError(unknown)
        if find(folder, "innspill") is None:
            raise SourceError([Problem("innspill.csv", 0, "", "", "en fil med dette navnet")])
        for name, schema in (schemas.ANSWERS | schemas.IMPORTED).items():
            found = find(folder, name)
            tables[name] = read_table(found, name, schema) if found else absent(name, schema)
    tables["raad"] = with_published(dataset, tables["raad"])
    lacking = {name: schema for name, schema in schemas.IMPORTED.items() if name not in tables}
    return tables | {name: absent(name, schema) for name, schema in lacking.items()}


def _unknown_files(folder: Path, known_names: Sequence[str]) -> list[Problem]:
    """Return a problem for each table file in `folder` that is no table's, or not read at all."""
    found = []
    for path in sorted(folder.glob("*")):
        if path.name == kept.NAME:
            # What the import remembers lies beside the tables it made.
            continue
        if is_table(path, UNREAD):
            expected = "CSV eller XLSX; åpne filen i regnearket og lagre som CSV eller XLSX"
            found.append(Problem(path.name, 0, "", "", expected))
        elif is_table(path) and path.stem.lower() not in known_names:
            near = difflib.get_close_matches(path.stem.lower(), known_names, n=1) or known_names
            expected = "et filnavn som svarer til en tabell: " + ", ".join(near)
            if grid.is_grid(path):
                expected = f"filnavnet {grid.NAME}.csv for SSBs rutenett, og bare én rutestørrelse"
            found.append(Problem(path.name, 0, "", "", expected))
    return found


def problems_of(tables: Mapping[str, Table]) -> list[Problem]:
    """Return everything wrong with `tables`, within each table and between them."""
    return [p for t in tables.values() for p in t.problems] + broken_references(dict(tables))


def notes_of(tables: Mapping[str, Table]) -> tuple[str, ...]:
    """Return what was read otherwise than one may think, a sentence each."""
    return tuple(note for table in tables.values() for note in table.notes)


def build(
    dataset: str,
    *,
    set_aside: bool = False,
    today: dt.date | None = None,
    tell: Callable[[str], object] = str,
) -> Built:
    """Build `dataset` unless an equal version exists, and make it the newest.

    Each of `STEPS` is told by `tell` when it begins.

    With `set_aside`, rows with mistakes are left out and kept in table `avvist` with the reason;
    without it any mistake raises `SourceError` and the last good version stays the newest. So it
    does when the disk is full or refuses, which raises `OSError` or `duckdb.Error`.
    """
    reading, coding, writing = STEPS
    tell(reading)
    sweep(*(paths.build_dir() / folder for folder in ("", "deling", "upublisert")))
    said = _said(dataset)
    # What was built with rows set aside is no answer to who asks for a whole build.
    marks = (*(("satt til side",) if set_aside else ()), *said.moment)
    marks = (*marks, *map(str, published_advice(dataset)))
    digest = versions.digest_of(_inputs(dataset), paths.DATA, marks)
    same = versions.with_hash(dataset, digest)
    beside = (shared_file(same), unpublished_file(same)) if same else ()
    if same and not flaw_of(same) and not any(map(flaw, beside)):
        versions.point_to(same)
        return Built(same, made=False, set_aside=())
    tables = read_sources(dataset)
    problems = problems_of(tables)
    if problems and not set_aside:
        raise SourceError(problems)
    # Leaving out one row can leave another pointing at nothing, so this goes on until all is whole.
    while broken := broken_references(tables, accepted=True):
        tables = {name: table.without(broken) for name, table in tables.items()}
    problems = [p for t in tables.values() for p in t.problems]
    if unplaced := [p for p in problems if p.rad <= 1]:
        raise SourceError(unplaced)

    day = today or dt.datetime.now().astimezone().date()
    # One that has been damaged is made again under its own name, which links may carry.
    version = same.version if same else f"{day.isoformat()}-{digest}"
    made = Version(dataset, version, versions.file_of(dataset, version))
    with draft_of(made.path) as draft:
        tell(coding)
        frames, remarks = _coded(dataset, tables, said)
        tell(writing)
        _write(draft, dataset, version, tables, frames)
        write_shared(draft, made)
        read = {name: tables[name].frame.drop(ROW) for name in READ}
        write_unpublished(frames, read, said.applied(), made)
    versions.point_to(made)
    return Built(made, made=True, set_aside=tuple(problems), remarks=(*notes_of(tables), *remarks))


def _made(name: str, frame: pl.DataFrame) -> Table:
    numbered = frame.with_columns(pl.int_range(2, pl.len() + 2, dtype=pl.Int64).alias(ROW))
    return Table(name, f"{name} (laget i byggingen)", numbered, numbered, ())


def _inputs(dataset: str) -> list[Path]:
    """Return every file the content of `dataset` depends on: sources, generator and build code."""
    code = [p for p in paths.DATA.rglob("*") if p.suffix in {".py", ".sql", ".toml", ".json"}]
    built = (paths.build_dir(), paths.DATA / "build")
    code = [p for p in code if not any(map(p.is_relative_to, built))]
    sources = {
        *paths.COMMON.iterdir(),
        *paths.GEOMETRY.iterdir(),
        *paths.source_dir(dataset).glob("*"),
        *supplied_files(),
    }
    return code + [p for p in sources if is_table(p)]


def _said(dataset: str) -> Said:
    """Return what people have decided of the letters; `SourceError` where that cannot be read."""
    try:
        return Said.of(store.all(dataset))
    except WorkError as wrong:
        says = f"et lager som kan leses: {wrong}"
        raise SourceError([Problem(database.name(), 0, "", "", says)]) from wrong


def _coded(dataset: str, tables: dict[str, Table], said: Said) -> tuple[Frames, tuple[str, ...]]:
    """Return the letters as they are built and what is coded of them, and what to look at.

    Only the ministry's answers need suggestions.
    """
    sources = {name: tables[name].frame.drop(ROW) for name in schemas.ANSWERS if name in tables}
    frames = said.in_letters(sources)
    if dataset == "innspill":
        names = ("innspill", "svar", "koding", "forslag", "lokaler")
        coded = proposed(*(frames[name] for name in names))
    else:
        coded = settled(frames["koding"], frames["lokaler"])
    coded = said.offered(coded, frames["svar"])
    return frames | {"koding": coded.koding, "lokaler": coded.lokaler}, coded.remarks


def _write(
    path: Path, dataset: str, version: str, tables: dict[str, Table], frames: Frames
) -> None:
    with filling(path) as connection:
        meta = {
            "datasett": dataset,
            "versjon": version,
            "taushet": SILENCE[dataset],
            "svart": ANSWERED[dataset],
            "ukodet": UNCODED[dataset],
            "format": versions.FORMAT,
        }
        put(connection, "meta", pl.DataFrame([meta]))
        shown = {name: table.frame.drop(ROW) for name, table in tables.items()} | frames
        shown |= without_persons({name: shown[name] for name in schemas.ANSWERS | schemas.IMPORTED})
        for name, frame in shown.items():
            if name in schemas.COMMON | schemas.ANSWERS | schemas.IMPORTED and name not in _UNSHOWN:
                put(connection, f"kilde_{name}", _located(frame))
        supplied = offences.frames(tables) | local_surveys.frames(tables)
        for name, frame in (reach.frames(tables) | supplied).items():
            put(connection, name, frame)
        searched = (shown[name] for name in ("innspill", "svar", "kommuner", "kommunenavn"))
        for name, frame in index(*searched).items():
            put(connection, name, frame)
        put(connection, "kildefil", counts(tables))
        put(connection, "avvist", rejected(tables))
        for script in sorted(paths.SQL.glob("*.sql")):
            connection.execute(script.read_text("utf-8"))


def _located(frame: pl.DataFrame) -> pl.DataFrame:
    """Return `frame` with its points also in the map's own kilometres, where it has points."""
    if not {"lat", "lon"} <= set(frame.columns):
        return frame
    x, y = to_map(frame["lat"].to_numpy(), frame["lon"].to_numpy())
    return frame.with_columns(kart_x=pl.Series(x), kart_y=pl.Series(y))
