"""Two processes behind nginx, as `pages/server/drift/nginx.conf` has them, beside one alone."""

import asyncio
import random
import shutil
import subprocess
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Final

from websockets.asyncio.client import connect
from websockets.typing import Origin, Subprotocol

from tests.bench.table import Line
from tests.bench.viewers import Load, some_filter, step
from tests.e2e import harness

CONFIGURATION: Final = "pages/server/drift/nginx.conf"
# As the configuration has them.
PORTS: Final = (8501, 8502)
FRONT: Final = "http://127.0.0.1:8500"
VIEWERS: Final = 16
SECONDS: Final = 12.0
ROUNDS: Final = 2


def lines(build: Path) -> list[Line]:
    """Return changes a second of one process alone, and of two behind nginx; none without it.

    The last of some rounds counts, when both have seen what is asked for.
    """
    if shutil.which("nginx") is None:
        print("nginx mangler: apt-get install nginx-light")
        return []
    one = both = 0.0
    with (
        harness.running(build, port=PORTS[0]) as alone,
        harness.running(build, port=PORTS[1]),
        _nginx(),
    ):
        for _round in range(ROUNDS):
            one = asyncio.run(_changes(alone))
            both = asyncio.run(_changes(FRONT))
    return [Line("valg per sekund, to bak nginx mot én", one, both, 1.7, 2, more=True)]


@contextmanager
def _nginx() -> Iterator[None]:
    command = ["nginx", "-p", str(harness.ROOT), "-c", CONFIGURATION, "-g", "daemon off;"]
    with subprocess.Popen(command) as server:
        time.sleep(1)
        yield
        server.terminate()


async def _changes(base: str) -> float:
    """Return how many changes a second the viewers get served, each as fast as she is answered."""
    end = time.monotonic() + SECONDS
    counts = await asyncio.gather(*(_viewer(base, number, end) for number in range(VIEWERS)))
    return sum(counts) / SECONDS


async def _viewer(base: str, number: int, end: float) -> int:
    draw = random.Random(number)
    headers = {"Cookie": f"tjenestested_ved={draw.getrandbits(128):032x}"}
    address, done = f"{base.replace('http', 'ws')}/_stcore/stream", 0
    async with connect(
        address,
        subprotocols=[Subprotocol("streamlit")],
        max_size=None,
        additional_headers=headers,
        origin=Origin(base),
    ) as socket:
        await step(socket, "", "", Load())
        while time.monotonic() < end:
            await step(socket, "", some_filter(draw), Load())
            done += 1
    return done
