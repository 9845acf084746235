"""The form where a reader chooses the cards of a deck: this page's, and any other page's too."""

from collections.abc import Iterator
from typing import Final

import markupsafe

from pages.parts.openings import PAGES, at, names
from pages.parts.openings.every_card import EVERY_CARD
from pages.parts.papers.briefing import MAP
from pages.parts.papers.sides import SIDES, Side
from pages.parts.papers.text import clean
from pages.parts.reading.language import _, spoken
from pages.parts.reading.markup import Markup
from pages.parts.reading.reader import Reader
from pages.parts.wording.numbers import begun
from pages.parts.wording.opening import Opening
from pages.server.assets import address
from pages.server.sheet import sheet

# A card's name and title, and what its rows are: two titles may be the same.
Offer = tuple[str, str, str]
# The form may send the reader's choice to our own server, and nothing else.
POLICY: Final = (
    "default-src 'none'; style-src 'self'; font-src 'self'; img-src 'self'; form-action 'self'; "
    "base-uri 'none'; frame-ancestors 'none'"
)
_BODY: Final = Markup(
    "<p>{where}. {order}</p>"
    '<form method="get" action="{pptx}">{hidden}{own}<h2>{elsewhere}</h2>{others}'
    '<p class="knapper"><button>{as_pptx}</button><button formaction="{docx}">{as_docx}</button>'
    '<button formaction="{pdf}">{as_pdf}</button><a href="{back}">{to_page}</a></p></form>'
)
_HIDDEN: Final = Markup('<input type="hidden" name="{}" value="{}">')
_OTHER: Final = Markup("<details><summary>{}</summary>{}</details>")
_BOX: Final = Markup(
    '<label><input type="checkbox" name="kort" value="{card}"{mark}> '
    "<span>{title} <small>{about}</small></span></label>"
)


def form(reader: Reader, side: str) -> markupsafe.Markup:
    """Return the page where the cards of a deck are chosen, those of page `side` from the start.

    What is chosen becomes `kort` in the link of the deck. Raises `KeyError` for a side there is
    none of.
    """
    page = SIDES[side]
    own = PAGES[page.path].opening(at(reader, page.path))
    where = reader.sentence()
    body = _BODY.format(
        where=begun(where),
        order=_("Kortene kommer i denne rekkefølgen, etter forsiden."),
        pptx=_action("pptx"),
        docx=_action("docx"),
        pdf=_action("pdf"),
        hidden=Markup("").join(
            _HIDDEN.format(name, value)
            for name, value in {**reader.view.query(), "ark": side}.items()
        ),
        own=_fieldset(names()[page.path], _cards(reader, page, own), checked=True),
        elsewhere=_("Fra andre sider"),
        others=Markup("").join(
            _OTHER.format(name, _fieldset(name, cards))
            for name, cards in _others(reader, side, own)
        ),
        as_pptx=_("Last ned PowerPoint"),
        as_docx=_("Last ned Word"),
        as_pdf=_("Last ned PDF"),
        back=reader.link(page.path),
        to_page=_("Tilbake"),
    )
    return sheet(_("Velg kort til lysbildene"), body, lang=spoken(), kind="kortvalg")


def _action(form: str) -> str:
    return address(f"/last-ned/notat.{form}")


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


def _fieldset(name: str, cards: list[Offer], *, checked: bool = False) -> Markup:
    mark = " checked" if checked else ""
    lines = Markup("").join(
        _BOX.format(card=card, mark=mark, title=title, about=about) for card, title, about in cards
    )
    return Markup("<fieldset><legend>{}</legend>{}</fieldset>").format(name, lines)
