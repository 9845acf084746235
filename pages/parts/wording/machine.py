"""What rests on a machine: codes that rules or a model suggest and nobody has confirmed."""

from typing import Any

from data import vocabulary as v
from pages.parts.reading.language import _, ngettext
from pages.parts.reading.reader import Reader
from pages.parts.wording.numbers import FEW, share, whole
from queries import queries


def share_of(reader: Reader, query: str) -> str:
    """Return how many of the codes behind `query` are suggestions, empty where there are none.

    The codes are those of the selection, or of the municipality where the query is about one.
    """
    asked = queries()[query]
    if not asked.rests_on_codes:
        return ""
    about_one = "kommune" in asked.parameters
    name = "maskinforslag_kommune" if about_one else "maskinforslag"
    row = reader.ask(name).row(0, named=True)
    n, of = row["forslag"], row["koder"]
    if not n:
        return ""
    told = ngettext(
        "{n} av {of} kode er maskinforslag", "{n} av {of} koder er maskinforslag", of
    ).format(n=whole(n), of=whole(of))
    return f"{told} ({share(n / of)})" if of >= FEW and 0 < n < of else told


def told(row: dict[str, Any]) -> str:
    """Return what follows the label of a code nobody has confirmed, empty for one that is.

    `row` has `status`, `regel` and `sikkerhet`.
    """
    if row["status"] == "bekreftet":
        return ""
    if row["status"] == v.NY_VURDERING:
        return _(" – teksten er endret siden, må ses på igjen")
    if row["regel"] is None:
        return _(" – maskinforslag")
    sure = share(row["sikkerhet"])
    return _(" – maskinforslag, {sure} sikkert, regel: {rule}").format(sure=sure, rule=row["regel"])


def statuses() -> dict[str, str]:
    """Return what a code's status is called. A refused code is in no figure, and has none here."""
    return {
        "bekreftet": _("Bekreftet"),
        "forslag": _("Maskinforslag"),
        v.NY_VURDERING: _("Må ses på igjen"),
    }


def standing(row: dict[str, Any]) -> str:
    """Return what follows who coded something: confirmed, or how a machine came to it.

    `row` has `status`, `regel` and `sikkerhet`.
    """
    return told(row) or _(" – bekreftet")
