"""One address that tells an operator whether readers get their pages, and from which data."""

import logging
from typing import Any, Final

from anyio import CapacityLimiter, to_thread
from anyio.lowlevel import RunVar
from starlette.requests import Request
from starlette.responses import JSONResponse

from queries import room, short_links, tables, troubles, versions, writing

_LOG: Final = logging.getLogger(__name__)
# A thread of its own, so that no other work is waited for.
_OWN: Final[RunVar[CapacityLimiter]] = RunVar("health")


async def health(_request: Request) -> JSONResponse:
    """Answer 200 with the version of each data set, or 503 when none of them can be shown.

    What is wrong with a set that another version stands in for, with the tables to pass on, with
    the short links or with what people write, is told beside them with the reference that readers
    see, and so is a disk that is almost full; `status` is «ok» when nothing is.
    """
    try:
        limiter = _OWN.get()
    except LookupError:
        limiter = CapacityLimiter(1)
        _OWN.set(limiter)
    try:
        body, status = await to_thread.run_sync(found, limiter=limiter)
    except Exception:
        _LOG.exception("Datasettene kan ikke leses")
        body, status = {"status": "feil"}, 503
    return JSONResponse(body, status, {"cache-control": "no-store"})


def found() -> tuple[dict[str, Any], int]:
    """Return what `/helse` says now, and with which status."""
    shown, links = versions(), short_links.trouble()
    stores = (each for each in (links, writing.trouble(), room.trouble()) if each)
    wrong = [*troubles(), *tables.troubles(), *stores]
    told = {each.dataset: {"feil": each.says, "referanse": each.reference} for each in wrong}
    if not shown and told:
        return {"status": "feil", "data": shown, "feil": told}, 503
    if told:
        return {"status": "delvis", "data": shown, "feil": told}, 200
    return {"status": "ok", "data": shown}, 200
