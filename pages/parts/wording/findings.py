"""The sentences a page opens with, made from the data and changing with the filter."""

from collections.abc import Sequence
from typing import Final

from pages.parts.reading.language import _, ngettext
from pages.parts.reading.reader import Reader
from pages.parts.wording import words
from pages.parts.wording.groups import Group
from pages.parts.wording.numbers import some_share, whole
from queries.view import SATISFACTION

# With fewer answers than this a fraction in words, or a ranking, would say more than is known.
FEW: Final = 10
FEW_IN_GROUP: Final = 5
# What the data set holds no code for; it is neither silence nor nothing.
UNCODED: Final = "ikke_kodet"


def headline(group: Group, reader: Reader) -> str:
    """Return the finding about the reader's measure as one sentence."""
    if not group.kommuner:
        return _("Ingen kommuner passer med filteret")
    if not group.svart_punkt:
        return _nothing(group, reader)
    if group.measure == "onsker":
        no = group.counts.get("nei", 0)
        return ngettext(
            "{n} kommune ønsker nytt tjenestested, {no} gjør det ikke",
            "{n} kommuner ønsker nytt tjenestested, {no} gjør det ikke",
            group.in_focus,
        ).format(n=whole(group.in_focus), no=whole(no))
    if group.measure == "lokaler":
        return ngettext(
            "{n} kommune tilbyr eller vurderer lokaler",
            "{n} kommuner tilbyr eller vurderer lokaler",
            group.in_focus,
        ).format(n=whole(group.in_focus))
    what, who = words.measure_with()[group.measure], _who(group, reader)
    if group.svart_punkt >= FEW and round(10 * group.in_focus / group.svart_punkt) == 0:
        # «Ingen er ikke tilfreds» says the opposite to a reader in a hurry.
        return _("{who} er misfornøyd med {what}").format(who=who, what=what)
    return _("{who} er ikke tilfreds med {what}").format(who=who, what=what)


def coverage(group: Group, reader: Reader) -> str:
    """Return in full sentences who has answered, and how many people they stand for."""
    if not group.kommuner:
        return _("Fjern ett eller flere filtre for å se svar.")
    answered = _("{n} av {all} kommuner {answered}").format(
        n=whole(group.svart), all=whole(group.kommuner), answered=reader.answered
    )
    said = _("{answered}. På dette punktet har {n} svart; de har {people} av innbyggerne.")
    if reader.is_known:
        said = _("{answered}. På dette punktet har {n} uttalt seg; de har {people} av innbyggerne.")
    people = some_share(group.coverage)
    told = said.format(answered=answered, n=whole(group.svart_punkt), people=people)
    return f"{told} {uncoded(group)}".strip()


def uncoded(group: Group) -> str:
    """Return how many answers nobody has coded on the point, as a sentence; empty for none."""
    n = group.counts.get(UNCODED, 0)
    if not n:
        return ""
    told = ngettext("{n} svar er ikke kodet på punktet.", "{n} svar er ikke kodet på punktet.", n)
    return told.format(n=whole(n))


def largest(found: Sequence[Group], grouping: str, claim: str = "") -> str:
    """Return where the measure is most marked, as the title of a figure over `found`.

    `claim` is the sentence for a measure of its own, with the place for `{place}`.
    No ranking is claimed when a group with too few answers would lead it; two equals share it.
    """
    able = [g for g in found if g.svart_punkt >= FEW_IN_GROUP and g.in_focus]
    top = max((g.share or 0 for g in able), default=0)
    if not able or any((g.share or 0) > top for g in found):
        return _("For få kommuner til å rangere gruppene")
    names = [
        words.group(grouping, g.code) for g in able if round(100 * ((g.share or 0) - top)) == 0
    ]
    named = _(" og ").join(names[:2]) if len(names) <= 2 else _("flere grupper")
    measure = able[0].measure
    place = {
        "politidistrikt": _("i {named}"),
        "fylke": _("i {named}"),
        "storrelse": _("i kommuner med {named} innbyggere"),
        "avstand": _("i kommuner {named} fra tjenestestedet"),
    }[grouping].format(named=named if grouping in ("politidistrikt", "fylke") else named.lower())
    claims = {
        "onsker": _("Ønsket om nytt tjenestested er størst {place}"),
        "lokaler": _("Flest tilbyr lokaler {place}"),
    }
    sentence = claim or claims.get(measure, _("Misnøyen er størst {place}"))
    return sentence.format(place=place)


def _who(group: Group, reader: Reader) -> str:
    """Return «Seks av ti kommuner som svarte», or the plain count when there are few."""
    n, of = group.in_focus, group.svart_punkt
    if reader.is_known:
        counted = ngettext(
            "{n} av {of} kommune med kjent uttalelse",
            "{n} av {of} kommuner med kjent uttalelse",
            of,
        )
        return counted.format(n=whole(n), of=whole(of))
    if of < FEW:
        return _("{n} av {of} kommuner som svarte,").format(n=whole(n), of=whole(of))
    tenths = (
        _("Nesten ingen av kommunene som svarte,"),
        _("Én av ti kommuner som svarte,"),
        _("To av ti kommuner som svarte,"),
        _("Tre av ti kommuner som svarte,"),
        _("Fire av ti kommuner som svarte,"),
        _("Halvparten av kommunene som svarte,"),
        _("Seks av ti kommuner som svarte,"),
        _("Sju av ti kommuner som svarte,"),
        _("Åtte av ti kommuner som svarte,"),
        _("Ni av ti kommuner som svarte,"),
        _("Nesten alle kommunene som svarte,"),
    )
    if n == 0:
        return _("Ingen av kommunene som svarte,")
    if round(10 * n / of) == 5 and 2 * n != of:
        over = _("Over halvparten av kommunene som svarte,")
        return over if 2 * n > of else _("Nesten halvparten av kommunene som svarte,")
    return _("Alle kommunene som svarte,") if n == of else tenths[round(10 * n / of)]


def _nothing(group: Group, reader: Reader) -> str:
    if reader.is_known:
        return _("Ingen kjent uttalelse om dette i utvalget")
    if group.counts.get(UNCODED):
        return _("Ingen svar i utvalget er kodet på dette punktet")
    about = words.measure_titles()[group.measure].lower()
    if group.measure in SATISFACTION and group.svart:
        return _("Ingen har svart på om de er {about}").format(about=about)
    return _("Ingen kommuner i utvalget har svart")
