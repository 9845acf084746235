"""Short links on the server: `POST /l` makes one for a page's menu, `/l/<name>` follows one."""

import json
from html import escape
from typing import Any, Final
from urllib.parse import parse_qs, quote, urlsplit

from anyio import to_thread
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import HTMLResponse, JSONResponse, RedirectResponse, Response
from starlette.routing import Route

from pages.parts.reading.language import _, speak, spoken
from pages.parts.reading.origin import absolute, origin_of
from pages.parts.reading.session import view_of
from pages.parts.sharing.allowance import ALLOWANCE
from pages.server.assets import address, asset_url
from queries import resolve, short_links
from queries.page_names import PAGES, name_of

NO_STORE: Final = {"cache-control": "no-store"}
# A name and an address; more comes from somebody who tries what happens.
MOST_BYTES: Final = 8_000


def short_link_routes() -> list[Route]:
    """Return the routes that make and follow short links."""
    return [
        Route(address("/l"), _make, methods=["POST"]),
        Route(address("/l/{name}"), _follow),
    ]


def short_address(name: str) -> str:
    """Return the address of the link called `name`, below the server's root."""
    return f"/l/{quote(name)}"


async def _follow(request: Request) -> Response:
    return await to_thread.run_sync(
        _answer, request.path_params["name"], request.query_params.get("lang", "")
    )


def _answer(name: str, lang: str) -> Response:
    """Send the reader to the page, or tell her in one sentence why there is none."""
    speak(lang)
    try:
        found = short_links.address_of(name)
    except short_links.ClosedError:
        return _sorry(
            _("Kortlenkene kan ikke leses nå"),
            _("Prøv igjen om litt, eller be om hele lenken."),
            503,
        )
    if found is None:
        shown = "".join(c for c in name if c.isprintable())[: short_links.LONGEST_NAME]
        says = _("Ingen lenke heter «{name}». Se etter skrivefeil, eller be om lenken på nytt.")
        return _sorry(_("Kortlenken finnes ikke"), says.format(name=shown), 404)
    return RedirectResponse(address(found), 302, NO_STORE)


async def _make(request: Request) -> Response:
    """Answer with the link that was made, or with a sentence to show instead and another name."""
    if int(request.headers.get("content-length") or MOST_BYTES + 1) > MOST_BYTES:
        raise HTTPException(413)
    try:
        asked = json.loads(await request.body())
        key, name, link = (str(asked[part]) for part in ("nokkel", "navn", "lenke"))
        origin = origin_of(str(request.url))
    except (ValueError, KeyError, TypeError) as odd:
        raise HTTPException(400) from odd
    return await to_thread.run_sync(_made, key, name, link, origin)


def _made(key: str, name: str, link: str, origin: str) -> Response:
    parts = urlsplit(link)
    view, _issues = view_of(parse_qs(parts.query))
    version, _exact = resolve(view)
    page = name_of(parts.path.strip("/"))
    if version is None or parts.scheme or parts.netloc or page not in PAGES:
        return _told(_("Lenken kan ikke forkortes."), 422)
    if not ALLOWANCE.knows(key):
        return _told(_("Siden har stått åpen for lenge. Last den på nytt, og prøv igjen."), 403)
    if not ALLOWANCE.take(key):
        return _told(_("Du har laget så mange kortlenker som én økt kan lage."), 429)
    try:
        made = short_links.make(page, view.having(versjon=version.version), name.strip())
    except short_links.TakenError:
        ALLOWANCE.give_back(key)
        return _taken(name)
    except ValueError:
        ALLOWANCE.give_back(key)
        return _told(
            _("Et navn kan ha bokstaver, tall og bindestrek, og høyst {n} tegn.").format(
                n=short_links.LONGEST_NAME
            ),
            422,
        )
    except short_links.FullError:
        ALLOWANCE.give_back(key)
        return _told(_("Det er ikke plass til flere kortlenker. Bruk den faste lenken."), 507)
    except short_links.ClosedError:
        ALLOWANCE.give_back(key)
        return _closed()
    return _told(
        _("Kortlenken er laget og kopiert."),
        201,
        ukopiert=_("Kortlenken er laget. Kopier den herfra."),
        lenke=absolute(origin, short_address(made)),
        alt=_("QR-kode med kortlenken {name}").format(name=made),
        **{form: address(f"/last-ned/kortlenke/{quote(made)}.{form}") for form in ("png", "svg")},
    )


def _taken(name: str) -> Response:
    try:
        other = short_links.proposal(name)
    except short_links.ClosedError:
        return _closed()
    says = _("Navnet er tatt. Hva med «{name}»?") if other else _("Navnet er tatt.")
    return _told(says.format(name=other), 409, forslag=other)


def _closed() -> Response:
    return _told(_("Kortlenker kan ikke lages nå. Bruk den faste lenken."), 503)


def _told(message: str, status: int, **rest: str) -> JSONResponse:
    said: dict[str, Any] = {"melding": message, **rest}
    return JSONResponse(said, status, NO_STORE)


def _sorry(title: str, says: str, status: int) -> HTMLResponse:
    page = (
        f'<!doctype html><html lang="{spoken()}"><head><meta charset="utf-8">'
        f'<meta name="viewport" content="width=device-width, initial-scale=1">'
        f"<title>{escape(title)} – Tjenestested</title>"
        f'<link rel="icon" type="image/svg+xml" href="{asset_url("favicon.svg")}">'
        f'<link rel="stylesheet" href="{asset_url("look.css")}"></head>'
        f'<body class="ark"><main><h1>{escape(title)}</h1><p>{escape(says)}</p>'
        f'<p><a href="{address("/")}">{escape(_("Til forsiden"))}</a></p></main></body></html>'
    )
    return HTMLResponse(page, status, NO_STORE)
