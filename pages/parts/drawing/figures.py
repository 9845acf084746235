"""What pages open with: a finding, what it rests on, and key figures with the n behind them."""

from collections.abc import Sequence
from dataclasses import dataclass
from html import escape
from typing import Any, Final

from pages.parts.answers.behind import opening as opening_of
from pages.parts.drawing.deck import Spot
from pages.parts.reading.language import _, ngettext
from pages.parts.reading.reader import Reader
from pages.parts.wording import findings
from pages.parts.wording.distance import Distance
from pages.parts.wording.groups import FIELDS, UNANSWERED, Group
from pages.parts.wording.numbers import share, whole

# A wish with conditions is a wish.
WISHES: Final = "onsker_tjenestested:ja-betinget"


@dataclass(frozen=True)
class Figure:
    """One key figure."""

    value: str
    label: str
    basis: str
    # What is counted, as it is opened («svar:ikke_svart»), and in which group if not the selection.
    kode: str = ""
    gruppe: str | None = None


@dataclass(frozen=True)
class Opening:
    """What a page opens with and shows, on the screen and on paper.

    A finding in one sentence, what it rests on, key figures, and the page's cards by name.
    """

    title: str
    basis: str
    figures: tuple[Figure, ...] = ()
    # Names in `CARDS`, in the order the page draws them; a panel may stand in the place of one.
    cards: tuple[str, ...] = ()
    # A second sentence, where the page has one.
    more: str = ""
    # On the map: municipality numbers drawn with a line around, points of our own, and their names.
    outlined: tuple[str, ...] = ()
    spots: tuple[Spot, ...] = ()
    spot_names: tuple[str, ...] = ()
    # Whether anybody in the selection has said anything the page is about.
    answered: bool = True
    # Nothing fits the filter.
    empty: bool = False
    # Whether it rests on what senders said, which the demo set has invented.
    said: bool = True


def opening(reader: Reader, what: Opening) -> str:
    """Return the page's one heading and what it rests on, as HTML."""
    where = reader.view.sentence(_)
    where = where[:1].upper() + where[1:]
    more = f"<p>{escape(what.more)}</p>" if what.more else ""
    return (
        f'<div class="funn"><h1>{escape(what.title)}</h1>'
        f"<p>{escape(where)}. {escape(what.basis)}</p>{more}</div>"
    )


def reach(found: dict[str, dict[str, Any]], measure: Distance) -> list[Figure]:
    """Return who is out of reach today, before 2017 and with the new stations, and the mean."""
    today, new = found["i_dag"], found["med_nye"]
    outside = {s: row["innbyggere"] - row["innenfor"] for s, row in found.items()}
    return [
        _outside(outside, "i_dag", _("innbyggere utenfor i dag"), _away(today)),
        _outside(outside, "foer_2017", _("utenfor før 2017"), _("med de 95 nedlagte")),
        _outside(outside, "med_nye", _("utenfor med de 20 nye"), _away(new)),
        Figure(measure.text(today["snitt"]), _("i snitt per innbygger"), measure.name),
    ]


def _outside(people: dict[str, int], structure: str, label: str, basis: str) -> Figure:
    n = people[structure]
    return Figure(whole(n), label, basis, f"utenfor:{structure}" if n else "")


def _away(row: dict[str, Any]) -> str:
    return share(None if row["andel"] is None else 1 - row["andel"])


def key_figures(figures: Sequence[Figure], reader: Reader) -> str:
    """Return `figures` as an HTML description list; each opens the municipalities it counts."""
    items = "".join(
        f"<div><dd>{_value(f, reader)}</dd><dt>{escape(f.label)}"
        f"<small>{escape(f.basis)}</small></dt></div>"
        for f in figures
    )
    return f'<dl class="nokkeltall">{items}</dl>'


def _value(figure: Figure, reader: Reader) -> str:
    text = escape(figure.value)
    if not figure.kode:
        return text
    way = opening_of(reader, figure.kode, figure.gruppe)
    current = ' aria-current="true"' if way.is_open else ""
    return f'<a href="{escape(way.link)}"{current}>{text}</a>'


def satisfaction(group: Group) -> Figure:
    """Return the share that is not satisfied."""
    basis = _out_of(group.in_focus, group.svart_punkt)
    shown, label = _part(group.in_focus, group), _("ikke tilfreds")
    return Figure(shown, label, basis, _code(group, "ikke_tilfreds"))


def wishes(row: dict[str, int]) -> Figure:
    """Return how many want a station."""
    basis = _("{n} med forbehold").format(n=whole(row["onsker_med_forbehold"]))
    kode = WISHES if row["onsker"] else ""
    return Figure(whole(row["onsker"]), _("ønsker nytt tjenestested"), basis, kode)


