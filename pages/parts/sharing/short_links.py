"""Short links on the server: `POST /l` makes one for a page's menu, `/l/<name>` follows one."""

import json
from typing import Any
from urllib.parse import parse_qs, quote, urlsplit

from anyio import fail_after, to_thread
from starlette.exceptions import HTTPException
from starlette.requests import ClientDisconnect, Request
from starlette.responses import JSONResponse, RedirectResponse, Response
from starlette.routing import Route

from pages.parts.reading.language import _, speak, spoken
from pages.parts.reading.origin import absolute, origin_of
from pages.parts.reading.session import view_of
from pages.parts.sharing.allowance import ALLOWANCE
from pages.server.assets import address
from pages.server.costly import address_of
from pages.server.hosts import is_own_origin
from pages.server.refusal import NO_STORE, SAID, refusal
from queries import budgets, resolve, short_links
from queries.page_names import PAGES, name_of


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
    except short_links.ClosedError as closed:
        says = _("Prøv igjen om litt, eller be om hele lenken.") + _reference(closed)
        return _sorry(_("Kortlenkene kan ikke leses nå"), says, 503)
    if found is None:
        shown = "".join(c for c in name if c.isprintable())[: short_links.LONGEST_NAME]
        says = _("Ingen lenke heter «{name}». Se etter skrivefeil, eller be om lenken på nytt.")
        return _sorry(_("Kortlenken finnes ikke"), says.format(name=shown), 404)
    return RedirectResponse(address(found), 302, NO_STORE)


async def _make(request: Request) -> Response:
    """Answer with the link that was made, or with a sentence to show instead and another name."""
    try:
        body = await _posted(request)
        origin = origin_of(str(request.url))
        asked = json.loads(body)
        key, name, link = (asked[part] for part in ("nokkel", "navn", "lenke"))
    except HTTPException as refused:
        return _told(SAID[refused.status_code][1], refused.status_code)
    except (ValueError, KeyError, TypeError, RecursionError):
        return _told(SAID[400][1], 400)
    if not all(isinstance(part, str) for part in (key, name, link)):
        return _told(SAID[400][1], 400)
    if not is_own_origin(request.headers.get("origin", origin)):
        return _told(SAID[403][1], 403)
    return await to_thread.run_sync(_made, key, name, link, origin, address_of(request.scope))


async def _posted(request: Request) -> bytes:
    """Return what was posted; 413 when it is too much, 408 when the rest of it does not come."""
    length = request.headers.get("content-length", "")
    if not length.isdecimal() or int(length) > budgets.BODY:
        raise HTTPException(413)
    body = bytearray()
    try:
        with fail_after(budgets.SENDING):
            async for piece in request.stream():
                body += piece
                if len(body) > budgets.BODY:
                    raise HTTPException(413)
    except TimeoutError as slow:
        raise HTTPException(408) from slow
    except ClientDisconnect as left:
        raise HTTPException(400) from left
    return bytes(body)


def _made(key: str, name: str, link: str, origin: str, who: str) -> Response:
    try:
        parts = urlsplit(link)
        view, _issues = view_of(parse_qs(parts.query, max_num_fields=budgets.PARAMETERS))
    except ValueError:
        return _told(_("Lenken kan ikke forkortes."), 422)
    version, exact = resolve(view)
    page = name_of(parts.path.strip("/"))
    if version is None or not exact or parts.scheme or parts.netloc or page not in PAGES:
        return _told(_("Lenken kan ikke forkortes."), 422)
    if not ALLOWANCE.knows(key):
        return _told(_("Siden har stått åpen for lenge. Last den på nytt, og prøv igjen."), 403)
    if not ALLOWANCE.take(key, who):
        return _told(_("Du har laget så mange kortlenker som én økt kan lage."), 429)
    try:
        made = short_links.make(page, view.having(versjon=version.version), name.strip())
    except short_links.TakenError:
        ALLOWANCE.give_back(key, who)
        return _taken(name)
    except ValueError:
        ALLOWANCE.give_back(key, who)
        return _told(
            _("Et navn kan ha bokstaver, tall og bindestrek, og høyst {n} tegn.").format(
                n=short_links.LONGEST_NAME
            ),
            422,
        )
    except short_links.FullError:
        ALLOWANCE.give_back(key, who)
        return _told(_("Det er ikke plass til flere kortlenker. Bruk den faste lenken."), 507)
    except short_links.ClosedError as closed:
        ALLOWANCE.give_back(key, who)
        return _closed(closed)
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
    except short_links.ClosedError as closed:
        return _closed(closed)
    says = _("Navnet er tatt. Hva med «{name}»?") if other else _("Navnet er tatt.")
    return _told(says.format(name=other), 409, forslag=other)


def _closed(closed: short_links.ClosedError) -> Response:
    says = _("Kortlenker kan ikke lages nå. Bruk den faste lenken.")
    return _told(says + _reference(closed), 503)


def _reference(closed: short_links.ClosedError) -> str:
    """Return the sentence that has the reference of what is wrong, or nothing."""
    wrong = short_links.trouble(closed)
    says = _("Meld fra med referansen {reference}.")
    return f" {says.format(reference=wrong.reference)}" if wrong else ""


def _told(message: str, status: int, **rest: str) -> JSONResponse:
    said: dict[str, Any] = {"melding": message, **rest}
    # An hour at most, after which an address may make links again.
    waiting = {"retry-after": "3600"} if status == 429 else {}
    return JSONResponse(said, status, NO_STORE | waiting)


def _sorry(title: str, says: str, status: int) -> Response:
    return refusal(status, title, says, lang=spoken(), home=_("Til forsiden"))
