"""The address behind every download: a card's name, a form, and the View in the query string."""

from typing import Final

from anyio import to_thread
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import Response

from pages.parts import export
from pages.parts.cards import CARDS
from pages.parts.reader import Reader
from pages.parts.session import view_of
from queries import resolve

FORMS: Final = {
    "csv": (export.to_csv, "text/csv; charset=utf-8"),
    "xlsx": (
        export.to_xlsx,
        "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    ),
    "html": (export.to_html, "text/html; charset=utf-8"),
}


async def download(request: Request) -> Response:
    """Answer with the card `card` as `format`, for the View that the query string asks for.

    404 for a card or form there is none of, and when no data are built.
    """
    name, form = request.path_params["card"], request.path_params["format"]
    if name not in CARDS or form not in FORMS:
        raise HTTPException(404)
    asked = {key: request.query_params.getlist(key) for key in request.query_params}
    return await to_thread.run_sync(_respond, name, form, asked)


def _respond(name: str, form: str, asked: dict[str, list[str]]) -> Response:
    view, _issues = view_of(asked)
    version, _exact = resolve(view)
    if version is None:
        raise HTTPException(404)
    reader = Reader(view, version)
    card = CARDS[name](reader)
    write, media_type = FORMS[form]
    headers = {"cache-control": "no-store"}
    if form != "html":
        headers["content-disposition"] = (
            f'attachment; filename="{export.file_name(card, reader, form)}"'
        )
    return Response(write(card, reader), media_type=media_type, headers=headers)
