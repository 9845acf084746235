"""Openings of the pages that are about what was answered."""

from dataclasses import replace
from typing import Any

from data.schemas import POLITIDISTRIKTER
from pages.parts.cards import access, ranking
from pages.parts.reading.language import _, ngettext
from pages.parts.reading.memory import remembered
from pages.parts.reading.reader import Reader
from pages.parts.wording import district_figures, findings, key_figures, topic_findings
from pages.parts.wording.answer_words import subjects
from pages.parts.wording.distance import distance
from pages.parts.wording.groups import Group, everyone
from pages.parts.wording.mentions import answered, unsaid
from pages.parts.wording.numbers import whole
from pages.parts.wording.opening import Figure, Opening
from queries.view import SATISFACTION


@remembered
def overview(reader: Reader) -> Opening:
    """Return what Oversikt opens with: satisfaction where it is about that, wishes, offers."""
    group, total = everyone(reader, reader.view.vis), _total(reader)
    numbers = [
        key_figures.wishes(total),
        key_figures.offers(total),
        key_figures.both(total),
        key_figures.silence(total, reader),
    ]
    if reader.view.vis in SATISFACTION:
        numbers = [key_figures.satisfaction(group), *numbers]
    return about(
        reader,
        group,
        figures=tuple(numbers),
        cards=("kart", "politidistrikt", "punkter", "onsker", "innspill"),
    )


@remembered
def staffing(reader: Reader) -> Opening:
    """Return what Bemanning opens with: satisfaction here and in the country, distance."""
    group, total = everyone(reader, reader.view.vis), _total(reader)
    numbers = [key_figures.satisfaction(group)]
    if not reader.view.is_country:
        numbers.append(key_figures.against(everyone(reader.country, reader.view.vis)))
    numbers += [key_figures.fully(group), key_figures.silence(total, reader)]
    numbers.append(key_figures.mean_distance(total, distance(reader)))
    left = ("politidistrikt", "grunner", "innbyggerundersokelse")
    right = ("fylke", "avstand", "storrelse")
    return about(
        reader, group, figures=tuple(numbers), cards=(*left, *right, "avstandspunkter", "misnoye")
    )


@remembered
def channels(reader: Reader) -> Opening:
    """Return what Tilgjengelighet opens with: what is wanted of the five channels."""
    group = answered(reader, "kanal")
    if not group.svart_punkt:
        return _unsaid(reader, group, _("spørsmål 4, om tilgjengelighet"))
    return about(
        reader,
        group,
        access.headline(reader),
        figures=tuple(access.key_figures(reader)),
        cards=("kanaler", "kanal_avstand", "kanal_politidistrikt", "kanal_storrelse", "annet_sted"),
    )


@remembered
def challenges(reader: Reader) -> Opening:
    """Return what Utfordringer opens with: what is named in questions 1 and 3."""
    group = answered(reader, "tema")
    if not any(answered(reader, felt).svart_punkt for felt in subjects()):
        return _unsaid(reader, group, _("spørsmål 1 og 3, om utfordringer og samarbeid"))
    crossed = ("tema_distrikt", "tema_storrelse", "tema_par")
    return about(
        reader,
        group,
        topic_findings.headline(reader),
        figures=tuple(topic_findings.key_figures(reader)),
        cards=("temaer", "samarbeid", "ressurser", *crossed),
    )


@remembered
def district(reader: Reader) -> Opening:
    """Return what Politidistrikt opens with: one district beside the country, or all twelve."""
    group = everyone(reader, reader.view.vis)
    if len(reader.view.distrikt) != 1:
        return about(reader, group, _districts(reader), cards=("distrikter",))
    points = ["distriktskommuner", "distriktspunkter", "onsker", "lokaler"]
    # What nobody has supplied has no card.
    if not reader.ask("distrikt_anmeldt").is_empty():
        points.append("distriktanmeldt")
    return about(
        reader,
        group,
        figures=tuple(district_figures.key_numbers(reader)),
        cards=("kart", "distriktsrang", *points),
    )


def _districts(reader: Reader) -> str:
    """Return what the list of districts is called: the twelve only where all of them are there."""
    n = len(ranking.measured(reader.having(distrikt=())))
    if not n:
        return _("Ingen kommuner passer med filteret")
    if n == len(POLITIDISTRIKTER):
        return _("De tolv politidistriktene")
    return ngettext(
        "{n} politidistrikt har kommuner i utvalget",
        "{n} politidistrikter har kommuner i utvalget",
        n,
    ).format(n=whole(n))


def about(
    reader: Reader,
    group: Group,
    title: str = "",
    *,
    figures: tuple[Figure, ...] = (),
    cards: tuple[str, ...] = (),
) -> Opening:
    """Return the opening over `group`: its finding, or `title`, over who has answered.

    Of an empty selection there is nothing to show.
    """
    some = bool(group.kommuner)
    basis = (findings.coverage(group, reader), "" if title else findings.people_behind(group))
    return Opening(
        title or findings.headline(group, reader),
        " ".join(filter(None, basis)),
        figures=figures if some else (),
        cards=cards if some else (),
        empty=not some,
    )


def _unsaid(reader: Reader, group: Group, question: str) -> Opening:
    said = unsaid(group, reader, question)
    return (
        said
        if said.empty
        else replace(said, figures=(key_figures.silence(_total(reader), reader),))
    )


def _total(reader: Reader) -> dict[str, Any]:
    return reader.ask("nokkeltall").row(0, named=True)
