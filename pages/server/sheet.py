"""A page by itself, without script: what a file, a refusal or a form is to a browser."""

from typing import Final

from markupsafe import Markup

from pages.server.assets import asset_url

_SHEET: Final = Markup(
    '<!doctype html><html lang="{lang}"><head><meta charset="utf-8">'
    '<meta name="viewport" content="width=device-width, initial-scale=1">'
    "<title>{head}</title>"
    '<link rel="icon" type="image/svg+xml" href="{icon}">'
    '<link rel="stylesheet" href="{look}"></head>'
    '<body class="ark"><main class="{kind}"><h1>{title}</h1>{body}</main></body></html>'
)


def sheet(title: str, body: Markup, *, lang: str, kind: str = "", head: str = "") -> Markup:
    """Return the page with `title` over `body`, in our own look; `kind` is the class it has there.

    `head` is what the window is called, where it is not the title and the name of the application.
    """
    return _SHEET.format(
        lang=lang,
        head=head or f"{title} – Tjenestested",
        icon=asset_url("favicon.svg"),
        look=asset_url("look.css"),
        kind=kind,
        title=title,
        body=body,
    )
