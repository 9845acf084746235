"""Candidates at the size of the country: a thousand weights, and choices that are fixed.

Ranks under 1 000 weights and who outdoes whom, for 356 places, and the solver while a slider moves:
of 356 candidates and 356 points 40 are chosen, with some fixed and some shut out.
"""

import tempfile
import time
from collections.abc import Callable
from pathlib import Path
from typing import Final

import numpy as np

from data import pipeline
from queries import View
from queries.candidates import Counts, outdone, scores, standings
from queries.siting import best, problem
from queries.weights import COUNTS, Weights
from tests.small_set import places

PLACES: Final = 356
TIMES: Final = 30
Row = tuple[str, float]


def rows() -> list[Row]:
    """Return what each measurement is called, and the milliseconds that 19 of 20 keep within."""
    draw = np.random.default_rng(0)
    values = draw.random((PLACES, len(COUNTS)))
    known = Counts(tuple(f"{i:04}" for i in range(PLACES)), values, np.ones(len(COUNTS), bool))
    return [
        ("poeng og 1 000 trekk av vekter, 356 steder", _kept(lambda _n: _ranked(known))),
        ("hvem som er minst like god på alt, 356 steder", _kept(lambda _n: outdone(known))),
        ("dekning, 356 × 356 × 40, faste valg", _chosen()),
    ]


def _ranked(known: Counts) -> None:
    scores(known, Weights())
    standings(known, Weights(), 10)


def _chosen() -> float:
    """Return the time of an answer while the limit moves and other places are fixed each time."""
    with tempfile.TemporaryDirectory() as folder, places(Path(folder) / "build", Path(folder)):
        version = pipeline.build("demo").version
        tasks = [
            problem(version, View(), kandidater="alle", vekt="innbyggere", grense=limit)
            for limit in range(5, 5 + TIMES)
        ]

    def answer(n: int) -> None:
        picked = np.random.default_rng(n).permutation(len(tasks[n].candidates))[:10]
        ids = [tasks[n].candidates[i].id for i in picked]
        assert best(tasks[n], 40, "dekning", med=ids[:5], uten=ids[5:]).optimal

    return _kept(answer)


def _kept(work: Callable[[int], object]) -> float:
    work(0)
    took = []
    for n in range(TIMES):
        begun = time.perf_counter()
        work(n)
        took.append(1000 * (time.perf_counter() - begun))
    return float(np.quantile(took, 0.95))


if __name__ == "__main__":
    for name, milliseconds in rows():
        print(f"{name:50} {milliseconds:8.1f} ms")