def offers(row: dict[str, int]) -> Figure:
    """Return how many offer premises."""
    basis = _("{n} vurderer det").format(n=whole(row["vurderes"]))
    kode = "tilbyr_lokaler:ja" if row["tilbyr"] else ""
    return Figure(whole(row["tilbyr"]), _("tilbyr lokaler"), basis, kode)


def silence(row: dict[str, int], reader: Reader) -> Figure:
    """Return how many have not answered, or are not collected, and how many people live there."""
    missing = row["kommuner"] - row["svart"]
    silent = row["innbyggere"] - row["innbyggere_svart"]
    people = silent / row["innbyggere"] if row["innbyggere"] else None
    basis = _("{share} av innbyggerne").format(share=share(people))
    collected = not reader.is_known
    label = _("har ikke svart") if collected else _("uten kjent uttalelse")
    kode = f"svar:{UNANSWERED[0] if collected else UNANSWERED[1]}"
    return Figure(whole(missing), label, basis, kode if missing else "")


def mean_distance(row: dict[str, float], measure: Distance) -> Figure:
    """Return the mean distance from the municipality's centre to the nearest station."""
    basis = _("kommunesnitt, {name}").format(name=measure.name)
    return Figure(measure.text(row["snitt_kommune"]), _("til nærmeste tjenestested"), basis)


def against(country: Group) -> Figure:
    """Return the country's share that is not satisfied, to compare with."""
    basis = _out_of(country.in_focus, country.svart_punkt)
    shown, label = _part(country.in_focus, country), _("ikke tilfreds i hele landet")
    return Figure(shown, label, basis, _code(country, "ikke_tilfreds"), "landet")


def fully(group: Group) -> Figure:
    """Return the share that is satisfied."""
    n = group.counts.get("tilfreds", 0)
    basis = _out_of(n, group.svart_punkt)
    return Figure(_part(n, group), _("tilfreds"), basis, _code(group, "tilfreds"))


def _out_of(n: int, of: int) -> str:
    counted = ngettext("{n} av {of} kommune", "{n} av {of} kommuner", of)
    return counted.format(n=whole(n), of=whole(of))


def _code(group: Group, value: str) -> str:
    """Return how the municipalities with `value` are opened, empty where there are none."""
    return f"{FIELDS[group.measure]}:{value}" if group.counts.get(value) else ""


def _part(n: int, group: Group) -> str:
    """Return `n` as a share of those that answered the point; of a few, the plain count."""
    if 0 < group.svart_punkt < findings.FEW:
        return whole(n)
    return share(n / group.svart_punkt if group.svart_punkt else None)


def empty(reader: Reader) -> str:
    """Return the sentence for when nothing fits the filter, and the way on, as HTML."""
    cleared = reader.cleared
    if cleared == reader:
        return f'<div class="tomt"><p>{escape(_("Her er det ingenting å vise."))}</p></div>'
    return (
        f'<div class="tomt"><p>{escape(_("Ingenting passer med filteret."))}</p>'
        f'<a href="{escape(cleared.link())}">{escape(_("Vis alt"))}</a></div>'
    )


def pin(reader: Reader, other: Reader | None) -> str:
    """Return the links that pin the reader's scenario, or let go of the one that is pinned."""
    fixed, loose = reader.link(festet=reader.view.scenario), reader.link(festet=None)
    pin_this = f'<a href="{escape(fixed)}">{escape(_("Fest dette valget for å sammenlikne"))}</a>'
    let_go = f'<a href="{escape(loose)}">{escape(_("Løsne det festede"))}</a>'
    if other:
        links = f"{pin_this} · {let_go}"
    elif reader.view.festet:
        text = _("Dette valget er festet. Endre noe for å sammenlikne.")
        links = f"{escape(text)} {let_go}"
    else:
        links = pin_this
    return f'<p class="fest">{links}</p>'


def leaves_out() -> str:
    """Return what the siting model does not know, which must stand beside what it proposes."""
    text = _(
        "Modellen vet bare hvor folk bor og hvor langt det er. Den kjenner ikke kriminalitet, "
        "veier og ferger, bemanning, åpningstid, sesong, kostnader eller om et lokale egner seg. "
        "Befolkningen er samlet i kommunesentrene når ikke finere punkter er lagt inn."
    )
    title = escape(_("Det modellen ikke vet"))
    return f'<section class="forbehold"><h2>{title}</h2><p>{escape(text)}</p></section>'
