"""How a letter is divided on the five questions: what is suggested, and what has been moved."""

import json
from collections.abc import Iterable, Mapping
from typing import Any, Final

from pages.parts.reading.language import _
from pages.parts.reading.markup import Markup
from pages.parts.reviewing.buttons import About
from pages.parts.reviewing.section import base, section
from pages.parts.wording import letter, told
from pages.parts.wording.numbers import listed
from queries.review import DIVISION, Item, State, exact_hash

# Of what is moved, so many characters are shown.
_SHOWN: Final = 60
_BAR: Final = Markup(
    '<div class="merkebar" data-merkebar hidden><p class="flytt"><span>{move}</span> {buttons}</p>'
    '<p class="flytt"><label>{use} <select data-egen data-bruk-i><option value="">{choose}</option>'
    '</select></label><button type="button" data-bruk>{do}</button></p>'
    '<p class="flytt"><button type="button" data-til-felt hidden>{show}</button>'
    '<button type="button" data-merk="lengre">{longer}</button>'
    '<button type="button" data-merk="kortere">{shorter}</button>'
    '<button type="button" data-merk="fjern">{clear} <kbd>Esc</kbd></button></p></div>'
)


def division(about: About, state: State) -> Markup:
    """Return the section of the division; nothing of a letter without text."""
    return Markup("").join(
        section(about, item, told.names()["deling"], _told(state, item), Markup(""), _moves(state))
        for item in _items(state)
    )


def dividing(about: About, state: State) -> str:
    """Return what `correcting.js` moves a passage by: the event, what is moved, and in what text.

    Empty for a letter without text.
    """
    return "".join(
        json.dumps(
            {
                "avgjor": base(about, item),
                "flyttet": moves(state),
                "tekster": {str(n): exact_hash(text) for n, text in state.letter.texts.items()},
            },
            ensure_ascii=False,
        )
        for item in _items(state)
    )


def toolbar() -> Markup:
    """Return what is done with what is marked in the letter: moved, used in a field, or let go.

    Everything that can be dragged can be done here; `marking.js` fills in the list of fields.
    """
    buttons = Markup("").join(
        Markup('<button type="button" data-flytt="{}" title="{}">{}</button>').format(
            number, name, number
        )
        for number, name in letter.questions().items()
    )
    return _BAR.format(
        move=_("Flytt det merkede til spørsmål:"),
        buttons=buttons,
        use=_("Bruk det som utdrag i"),
        choose=_("Velg felt"),
        do=_("Bruk"),
        show=_("Vis feltet"),
        longer=_("Lengre"),
        shorter=_("Kortere"),
        clear=_("Fjern merkingen"),
    )


def moves(state: State) -> list[list[int]]:
    """Return what lies under another question than it was read in: from, first, last, to."""
    found = [
        [source, start, end, question]
        for question, pieces in state.layout.pieces.items()
        for _at, (source, start, end) in pieces
        if source != question
    ]
    return sorted(found)


def _items(state: State) -> Iterable[Item]:
    return (item for item in state.items if item.slag == DIVISION)


def _told(state: State, item: Item) -> str:
    if item.said and item.said["status"] == "avvist":
        return _("alt ligger udelt")
    numbers = [str(number) for number in sorted(state.texts) if number]
    if not numbers:
        return _("ikke delt")
    return _("tekst under spørsmål {numbers}").format(numbers=listed(numbers))


def _moves(state: State) -> Markup:
    items = Markup("").join(
        Markup("<li>«{}» {}</li>").format(_shown(state.letter.texts, each), told.moved(fra, til))
        for each in moves(state)
        for fra, til in ((each[0], each[3]),)
    )
    return Markup('<ul class="flyttet">{}</ul>').format(items) if items else Markup("")


def _shown(texts: Mapping[int, str], move: list[int]) -> str:
    fra, start, end, _til = move
    words: Any = " ".join(texts[fra][start:end].split())
    return words if len(words) <= _SHOWN else f"{words[:_SHOWN]}…"
