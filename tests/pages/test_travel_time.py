"""Where the ministry supplies travel times, they are used everywhere distance is told."""

import datetime as dt
import re

import pytest

from data import pipeline
from pages.parts.cards import CARDS
from pages.parts.reading.reader import Reader
from pages.parts.wording.distance import distance
from queries import Version, View
from tests.pages.app import html, opened
from tests.registered import pages
from tests.small_set import SMALL, places, write

# Oslo is 4 minutes from a station, Bindal 95; nobody else has any travel time.
TIMES = "fra_kommunenummer,til_id,minutter\n0301,T001,4\n1811,T001,95\n1811,1811,0\n0301,0301,0\n"


@pytest.fixture(scope="module")
def _timed(tmp_path_factory: pytest.TempPathFactory) -> Version:
    folder = tmp_path_factory.mktemp("timed")
    sources = write(folder / "innspill", **SMALL, reisetid=TIMES)
    with places(folder / "build", sources):
        return pipeline.build("innspill", set_aside=True, today=dt.date(2026, 1, 2)).version


@pytest.fixture
def timed(_timed: Version, monkeypatch: pytest.MonkeyPatch) -> Version:
    monkeypatch.setenv("TJENESTESTED_BUILD", str(_timed.path.parent))
    return _timed


def test_the_nearest_is_by_time_and_a_missing_time_is_not_a_distance(timed: Version) -> None:
    reader = Reader(View(data="innspill"), timed)
    assert distance(reader).is_time
    found = {row["navn"]: row["til_naermeste"] for row in reader.ask("kart").to_dicts()}
    assert found["Oslo"] == 4
    assert found["Bindal"] == 95
    assert found["Bodø"] is None
    classes = reader.having(vis="avstand").ask("kart")["verdi"].value_counts(sort=True)
    assert dict(classes.rows()) == {
        "uten_reisetid": 354,
        "under_5_min": 1,
        "30_og_mer_min": 1,
    }


@pytest.mark.parametrize("path", pages())
def test_no_page_calls_minutes_kilometres(path: str, timed: Version) -> None:
    app = opened(path, data="innspill", kommune="1811")
    assert not app.exception
    # What is said of how distance is measured in general stands under «Om tallene».
    drawn = re.sub(r"<details>.*?</details>", "", html(app), flags=re.DOTALL)
    assert len(re.findall("<h1", drawn)) == 1
    assert not re.search(r"\b95\s*km", drawn)
    assert "luftlinje" not in drawn.lower() or path in ("kommune", "data")


def test_tables_and_files_are_in_minutes(timed: Version) -> None:
    reader = Reader(View(data="innspill"), timed)
    kinds = {c.heading: c.kind for c in CARDS["misnoye"](reader).table.columns}
    assert kinds["Til tjenestested"] == "minutes"
    rows = {str(row[0]): row[-1] for row in CARDS["misnoye"](reader).table.rows}
    assert rows["Bindal"] == 95
