"""What the next build changes in what is published of the letters, told before it is built."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from pages.parts.drawing.table import Column, Table
from pages.parts.reading.language import _, ngettext
from pages.parts.reading.markup import Markup
from pages.parts.reading.memory import remembered
from pages.parts.wording import answer_words
from pages.parts.wording import told as telling
from pages.parts.wording.numbers import NONE, listed, whole
from queries.review import PREMISES, Kind, Pending, State, pending


def coming(states: Iterable[State], places: Mapping[str, str]) -> Markup:
    """Return how much the next build changes, and each thing that becomes another.

    `places` are the names of the municipalities by number.
    """
    found = pending(states)
    # What is confirmed keeps its value; that it is counted is enough.
    moved = [each for each in found if each.kind != "bekreftes"]
    if not moved:
        return Markup("<p>{}</p>").format(told(found))
    rows = tuple(
        (
            each.letter.avsender,
            _name(each),
            _value(each, each.was, places),
            _value(each, each.will, places),
        )
        for each in moved
    )
    return Markup("<details><summary>{}</summary>{}</details>").format(told(found), _table(rows))


def _moves(rows: tuple[tuple[str, str, str, str], ...]) -> Markup:
    """Return each thing that becomes another: whose, what it is, from what and to what."""
    columns = [
        Column(_("Avsender")),
        Column(_("Felt")),
        Column(_("Publisert nå")),
        Column(_("Blir")),
    ]
    return Table.of(columns, list(rows)).html(_("Det som blir annerledes"))


# It may be long, and is the same for all who look until somebody decides something.
_table = remembered(_moves, most=8)


def told(found: Iterable[Pending]) -> str:
    """Return what the next build changes, as a sentence."""
    every = list(found)
    if not every:
        return _("Alt som er avgjort av brevene, er publisert")
    kinds = Counter(each.kind for each in every)
    says: dict[Kind, str] = {
        "bekreftes": ngettext("{n} bekreftes", "{n} bekreftes", kinds["bekreftes"]),
        "endres": ngettext("{n} endres", "{n} endres", kinds["endres"]),
        "legges_til": ngettext("{n} legges til", "{n} legges til", kinds["legges_til"]),
        "tas_ut": ngettext("{n} tas ut", "{n} tas ut", kinds["tas_ut"]),
    }
    letters = len({each.letter.innspill_id for each in every})
    where = ngettext("i {n} brev", "i {n} brev", letters).format(n=whole(letters))
    parts = listed(text.format(n=whole(kinds[kind])) for kind, text in says.items() if kinds[kind])
    return _("Neste bygging publiserer {codes} {where}: {parts}").format(
        codes=listed(_counted(every)), where=where, parts=parts
    )


def _counted(every: Iterable[Pending]) -> Iterator[str]:
    """Yield how many there are of each kind, in the order of the desk."""
    n = Counter(_kind(each) for each in every)
    says = {
        "avsender": ngettext("{n} avsender", "{n} avsendere", n["avsender"]),
        "brevdato": ngettext("{n} brevdato", "{n} brevdatoer", n["brevdato"]),
        "dato": ngettext("{n} mottaksdato", "{n} mottaksdatoer", n["dato"]),
        "deling": ngettext("{n} deling", "{n} delinger", n["deling"]),
        "kode": ngettext("{n} kode", "{n} koder", n["kode"]),
        "lokale": ngettext("{n} lokale", "{n} lokaler", n["lokale"]),
    }
    for kind, text in says.items():
        if n[kind]:
            yield text.format(n=whole(n[kind]))


def _kind(each: Pending) -> str:
    """Return what a pending thing is counted as: its key, or of many of a kind the kind."""
    return each.slag if each.slag in ("kode", PREMISES) else each.felt


def _name(each: Pending) -> str:
    kind = _kind(each)
    return answer_words.field_name(each.felt) if kind == "kode" else telling.names()[kind]


def _value(each: Pending, stands: Any, places: Mapping[str, str]) -> str:
    kind = _kind(each)
    if kind != "kode":
        return telling.said(kind, stands, places)
    return answer_words.value_name(each.felt, stands) if stands else NONE
