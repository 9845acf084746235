"""Answers made ready while nobody waits: after a start, and when a new version is published."""

from collections.abc import Callable
from contextlib import suppress
from typing import Final

from anyio import sleep, to_thread

from data.schemas import POLITIDISTRIKTER
from queries import Version, available

# In seconds: how often a new version is looked for, and what readers have between two districts.
PERIOD: Final = 5.0
PAUSE: Final = 0.1


async def prepare(*makes: Callable[[Version, str], object]) -> None:
    """Have each of `makes` called for every district of every version that is shown, once.

    They remember what they make. It goes on until cancelled.
    """
    ready: set[Version] = set()
    while True:
        shown = set((await to_thread.run_sync(available)).values())
        for version in shown - ready:
            for district in POLITIDISTRIKTER:
                for make in makes:
                    # What cannot be made is told to the reader who asks for it.
                    with suppress(Exception):
                        await to_thread.run_sync(make, version, district)
                await sleep(PAUSE)
        ready = shown
        await sleep(PERIOD)
