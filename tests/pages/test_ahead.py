"""The server makes answers ready after a start, and when a version is published."""

from pathlib import Path

import pytest
from anyio import create_task_group, fail_after, run, sleep

from data.schemas import POLITIDISTRIKTER
from data.versions import Version
from pages.server import ahead


def test_each_district_of_each_version_is_asked_once(monkeypatch: pytest.MonkeyPatch) -> None:
    first, second = (Version("demo", each, Path(each)) for each in ("2026-01-01-a", "2026-01-02-b"))
    shown, asked = {"demo": first}, []
    monkeypatch.setattr(ahead, "available", lambda: dict(shown))
    monkeypatch.setattr(ahead, "ask_ahead", lambda *given: asked.append(given))
    monkeypatch.setattr(ahead, "PERIOD", 0.01)
    monkeypatch.setattr(ahead, "PAUSE", 0)

    async def until(count: int) -> None:
        with fail_after(20):
            while len(asked) < count:
                await sleep(0.01)

    async def publish() -> None:
        async with create_task_group() as tasks:
            tasks.start_soon(ahead.prepare)
            await until(12)
            await sleep(0.05)
            assert asked == [(first, district) for district in POLITIDISTRIKTER]
            shown["demo"] = second
            await until(24)
            await sleep(0.05)
            tasks.cancel_scope.cancel()

    run(publish)
    assert asked[12:] == [(second, district) for district in POLITIDISTRIKTER]
