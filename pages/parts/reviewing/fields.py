"""What is coded of a letter, field by field: what is suggested, and the ways to decide.

Each field is a section that can be focused; `review.js` gives its buttons their keys, and takes
what is chosen or marked in the letter along.
"""

import json
from itertools import groupby
from typing import Any, Final

from data import vocabulary as v
from pages.parts.reading.language import _
from pages.parts.reading.markup import Markup
from pages.parts.reading.memory import remembered
from pages.parts.reviewing.buttons import About, button, undo
from pages.parts.reviewing.section import TOGETHER
from pages.parts.reviewing.text import passage
from pages.parts.wording import answer_words
from pages.parts.wording.numbers import decimal
from queries.review import KIND, Field, State, key_of

# The fields of the letters that some tens of people have on their desks; one is a kB or two.
_KEPT: Final = 4096
_FIELD = Markup(
    '<section class="kodefelt {kind}" id="felt-{id}" tabindex="0" data-felt="{key}" '
    'data-avgjor="{said}" data-verdi="{value}" data-utdrag="{place}"><h3>{name}</h3>{stands}'
    '{quote}<div class="avgjor">{buttons}</div>{change}</section>'
)


def fields(letter: About, state: State) -> Markup:
    """Return every field of the letter, the ones that may have many values with a way to add."""
    parts = []
    for felt, group in groupby(state.fields, key=lambda field: field.felt):
        found = [_remembered(letter, field) for field in group]
        if felt in v.FLERE:
            found.append(_addition(letter, state, felt))
        parts.append(Markup("").join(found))
    missing = [felt for felt in v.FLERE if felt not in {f.felt for f in state.fields}]
    parts += [_addition(letter, state, felt) for felt in missing]
    return Markup("").join(parts)


def was_together(field: Field) -> bool:
    """Return whether the last word on a field was one of many, said together."""
    return bool(field.decision) and field.history[-1].hvorfor == TOGETHER


def _field(letter: About, field: Field) -> Markup:
    source = field.decision or field.suggested
    kind = "ny_vurdering" if field.is_lost else source.status if source else "tomt"
    kind += " samlet" if was_together(field) else ""
    place = passage(field)
    return _FIELD.format(
        kind=kind,
        id=field.key.replace(":", "-"),
        key=field.key,
        said=_event(letter, field),
        value=field.value or "",
        place=json.dumps(_placed(field), ensure_ascii=False) if place else "",
        name=_name(field),
        stands=Markup('<p class="staar">{}</p>').format(_stands(field)),
        quote=_quote(field),
        buttons=_buttons(letter, field),
        change=_change(field),
    )


# One decision changes one field, and the others are drawn as they were.
_remembered = remembered(_field, most=_KEPT)


def _addition(letter: About, state: State, felt: str) -> Markup:
    """Return the way to add one more value of `felt`, on the passage that is marked."""
    taken = {field.key for field in state.fields if field.value}
    left = tuple(value for value in v.FELT[felt] if key_of(felt, value) not in taken)
    return _more(letter, felt, left) if left else Markup("")


@remembered
def _more(letter: About, felt: str, left: tuple[str, ...]) -> Markup:
    said = letter._asdict() | {"slag": KIND}
    return Markup(
        '<section class="kodefelt legg-til" id="felt-{felt}" tabindex="0" data-felt="{felt}" '
        'data-avgjor="{said}"><h3>{name}</h3><div class="avgjor"><select aria-label="{add}">'
        '{options}</select><button type="button" data-endre>{add}</button></div></section>'
    ).format(
        felt=felt,
        said=json.dumps(said),
        name=answer_words.field_name(felt),
        add=_("Legg til"),
        options=_options(felt, left, ""),
    )


def _name(field: Field) -> str:
    if field.felt in v.FLERE:
        return answer_words.coded(field.felt, field.key.partition(":")[2])
    return answer_words.field_name(field.felt)


