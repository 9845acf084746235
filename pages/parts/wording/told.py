"""What is told of a letter besides its codes, in words: sender, dates, division, premises."""

import datetime as dt
import json
from collections.abc import Mapping
from typing import Any

from pages.parts.reading.language import _, ngettext
from pages.parts.wording import letter, words
from pages.parts.wording.answer_words import inline
from pages.parts.wording.numbers import NONE, listed, long_date, square_metres, whole

Said = Mapping[str, Any]


def names() -> dict[str, str]:
    """Return what each of it is called, by key or, of premises and codes, by kind."""
    return {
        "avsender": _("Avsender"),
        "brevdato": _("Brevets dato"),
        "dato": _("Mottatt"),
        "deling": _("Deling på spørsmål"),
        "kode": _("Koder"),
        "lokale": _("Lokale"),
    }


def senders() -> dict[str, str]:
    """Return the label of each kind of sender."""
    return {
        "kommune": _("Kommune"),
        "interkommunalt_raad": _("Interkommunalt råd"),
        "fylkeskommune": _("Fylkeskommune"),
        "organisasjon": _("Organisasjon"),
        "privatperson": _("Privatperson"),
        "annet": _("Annet"),
    }


def said(key: str, told: Said | None, places: Mapping[str, str]) -> str:
    """Return what is told, as a line; `places` are the names of the municipalities by number.

    `key` is one of `names`.
    """
    if told is None:
        return NONE
    if key == "avsender":
        return _sender(told, places)
    if key == "deling":
        return _division(told)
    if key == "lokale":
        return _premises(told, places)
    return day(told["verdi"])


def compared(key: str, value: str, places: Mapping[str, str]) -> str:
    """Return what one of two readers said; `value` is as the two are compared, empty for nothing.

    `key` is one of `names`, with the type after a colon for premises.
    """
    kind, _colon, premises = key.partition(":")
    if kind == "lokale":
        type_ = words.premises()[premises]
        return type_ if value else _("ikke {premises}").format(premises=inline(type_))
    if not value:
        return _("ikke avgjort")
    if kind == "avsender":
        what, _bar, numbers = value.partition("|")
        where = listed(places.get(number, number) for number in numbers.split("|") if number)
        return " · ".join(filter(None, (senders()[what], where)))
    return _division({"flyttet": json.loads(value)}) if kind == "deling" else day(value)


def day(text: str | None) -> str:
    """Return a date that is written as ISO does."""
    return long_date(dt.date.fromisoformat(text)) if text else NONE


def moved(fra: int, til: int) -> str:
    """Return from which question to which something is moved."""
    asked = letter.questions()
    return _("fra «{one}» til «{other}»").format(one=asked[fra], other=asked[til])


def _sender(told: Said, places: Mapping[str, str]) -> str:
    numbers = told["kommunenumre"].split("|") if told["kommunenumre"] else []
    where = listed(places.get(number, number) for number in numbers)
    return " · ".join(filter(None, (told["avsender"], senders()[told["avsendertype"]], where)))


def _division(told: Said) -> str:
    n = len(told["flyttet"])
    if not n:
        return _("slik den er lest inn")
    return ngettext("{n} utdrag flyttet", "{n} utdrag flyttet", n).format(n=whole(n))


def _premises(told: Said, places: Mapping[str, str]) -> str:
    parts = [
        words.premises()[told["lokaltype"]],
        places.get(told["kommunenummer"], told["kommunenummer"]),
        told["adresse"],
        square_metres(told["areal_m2"]) if told["areal_m2"] else "",
        shared(told["delt_med"]),
        _("ledig fra {day}").format(day=day(told["ledig_fra"])) if told["ledig_fra"] else "",
        "" if told["tilstand"] == "ukjent" else _condition(told["tilstand"]),
        told["betingelse"],
    ]
    return " · ".join(filter(None, parts))


def shared(told: str | None) -> str:
    """Return whom premises are shared with, empty where nobody is named."""
    if not told:
        return ""
    return _("delt med {services}").format(services=listed(told.split("|")))


def _condition(code: str) -> str:
    return _("tilstand: {condition}").format(condition=inline(words.conditions()[code]))
