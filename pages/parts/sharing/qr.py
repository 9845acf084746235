"""QR codes of links, for slides and posters: PNG and SVG, downloads like the others."""

from typing import Final
from urllib.parse import quote

from anyio import to_thread
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from pages.parts.drawing.qr_code import to_png, to_svg
from pages.parts.papers.text import ascii_name
from pages.parts.reading.origin import absolute, origin_of
from pages.parts.reading.requested import requested
from pages.parts.sharing.short_links import short_address
from pages.server.assets import address
from pages.server.costly import briefly
from queries import short_links
from queries.page_names import PAGES, path_of

MEDIA_TYPES: Final = {"png": "image/png", "svg": "image/svg+xml"}


def qr_routes() -> list[Route]:
    """Return the routes of the codes: of a page's pinned link, and of a short link."""
    return [
        Route(address("/last-ned/qr/{page}.{form}"), _page),
        Route(address("/last-ned/kortlenke/{name}.{form}"), _short),
    ]


async def _page(request: Request) -> Response:
    """Answer with the code of the pinned link to `page`, for the View that the query asks for."""
    page, form = request.path_params["page"], request.path_params["form"]
    if page not in PAGES or form not in MEDIA_TYPES:
        raise HTTPException(404)
    found = await requested(request, path_of(page))
    link = found.reader.pinned.link()
    return await briefly(request, _drawn, found.origin, link, form, page)


async def _short(request: Request) -> Response:
    """Answer with the code of the short link called `name`; 404 when there is none."""
    name, form = request.path_params["name"], request.path_params["form"]
    if form not in MEDIA_TYPES:
        raise HTTPException(404)
    try:
        origin = origin_of(str(request.url))
    except ValueError as odd:
        raise HTTPException(400) from odd
    link = await to_thread.run_sync(_kept, name)
    return await briefly(request, _drawn, origin, link, form, name)


def _drawn(origin: str, link: str, form: str, name: str) -> Response:
    write = {"png": to_png, "svg": to_svg}[form]
    disposition = (
        f'attachment; filename="qr-{ascii_name(name)}.{form}"; '
        f"filename*=UTF-8''{quote(f'qr-{name}.{form}')}"
    )
    return Response(
        write(absolute(origin, link)),
        media_type=MEDIA_TYPES[form],
        headers={"cache-control": "no-store", "content-disposition": disposition},
    )


def _kept(name: str) -> str:
    try:
        found = short_links.address_of(name)
    except short_links.ClosedError as closed:
        raise HTTPException(503) from closed
    if found is None:
        raise HTTPException(404)
    return short_address(short_links.meant(name))