def _stands(field: Field) -> Markup:
    """Return in words what the field is now, and who or what said so."""
    decision, code = field.decision, field.suggested
    if decision:
        told = {"bekreftet": _("Bekreftet"), "avvist": _("Avvist")}[decision.status]
        who = decision.event
        when = f"{who.tid.astimezone():%d.%m. %H:%M}"
        lost = _("Utdraget står ikke lenger i brevet slik det er delt. Se på det igjen.")
        return Markup("<b>{}</b> {} <small>{}, {}</small>{}").format(
            told,
            _value(field.felt, decision.verdi),
            who.navn,
            when,
            Markup('<span class="tvil">{}</span>').format(lost) if field.is_lost else "",
        )
    if code is None:
        return Markup("<small>{}</small>").format(_("Ikke kodet"))
    sure = decimal(code.sikkerhet, 2) if code.sikkerhet is not None else ""
    how = ", ".join(filter(None, (answer_words.coders().get(code.kodet_av, ""), code.regel, sure)))
    return Markup("{}: {} <small>{}</small>").format(
        _("Forslag") if code.status == "forslag" else _("Fra før"),
        _value(field.felt, code.verdi),
        how,
    )


def _value(felt: str, verdi: str) -> str:
    return answer_words.value_name(felt, verdi)


def _quote(field: Field) -> Markup:
    source = field.decision or field.suggested
    if not source or not source.utdrag:
        return Markup("")
    return Markup(
        '<button type="button" class="sitat" data-tast="g" data-hopp>«{}» <kbd>G</kbd></button>'
    ).format(source.utdrag)


def _buttons(letter: About, field: Field) -> Markup:
    code, decision = field.suggested, field.decision
    buttons = []
    if field.is_lost and decision:
        # Its passage is gone: it is confirmed as it stands, on the words that are left.
        said = {"status": decision.status, "verdi": decision.verdi}
        buttons.append(button(letter, KIND, field, "a", _("Godta"), said))
    elif code and not decision:
        for key, status, text in (("a", "bekreftet", _("Godta")), ("x", "avvist", _("Avvis"))):
            said = _decision(field, status, code.verdi)
            buttons.append(button(letter, KIND, field, key, text, said))
    elif decision and decision.status == "bekreftet":
        said = _decision(field, "avvist", decision.verdi)
        buttons.append(button(letter, KIND, field, "x", _("Avvis"), said))
    elif decision:
        said = _decision(field, "bekreftet", decision.verdi)
        buttons.append(button(letter, KIND, field, "a", _("Godta"), said))
    if field.undoable:
        buttons.append(undo(letter, KIND, field))
    return Markup("").join(buttons)


def _change(field: Field) -> Markup:
    """Return the choice of another value; fields of many values are added and refused instead."""
    if field.felt in v.FLERE:
        return Markup("")
    return Markup(
        '<div class="avgjor"><select aria-label="{label}" data-tast="e">{options}</select>'
        '<button type="button" data-endre>{text} <kbd>↵</kbd></button></div>'
    ).format(
        label=_("Velg verdi for {field}").format(field=answer_words.field_name(field.felt)),
        options=_options(field.felt, v.FELT[field.felt], field.value or ""),
        text=_("Sett verdi"),
    )


def _options(felt: str, values: Any, chosen: str) -> Markup:
    return Markup("").join(
        Markup('<option value="{}"{}>{}</option>').format(
            value, Markup(" selected") if value == chosen else "", _value(felt, value)
        )
        for value in values
    )


def _event(letter: About, field: Field) -> str:
    """Return what `review.js` adds a decision to."""
    said = letter._asdict() | {"slag": KIND, "felt": field.key, "seen": field.seen}
    return json.dumps(said, ensure_ascii=False)


def _decision(field: Field, status: str, verdi: str) -> dict[str, Any]:
    return {"status": status, "verdi": verdi} | _placed(field)


def _placed(field: Field) -> dict[str, Any]:
    place, source = passage(field), field.decision or field.suggested
    if place is None or source is None:
        return {}
    return dict(zip(("sporsmal", "start", "slutt"), place, strict=True)) | {"utdrag": source.utdrag}
