"""What many tests read, built by the real pipeline once for all who test beside each other."""

import datetime as dt
import shutil
from collections.abc import Callable
from pathlib import Path
from typing import Final

import pytest
from filelock import FileLock

from data import pipeline, versions
from data.versions import Version
from tests import reach_set
from tests.later_set import build_twice
from tests.reach_set import population_file, travel_file
from tests.small_set import SMALL, places, write
from tests.told_set import build_told

# The two sets that every clone can build.
DATASETS: Final = ("demo", "kjente")
TODAY: Final = dt.date(2026, 1, 2)


def once(factory: pytest.TempPathFactory, name: str, make: Callable[[Path], object]) -> Path:
    """Return a folder of one's own with what `make` puts in an empty one, which is made once.

    The first of pytest's workers that asks makes it while the others wait; each has a copy, so that
    no test can spoil anything for those beside it.
    """
    mine = factory.getbasetemp()
    # A worker's folder lies in one that all of them share.
    shared = mine.parent if mine.name.startswith("popen-") else mine
    made, done = shared / f"felles-{name}", shared / f"felles-{name}.ferdig"
    with FileLock(shared / f"felles-{name}.laas"):
        if not done.exists():
            shutil.rmtree(made, ignore_errors=True)
            made.mkdir()
            make(made)
            done.touch()
    return Path(shutil.copytree(made, factory.mktemp(name) / name))


def version_in(folder: Path, dataset: str) -> Version:
    """Return the newest version of `dataset` among the databases in `folder`."""
    with places(folder, folder):
        found = versions.newest(dataset)
    assert found is not None, dataset
    return found


def datasets(factory: pytest.TempPathFactory) -> Path:
    """Return a folder with the invented set and the known statements, as a clone builds them."""

    def make(folder: Path) -> None:
        with places(folder, folder):
            for dataset in DATASETS:
                pipeline.build(dataset)

    return once(factory, "datasett", make)


def small(factory: pytest.TempPathFactory) -> Version:
    """Return the hand-counted set of `tests/small_set.py`, one bad row set aside."""

    def make(folder: Path) -> None:
        write(folder / "innspill", **SMALL)
        with places(folder / "build", folder / "innspill"):
            pipeline.build("innspill", set_aside=True, today=TODAY)

    return version_in(once(factory, "liten", make) / "build", "innspill")


def told(factory: pytest.TempPathFactory) -> Version:
    """Return the set of `tests/told_set.py`: what was said in full, and what was advised."""
    return version_in(once(factory, "fortalt", build_told) / "build", "innspill")


def reach(factory: pytest.TempPathFactory, *, points: bool = False, times: bool = False) -> Version:
    """Return the small set with the population points or travel times of `tests/reach_set.py`."""
    supplied = {"befolkning_punkt": population_file} if points else {}
    supplied |= {"reisetid": travel_file} if times else {}

    def make(folder: Path) -> None:
        reach_set.built(folder, **{name: written() for name, written in supplied.items()})

    name = "-".join(("rekkevidde", *supplied))
    return version_in(once(factory, name, make) / "build", "innspill")


def twice(factory: pytest.TempPathFactory) -> tuple[Version, Version]:
    """Return the older and the newer version of `tests/later_set.py`, in one folder."""
    folder = once(factory, "to", build_twice) / "build"
    with places(folder, folder):
        newer, older = versions.history("innspill")
    return older, newer
