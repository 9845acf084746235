"""From an OpenStreetMap extract to the source `reisetid`: minutes by car, pair by pair.

From each municipality's centre to every station, closed and new ones too, and to every centre a
new one may be placed at, within `WITHIN_KM` in a straight line. A journey that cannot be made has
no row, which is how the source says it; who has none at all is told by name.
"""

import csv
import io
import json
import math
import os
import subprocess
import sys
import tempfile
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final, TextIO

import polars as pl
from tqdm import tqdm

from data import paths
from data.common import read_common
from data.nearest import EARTH_KM, on_sphere
from data.problems import Problem, SourceError
from data.reading import Table
from data.routing.router import NEAR_M, NO_ROUTER

NAME: Final = "reisetid"
PYTHON: Final = "TJENESTESTED_RUTER"
# Nobody is nearer to a place beyond this than to any within it, and all pairs of the country would
# take ten times as long.
WITHIN_KM: Final = 400
# So many are named; the rest are counted.
_NAMED: Final = 20
_ROUTER: Final = Path(__file__).with_name("router.py")
_KRAV: Final = Path("data/routing/krav.txt")
_COLUMNS: Final = ("fra_kommunenummer", "til_id", "minutter")


@dataclass(frozen=True)
class Travelled:
    """What came of an extract: where it was written, how much, and what to know about it."""

    file: Path
    journeys: int
    remarks: tuple[str, ...]


@dataclass(frozen=True)
class _Places:
    """Places by key, with what they are called and where they are."""

    keys: tuple[str, ...]
    names: tuple[str, ...]
    points: tuple[tuple[float, float], ...]


def travel_times(extract: Path, target: Path, *, replace: bool = False) -> Travelled:
    """Write the travel times that `extract` gives to `target`, and return what came of it.

    Raises `SourceError` where the extract, the router or the place to write says no; nothing is
    written then.
    """
    if not extract.is_file() or not extract.name.lower().endswith(".pbf"):
        raise _refused(extract.name, "et uttrekk fra OpenStreetMap, en fil som slutter på .osm.pbf")
    if target.exists() and not replace:
        raise _refused(target.name, f"at filen ikke finnes; {target} erstattes med --erstatt")
    tables = read_common()
    starts, ends, today = _starts(tables), _ends(tables), _today(tables)
    lines = _routed(extract, starts, ends)
    by_road = next(lines)
    rows: list[tuple[str, str, float]] = []
    for key, found in zip(starts.keys, lines, strict=True):
        rows += [(key, ends.keys[at], round(seconds / 60, 1)) for at, seconds in found]
    if not rows:
        raise _refused(extract.name, "et uttrekk som har veier ved minst ett tjenestested")
    target.parent.mkdir(parents=True, exist_ok=True)
    # In one move, so that a build never reads half a file.
    draft = target.with_suffix(".tmp")
    draft.write_text(_csv(sorted(rows)), "utf-8")
    draft.replace(target)
    return Travelled(target, len(rows), tuple(_remarks(rows, starts, ends, today, by_road)))


def _starts(tables: dict[str, Table]) -> _Places:
    frame = tables["kommuner"].frame.sort("kommunenummer")
    return _places(frame, "kommunenummer", "kommunenavn")


def _ends(tables: dict[str, Table]) -> _Places:
    """Return every place that a journey may end at, by the key it has in the source."""
    parts = [
        _places(tables["tjenestesteder"].frame, "tjenestested_id", "navn"),
        _places(tables["nye_tjenestesteder"].frame, "sted", "sted"),
        _starts(tables),
    ]
    return _Places(
        tuple(key for part in parts for key in part.keys),
        tuple(name for part in parts for name in part.names),
        tuple(point for part in parts for point in part.points),
    )


def _places(frame: pl.DataFrame, key: str, name: str) -> _Places:
    points = zip(frame["lat"].to_list(), frame["lon"].to_list(), strict=True)
    return _Places(tuple(frame[key]), tuple(frame[name]), tuple(points))


def _today(tables: dict[str, Table]) -> set[str]:
    frame = tables["tjenestesteder"].frame
    return set(frame.filter(pl.col("status_2022") == "aktiv")["tjenestested_id"])


