"""The section of one thing that is told of a letter: what stands, what it rests on, how to decide.

It looks and works as the section of a code; `review.js` gives its buttons their keys, and
`correcting.js` reads its form.
"""

import json
from collections.abc import Mapping
from typing import Any, Final

from pages.parts.reading.language import _
from pages.parts.reading.markup import Markup
from pages.parts.reviewing.buttons import About, button, undo
from pages.parts.wording.numbers import decimal
from queries.review import PLACE, Item, sayable

# Why a decision was made that was one of many; `review.js` writes it.
TOGETHER: Final = "samlet"
_SECTION = Markup(
    '<section class="kodefelt {kind}" id="felt-{id}" tabindex="0" data-felt="{name}" '
    'data-avgjor="{said}" data-til="{now}" data-utdrag="{place}"><h3>{title}</h3>'
    '<p class="staar">{stands}</p>{doubt}{quote}{more}<div class="avgjor">{buttons}</div>{form}'
    "</section>"
)
_QUOTE = Markup(
    '<button type="button" class="sitat" data-tast="g" data-hopp>«{}» <kbd>G</kbd></button>'
)


def section(
    about: About,
    item: Item,
    title: str,
    told: str,
    form: Markup,
    more: Markup = Markup(""),  # noqa: B008 – it is never changed
) -> Markup:
    """Return the section of `item`; `told` is what stands or is suggested, in words."""
    source = item.said or item.suggested or {}
    place = {name: source.get(name) for name in PLACE} if source.get("start") is not None else None
    passage = source.get("utdrag")
    return _SECTION.format(
        kind=_kind(item),
        id=name_of(item),
        name=name_of(item),
        said=json.dumps(base(about, item), ensure_ascii=False),
        now=json.dumps(_bare(source), ensure_ascii=False),
        place=json.dumps(place, ensure_ascii=False) if place else "",
        title=title,
        stands=_stands(item, told),
        doubt=_doubt(item),
        more=more,
        quote=_QUOTE.format(passage) if passage else "",
        buttons=_buttons(about, item),
        form=form,
    )


def name_of(item: Item) -> str:
    """Return what the page calls `item`; keys from a file may have spaces."""
    return "_".join(item.key.split())


def base(about: About, item: Item) -> dict[str, Any]:
    """Return what a decision about `item` says besides what is decided."""
    return about._asdict() | {"slag": item.slag, "felt": item.key, "seen": item.seen}


def was_together(item: Item) -> bool:
    """Return whether the last word on it was one of many, said together."""
    return bool(item.said) and item.history[-1].hvorfor == TOGETHER


def _kind(item: Item) -> str:
    if item.is_lost:
        return "ny_vurdering"
    kind = item.said["status"] if item.said else item.status if item.suggested else "tomt"
    return f"{kind} samlet" if was_together(item) else kind


def _bare(said: Mapping[str, Any]) -> dict[str, Any]:
    return {name: value for name, value in said.items() if name not in ("status", *PLACE)}


def _stands(item: Item, told: str) -> Markup:
    """Return in words what stands, and who or what said so."""
    if item.said:
        word = {"bekreftet": _("Bekreftet"), "avvist": _("Avvist")}[item.said["status"]]
        last = item.history[-1]
        when = f"{last.tid.astimezone():%d.%m. %H:%M}"
        return Markup("<b>{}</b> {} <small>{}, {}</small>").format(word, told, last.navn, when)
    if item.suggested is None:
        none = _("Tabellen svaret kom i, oppgir den ikke.") if item.basis.is_given else ""
        return Markup("<small>{}{}</small>").format(_("Ikke avgjort"), f". {none}" if none else "")
    word = _("Fra før") if item.is_settled else _("Forslag")
    return Markup("{}: {} <small>{}</small>").format(word, told, _rests_on(item))


def _rests_on(item: Item) -> str:
    basis = item.basis
    if basis.is_given:
        return _("sto i tabellen svaret kom i; ikke lest av en regel, derfor uten sikkerhet")
    sure = decimal(basis.sikkerhet, 2) if basis.sikkerhet is not None else ""
    if basis.grunn and not sure:
        sure = _("i tvil") if basis.tvil else _("uten tvil")
    return ", ".join(filter(None, (basis.grunn, sure)))


def _doubt(item: Item) -> Markup:
    """Return what a person is asked to look at, for as long as nobody has."""
    if item.is_lost:
        says = _("Utdraget står ikke lenger i brevet slik det er delt. Se på det igjen.")
    elif item.basis.tvil and not item.said:
        says = item.basis.tvil[:1].upper() + item.basis.tvil[1:] + "."
    else:
        return Markup("")
    return Markup('<p class="tvil">{}</p>').format(says)


def _buttons(about: About, item: Item) -> Markup:
    buttons = []
    stands = item.said or item.suggested
    if stands:
        said = {name: value for name, value in sayable(stands).items() if name != "status"}
        status = item.said["status"] if item.said else None
        if status != "bekreftet" or item.is_lost:
            buttons.append(
                button(about, item.slag, item, "a", _("Godta"), said | {"status": "bekreftet"})
            )
        if status != "avvist":
            buttons.append(
                button(about, item.slag, item, "x", _("Avvis"), said | {"status": "avvist"})
            )
    if item.undoable:
        buttons.append(undo(about, item.slag, item))
    return Markup("").join(buttons)
