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
from urllib.parse import urlencode

from websockets.asyncio.client import connect
from websockets.typing import Origin, Subprotocol

from data.schemas import POLITIDISTRIKTER
from queries.choices import JA_NEI
from queries.view import MAAL, STORRELSER
from tests.bench.table import Line
from tests.bench.viewers import Load, step
from tests.e2e import harness

CONFIGURATION: Final = "pages/server/drift/nginx.conf"
# As the configuration has them.
PORTS: Final = (8501, 8502)
FRONT: Final = "http://127.0.0.1:8500"
# So many that none waits for what one page may ask for in a second.
VIEWERS: Final = 48
SECONDS: Final = 12.0
ROUNDS: Final = 2


def lines(build: Path) -> list[Line]:
    """Return changes a second of one process alone, and of two behind nginx; none without it.

    The last of some rounds counts, when all are warm.
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
        for each in range(ROUNDS):
            one = asyncio.run(_changes(alone, f"én {each}"))
            both = asyncio.run(_changes(FRONT, f"to {each}"))
    return [Line("valg per sekund, to bak nginx mot én", one, both, 1.7, 2, more=True)]


@contextmanager
def _nginx() -> Iterator[None]:
    command = ["nginx", "-p", str(harness.ROOT), "-c", CONFIGURATION, "-g", "daemon off;"]
    with subprocess.Popen(command) as server:
        time.sleep(1)
        yield
        server.terminate()


async def _changes(base: str, turn: str) -> float:
    """Return how many changes a second the viewers get served, each as fast as she is answered.

    In each `turn` they choose what they have not chosen before.
    """
    end = time.monotonic() + SECONDS
    viewers = (_viewer(base, random.Random(f"{turn} {n}"), end, n) for n in range(VIEWERS))
    counts = await asyncio.gather(*viewers)
    return sum(counts) / SECONDS


async def _viewer(base: str, draw: random.Random, end: float, number: int) -> int:
    headers = {"Cookie": f"tjenestested_ved={draw.getrandbits(128):032x}"}
    address, done = f"{base.replace('http', 'ws')}/_stcore/stream", 0
    async with connect(
        address,
        subprotocols=[Subprotocol("streamlit")],
        max_size=None,
        additional_headers=headers,
        origin=Origin(base),
        # Each from an address of her own, as readers are: one address is served so much a second.
        local_addr=(f"127.0.1.{number + 1}", 0),
    ) as socket:
        await step(socket, "", "", Load())
        while time.monotonic() < end:
            await step(socket, "", _unseen(draw), Load())
            done += 1
    return done


def _unseen(draw: random.Random) -> str:
    # Some ten thousand Views. One that somebody has seen costs the server less than the viewer,
    # who is on the same machine.
    return urlencode(
        {
            "data": "demo",
            "vis": draw.choice(MAAL),
            "distrikt": ",".join(sorted(draw.sample(POLITIDISTRIKTER, 2))),
            "innbyggere": ",".join(sorted(draw.sample(STORRELSER, 2))),
            "svart": draw.choice(JA_NEI),
        }
    )
