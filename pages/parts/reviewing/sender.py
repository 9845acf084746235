"""Who sent a letter and when: what was read in, and the forms to say otherwise."""

from collections.abc import Iterable, Mapping
from typing import Final

from data.vocabulary import AVSENDERTYPE
from pages.parts.reading.language import _
from pages.parts.reading.markup import Markup
from pages.parts.reading.memory import remembered
from pages.parts.reviewing.buttons import About
from pages.parts.reviewing.section import section
from pages.parts.wording import told
from queries.review import SENDER, Item

_LIST: Final = "kommunene"
_FORM: Final = Markup(
    '<details class="rett"><summary data-tast="e">{open} <kbd>E</kbd></summary>'
    "<form data-rett>"
    '<label>{name_is}<input name="avsender" value="{name}" maxlength="300" required></label>'
    '<label>{kind_is}<select name="avsendertype">{kinds}</select></label>'
    '<label>{places_are}<input name="kommunenumre" value="{places}" list="{list}" '
    'autocomplete="off" data-kommuner="{unknown}"></label>'
    "<button>{save} <kbd>↵</kbd></button></form></details>"
)
_DATE: Final = Markup(
    '<form data-rett class="avgjor dato">{field}<button>{save} <kbd>↵</kbd></button></form>'
)


def sender(about: About, items: Iterable[Item], names: Mapping[str, str]) -> Markup:
    """Return the sections of the sender and the two dates; `names` are those of municipalities."""
    titles = told.names()
    found = [
        section(
            about,
            item,
            titles[item.key],
            told.said(item.key, item.said or item.suggested, names),
            _who(item, names) if item.key == "avsender" else _when(item),
        )
        for item in items
        if item.slag == SENDER
    ]
    return Markup("").join(found)


@remembered
def municipalities(names: tuple[tuple[str, str], ...]) -> Markup:
    """Return the list that the field of municipalities is filled in from."""
    options = Markup("").join(
        Markup('<option value="{}"></option>').format(_named(number, name))
        for number, name in names
    )
    return Markup('<datalist id="{}">{}</datalist>').format(_LIST, options)


def _who(item: Item, names: Mapping[str, str]) -> Markup:
    stands = item.said or item.suggested or {}
    chosen = stands.get("avsendertype") or "kommune"
    numbers = (stands.get("kommunenumre") or "").split("|")
    labels = told.senders()
    return _FORM.format(
        open=_("Rett avsenderen"),
        name_is=_("Navn"),
        name=stands.get("avsender") or "",
        kind_is=_("Slag"),
        kinds=options([(kind, labels[kind]) for kind in AVSENDERTYPE], chosen),
        places_are=_("Kommuner den svarer for, skilt med komma"),
        places=", ".join(_named(number, names[number]) for number in numbers if number in names),
        list=_LIST,
        unknown=_("Ingen kommune heter «{name}» i inndelingen 2020–2023."),
        save=_("Lagre"),
    )


def options(values: Iterable[tuple[str, str]], chosen: str) -> Markup:
    """Return the choices of a list, each a value and what it is called."""
    return Markup("").join(
        Markup('<option value="{}"{}>{}</option>').format(
            value, Markup(" selected") if value == chosen else "", text
        )
        for value, text in values
    )


def _when(item: Item) -> Markup:
    stands = item.said or item.suggested or {}
    return _DATE.format(
        field=day_field("verdi", stands.get("verdi"), told.names()[item.key], required=True),
        save=_("Sett dato"),
    )


def day_field(name: str, day: str | None, label: str = "", *, required: bool = False) -> Markup:
    """Return a field for a date as it is written in Norwegian, whatever the browser speaks.

    `day` is written as ISO does.
    """
    year, month, date = (day or "--").split("-")
    return Markup(
        '<input name="{}" value="{}" inputmode="numeric" maxlength="10" placeholder="{}"{}{} '
        'data-dato="{}">'
    ).format(
        name,
        f"{date}.{month}.{year}" if day else "",
        _("dd.mm.åååå"),
        Markup(' aria-label="{}"').format(label) if label else "",
        Markup(" required") if required else "",
        _("Skriv datoen som dag.måned.år, for eksempel 24.05.2022."),
    )


def _named(number: str, name: str) -> str:
    return f"{name} ({number})"
