"""Sessions as people have them: a deep link, filters, a drill, other pages, now and then a paper.

Each is a connection of its own, without a browser. Who has been through it leaves, and another
comes in her place.
"""

import asyncio
import random
import time
import urllib.error
import urllib.request
from dataclasses import dataclass, field
from typing import Final
from urllib.parse import urlencode

from websockets.asyncio.client import connect
from websockets.typing import Subprotocol

from tests.bench.viewers import Load, some_filter, step

# A page and what is in its address, one after the other; «?» is a filter drawn anew.
WAY: Final = (
    ("lokaler", "data=demo&distrikt=Nordland"),
    ("lokaler", "?"),
    ("lokaler", "?"),
    ("", "?"),
    ("kommune", "data=demo&kommune=1804"),
    ("bemanning", "?"),
    ("utfordringer", "?"),
    ("tjenestesteder", "data=demo&distrikt=Troms"),
    ("sok", "data=demo&q=vold"),
    ("", "?"),
)
# Municipalities whose sheets are asked for, by one of so many viewers each time around.
SHEETS: Final = ("0301", "1103", "1804", "3403", "4601", "5001", "5401")
ONE_IN: Final = 10
# They come a little apart, and look at a page for about a second.
APART: Final = 0.03
LOOK: Final = 1.0
BUSY: Final = (429, 503)


@dataclass
class Journeys(Load):
    """What the viewers saw, and the papers they were given or told to ask for again."""

    papers: int = 0
    busy: int = 0
    # Milliseconds in which `/helse` answered meanwhile.
    health: list[float] = field(default_factory=list)

    def percentile(self, part: float) -> float:
        """Return in how many milliseconds `part` of the steps were answered."""
        ranked = sorted(self.latencies) or [0.0]
        return ranked[int(part * (len(ranked) - 1))]


def travel(base: str, viewers: int, seconds: float, *, empty: bool = False) -> Journeys:
    """Return what `viewers` at a time saw for `seconds`; an `empty` application has one page."""
    return asyncio.run(journeys(base, viewers, seconds, empty=empty))


async def journeys(base: str, viewers: int, seconds: float, *, empty: bool = False) -> Journeys:
    """Do the same in a loop that is running, where something else is watched meanwhile."""
    seen, begun = Journeys(), time.monotonic()
    end = begun + seconds + APART * viewers
    watching = asyncio.create_task(_health(base, seen))
    tasks = []
    for number in range(viewers):
        tasks.append(asyncio.create_task(_one(base, seen, number, end, empty=empty)))
        await asyncio.sleep(APART)
    await asyncio.gather(*tasks)
    watching.cancel()
    seen.per_second = len(seen.latencies) / (time.monotonic() - begun)
    return seen


async def _one(base: str, seen: Journeys, number: int, end: float, *, empty: bool) -> None:
    draw, address = random.Random(number), f"{base.replace('http', 'ws', 1)}/_stcore/stream"
    protocol = [Subprotocol("streamlit")]
    try:
        while time.monotonic() < end:
            async with connect(address, subprotocols=protocol, max_size=None) as socket:
                for page, asked in WAY:
                    query = some_filter(draw) if asked == "?" else asked
                    begun = time.perf_counter()
                    await step(socket, "" if empty else page, query, seen)
                    seen.latencies.append(1000 * (time.perf_counter() - begun))
                    if time.monotonic() > end:
                        return
                    await asyncio.sleep(LOOK * draw.uniform(0.5, 1.5))
                if not empty and number % ONE_IN == 0:
                    await asyncio.to_thread(_paper, base, seen, draw.choice(SHEETS))
    except Exception as error:
        # Whatever it is, it is counted and shown.
        seen.errors.append(repr(error)[:200])


def _paper(base: str, seen: Journeys, number: str) -> None:
    asked = f"{base}/last-ned/kommune-{number}.pdf?{urlencode({'data': 'demo'})}"
    try:
        with urllib.request.urlopen(asked, timeout=180) as answer:
            assert answer.read(5) == b"%PDF-"
            seen.papers += 1
    except urllib.error.HTTPError as refused:
        if refused.code not in BUSY:
            raise
        seen.busy += 1


async def _health(base: str, seen: Journeys) -> None:
    while True:
        seen.health.append(await asyncio.to_thread(_asked, base))
        await asyncio.sleep(0.5)


def _asked(base: str) -> float:
    begun = time.perf_counter()
    with urllib.request.urlopen(f"{base}/helse", timeout=180) as answer:
        answer.read()
    return 1000 * (time.perf_counter() - begun)
