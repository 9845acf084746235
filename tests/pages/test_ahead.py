"""The server makes answers ready after a start, and when a version is published."""

from dataclasses import replace
from pathlib import Path

import pytest
from anyio import create_task_group, fail_after, run, sleep

from data.schemas import POLITIDISTRIKTER
from data.versions import Version
from pages.parts.reading.reader import Reader
from pages.parts.wording import first_places
from pages.parts.wording.first_places import find_ahead
from pages.server import ahead


def test_each_district_of_each_version_is_asked_once(monkeypatch: pytest.MonkeyPatch) -> None:
    first, second = (Version("demo", each, Path(each)) for each in ("2026-01-01-a", "2026-01-02-b"))
    shown: dict[str, Version] = {"demo": first}
    asked: list[tuple[object, ...]] = []
    monkeypatch.setattr(ahead, "available", lambda: dict(shown))
    monkeypatch.setattr(ahead, "PERIOD", 0.01)
    monkeypatch.setattr(ahead, "PAUSE", 0)

    def broken(*_given: object) -> None:
        raise OSError("borte")

    def make(*given: object) -> None:
        asked.append(given)

    async def until(count: int) -> None:
        with fail_after(20):
            while len(asked) < count:
                await sleep(0.01)

    async def publish() -> None:
        async with create_task_group() as tasks:
            # What one of them cannot make is no matter to the others.
            tasks.start_soon(ahead.prepare, broken, make)
            await until(12)
            await sleep(0.05)
            assert asked == [(first, district) for district in POLITIDISTRIKTER]
            shown["demo"] = second
            await until(24)
            await sleep(0.05)
            tasks.cancel_scope.cancel()

    run(publish)
    assert asked[12:] == [(second, district) for district in POLITIDISTRIKTER]


def test_the_places_of_a_district_are_found_before_its_leader_opens_it(
    demo: Reader, monkeypatch: pytest.MonkeyPatch
) -> None:
    find_ahead(demo.version, "Troms")
    monkeypatch.setattr(first_places, "problem", None)
    there = replace(demo, view=demo.view.having(distrikt=("Troms",), vis="lokaler", lang="nn"))
    assert first_places.first_places(there).wishes
