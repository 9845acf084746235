"""The head of a page: its finding, key figures, and what stands there when nothing fits."""

from collections.abc import Sequence

from pages.parts.answers.ways import opening as opening_of
from pages.parts.reading.language import _
from pages.parts.reading.markup import Markup
from pages.parts.reading.reader import Reader
from pages.parts.wording.numbers import begun
from pages.parts.wording.opening import Figure, Opening


def opening(reader: Reader, what: Opening) -> Markup:
    """Return the page's one heading and what it rests on."""
    where = reader.sentence()
    where = begun(where)
    more = Markup("<p>{}</p>").format(what.more) if what.more else ""
    if reader.view.is_country:
        return Markup('<div class="funn"><h1>{}</h1><p>{}. {}</p>{}</div>').format(
            what.title, where, what.basis, more
        )
    # A heading that is quoted alone still says what it is about.
    return Markup(
        '<div class="funn"><h1><small>{}<span class="bare-hort">: </span></small>{}</h1>'
        "<p>{}</p>{}</div>"
    ).format(where, what.title, what.basis, more)


def key_figures(figures: Sequence[Figure], reader: Reader) -> Markup:
    """Return `figures` as a description list; each opens the municipalities it counts."""
    items = Markup("").join(
        Markup("<div><dd>{}</dd><dt>{} <small>{}</small></dt></div>").format(
            _value(f, reader), f.label, f.basis
        )
        for f in figures
    )
    return Markup('<dl class="nokkeltall" style="--antall:{}">{}</dl>').format(len(figures), items)


def _value(figure: Figure, reader: Reader) -> Markup | str:
    if not figure.kode:
        return figure.value
    way = opening_of(reader, figure.kode, figure.gruppe, figure.samtidig)
    current = Markup(' aria-current="true"') if way.is_open else ""
    return Markup('<a href="{}"{}>{}</a>').format(way.link, current, figure.value)


def onward(finding: str, reader: Reader) -> Markup:
    """Return the finding that Kandidater opens with, as the way there in the reader's selection."""
    return Markup('<p class="videre"><a href="{}">{}</a></p>').format(
        reader.link("kandidater"), finding
    )


def empty(reader: Reader) -> Markup:
    """Return the sentence for when nothing fits the filter, and the way on."""
    cleared = reader.cleared
    if cleared == reader:
        return Markup('<div class="tomt"><p>{}</p></div>').format(_("Her er det ingenting å vise."))
    return Markup('<div class="tomt"><p>{}</p><a href="{}">{}</a></div>').format(
        _("Ingenting passer med filteret."), cleared.link(), _("Vis alt")
    )


def pin(reader: Reader, other: Reader | None) -> Markup:
    """Return the links that pin the reader's scenario, or let go of the one that is pinned."""
    fixed, loose = reader.link(festet=reader.view.scenario), reader.link(festet=None)
    link = Markup('<a href="{}">{}</a>')
    pin_this = link.format(fixed, _("Fest dette valget for å sammenlikne"))
    let_go = link.format(loose, _("Løsne det festede"))
    if other:
        links = Markup("{} · {}").format(pin_this, let_go)
    elif reader.view.festet:
        text = _("Dette valget er festet. Endre noe for å sammenlikne.")
        links = Markup("{} {}").format(text, let_go)
    else:
        links = pin_this
    return Markup('<p class="fest">{}</p>').format(links)


def unknown_to_the_model() -> tuple[str, str]:
    """Return the heading over what the siting model does not know, and that in sentences."""
    return _("Det modellen ikke vet"), _(
        "Modellen vet bare hvor folk bor og hvor langt det er. Den kjenner ikke kriminalitet, "
        "veier og ferger, bemanning, åpningstid, sesong, kostnader eller om et lokale egner seg. "
        "Befolkningen er samlet i kommunesentrene når ikke finere punkter er lagt inn."
    )


def leaves_out() -> Markup:
    """Return what the siting model does not know, which must stand beside what it proposes."""
    return Markup('<section class="forbehold"><h2>{}</h2><p>{}</p></section>').format(
        *unknown_to_the_model()
    )


def nothing(reader: Reader, said: Opening) -> Markup:
    """Return why there is nothing to show, which `said` tells, and the way on."""
    if said.empty:
        return opening(reader, said) + empty(reader)
    link, way = reader.view.country().url(f"/{reader.path}"), _("Vis hele landet")
    if reader.version.dataset == "kjente":
        link, way = reader.link(""), _("Les uttalelsene på Oversikt")
    on = Markup('<div class="tomt"><a href="{}">{}</a></div>').format(link, way)
    return opening(reader, said) + on
