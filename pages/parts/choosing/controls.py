"""The controls a reader chooses with: lists of links, a range, boxes to write in.

A choice is a link, and whatever is written or dragged becomes one: each control carries the View's
own link with `PLACEHOLDER` where the value goes, and `choosing.js` puts it in. So the address is
the only place where a choice is kept.
"""

from collections.abc import Mapping, Sequence
from typing import Final

from pages.parts.reading.language import _
from pages.parts.reading.markup import Markup
from pages.parts.reading.reader import Reader
from queries import View
from queries.view import MAX_TEXT

PLACEHOLDER: Final = "{}"
_MENU = Markup(
    '<details class="meny valg{used}" id="valg-{name}" name="filter"{one}>'
    "<summary>{label}: <span>{shown}</span></summary><ul>{items}</ul></details>"
)
_RANGE = Markup(
    '<label class="skyver"><span>{label} <output>{value}{unit}</output></span>'
    '<input type="range" id="skyv-{name}" aria-label="{label}" aria-valuetext="{value}{unit}"'
    ' min="{low}" max="{high}" step="{step}" value="{value}" data-enhet="{unit}" {ways}></label>'
)
_BOX = Markup(
    '<form class="sokefelt" role="search"><input type="search" id="sok-{name}"'
    ' aria-label="{label}" placeholder="{hint}" value="{value}" maxlength="{longest}"'
    ' autocomplete="off" enterkeyhint="search" {ways}>{button}</form>'
)


def pick_many(
    label: str,
    name: str,
    chosen: tuple[str, ...],
    options: Mapping[str, str],
    reader: Reader,
    order: Sequence[str] = (),
) -> Markup:
    """Return a choice of any number of `options`, by value, for field `name` of the View.

    `order` is the order the View keeps them in, where they are shown in another: equal choices have
    equal links.
    """
    shown = ", ".join(options[c] for c in chosen) if len(chosen) < 3 else _("{n} valgt")
    items = toggles(name, chosen, options, reader, order)
    return _menu(label, name, shown.format(n=len(chosen)), items, used=bool(chosen))


def toggles(
    name: str,
    chosen: tuple[str, ...],
    options: Mapping[str, str],
    reader: Reader,
    order: Sequence[str] = (),
    usual: tuple[str, ...] = (),
) -> Markup:
    """Return `options` as items of a list, each of which is taken in or let go.

    `order` is as for `pick_many`; who lets go of the last has the `usual` ones again.
    """
    return Markup("").join(
        _option(
            name,
            value,
            text,
            reader.link(
                None,
                **{
                    name: tuple(o for o in order or options if (o in chosen) != (o == value))
                    or usual
                },
            ),
            is_chosen=value in chosen,
        )
        for value, text in options.items()
    )


def pick_one(
    label: str,
    name: str,
    chosen: str | None,
    options: Mapping[str, str],
    reader: Reader,
    *,
    always: bool = False,
) -> Markup:
    """Return a choice of one of `options`, or with `always` of exactly one, for field `name`."""
    items = Markup("").join(
        _option(
            name,
            value,
            text,
            reader.link(None, **{name: None if value == chosen and not always else value}),
            is_chosen=value == chosen,
        )
        for value, text in options.items()
    )
    shown = options[chosen] if chosen else ""
    return _menu(label, name, shown, items, used=bool(shown) and not always, one=True)


def folded(name: str, text: str, inside: Markup) -> Markup:
    """Return `inside` behind a button that says `text`, for a row of filters."""
    return Markup(
        '<details class="meny valg" id="valg-{}" name="filter"><summary>{}</summary>'
        "<div>{}</div></details>"
    ).format(name, text, inside)


def slider(
    name: str,
    ends: tuple[int, int],
    label: str,
    reader: Reader,
    unit: str = "",
    *,
    step: int = 1,
) -> Markup:
    """Return a range that writes field `name` of the View, in `unit` if it has one."""
    low, high = ends
    return _RANGE.format(
        label=label,
        name=name,
        value=getattr(reader.view, name),
        unit=f" {unit}" if unit else "",
        low=low,
        high=high,
        step=step,
        ways=ways(reader, name),
    )


def search_box(name: str, label: str, hint: str, reader: Reader, *, button: str = "") -> Markup:
    """Return a box for free text that writes field `name` of the View, with a `button` or none."""
    return _BOX.format(
        name=name,
        label=label,
        hint=hint,
        value=getattr(reader.view, name),
        longest=MAX_TEXT,
        ways=ways(reader, name),
        button=Markup("<button>{}</button>").format(button) if button else "",
    )


def ways(reader: Reader, name: str, **also: object) -> Markup:
    """Return the attributes by which a control writes field `name`, with the changes `also`.

    One link has a value to fill in, the other goes without, as it does for the usual value.
    """
    usual = getattr(View(), name)
    return Markup('data-felt="{}" data-lenke="{}" data-uten="{}" data-vanlig="{}"').format(
        name,
        reader.link(None, **{name: PLACEHOLDER, **also}),
        reader.link(None, **{name: usual, **also}),
        usual or "",
    )


def _menu(
    label: str, name: str, shown: str, items: Markup, *, used: bool, one: bool = False
) -> Markup:
    return _MENU.format(
        used=" brukt" if used else "",
        name=name,
        one=Markup(" data-en") if one else "",
        label=label,
        shown=shown or _("alle"),
        items=items,
    )


def _option(name: str, value: str, text: str, link: str, *, is_chosen: bool) -> Markup:
    return Markup('<li><a id="{}-{}" href="{}"{}>{}</a></li>').format(
        name,
        value.replace(" ", "-"),
        link,
        Markup(' aria-current="true"') if is_chosen else "",
        text,
    )
