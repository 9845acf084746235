"""Many viewers at once, without browsers: each a websocket that changes a filter every second."""

import asyncio
import random
import time
from dataclasses import dataclass, field
from typing import Final
from urllib.parse import urlencode, urlsplit

import psutil
from streamlit.proto.BackMsg_pb2 import BackMsg
from streamlit.proto.ForwardMsg_pb2 import ForwardMsg
from websockets.asyncio.client import ClientConnection, connect
from websockets.typing import Subprotocol

from data.schemas import POLITIDISTRIKTER
from queries.view import MAAL, STORRELSER

SECONDS: Final = 20
PATIENCE: Final = 180
# Changes of one viewer alone, and how long a server may need to see that somebody has gone.
ALONE: Final = 20
GONE: Final = 20


@dataclass
class Load:
    """What was seen while the viewers were there."""

    latencies: list[float] = field(default_factory=list)
    bytes_: list[float] = field(default_factory=list)
    errors: list[str] = field(default_factory=list)
    cpu_ms: float = 0
    mb_per_viewer: float = 0
    per_second: float = 0
    # File descriptors that are still open a moment after all have gone.
    left_open: int = 0


def load(
    base: str, process: psutil.Process, viewers: int, seconds: float = SECONDS, page: str = "/"
) -> Load:
    """Return what `viewers` viewers of `page` saw, each changing a filter every second.

    Bytes are those on the wire, packed.
    """
    seen = Load()
    before, used, opened = process.memory_info().rss, _cpu(process), process.num_fds()
    begun = time.monotonic()
    asyncio.run(_everyone(base + page, seen, viewers, seconds))
    seen.per_second = len(seen.latencies) / (time.monotonic() - begun)
    reruns = len(seen.latencies) + viewers
    seen.cpu_ms = 1000 * (_cpu(process) - used) / reruns
    seen.mb_per_viewer = (process.memory_info().rss - before) / 2**20 / viewers
    time.sleep(GONE)
    seen.left_open = max(0, process.num_fds() - opened)
    return seen


def costs(base: str, process: psutil.Process, page: str = "/") -> tuple[float, float]:
    """Return the CPU milliseconds of a change to a View that nobody has seen, and to one seen."""
    return asyncio.run(_both(base + page, process))


async def _both(base: str, process: psutil.Process) -> tuple[float, float]:
    where = urlsplit(base)
    address, page = f"ws://{where.netloc}/_stcore/stream", where.path.strip("/")
    protocol = [Subprotocol("streamlit")]
    async with connect(address, subprotocols=protocol, max_size=None) as socket:
        await step(socket, page, "", Load())
        found = []
        for _turn in ("new", "seen"):
            draw, used = random.Random(page), _cpu(process)
            for _change in range(ALONE):
                await step(socket, page, some_filter(draw), Load())
            found.append(1000 * (_cpu(process) - used) / ALONE)
    return found[0], found[1]


class _Counting(ClientConnection):
    """A connection that knows how many bytes came over the wire, packed as they were."""

    wire: int = 0

    def data_received(self, data: bytes) -> None:
        self.wire += len(data)
        super().data_received(data)


async def _everyone(base: str, seen: Load, viewers: int, seconds: float) -> None:
    # They come a little apart, and leave together.
    end = time.monotonic() + seconds + 0.03 * viewers
    tasks = []
    for i in range(viewers):
        tasks.append(asyncio.create_task(_viewer(base, seen, random.Random(i), end)))
        await asyncio.sleep(0.03)
    await asyncio.gather(*tasks)


async def _viewer(base: str, seen: Load, draw: random.Random, end: float) -> None:
    where = urlsplit(base)
    address, page = f"ws://{where.netloc}/_stcore/stream", where.path.strip("/")
    try:
        async with connect(
            address,
            subprotocols=[Subprotocol("streamlit")],
            max_size=None,
            create_connection=_Counting,
        ) as socket:
            assert isinstance(socket, _Counting)
            await step(socket, page, "", seen)
            await asyncio.sleep(draw.random())
            while time.monotonic() < end:
                begun, before = time.perf_counter(), socket.wire
                await step(socket, page, some_filter(draw), seen)
                taken = time.perf_counter() - begun
                seen.latencies.append(1000 * taken)
                seen.bytes_.append(socket.wire - before)
                await asyncio.sleep(max(0, 1 - taken))
    except Exception as error:
        # Whatever it is, it is counted and shown.
        seen.errors.append(repr(error)[:200])


def some_filter(draw: random.Random) -> str:
    # Some hundreds of Views, so that the first ones are new and the later ones remembered.
    chosen = {"data": "demo", "vis": draw.choice(MAAL), "distrikt": draw.choice(POLITIDISTRIKTER)}
    if draw.random() < 0.3:
        chosen["innbyggere"] = draw.choice(STORRELSER)
    return urlencode(chosen)


async def step(socket: ClientConnection, page: str, query: str, seen: Load) -> None:
    """Ask for the page with another address, and wait for all of it."""
    message = BackMsg()
    message.rerun_script.page_name = page
    message.rerun_script.query_string = query
    await socket.send(message.SerializeToString())
    while True:
        data = await asyncio.wait_for(socket.recv(), PATIENCE)
        answer = ForwardMsg()
        answer.ParseFromString(data if isinstance(data, bytes) else data.encode())
        kind = answer.WhichOneof("type")
        if kind == "delta" and answer.delta.new_element.WhichOneof("type") in (
            "exception",
            "alert",
        ):
            seen.errors.append(str(answer.delta.new_element)[:200])
        if kind == "script_finished":
            return


def _cpu(process: psutil.Process) -> float:
    # The clock of another process, in nanoseconds: what the kernel tells in hundredths of a second
    # is coarser than a whole change of the empty app. Its number is made as the kernel does it
    # (`MAKE_PROCESS_CPUCLOCK` in include/linux/posix-timers.h).
    return time.clock_gettime(~process.pid << 3 | 2)
