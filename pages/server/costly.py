"""Work that takes seconds: done in processes of its own, in turn, for as long as somebody waits.

Pages and `/helse` answer meanwhile as if nothing were being made. One address has one thing made at
a time; what is asked for beyond the queue is refused at once. How much stands in `queries/budgets`.
"""

import logging
import os
from collections import Counter
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager, suppress
from typing import Final, TypeVar

from anyio import (
    BrokenWorkerProcess,
    CapacityLimiter,
    Lock,
    create_task_group,
    fail_after,
    move_on_after,
    to_process,
    to_thread,
)
from anyio.lowlevel import RunVar
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import StreamingResponse
from starlette.types import Receive, Scope, Send

from pages.server.at_work import packed, unpacked
from queries import budgets

_LOG: Final = logging.getLogger(__name__)

Made = TypeVar("Made")


class BusyError(HTTPException):
    """There is no room for more work now: for this address (429), or for anybody (503)."""

    def __init__(self, status: int) -> None:
        super().__init__(status, headers={"retry-after": str(budgets.AGAIN)})


class Costly:
    """The turns of one server: who waits, and how many things are made."""

    def __init__(self) -> None:
        self.processes = _processes()
        # What takes less than a second is made in threads, but not by all of them at once.
        self.brief = CapacityLimiter(budgets.BRIEF)
        self._limiter = CapacityLimiter(max(1, self.processes))
        self._here: Counter[str] = Counter()
        self._locks: dict[str, Lock] = {}

    @asynccontextmanager
    async def turn(self, who: str) -> AsyncIterator[None]:
        """Wait until it is `who`'s turn; raises `BusyError` when too many wait already."""
        if self._here[who] >= budgets.PER_ADDRESS:
            raise BusyError(429)
        if self._here.total() >= budgets.WORKERS + budgets.QUEUE:
            raise BusyError(503)
        self._here[who] += 1
        try:
            async with self._locks.setdefault(who, Lock()):
                yield
        finally:
            self._here[who] -= 1
            if not self._here[who]:
                del self._here[who]
                self._locks.pop(who, None)

    async def make(self, work: Callable[..., Made], *given: object) -> Made:
        """Return what `work` makes of `given`, when a process is free; both must be picklable.

        When the task is cancelled the process is ended with what it was making. Raises `BusyError`
        when it takes longer than anything of ours does, or the process is lost.
        """
        try:
            with fail_after(budgets.LONGEST_WORK):
                if self.processes:
                    made: Made = await to_process.run_sync(
                        unpacked, packed(work, *given), cancellable=True, limiter=self._limiter
                    )
                    return made
                return await to_thread.run_sync(work, *given, limiter=self._limiter)
        except TimeoutError as slow:
            raise BusyError(503) from slow
        except BrokenWorkerProcess as broken:
            _LOG.warning(
                "En prosess som lager papirer, kom ikke i gang eller ble borte: %s", broken
            )
            raise BusyError(503) from broken


_TURNS: Final[RunVar[Costly]] = RunVar("turns")


def costly() -> Costly:
    """Return the turns of the server that runs in this event loop."""
    try:
        return _TURNS.get()
    except LookupError:
        _TURNS.set(Costly())
        return _TURNS.get()


async def made(request: Request, work: Callable[..., Made], *given: object) -> Made:
    """Return what `work` makes of `given` in the turn of who sent `request`, unless she leaves.

    Raises `BusyError` as the turns do.
    """
    found: list[Made] = []
    busy: list[BusyError] = []
    error: list[Exception] = []
    async with create_task_group() as tasks:

        async def watch() -> None:
            while (await request.receive())["type"] != "http.disconnect":
                pass
            tasks.cancel_scope.cancel()

        tasks.start_soon(watch)
        try:
            async with costly().turn(address_of(request.scope)):
                found.append(await costly().make(work, *given))
        except BusyError as full:
            busy.append(full)
        except Exception as wrong:
            error.append(wrong)
        tasks.cancel_scope.cancel()
    for raised in (*busy, *error):
        raise raised
    if not found:
        # Nobody hears it.
        raise HTTPException(408)
    return found[0]


class InTurn(StreamingResponse):
    """A body that is made piece by piece while it is sent, all of it in one turn."""

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Send the body when it is the reader's turn; `BusyError` before anything is sent."""
        async with costly().turn(address_of(scope)):
            await super().__call__(scope, receive, send)


async def warm(work: Callable[[], object]) -> None:
    """Have every process load what it needs, so that the first who asks need not wait for that.

    One that could not be started is in the log, and is tried again when somebody asks.
    """
    with move_on_after(budgets.LONGEST_WORK):
        async with create_task_group() as tasks:
            for _process in range(costly().processes):
                tasks.start_soon(_warm_one, work)


async def _warm_one(work: Callable[[], object]) -> None:
    with suppress(BusyError):
        await costly().make(work)


def address_of(scope: Scope) -> str:
    """Return where a request comes from, as a proxy on this machine has it or else the network."""
    client = scope.get("client")
    return str(client[0]) if client else ""


def _processes() -> int:
    """Return how many processes there are: `TJENESTESTED_ARBEIDERE`; with none, threads do it."""
    given = os.environ.get("TJENESTESTED_ARBEIDERE", "")
    return int(given) if given.isdecimal() else budgets.WORKERS
