"""What each page says, as a paper of that page says it: finding, key figures, and which cards."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Final

from pages.parts import district_figures, figures, findings, scenario, topic_findings
from pages.parts.cards import CARDS, access, reach
from pages.parts.deck import Spot
from pages.parts.distance import distance
from pages.parts.figures import Figure
from pages.parts.groups import everyone
from pages.parts.language import _
from pages.parts.mentions import answered
from pages.parts.reader import Reader
from queries.view import MAAL, SATISFACTION


@dataclass(frozen=True)
class Opening:
    """What a page opens with: its finding, what that rests on, and three to five key figures."""

    title: str
    basis: str
    figures: tuple[Figure, ...]
    # On the map: municipality numbers drawn with a line around, and points of our own.
    outlined: tuple[str, ...] = ()
    spots: tuple[Spot, ...] = ()
    # Whether anybody in the selection has answered, so that there is something to draw.
    answered: bool = True
    # The cards to show instead of the page's usual ones.
    cards: tuple[str, ...] = ()


@dataclass(frozen=True)
class Side:
    """One page as a paper: `cards` are names in `CARDS`, in the order of the page."""

    path: str
    # The measures the page can be about, the first one by default; none is no choice.
    measures: tuple[str, ...]
    opening: Callable[[Reader], Opening]
    cards: tuple[str, ...]
    has_map: bool = True
    # Whether passages from answers to the measure stand beside the figures.
    quotes: bool = True


def overview(reader: Reader) -> Opening:
    """Return what Oversikt opens with."""
    group = everyone(reader, reader.view.vis)
    total = reader.ask("nokkeltall").row(0, named=True)
    numbers = [figures.wishes(total), figures.offers(total), figures.silence(total, reader)]
    if reader.view.vis in SATISFACTION:
        numbers = [figures.satisfaction(group), *numbers]
    return Opening(
        findings.headline(group, reader), findings.coverage(group, reader), tuple(numbers)
    )


def staffing(reader: Reader) -> Opening:
    """Return what Bemanning opens with."""
    group = everyone(reader, reader.view.vis)
    total = reader.ask("nokkeltall").row(0, named=True)
    numbers = [figures.satisfaction(group)]
    if not reader.view.is_country:
        numbers.append(figures.against(everyone(reader.country, reader.view.vis)))
    numbers += [figures.fully(group), figures.silence(total, reader)]
    numbers.append(figures.mean_distance(total, distance(reader)))
    return Opening(
        findings.headline(group, reader), findings.coverage(group, reader), tuple(numbers)
    )


def premises(reader: Reader) -> Opening:
    """Return what Lokaler opens with."""
    group = everyone(reader, "lokaler")
    total = reader.ask("nokkeltall").row(0, named=True)
    return Opening(
        CARDS["lokaler"](reader).title,
        findings.coverage(group, reader),
        (figures.offers(total), figures.wishes(total), figures.silence(total, reader)),
    )


def channels(reader: Reader) -> Opening:
    """Return what Tilgjengelighet opens with."""
    group = answered(reader, "kanal")
    if not group.svart_punkt:
        return _unanswered(reader, _("Ingen i utvalget har svart om tilgjengelighet"))
    return Opening(
        access.headline(reader),
        findings.coverage(group, reader),
        tuple(access.key_figures(reader)),
    )


def challenges(reader: Reader) -> Opening:
    """Return what Utfordringer opens with."""
    group = answered(reader, "tema")
    if not group.svart_punkt:
        return _unanswered(reader, _("Ingen i utvalget har svart om utfordringer"))
    return Opening(
        topic_findings.headline(reader),
        findings.coverage(group, reader),
        tuple(topic_findings.key_figures(reader)),
    )


def stations(reader: Reader) -> Opening:
    """Return what Tjenestesteder opens with."""
    found, measure = reach.by_structure(reader), distance(reader)
    numbers = figures.reach(found, measure) if found else []
    return Opening(reach.headline(found, reader), measure.basis, tuple(numbers))


def siting(reader: Reader) -> Opening:
    """Return what Plassering opens with."""
    found, measure = scenario.outcome(reader), distance(reader)
    title = scenario.headline(found, reader, measure.text(reader.view.grense))
    chosen = {key: found.candidates[key] for key in found.best.chosen}
    decided = (Spot(c.kart_x, c.kart_y, hollow=True) for c in found.decided.stations)
    proposed = (Spot(c.kart_x, c.kart_y) for c in chosen.values())
    return Opening(title, measure.basis, (), tuple(chosen), (*decided, *proposed))


def district(reader: Reader) -> Opening:
    """Return what Politidistrikt opens with."""
    group = everyone(reader, reader.view.vis)
    basis = findings.coverage(group, reader)
    if len(reader.view.distrikt) != 1:
        return Opening(_("De tolv politidistriktene"), basis, (), cards=("distrikter",))
    numbers = tuple(district_figures.key_numbers(reader))
    return Opening(findings.headline(group, reader), basis, numbers)


SIDES: Final[dict[str, Side]] = {
    "oversikt": Side("", MAAL, overview, ("politidistrikt", "punkter", "onsker", "lokaler")),
    "bemanning": Side(
        "bemanning",
        SATISFACTION,
        staffing,
        ("politidistrikt", "storrelse", "avstand", "grunner", "misnoye"),
    ),
    "lokaler": Side("lokaler", ("lokaler",), premises, ("lokaler", "politidistrikt")),
    "tilgjengelighet": Side(
        "tilgjengelighet",
        (),
        channels,
        ("kanaler", "kanal_politidistrikt", "kanal_storrelse", "kanal_avstand", "annet_sted"),
        has_map=False,
        quotes=False,
    ),
    "utfordringer": Side(
        "utfordringer",
        (),
        challenges,
        ("temaer", "samarbeid", "ressurser", "tema_storrelse"),
        has_map=False,
        quotes=False,
    ),
    "tjenestesteder": Side(
        "tjenestesteder",
        ("avstand",),
        stations,
        ("rekkevidde", "rekkevidde-distrikt", "rekkevidde-kurve", "lengst-unna"),
        quotes=False,
    ),
    "plassering": Side(
        "plassering",
        ("avstand",),
        siting,
        ("plassering", "plassering-rekkefolge", "plassering-sammenlikning"),
        quotes=False,
    ),
    "politidistrikt": Side(
        "politidistrikt",
        MAAL,
        district,
        ("distriktsrang", "distriktspunkter", "onsker", "distriktskommuner", "lokaler"),
        quotes=False,
    ),
}


def _unanswered(reader: Reader, title: str) -> Opening:
    total = reader.ask("nokkeltall").row(0, named=True)
    group = everyone(reader, "onsker")
    numbers = (figures.silence(total, reader),) if group.kommuner else ()
    return Opening(title, findings.coverage(group, reader), numbers, answered=False)
