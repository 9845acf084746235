"""A request that is not answered: a page with one sentence and the way to the front page."""

from typing import Final

from markupsafe import Markup
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import HTMLResponse, Response

from pages.server.assets import address
from pages.server.sheet import sheet

NO_STORE: Final = {"cache-control": "no-store"}
_BODY: Final = Markup('<p>{}</p><p><a href="{}">{}</a></p>')

# What is said where nobody nearer has said more.
SAID: Final[dict[int, tuple[str, str]]] = {
    400: ("Forespørselen kan ikke leses", "Lenken er skadet. Be om den på nytt."),
    403: ("Ingen adgang", "Last siden på nytt, og prøv igjen."),
    404: ("Fant ikke siden", "Adressen finnes ikke her. Se etter skrivefeil."),
    405: ("Fant ikke siden", "Adressen kan bare leses."),
    408: ("Forespørselen kom ikke fram", "Resten av den lot vente på seg. Prøv igjen."),
    413: ("Forespørselen er for stor", "Den har mer enn denne adressen tar imot."),
    414: ("Lenken er for lang", "Den er lengre enn noen lenke herfra. Be om den på nytt."),
    421: ("Feil vert", "Serveren svarer ikke for verten i adressen."),
    429: ("For mange på en gang", "Vent litt, og prøv igjen."),
    500: ("Noe gikk galt", "Prøv igjen."),
    503: ("Kan ikke svare nå", "Vent litt, og prøv igjen."),
}


def refusal(
    status: int,
    title: str = "",
    says: str = "",
    *,
    lang: str = "nb",
    home: str = "Til forsiden",
    retry_after: int | None = None,
) -> HTMLResponse:
    """Return a page with `title` and the sentence `says`, or what goes with `status`."""
    usual = SAID.get(status, SAID[503 if status >= 500 else 400])
    title, says = title or usual[0], says or usual[1]
    page = sheet(title, _BODY.format(says, address("/"), home), lang=lang)
    waiting = {} if retry_after is None else {"retry-after": str(retry_after)}
    return HTMLResponse(page, status, NO_STORE | waiting)


class RefusedError(HTTPException):
    """A refusal in the reader's own language, raised where the language is known."""

    def __init__(
        self, status: int, title: str, says: str, *, lang: str, home: str, after: int | None = None
    ) -> None:
        super().__init__(status, says)
        self.title, self.lang, self.home, self.after = title, lang, home, after


async def told(_request: Request, error: Exception) -> Response:
    """Answer for an `HTTPException` with the page that says what happened."""
    if isinstance(error, RefusedError):
        return refusal(
            error.status_code,
            error.title,
            error.detail,
            lang=error.lang,
            home=error.home,
            retry_after=error.after,
        )
    status = error.status_code if isinstance(error, HTTPException) else 500
    page = refusal(status)
    page.headers.update((error.headers or {}) if isinstance(error, HTTPException) else {})
    return page
