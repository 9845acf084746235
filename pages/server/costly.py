"""Work that takes seconds: done in processes of its own, in turn, for as long as somebody waits.

Pages and `/helse` answer meanwhile as if nothing were being made. One address has one thing made at
a time; what is asked for beyond the queue is refused at once. How much stands in `queries/budgets`.
"""

import logging
import os
from collections import Counter
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import AbstractAsyncContextManager, asynccontextmanager, suppress
from dataclasses import dataclass, field
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
from starlette.requests import ClientDisconnect, Request
from starlette.responses import StreamingResponse
from starlette.types import Message, Receive, Scope, Send

from pages.server.at_work import packed, unpacked
from queries import budgets

_LOG: Final = logging.getLogger(__name__)

Made = TypeVar("Made")


class BusyError(HTTPException):
    """There is no room for more work now: for this address (429), or for anybody (503)."""

    def __init__(self, status: int) -> None:
        super().__init__(status, headers={"retry-after": str(budgets.AGAIN)})


@dataclass(frozen=True)
class _Line:
    """Those who wait for work of one kind."""

    here: Counter[str] = field(default_factory=Counter)
    locks: dict[str, Lock] = field(default_factory=dict)

    @asynccontextmanager
    async def turn(self, who: str, most: int, of_all: int) -> AsyncIterator[None]:
        """Wait until nothing else is made for `who`; raises `BusyError` beyond `most` or `of_all`.

        Who asks for much waits for herself, and the next who comes waits for one thing of hers.
        """
        if self.here[who] >= most:
            raise BusyError(429)
        if self.here.total() >= of_all:
            raise BusyError(503)
        self.here[who] += 1
        try:
            async with self.locks.setdefault(who, Lock()):
                yield
        finally:
            self.here[who] -= 1
            if not self.here[who]:
                del self.here[who]
                self.locks.pop(who, None)


class Costly:
    """The turns of one server: who waits, and how many things are made."""

    def __init__(self) -> None:
        self.processes = _processes()
        self._limiter = CapacityLimiter(max(1, self.processes))
        # What takes less than a second is made in threads, but not by all of them at once.
        self._brief = CapacityLimiter(budgets.BRIEF)
        self._papers, self._files = _Line(), _Line()

    def turn(self, who: str) -> AbstractAsyncContextManager[None]:
        """Wait until it is `who`'s turn; raises `BusyError` when too many wait already."""
        return self._papers.turn(who, budgets.PER_ADDRESS, budgets.WORKERS + budgets.QUEUE)

    async def briefly(self, who: str, work: Callable[..., Made], *given: object) -> Made:
        """Return what `work` makes of `given` in a thread, when it is `who`'s turn and one is free.

        Raises `BusyError` as `turn` does; those who wait for papers are not counted.
        """
        async with self._files.turn(who, budgets.BRIEF_AN_ADDRESS, budgets.BRIEF_QUEUE):
            return await to_thread.run_sync(work, *given, limiter=self._brief)

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

    async def in_turn() -> Made:
        async with costly().turn(address_of(request.scope)):
            return await costly().make(work, *given)

    return await _while_she_waits(request, in_turn)


async def briefly(request: Request, work: Callable[..., Made], *given: object) -> Made:
    """Return the same of what takes less than a second, made in a thread; `BusyError` likewise."""
    who = address_of(request.scope)
    return await _while_she_waits(request, lambda: costly().briefly(who, work, *given))


async def _while_she_waits(request: Request, work: Callable[[], Awaitable[Made]]) -> Made:
    """Return what `work` gives; it is given up when the sender of `request` leaves."""
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
            found.append(await work())
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
        """Send the body when it is the reader's turn; `BusyError` before anything is sent.

        Who does not take what she is sent loses her turn, and what is left of the body.
        """

        async def send_soon(message: Message) -> None:
            with fail_after(budgets.TAKING):
                await send(message)

        async with costly().turn(address_of(scope)):
            with suppress(TimeoutError, ClientDisconnect):
                await super().__call__(scope, receive, send_soon)


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
