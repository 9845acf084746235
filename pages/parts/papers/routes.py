"""The addresses behind every paper: what it is about, its form, and the View in the query."""

from typing import Final
from urllib.parse import quote

from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from data.schemas import POLITIDISTRIKTER
from pages.parts.papers import making
from pages.parts.papers.archive import zipped
from pages.parts.papers.choice import POLICY
from pages.parts.papers.sides import SIDES
from pages.parts.papers.text import ascii_name
from pages.parts.reading.reader import Reader
from pages.parts.reading.requested import Requested, requested
from pages.server.assets import address
from pages.server.costly import InTurn, costly, made
from queries import budgets

OFFICE: Final = "application/vnd.openxmlformats-officedocument"
PDF: Final = "application/pdf"
FORMS: Final = {
    "pdf": PDF,
    "docx": f"{OFFICE}.wordprocessingml.document",
    "pptx": f"{OFFICE}.presentationml.presentation",
}


def paper_routes() -> list[Route]:
    """Return the routes of all papers; they go before the route that takes any card's name."""
    return [
        Route(address("/last-ned/notat.{form}"), _note),
        Route(address("/last-ned/velg-kort"), _choice),
        Route(address("/last-ned/beslutningsgrunnlag.{form}"), _decision),
        Route(address("/last-ned/kommune-{number}.pdf"), _municipality),
        Route(address("/last-ned/politidistrikt-{name}.pdf"), _district),
        Route(address("/last-ned/kommuner.zip"), _archive),
    ]


async def _note(request: Request) -> Response:
    """Answer with page `ark` or the cards in `kort`, as `form`; a deck has all the page's cards."""
    form, side = request.path_params["form"], request.query_params.get("ark", "oversikt")
    if form not in FORMS or side not in SIDES:
        raise HTTPException(404)
    asked = [name for part in request.query_params.getlist("kort") for name in part.split(",")]
    chosen = list(dict.fromkeys(asked))[: budgets.CARDS]
    found = await requested(request)
    if (side, form) == ("kommune", "pdf") and found.reader.view.kommune and not chosen:
        body = await made(request, making.municipality, found.reader, found.origin)
        return _attached(body, PDF, found, f"kommune-{found.reader.view.kommune}", "pdf")
    body = await made(request, making.note, found.reader, found.origin, side, chosen, form)
    return _attached(body, FORMS[form], found, side, form)


async def _choice(request: Request) -> Response:
    """Answer with the form where the cards of a deck of page `ark` are chosen."""
    side = request.query_params.get("ark", "oversikt")
    if side not in SIDES:
        raise HTTPException(404)
    found = await requested(request)
    page = await made(request, making.choice, found.reader, side)
    headers = found.headers | {"content-security-policy": POLICY}
    return Response(page, media_type="text/html; charset=utf-8", headers=headers)


async def _decision(request: Request) -> Response:
    """Answer with the decision paper of the reader's choice of places, as `form`."""
    form = request.path_params["form"]
    if form not in FORMS:
        raise HTTPException(404)
    found = await requested(request)
    body = await made(request, making.decision, found.reader, found.origin, form)
    return _attached(body, FORMS[form], found, "beslutningsgrunnlag", form)


async def _municipality(request: Request) -> Response:
    """Answer with the sheet of municipality `number`."""
    found, number = await requested(request), request.path_params["number"]
    try:
        reader = found.reader.having(kommune=number)
        body = await made(request, making.municipality, reader, found.origin)
    except KeyError as unknown:
        raise HTTPException(404) from unknown
    return _attached(body, PDF, found, f"kommune-{number}", "pdf")


async def _district(request: Request) -> Response:
    """Answer with the sheet of the police district `name`."""
    name = request.path_params["name"]
    if name not in POLITIDISTRIKTER:
        raise HTTPException(404)
    found = await requested(request)
    reader = found.reader.having(distrikt=(name,))
    body = await made(request, making.district, reader, found.origin)
    return _attached(body, PDF, found, f"politidistrikt-{name}", "pdf")


async def _archive(request: Request) -> Response:
    """Answer with the sheets of all municipalities in the selection, sent as they are made."""
    found = await requested(request)
    body = zipped(found.reader, found.origin, costly().make)
    headers = _headers(found, "kommuner", "zip")
    return InTurn(body, media_type="application/zip", headers=headers)


def _attached(body: bytes, media_type: str, found: Requested, what: str, form: str) -> Response:
    return Response(body, media_type=media_type, headers=_headers(found, what, form))


def _headers(found: Requested, what: str, form: str) -> dict[str, str]:
    name = _name(found.reader, what, form)
    stem = name.removesuffix(f".{form}")
    disposition = (
        f"attachment; filename=\"{ascii_name(stem)}.{form}\"; filename*=UTF-8''{quote(name)}"
    )
    return found.headers | {"content-disposition": disposition}


def _name(reader: Reader, what: str, form: str) -> str:
    return f"{reader.version.dataset}-{what}-{reader.version.version}.{form}"
