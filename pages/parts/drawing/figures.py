"""The head of a page: its finding, key figures, and what stands there when nothing fits."""

from collections.abc import Sequence
from html import escape

from pages.parts.answers.ways import opening as opening_of
from pages.parts.reading.language import _
from pages.parts.reading.reader import Reader
from pages.parts.wording.opening import Figure, Opening


def opening(reader: Reader, what: Opening) -> str:
    """Return the page's one heading and what it rests on, as HTML."""
    where = reader.sentence()
    where = where[:1].upper() + where[1:]
    more = f"<p>{escape(what.more)}</p>" if what.more else ""
    return (
        f'<div class="funn"><h1>{escape(what.title)}</h1>'
        f"<p>{escape(where)}. {escape(what.basis)}</p>{more}</div>"
    )


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


def nothing(reader: Reader, said: Opening) -> str:
    """Return why there is nothing to show, which `said` tells, and the way on, as HTML."""
    if said.empty:
        return opening(reader, said) + empty(reader)
    link, way = reader.view.country().url(f"/{reader.path}"), _("Vis hele landet")
    if reader.version.dataset == "kjente":
        link, way = reader.link(""), _("Les uttalelsene på Oversikt")
    return opening(reader, said) + (
        f'<div class="tomt"><a href="{escape(link)}">{escape(way)}</a></div>'
    )
