"""The form where a reader chooses the cards of a deck: this page's, and any other page's too."""

from collections.abc import Iterator
from html import escape
from typing import Final

from pages.parts.openings import PAGES, at, names
from pages.parts.openings.every_card import EVERY_CARD
from pages.parts.papers.briefing import MAP
from pages.parts.papers.sides import SIDES, Side
from pages.parts.papers.text import clean
from pages.parts.reading.language import _, spoken
from pages.parts.reading.reader import Reader
from pages.parts.wording.opening import Opening
from pages.server.assets import address, asset_url

# A card's name and title, and what its rows are: two titles may be the same.
Offer = tuple[str, str, str]
# The form may send the reader's choice to our own server, and nothing else.
POLICY: Final = (
    "default-src 'none'; style-src 'self'; font-src 'self'; img-src 'self'; form-action 'self'; "
    "base-uri 'none'; frame-ancestors 'none'"
)


def form(reader: Reader, side: str) -> str:
    """Return the page where the cards of a deck are chosen, those of page `side` from the start.

    What is chosen becomes `kort` in the link of the deck. Raises `KeyError` for a side there is
    none of.
    """
    page = SIDES[side]
    own = PAGES[page.path].opening(at(reader, page.path))
    title = _("Velg kort til lysbildene")
    hidden = "".join(
        f'<input type="hidden" name="{escape(name)}" value="{escape(value)}">'
        for name, value in {**reader.view.query(), "ark": side}.items()
    )
    others = "".join(
        f"<details><summary>{escape(name)}</summary>{_fieldset(name, cards)}</details>"
        for name, cards in _others(reader, side, own)
    )
    back = reader.link(page.path)
    where = reader.sentence()
    return (
        f'<!doctype html><html lang="{spoken()}"><head><meta charset="utf-8">'
        f'<meta name="viewport" content="width=device-width, initial-scale=1">'
        f"<title>{escape(title)} – Tjenestested</title>"
        f'<link rel="icon" type="image/svg+xml" href="{asset_url("favicon.svg")}">'
        f'<link rel="stylesheet" href="{asset_url("look.css")}"></head>'
        f'<body class="ark"><main class="kortvalg"><h1>{escape(title)}</h1>'
        f"<p>{escape(where[:1].upper() + where[1:])}. "
        f"{escape(_('Kortene kommer i denne rekkefølgen, etter forsiden.'))}</p>"
        f'<form method="get" action="{_action("pptx")}">{hidden}'
        f"{_fieldset(names()[page.path], _cards(reader, page, own), checked=True)}"
        f"<h2>{escape(_('Fra andre sider'))}</h2>{others}"
        f'<p class="knapper"><button>{escape(_("Last ned PowerPoint"))}</button>'
        f'<button formaction="{_action("docx")}">{escape(_("Last ned Word"))}</button>'
        f'<button formaction="{_action("pdf")}">{escape(_("Last ned PDF"))}</button>'
        f'<a href="{escape(back)}">{escape(_("Tilbake"))}</a></p></form></main></body></html>'
    )


def _action(form: str) -> str:
    return escape(address(f"/last-ned/notat.{form}"))


def _others(reader: Reader, side: str, own: Opening) -> Iterator[tuple[str, list[Offer]]]:
    """Yield each other page that has cards to show, with those that are not offered before."""
    offered = {*own.cards}
    for name, page in SIDES.items():
        if name == side:
            continue
        opening = PAGES[page.path].opening(at(reader, page.path))
        cards = [
            offer
            for offer in _cards(reader, page, opening)
            if offer[0] != MAP and offer[0] not in offered
        ]
        offered |= {*opening.cards}
        if cards:
            yield names()[page.path], cards


def _cards(reader: Reader, page: Side, opening: Opening) -> list[Offer]:
    """Return the cards of a page that have rows; the map of it first."""
    there = at(reader, page.path)
    cards = [EVERY_CARD[name](there) for name in opening.cards if name != MAP]
    found = [
        (card.name, clean(card.title, 160), card.table.columns[0].heading)
        for card in cards
        if card.table.rows
    ]
    return [(MAP, _("Kart"), ""), *found] if page.has_map and not opening.empty else found


def _fieldset(name: str, cards: list[Offer], *, checked: bool = False) -> str:
    mark = " checked" if checked else ""
    lines = "".join(
        f'<label><input type="checkbox" name="kort" value="{escape(card)}"{mark}> '
        f"<span>{escape(title)} <small>{escape(about)}</small></span></label>"
        for card, title, about in cards
    )
    return f"<fieldset><legend>{escape(name)}</legend>{lines}</fieldset>"
