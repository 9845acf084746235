"""What the next build changes in the published codes, told before it is built."""

from collections import Counter
from collections.abc import Iterable

from markupsafe import Markup

from pages.parts.drawing.table import Column, Table
from pages.parts.reading.language import _, ngettext
from pages.parts.reading.memory import remembered
from pages.parts.wording import answer_words
from pages.parts.wording.numbers import NONE, listed, whole
from queries.review import Kind, Pending, State, pending


def coming(states: Iterable[State]) -> Markup:
    """Return how many codes the next build changes, and each that gets another value."""
    found = pending(states)
    # What is confirmed keeps its value; that it is counted is enough.
    moved = [each for each in found if each.kind != "bekreftes"]
    if not moved:
        return Markup("<p>{}</p>").format(told(found))
    rows = tuple((each.letter.avsender, each.felt, each.was, each.will) for each in moved)
    return Markup("<details><summary>{}</summary>{}</details>").format(told(found), _table(rows))


def _moves(rows: tuple[tuple[str, str, str | None, str | None], ...]) -> Markup:
    """Return each code that gets another value: whose, in which field, from what and to what."""
    columns = [
        Column(_("Avsender")),
        Column(_("Felt")),
        Column(_("Publisert nå")),
        Column(_("Blir")),
    ]
    shown = [
        (sender, answer_words.field_name(felt), _value(felt, was), _value(felt, will))
        for sender, felt, was, will in rows
    ]
    return Table.of(columns, shown).html(_("Koder som får en annen verdi"))


# It may be long, and is the same for all who look until somebody decides something.
_table = remembered(_moves, most=8)


def told(found: Iterable[Pending]) -> str:
    """Return what the next build changes, as a sentence."""
    every = list(found)
    if not every:
        return _("Alt som er avgjort av kodene, er publisert")
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
    codes = ngettext("{n} kode", "{n} koder", len(every)).format(n=whole(len(every)))
    return _("Neste bygging publiserer {codes} {where}: {parts}").format(
        codes=codes, where=where, parts=parts
    )


def _value(felt: str, verdi: str | None) -> str:
    return answer_words.value_name(felt, verdi) if verdi else NONE