def _pairs(starts: _Places, ends: _Places) -> list[list[int]]:
    """Return for each of `starts` which of `ends` are within `WITHIN_KM` of it."""
    reach = math.cos(WITHIN_KM / EARTH_KM)
    near = (
        on_sphere(*zip(*starts.points, strict=True)) @ on_sphere(*zip(*ends.points, strict=True)).T
    )
    return [[int(at) for at in row.nonzero()[0]] for row in near >= reach]


def _routed(extract: Path, starts: _Places, ends: _Places) -> Iterator[Any]:
    """Yield what the router says, a line at a time; the first is about the places."""
    paths.build_dir().mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory(prefix="reisetid-", dir=paths.build_dir()) as tiles:
        job = {
            "extract": str(extract.resolve()),
            "tiles": tiles,
            "from": starts.points,
            "to": ends.points,
            "pairs": _pairs(starts, ends),
        }
        asked, told = Path(tiles) / "oppdrag.json", Path(tiles) / "sagt.txt"
        asked.write_text(json.dumps(job), "utf-8")
        python = os.environ.get(PYTHON) or sys.executable
        with told.open("w", encoding="utf-8") as errors, _started(python, asked, errors) as router:
            all_lines = len(starts.keys) + 1
            bar = tqdm(router.stdout or (), total=all_lines, desc="Reisetid", disable=None)
            seen = 0
            for line in bar:
                seen += 1
                yield json.loads(line)
        if router.returncode == NO_ROUTER:
            raise _no_router(python)
        if router.returncode or seen != all_lines:
            last = told.read_text("utf-8", "replace").strip().rpartition("\n")[2]
            why = last or "den sa ikke hvorfor"
            raise _refused(extract.name, f"et uttrekk som ruteren kan lese ({why})")


def _started(python: str, job: Path, errors: TextIO) -> "subprocess.Popen[str]":
    try:
        return subprocess.Popen(
            [python, str(_ROUTER), str(job)], stdout=subprocess.PIPE, stderr=errors, text=True
        )
    except OSError as wrong:
        raise _no_router(python) from wrong


def _no_router(python: str) -> SourceError:
    return _refused(
        python,
        "en Python som har ruteren pyvalhalla, som er valgfri: lag et miljø med Python 3.12 eller "
        f"nyere, kjør «pip install -r {_KRAV}» der, og la {PYTHON} være stien til Python i det",
    )


def _remarks(
    rows: Sequence[tuple[str, str, float]],
    starts: _Places,
    ends: _Places,
    today: set[str],
    by_road: dict[str, list[bool]],
) -> Iterator[str]:
    """Yield what a reader of the file should know, a sentence each."""
    has_road = dict(zip(starts.keys, by_road["from"], strict=True))
    arrived = {start for start, end, _minutes in rows if end in today}
    named = dict(zip(starts.keys, starts.names, strict=True))
    off = [named[key] for key in starts.keys if not has_road[key]]
    cut = [named[key] for key in starts.keys if has_road[key] and key not in arrived]
    lost = [n for n, road in zip(ends.names, by_road["to"], strict=True) if not road]
    lost = [name for name in lost if name not in off]
    km = NEAR_M // 1_000
    if off:
        yield f"Ingen vei innen {km} km fra kommunesenteret: {_listed(off)}. De er ikke dekket."
    if cut:
        yield (
            "Ingen reise med bil til noe tjenestested i dag, som fra en øy uten ferge: "
            f"{_listed(cut)}."
        )
    if lost:
        yield f"Tjenestesteder uten vei innen {km} km: {_listed(lost)}."


def _listed(names: Sequence[str]) -> str:
    shown = ", ".join(names[:_NAMED])
    left = len(names) - _NAMED
    return f"{shown} og {left} til" if left > 0 else shown


def _csv(rows: Sequence[tuple[str, str, float]]) -> str:
    text = io.StringIO()
    table = csv.writer(text, lineterminator="\n")
    table.writerow(_COLUMNS)
    table.writerows(rows)
    return text.getvalue()


def _refused(fil: str, expected: str) -> SourceError:
    return SourceError([Problem(fil, 0, "", "", expected)])
