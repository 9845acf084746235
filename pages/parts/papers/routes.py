"""The addresses behind every paper: what it is about, its form, and the View in the query."""

from collections.abc import Callable, Iterable
from typing import Final
from urllib.parse import quote

from anyio import CapacityLimiter, to_thread
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import Response, StreamingResponse
from starlette.routing import Route

from data.schemas import POLITIDISTRIKTER
from pages.parts.papers.archive import zipped
from pages.parts.papers.briefing import Briefing, briefing
from pages.parts.papers.choice import POLICY, form
from pages.parts.papers.pdf import to_pdf
from pages.parts.papers.presentation import to_pptx
from pages.parts.papers.sheets import municipality_pdf
from pages.parts.papers.sides import SIDES
from pages.parts.papers.text import ascii_name
from pages.parts.papers.word import to_docx
from pages.parts.reading.language import speak
from pages.parts.reading.origin import origin_of
from pages.parts.reading.reader import Reader
from pages.parts.reading.session import view_of
from pages.server.assets import address
from queries import resolve

Writer = Callable[[Briefing], bytes]
FORMS: Final[dict[str, tuple[Writer, str]]] = {
    "pdf": (to_pdf, "application/pdf"),
    "docx": (
        to_docx,
        "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    ),
    "pptx": (
        to_pptx,
        "application/vnd.openxmlformats-officedocument.presentationml.presentation",
    ),
}
PDF: Final = FORMS["pdf"][1]
# Papers made at the same time; the rest wait, and pages are never kept waiting by papers.
_AT_ONCE: Final = 2
_limiter: CapacityLimiter | None = None


def paper_routes() -> list[Route]:
    """Return the routes of all papers; they go before the route that takes any card's name."""
    return [
        Route(address("/last-ned/notat.{form}"), _note),
        Route(address("/last-ned/velg-kort"), _choice),
        Route(address("/last-ned/kommune-{number}.pdf"), _municipality),
        Route(address("/last-ned/politidistrikt-{name}.pdf"), _district),
        Route(address("/last-ned/kommuner.zip"), _archive),
    ]


async def _note(request: Request) -> Response:
    """Answer with page `ark` or the cards in `kort`, as `form`; a deck has all the page's cards."""
    made_as, side = request.path_params["form"], request.query_params.get("ark", "oversikt")
    if made_as not in FORMS or side not in SIDES:
        raise HTTPException(404)
    chosen = [name for part in request.query_params.getlist("kort") for name in part.split(",")]
    reader, origin = await _reader(request), _origin(request)
    if (side, made_as) == ("kommune", "pdf") and reader.view.kommune and not chosen:
        body = await _made(lambda: municipality_pdf(reader, origin))
        return _attached(body, PDF, _name(reader, f"kommune-{reader.view.kommune}", "pdf"))
    write, media_type = FORMS[made_as]
    body = await _made(
        lambda: write(briefing(reader, side, origin, chosen, brief=made_as != "pptx"))
    )
    return _attached(body, media_type, _name(reader, side, made_as))


async def _choice(request: Request) -> Response:
    """Answer with the form where the cards of a deck of page `ark` are chosen."""
    side = request.query_params.get("ark", "oversikt")
    if side not in SIDES:
        raise HTTPException(404)
    reader = await _reader(request)
    page = await _made(lambda: form(reader, side).encode())
    headers = {"cache-control": "no-store", "content-security-policy": POLICY}
    return Response(page, media_type="text/html; charset=utf-8", headers=headers)


async def _municipality(request: Request) -> Response:
    """Answer with the sheet of municipality `number`."""
    reader, origin = await _reader(request), _origin(request)
    number = request.path_params["number"]
    try:
        body = await _made(lambda: municipality_pdf(reader.having(kommune=number), origin))
    except KeyError as unknown:
        raise HTTPException(404) from unknown
    return _attached(body, PDF, _name(reader, f"kommune-{number}", "pdf"))


async def _district(request: Request) -> Response:
    """Answer with the sheet of the police district `name`."""
    name = request.path_params["name"]
    if name not in POLITIDISTRIKTER:
        raise HTTPException(404)
    reader, origin = (await _reader(request)).having(distrikt=(name,)), _origin(request)
    body = await _made(lambda: to_pdf(briefing(reader, "politidistrikt", origin)))
    return _attached(body, PDF, _name(reader, f"politidistrikt-{name}", "pdf"))


async def _archive(request: Request) -> Response:
    """Answer with the sheets of all municipalities in the selection, sent as they are made."""
    reader, origin = await _reader(request), _origin(request)
    return _attached(zipped(reader, origin), "application/zip", _name(reader, "kommuner", "zip"))


async def _reader(request: Request) -> Reader:
    asked = {key: request.query_params.getlist(key) for key in request.query_params}
    reader = await to_thread.run_sync(_reader_of, asked)
    # The threads that make the paper hear what is said here, not in the one that read the address.
    speak(reader.view.lang)
    return reader


def _reader_of(asked: dict[str, list[str]]) -> Reader:
    view, _issues = view_of(asked)
    version, _exact = resolve(view)
    if version is None:
        raise HTTPException(404)
    return Reader(view, version)


def _origin(request: Request) -> str:
    try:
        return origin_of(str(request.url))
    except ValueError as odd:
        raise HTTPException(400) from odd


async def _made(make: Callable[[], bytes]) -> bytes:
    global _limiter  # noqa: PLW0603 – it belongs to the running event loop
    _limiter = _limiter or CapacityLimiter(_AT_ONCE)
    return await to_thread.run_sync(make, limiter=_limiter)


def _name(reader: Reader, what: str, form: str) -> str:
    return f"{reader.version.dataset}-{what}-{reader.version.version}.{form}"


def _attached(body: bytes | Iterable[bytes], media_type: str, name: str) -> Response:
    stem, _dot, form = name.rpartition(".")
    headers = {
        "cache-control": "no-store",
        "content-disposition": f'attachment; filename="{ascii_name(stem)}.{form}"; '
        f"filename*=UTF-8''{quote(name)}",
    }
    if isinstance(body, bytes):
        return Response(body, media_type=media_type, headers=headers)
    return StreamingResponse(body, media_type=media_type, headers=headers)
