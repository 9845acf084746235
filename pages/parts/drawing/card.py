"""The figure card: the one way to show anything.

A title that states the finding, the figure, and under it what the figure rests on: n and coverage,
source, data version, the same rows as a table, the definition, and downloads.
"""

from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Final

from pages.parts.drawing.copying import copy_button
from pages.parts.drawing.table import Table, Ways
from pages.parts.reading.language import _
from pages.parts.reading.markup import Markup
from pages.parts.reading.reader import Reader
from pages.parts.wording import machine, words
from queries import queries

_NO_FIGURE: Final = Markup("")
# Longer tables open on a page of their own.
INLINE_ROWS: Final = 40
_FOOT = Markup(
    '<footer class="kort-fot" data-kort="{name}"><p>{basis}</p>'
    '<details class="meny kort-valg"><summary aria-label="{label}" title="{short}">⋯</summary>'
    "<div>{choices}</div></details>{opened}</footer>"
)
# A button of the menu opens the part below the figure, where it pushes what comes after.
_OPENS = Markup('<button type="button" data-apner="{part}">{text}</button>')
_FETCHED = Markup(
    '<details class="kort-del" data-hent="{page}" data-del="{part}"><summary>{summary}</summary>'
    '<p><a href="{page}">{way}</a></p></details>'
)


@dataclass(frozen=True)
class Card:
    """One figure with all that belongs to it, in the reader's language and for her View."""

    # The card's name in addresses and file names.
    name: str
    # The query the rows come from; its description is the definition readers see.
    query: str
    title: str
    # n and coverage, in words.
    basis: str
    table: Table
    # Nothing where the table is the figure.
    figure: Markup = _NO_FIGURE
    # What the figure shows, where a listener needs more than the title.
    alt: str = ""
    lead: str = ""
    # Addresses behind the rows of the table, where a row leads somewhere.
    links: tuple[str, ...] = ()
    # Addresses behind single cells of the table, by row and column.
    ways: Ways = field(default_factory=dict)
    # Where the rows come from, for cards that are not about what the data set's senders said.
    source: str = ""
    # What the demo set says on such a card instead of that its answers are invented.
    real: str = ""
    # How many rows of the table are the figure, where the card has no other.
    shown: int = 0
    # Whether the figure is itself a table or a text, so that the table opens on its own page only.
    aside: bool = False


def drawn(card: Card, reader: Reader) -> Markup:
    """Return `card` as it stands on a page."""
    return framed(card.name, heading(card) + figure(card) + foot(card, reader), reader)


def framed(name: str, html: Markup, reader: Reader) -> Markup:
    """Return `html`, which is what the card called `name` shows, so that links find it.

    Invented answers stay marked however a picture of a card is cut.
    """
    kind = "kort demo" if reader.is_demo else "kort"
    return Markup('<section class="{}" id="kort-{}">{}</section>').format(kind, name, html)


def heading(card: Card) -> Markup:
    """Return the card's title and lead."""
    lead = Markup("<p>{}</p>").format(card.lead) if card.lead else ""
    return Markup('<header class="kort-hode"><h2>{}</h2>{}</header>').format(card.title, lead)


def figure(card: Card) -> Markup:
    """Return the card's figure: its own, or the first rows of its table."""
    if not card.shown or not card.table.rows:
        return card.figure
    first = Table(card.table.columns, card.table.rows[: card.shown])
    return first.html(card.title, card.links, card.ways)


