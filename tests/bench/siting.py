"""Nearest stations and siting at the size of the country's population grid.

Each measurement runs in a process of its own; its memory is that process's, imports included.
"""

import multiprocessing
import resource
import tempfile
import time
from collections.abc import Callable
from concurrent.futures import ProcessPoolExecutor
from pathlib import Path

import numpy as np

from data import pipeline
from data.geometry.projection import OFFSET_EAST_KM, OFFSET_NORTH_KM, to_map
from data.nearest import nearest, on_sphere
from queries import View, siting
from tests.reach_set import source, table
from tests.small_set import places

Row = tuple[str, float, float]
Measured = tuple[float, float]


def rows() -> list[Row]:
    """Return what each measurement is called, its seconds, and its peak memory in MB."""
    return [
        ("nærmeste av 400 for 400 000 punkter", *_apart(_nearest)),
        ("innlesing og bygging med 400 000 punkter", *_apart(_build, 400_000, _write_points)),
        ("det samme, SSBs rutenett på 250 m", *_apart(_build, 400_000, _write_cells)),
        ("dekning, 356 × 356 × 20", *_apart(_solve, 0, "dekning")),
        ("p-median, 356 × 356 × 20", *_apart(_solve, 0, "avstand")),
        ("dekning, 100 000 punkter × 356 × 20", *_apart(_solve, 100_000, "dekning")),
        ("p-median, 100 000 punkter × 356 × 20", *_apart(_solve, 100_000, "avstand")),
    ]


def _apart(measure: Callable[..., float], *arguments: object) -> Measured:
    with ProcessPoolExecutor(1, multiprocessing.get_context("spawn")) as pool:
        return pool.submit(_measured, measure, arguments).result()


def _measured(measure: Callable[..., float], arguments: tuple[object, ...]) -> Measured:
    seconds = measure(*arguments)
    return seconds, resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024


def _nearest() -> float:
    draw = np.random.default_rng(0)
    points = on_sphere(draw.uniform(58, 71, 400_000), draw.uniform(5, 31, 400_000))
    places = on_sphere(draw.uniform(58, 71, 400), draw.uniform(5, 31, 400))
    begun = time.perf_counter()
    nearest(points, places)
    return time.perf_counter() - begun


def _build(count: int, write: Callable[[Path, int], None]) -> float:
    """Return the seconds to build with `count` points as `write` leaves them in a folder."""
    with tempfile.TemporaryDirectory() as folder:
        write(Path(folder), count)
        with places(Path(folder) / "build", Path(folder)):
            begun = time.perf_counter()
            pipeline.build("demo")
            return time.perf_counter() - begun


def _solve(count: int, formaal: str) -> float:
    """Return the seconds from a question to its answer, the data being open and warm."""
    with tempfile.TemporaryDirectory() as folder:
        if count:
            _write_points(Path(folder), count)
        with places(Path(folder) / "build", Path(folder)):
            version = pipeline.build("demo").version
        solve = siting.cover if formaal == "dekning" else siting.p_median

        def answer(grense: float) -> None:
            question = siting.problem(
                version, View(), kandidater="alle", vekt="innbyggere", grense=grense
            )
            assert solve(question, 20).optimal

        answer(14)
        begun = time.perf_counter()
        answer(15)
        return time.perf_counter() - begun


def _write_points(folder: Path, count: int) -> None:
    """Write `count` points scattered around the municipalities' centres."""
    draw = np.random.default_rng(1)
    centres = source("kommuner")
    people = np.array([int(c["innbyggere_2022"]) for c in centres], float)
    share = (people / people.sum() + 1 / len(centres)) / 2
    chosen = draw.choice(len(centres), count, p=share / share.sum())
    lat = np.array([c["lat"] for c in centres])[chosen] + draw.normal(0, 0.12, count)
    lon = np.array([c["lon"] for c in centres])[chosen] + draw.normal(0, 0.25, count)
    numbers = np.array([c["kommunenummer"] for c in centres])[chosen]
    rows_ = zip(
        lat.clip(57.1, 72).round(5).tolist(),
        lon.clip(4.1, 31.9).round(5).tolist(),
        draw.poisson(14, count).tolist(),
        numbers.tolist(),
        strict=True,
    )
    columns = ("lat", "lon", "innbyggere", "kommunenummer")
    (folder / "befolkning_punkt.csv").write_text(table(columns, rows_), "utf-8")


def _write_cells(folder: Path, count: int) -> None:
    """Write `count` cells of 250 m around the municipalities' centres, as they are published."""
    draw = np.random.default_rng(1)
    east, north = to_map(*(np.array([c[at] for c in source("kommuner")]) for at in ("lat", "lon")))
    chosen = draw.integers(len(east), size=2 * count)
    x = 1_000 * (east[chosen] + OFFSET_EAST_KM + draw.normal(0, 12, 2 * count))
    y = 1_000 * (north[chosen] + OFFSET_NORTH_KM + draw.normal(0, 12, 2 * count))
    corners = [(np.floor(metres / 250) * 250).astype(np.int64) for metres in (x, y)]
    ids = np.unique(20_000_000_000_000 + 10_000_000 * corners[0] + corners[1])
    kept = draw.permutation(ids)[:count].tolist()
    people = draw.poisson(14, count).tolist()
    rows_ = zip(kept, people, strict=True)
    (folder / "befolkning_punkt.csv").write_text(table(("SSBID250M", "pop_tot"), rows_), "utf-8")


if __name__ == "__main__":
    for name, seconds, peak in rows():
        print(f"{name:45} {seconds:8.3f} s {peak:8.0f} MB")
