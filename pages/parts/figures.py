"""Key figures: a number, what it counts, and the n behind it."""

from dataclasses import dataclass
from html import escape

from pages.parts.findings import coverage, headline
from pages.parts.groups import Group
from pages.parts.language import _
from pages.parts.numbers import kilometres, share, whole
from pages.parts.reader import Reader


@dataclass(frozen=True)
class Figure:
    """One key figure."""

    value: str
    label: str
    basis: str


def opening(group: Group, reader: Reader, title: str = "") -> str:
    """Return the page's one heading and what it rests on, as HTML."""
    where = reader.view.sentence(_)
    return (
        f'<div class="funn"><h1>{escape(title or headline(group, reader))}</h1>'
        f"<p>{escape(where)}. {escape(coverage(group, reader))}</p></div>"
    )


def key_figures(figures: list[Figure]) -> str:
    """Return `figures` as an HTML description list."""
    items = "".join(
        f"<div><dd>{escape(f.value)}</dd><dt>{escape(f.label)}"
        f"<small>{escape(f.basis)}</small></dt></div>"
        for f in figures
    )
    return f'<dl class="nokkeltall">{items}</dl>'


def satisfaction(group: Group) -> Figure:
    """Return the share that is not satisfied."""
    basis = _("{n} av {of} svar").format(n=whole(group.in_focus), of=whole(group.svart_punkt))
    return Figure(share(group.share), _("ikke tilfreds"), basis)


def wishes(row: dict[str, int]) -> Figure:
    """Return how many want a station."""
    basis = _("{n} med forbehold").format(n=whole(row["onsker_med_forbehold"]))
    return Figure(whole(row["onsker"]), _("ønsker nytt tjenestested"), basis)


def offers(row: dict[str, int]) -> Figure:
    """Return how many offer premises."""
    basis = _("{n} vurderer det").format(n=whole(row["vurderes"]))
    return Figure(whole(row["tilbyr"]), _("tilbyr lokaler"), basis)


def silence(row: dict[str, int], reader: Reader) -> Figure:
    """Return how many have not answered, or are not collected, and how many people live there."""
    missing = row["kommuner"] - row["svart"]
    silent = row["innbyggere"] - row["innbyggere_svart"]
    people = silent / row["innbyggere"] if row["innbyggere"] else None
    basis = _("{share} av innbyggerne").format(share=share(people))
    collected = reader.version.dataset != "kjente"
    return Figure(whole(missing), _("har ikke svart") if collected else _("ikke innhentet"), basis)


def distance(row: dict[str, float]) -> Figure:
    """Return the mean distance from the municipality's centre to the nearest station."""
    basis = _("kommunesnitt, luftlinje")
    return Figure(kilometres(row["km_kommune"]), _("til nærmeste tjenestested"), basis)


def against(country: Group) -> Figure:
    """Return the country's share that is not satisfied, to compare with."""
    basis = _("{n} av {of} svar").format(n=whole(country.in_focus), of=whole(country.svart_punkt))
    return Figure(share(country.share), _("ikke tilfreds i hele landet"), basis)


def fully(group: Group) -> Figure:
    """Return the share that is satisfied."""
    n = group.counts.get("tilfreds", 0)
    basis = _("{n} av {of} svar").format(n=whole(n), of=whole(group.svart_punkt))
    return Figure(share(n / group.svart_punkt if group.svart_punkt else None), _("tilfreds"), basis)


def empty(reader: Reader) -> str:
    """Return the sentence for when nothing fits the filter, and the way on, as HTML."""
    cleared = reader.view.country().having(lokaltype=(), onsker=(), sok="")
    return (
        f'<div class="tomt"><p>{escape(_("Ingenting passer med filteret."))}</p>'
        f'<a href="{escape(cleared.url(f"/{reader.path}"))}">{escape(_("Vis alt"))}</a></div>'
    )
