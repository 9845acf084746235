"""Answers made ready while nobody waits: after a start, and when a new version is published."""

from typing import Final

from anyio import sleep, to_thread

from data.schemas import POLITIDISTRIKTER
from queries import Version, available
from queries.ahead import ask_ahead

# In seconds: how often a new version is looked for, and what readers have between two districts.
PERIOD: Final = 5.0
PAUSE: Final = 0.1


async def prepare() -> None:
    """Ask for each district of each version that is shown, once, until cancelled."""
    ready: set[Version] = set()
    while True:
        shown = set((await to_thread.run_sync(available)).values())
        for version in shown - ready:
            for district in POLITIDISTRIKTER:
                await to_thread.run_sync(ask_ahead, version, district)
                await sleep(PAUSE)
        ready = shown
        await sleep(PERIOD)
