"""Readers of the two data sets every clone can build, built once per process."""

import datetime as dt
from collections.abc import Iterator
from pathlib import Path

import pytest

from data import pipeline
from pages.parts.reader import Reader
from queries import Version, View
from tests.small_set import SMALL, places, write

DATASETS = ("demo", "kjente")

# Luster is coded anew, Oslo answers, the council takes its answer back with the room it offered in
# Moskenes, and Eigersund offers one.
LATER = {
    "innspill": "\n".join(
        line for line in SMALL["innspill"].splitlines() if not line.startswith("I05")
    )
    + "\nI13,Oslo kommune,kommune,0301,2022-06-20,bokmaal,,sak 13,\n",
    "koding": "\n".join(
        line for line in SMALL["koding"].splitlines() if not line.startswith("I05")
    ).replace(
        "I09,,tilfreds_bemanning,ikke_besvart,,menneske",
        "I09,,tilfreds_bemanning,tilfreds,,menneske",
    )
    + "\nI13,,tilfreds_bemanning,delvis,,menneske\n",
    "lokaler": "\n".join(
        line for line in SMALL["lokaler"].splitlines() if not line.startswith(("L4", "L6"))
    )
    + "\nL7,I01,1101,nav_kontor,,Egersund,70,,god,\n",
}


@pytest.fixture(scope="session")
def build(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a folder with the demo set and the known statements, built anew."""
    folder = tmp_path_factory.mktemp("pages")
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("TJENESTESTED_BUILD", str(folder))
        for dataset in DATASETS:
            pipeline.build(dataset)
    return folder


@pytest.fixture(autouse=True)
def _built(build: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("TJENESTESTED_BUILD", str(build))


@pytest.fixture(scope="session")
def versions(build: Path) -> dict[str, Version]:
    """Return the version of each data set in `build`."""
    found = {}
    for dataset in DATASETS:
        (path,) = build.glob(f"{dataset}-*.duckdb")
        found[dataset] = Version(dataset, path.stem.removeprefix(f"{dataset}-"), path)
    return found


@pytest.fixture
def demo(versions: dict[str, Version]) -> Reader:
    """Return a reader of the demo set who has chosen nothing."""
    return Reader(View(data="demo"), versions["demo"])


@pytest.fixture
def kjente(versions: dict[str, Version]) -> Reader:
    """Return a reader of the known statements who has chosen nothing."""
    return Reader(View(data="kjente"), versions["kjente"])


@pytest.fixture
def two(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[Version, Version]]:
    """Return an older and a newer version of one set, with a change of each kind between them."""
    folder = tmp_path_factory.mktemp("two")
    sources = write(folder / "innspill", **SMALL)
    with places(folder / "build", sources):
        older = pipeline.build("innspill", set_aside=True, today=dt.date(2026, 1, 2)).version
        write(sources, **LATER)
        newer = pipeline.build("innspill", today=dt.date(2026, 1, 3)).version
        yield older, newer
