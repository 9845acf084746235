"""The address behind every download: a page, a card on it, a form, and the View in the query."""

from typing import Final

from anyio import to_thread
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import Response

from pages.parts.openings.every_card import EVERY_CARD
from pages.parts.reading.origin import origin_of
from pages.parts.reading.reader import Reader
from pages.parts.reading.session import view_of
from pages.parts.sharing import export
from queries import resolve
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

    404 for a page, card or form there is none of, and when no data are built; 400 for a host that
    no server can have. Addresses made before files knew their page have none.
    """
    name, form = request.path_params["card"], request.path_params["format"]
    page = request.path_params.get("page", FRONT)
    if name not in EVERY_CARD or form not in FORMS or page not in PAGES:
        raise HTTPException(404)
    try:
        origin = origin_of(str(request.url))
    except ValueError as odd:
        raise HTTPException(400) from odd
    asked = {key: request.query_params.getlist(key) for key in request.query_params}
    return await to_thread.run_sync(_respond, page, name, form, asked, origin)


def _respond(page: str, name: str, form: str, asked: dict[str, list[str]], origin: str) -> Response:
    view, _issues = view_of(asked)
    version, _exact = resolve(view)
    if version is None:
        raise HTTPException(404)
    reader = Reader(view, version, path_of(page))
    card = EVERY_CARD[name](reader)
    write, media_type = FORMS[form]
    headers = {"cache-control": "no-store"}
    if form != "html":
        headers["content-disposition"] = (
            f'attachment; filename="{export.file_name(card, reader, form)}"'
        )
    return Response(write(card, reader, origin), media_type=media_type, headers=headers)
