"""The sentences a page opens with, made from the data and changing with the filter."""

from typing import Final

from pages.parts.reading.language import _, ngettext
from pages.parts.reading.reader import Reader
from pages.parts.wording import words
from pages.parts.wording.answered import who_answered
from pages.parts.wording.groups import Group
from pages.parts.wording.numbers import FEW, many, rounded, share, some, whole
from queries.view import SATISFACTION

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
        if not group.in_focus and not no:
            return _("Ingen kommuner tar klart stilling til nytt tjenestested")
        return ngettext(
            "{n} kommune ønsker nytt tjenestested, {no} gjør det ikke",
            "{n} kommuner ønsker nytt tjenestested, {no} gjør det ikke",
            group.in_focus,
        ).format(n=many(group.in_focus), no=some(no))
    if group.measure == "lokaler":
        return ngettext(
            "{n} kommune tilbyr eller vurderer lokaler",
            "{n} kommuner tilbyr eller vurderer lokaler",
            group.in_focus,
        ).format(n=many(group.in_focus))
    what = words.measure_with()[group.measure]
    if not group.in_focus:
        return _nobody(group, reader, what)
    n, of = group.in_focus, group.svart_punkt
    return _dissatisfied(n, of, reader).format(n=whole(n), of=whole(of), what=what)


def coverage(group: Group, reader: Reader) -> str:
    """Return in full sentences who has answered, and how many people they stand for."""
    if not group.kommuner:
        return _("Fjern ett eller flere filtre for å se svar.")
    answered = who_answered(group.svart, group.kommuner, reader)
    if not group.svart:
        told = f"{answered}."
    elif not group.svart_punkt:
        told = (
            _("{answered}. På dette punktet har ingen uttalt seg.")
            if reader.is_known
            else _("{answered}. På dette punktet har ingen svart.")
        ).format(answered=answered)
    elif reader.is_known:
        # No share, not even of the inhabitants: the statements were found, not drawn.
        told = _(
            "{answered}. På dette punktet har {n} uttalt seg, med {people} innbyggere."
        ).format(
            answered=answered,
            n=whole(group.svart_punkt),
            people=whole(group.innbyggere_svart_punkt),
        )
    else:
        told = ngettext(
            "{answered}. På dette punktet har {n} svart; den har {people} av innbyggerne.",
            "{answered}. På dette punktet har {n} svart; de har {people} av innbyggerne.",
            group.svart_punkt,
        ).format(answered=answered, n=whole(group.svart_punkt), people=share(group.coverage))
    return f"{told} {uncoded(group)}".strip()


def uncoded(group: Group) -> str:
    """Return how many answers nobody has coded on the point, as a sentence; empty for none."""
    n = group.counts.get(UNCODED, 0)
    if not n:
        return ""
    told = ngettext("{n} svar er ikke kodet på punktet.", "{n} svar er ikke kodet på punktet.", n)
    return told.format(n=whole(n))


def people_behind(group: Group) -> str:
    """Return what share of the inhabitants live where the finding holds, as a sentence.

    Empty where nothing is found, and where no share is told.
    """
    if not group.in_focus or group.counted or group.measure not in words.measures():
        return ""
    n = group.in_focus
    if group.measure == "onsker":
        sentence = ngettext(
            "Kommunen som ønsker nytt tjenestested, har {people} av innbyggerne.",
            "Kommunene som ønsker nytt tjenestested, har {people} av innbyggerne.",
            n,
        )
    elif group.measure == "lokaler":
        sentence = ngettext(
            "Kommunen som tilbyr eller vurderer lokaler, har {people} av innbyggerne.",
            "Kommunene som tilbyr eller vurderer lokaler, har {people} av innbyggerne.",
            n,
        )
    else:
        sentence = ngettext(
            "Kommunen som ikke er tilfreds, har {people} av innbyggerne.",
            "Kommunene som ikke er tilfreds, har {people} av innbyggerne.",
            n,
        )
    return sentence.format(people=share(group.people_in_focus))


def _nobody(group: Group, reader: Reader, what: str) -> str:
    """Return that none is dissatisfied, unless some are in part: «delvis» is not «ingen»."""
    partly = group.counts.get("delvis", 0)
    if not partly:
        if reader.is_known:
            return _("Ingen med kjent uttalelse er misfornøyd med {what}").format(what=what)
        return _("Ingen av kommunene som svarte, er misfornøyd med {what}").format(what=what)
    return ngettext(
        "{n} av {of} kommune er delvis tilfreds med {what}, ingen er helt misfornøyd",
        "{n} av {of} kommuner er delvis tilfreds med {what}, ingen er helt misfornøyd",
        group.svart_punkt,
    ).format(n=whole(partly), of=whole(group.svart_punkt), what=what)


def _dissatisfied(n: int, of: int, reader: Reader) -> str:
    """Return «Seks av ti kommuner som svarte …», or the plain count when few answered or were so.

    A whole sentence each, with the places `{n}`, `{of}` and `{what}`: the verb follows its subject
    in nynorsk and English.
    """
    if reader.is_known:
        return ngettext(
            "{n} av {of} kommune med kjent uttalelse er ikke tilfreds med {what}",
            "{n} av {of} kommuner med kjent uttalelse er ikke tilfreds med {what}",
            of,
        )
    if n == of >= FEW:
        return _("Alle kommunene som svarte, er ikke tilfreds med {what}")
    tenths = int(rounded(10 * n / of))
    if of < FEW or tenths == 0:
        return ngettext(
            "{n} av {of} kommune som svarte, er ikke tilfreds med {what}",
            "{n} av {of} kommuner som svarte, er ikke tilfreds med {what}",
            of,
        )
    if tenths == 5 and 2 * n != of:
        if 2 * n > of:
            return _("Over halvparten av kommunene som svarte, er ikke tilfreds med {what}")
        return _("Nesten halvparten av kommunene som svarte, er ikke tilfreds med {what}")
    return {
        1: _("Én av ti kommuner som svarte, er ikke tilfreds med {what}"),
        2: _("To av ti kommuner som svarte, er ikke tilfreds med {what}"),
        3: _("Tre av ti kommuner som svarte, er ikke tilfreds med {what}"),
        4: _("Fire av ti kommuner som svarte, er ikke tilfreds med {what}"),
        5: _("Halvparten av kommunene som svarte, er ikke tilfreds med {what}"),
        6: _("Seks av ti kommuner som svarte, er ikke tilfreds med {what}"),
        7: _("Sju av ti kommuner som svarte, er ikke tilfreds med {what}"),
        8: _("Åtte av ti kommuner som svarte, er ikke tilfreds med {what}"),
        9: _("Ni av ti kommuner som svarte, er ikke tilfreds med {what}"),
        10: _("Nesten alle kommunene som svarte, er ikke tilfreds med {what}"),
    }[tenths]


def _nothing(group: Group, reader: Reader) -> str:
    if reader.is_known:
        return _("Ingen kjent uttalelse om dette i utvalget")
    if group.counts.get(UNCODED):
        return _("Ingen svar i utvalget er kodet på dette punktet")
    if not group.svart:
        return _("Ingen kommuner i utvalget har svart")
    if group.measure not in SATISFACTION:
        return _("Ingen i utvalget har svart på dette punktet")
    about = words.measure_titles()[group.measure].lower()
    return _("Ingen har svart på om de er {about}").format(about=about)