def foot(card: Card, reader: Reader) -> Markup:
    """Return what stands under the figure: what it rests on, and one menu of all that it leads to.

    `screen.js` fetches table and definition from the card's own page when a reader opens them, so
    that a filter change sends only what is seen.
    """
    csv, xlsx, page = (_file(card, reader, form) for form in ("csv", "xlsx", "html"))
    link, download = Markup('<a href="{}">{}</a>'), Markup('<a href="{}" download>{}</a>')
    parts = {".definisjon": _("Om tallene")}
    choices: list[Markup] = []
    if card.shown < len(card.table.rows) <= INLINE_ROWS and not card.aside:
        parts = {".tabell": _("Vis tabell"), **parts}
    elif len(card.table.rows) > card.shown:
        all_rows = _("Vis hele tabellen, {n} rader").format(n=len(card.table.rows))
        choices = [link.format(page, all_rows)]
    choices += [_OPENS.format(part=part, text=text) for part, text in parts.items()]
    choices += [
        download.format(csv, _("Last ned CSV")),
        download.format(xlsx, _("Last ned XLSX")),
        *([download.format(_slide(card, reader), _("Lysbilde"))] if card.table.rows else []),
        copy_button(reader.pinned.to_card(card.name), _("Kopier lenke til figuren")),
        copy_button(reader.live.to_card(card.name), _("Kopier lenke som følger nye data")),
    ]
    choices += _with_or_without(card, reader)
    return _FOOT.format(
        name=card.name,
        basis=_stopped(_own_basis(card, reader)),
        short=_("Mer om figuren"),
        label=_("Mer om figuren: {title}").format(title=card.title),
        choices=Markup("").join(choices),
        opened=Markup("").join(_fetched(text, page, part) for part, text in parts.items()),
    )


def _with_or_without(card: Card, reader: Reader) -> list[Markup]:
    """Return the way to the same figure without suggested codes, or back to it with them."""
    if reader.view.forslag == "nei" and queries()[card.query].rests_on_codes:
        way, text = reader.having(forslag="ja"), _("Ta med maskinforslag")
    elif machine.share_of(reader, card.query):
        way, text = reader.having(forslag="nei"), _("Vis uten maskinforslag")
    else:
        return []
    return [Markup('<a href="{}">{}</a>').format(way.to_card(card.name), text)]


def basis_line(card: Card, reader: Reader) -> str:
    """Return what the figure rests on as one line of text, where the figure stands alone."""
    *own, source = _own_basis(card, reader)
    version = _("Data {version}").format(version=reader.version.version)
    parts = [*own, source or words.sources()[reader.version.dataset], version]
    return _stopped(parts)


def _stopped(parts: Iterable[str]) -> str:
    """Return `parts` as sentences with a stop after each; of those that are empty nothing."""
    return " ".join(f"{part.rstrip('.')}." for part in parts if part)


def _own_basis(card: Card, reader: Reader) -> tuple[str, str, str, str]:
    """Return the demo mark, n and coverage, what machines suggested, and a source of its own.

    What all figures of a page rest on, and the data version, stand at the foot of the page.
    """
    mark = ""
    if reader.is_demo:
        invented = _("DEMODATA – oppdiktede svar")
        real = _("DEMODATA – men her er steder, avstander og folketall virkelige")
        mark = (card.real or real) if card.source else invented
    return mark, card.basis, machine.share_of(reader, card.query), card.source


def meaning(card: Card) -> list[str]:
    """Return the query's own description in the reader's language, paragraph by paragraph."""
    return [_(p) for p in queries()[card.query].paragraphs]


def definition(card: Card) -> Markup:
    """Return the query's own description, with the name of the file that holds the SQL."""
    place = _("Spørringen ligger i queries/{name}.sql.").format(name=card.query)
    paragraphs = Markup("").join(Markup("<p>{}</p>").format(p) for p in (*meaning(card), place))
    return Markup('<div class="definisjon">{}</div>').format(paragraphs)


def _fetched(summary: str, page: str, part: str) -> Markup:
    """Return what opens to show `part`, a selector, of the card's own page."""
    return _FETCHED.format(page=page, part=part, summary=summary, way=_("Åpne på egen side"))


def _slide(card: Card, reader: Reader) -> str:
    """Return the address of the deck that is this card alone."""
    return f"{reader.view.url('/last-ned/notat.pptx')}&ark={reader.page}&kort={card.name}"


def _file(card: Card, reader: Reader, form: str) -> str:
    return reader.view.url(f"/last-ned/{reader.page}/{card.name}.{form}")
