"""One address that tells an operator whether readers get their pages, and from which data."""

import logging
from typing import Final

from anyio import to_thread
from starlette.requests import Request
from starlette.responses import JSONResponse

from queries import versions

_LOG: Final = logging.getLogger(__name__)


async def health(_request: Request) -> JSONResponse:
    """Answer 200 with the version of each data set, or 503 when they cannot be read."""
    try:
        body, status = {"status": "ok", "data": await to_thread.run_sync(versions)}, 200
    except Exception:
        _LOG.exception("Datasettene kan ikke leses")
        body, status = {"status": "feil"}, 503
    return JSONResponse(body, status, {"cache-control": "no-store"})
