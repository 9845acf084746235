"""What stands around every page: navigation above, source and version below."""

from collections.abc import Sequence

from pages.parts.reading.language import NAMES, _, ngettext
from pages.parts.reading.markup import Markup
from pages.parts.reading.reader import Reader
from pages.parts.wording import words
from pages.parts.wording.demo import demo_mark
from pages.parts.wording.numbers import whole
from pages.server.assets import address
from queries import versions

_HEADER = Markup(
    '<header class="topp" lang="{lang}" data-borte="{away}">'
    '<a class="merke" href="{front}">Tjenestested</a>'
    '<nav aria-label="{pages}">{links}</nav><div class="topp-valg">{datasets}{share}{languages}'
    '{account}<button type="button" class="filterknapp" data-veksle="filter" aria-expanded="false">'
    "{filter}</button></div></header>"
)
_MENU = Markup(
    '<details class="meny datasett {kind}" data-en><summary aria-label="{label}">{text}</summary>'
    "<div>{links}</div></details>"
)


def header(
    reader: Reader, pages: Sequence[tuple[str, str]], share: Markup, account: Markup
) -> Markup:
    """Return the navigation: `pages` are addresses and names; links carry the reader's View along.

    `share` is the menu of what may be taken along, `account` the way to log in or out.
    """
    links = Markup("").join(
        Markup('<a href="{}"{}>{}</a>').format(
            reader.link(path), _current(path == reader.path), name
        )
        for path, name in pages
    )
    return _HEADER.format(
        lang=reader.view.lang,
        away=_("Kobler til igjen. Siden viser det den hadde da forbindelsen ble borte."),
        front=reader.link(""),
        pages=_("Sider"),
        links=links,
        datasets=_datasets(reader),
        share=share,
        languages=_languages(reader),
        account=account,
        filter=_("Filter"),
    )


def notices(issues: Sequence[str]) -> Markup:
    """Return a quiet line for each thing in the reader's link that was not understood."""
    if not issues:
        return Markup("")
    lines = Markup("").join(Markup("<p>{}</p>").format(issue) for issue in issues)
    return Markup('<div class="melding" role="status">{}</div>').format(lines)


def footer(reader: Reader) -> Markup:
    """Return what the page rests on: data set, version, rows set aside, licence of the map."""
    basis = reader.ask("datagrunnlag").row(0, named=True)
    parts = [
        words.sources()[reader.version.dataset],
        _received(reader, basis),
        _set_aside(basis["satt_til_side"]),
        _("Data {version}").format(version=reader.version.version),
        _("Kommunegrenser © Kartverket, folketall SSB, steder GeoNames, CC BY 4.0"),
    ]
    mark = Markup("<strong>{}</strong> ").format(demo_mark()) if reader.is_demo else ""
    lang = reader.view.query().get("lang")
    statement = Markup(' <a href="{}">{}</a>').format(
        address("/tilgjengelighetserklaering") + (f"?lang={lang}" if lang else ""),
        _("Tilgjengelighetserklæring"),
    )
    return Markup('<footer class="bunn">{}{}.{}</footer>').format(mark, ". ".join(parts), statement)


def _set_aside(n: int) -> str:
    return ngettext("{n} rad satt til side", "{n} rader satt til side", n).format(n=whole(n))


def _received(reader: Reader, basis: dict[str, int]) -> str:
    if reader.is_known:
        n = basis["innspill"]
        return ngettext("{n} kjent uttalelse", "{n} kjente uttalelser", n).format(n=whole(n))
    n = basis["innspill"]
    return ngettext(
        "{n} innspill, {replaced} erstattet av et senere",
        "{n} innspill, {replaced} erstattet av et senere",
        n,
    ).format(n=whole(n), replaced=whole(basis["erstattet"]))


def _languages(reader: Reader) -> Markup:
    links = Markup("").join(
        Markup('<a href="{link}" lang="{code}" hreflang="{code}"{current}>{name}</a>').format(
            link=reader.link(lang=code),
            code=code,
            current=_current(code == reader.view.lang, "true"),
            name=name,
        )
        for code, name in NAMES.items()
    )
    here = NAMES[reader.view.lang]
    return _MENU.format(kind="sprak", label=f"{_('Språk')}: {here}", text=here, links=links)


def _datasets(reader: Reader) -> Markup:
    names = words.datasets()
    here = reader.version.dataset
    text = _("DEMODATA") if reader.is_demo else names[here]
    links = Markup("").join(
        Markup('<a href="{}"{}>{}</a>').format(
            reader.link(data=d, versjon=None, valgt=()), _current(d == here), names[d]
        )
        for d in versions()
    )
    kind = "demo" if reader.is_demo else "ekte"
    return _MENU.format(kind=kind, label=text, text=text, links=links)


def _current(here: bool, kind: str = "page") -> Markup:
    return Markup(' aria-current="{}"').format(kind) if here else Markup("")
