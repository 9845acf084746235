"""The address behind every download: a page, a card on it, a form, and the View in the query."""

from typing import Final

from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import Response

from pages.parts.openings.every_card import EVERY_CARD
from pages.parts.reading.requested import Requested, requested
from pages.parts.sharing import export
from pages.server.costly import briefly
from queries.page_names import FRONT, PAGES, path_of

FORMS: Final = {
    "csv": (export.to_csv, "text/csv; charset=utf-8"),
    "xlsx": (
        export.to_xlsx,
        "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    ),
    "html": (export.to_html, "text/html; charset=utf-8"),
}


async def download(request: Request) -> Response:
    """Answer with the card `card` of `page` as `format`, for the View that the query asks for.

    404 for a page, card or form there is none of, and else as `requested`. Addresses made before
    files knew their page have none.
    """
    name, form = request.path_params["card"], request.path_params["format"]
    page = request.path_params.get("page", FRONT)
    if name not in EVERY_CARD or form not in FORMS or page not in PAGES:
        raise HTTPException(404)
    found = await requested(request, path_of(page))
    return await briefly(request, _respond, found, name, form)


def _respond(found: Requested, name: str, form: str) -> Response:
    card = EVERY_CARD[name](found.reader)
    write, media_type = FORMS[form]
    headers = found.headers
    if form != "html":
        file = export.file_name(card, found.reader, form)
        headers = headers | {"content-disposition": f'attachment; filename="{file}"'}
    return Response(write(card, found.reader, found.origin), media_type=media_type, headers=headers)
