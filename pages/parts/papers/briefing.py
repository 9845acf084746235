"""The briefing as a value: what PDF, Word and PowerPoint say in their own way."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Final

from pages.parts.drawing.card import Card
from pages.parts.openings import PAGES, at
from pages.parts.openings.every_card import EVERY_CARD
from pages.parts.papers.mapimage import Picture, map_picture
from pages.parts.papers.placeimage import place_picture
from pages.parts.papers.quotes import Quote, quotes
from pages.parts.papers.sides import SIDES, Side
from pages.parts.papers.source import Source, source
from pages.parts.papers.text import clean
from pages.parts.reading.language import _
from pages.parts.reading.reader import Reader
from pages.parts.wording.numbers import in_quotes, whole
from pages.parts.wording.opening import Figure, Opening

# What the page draws as its map, and a paper as a picture.
MAP: Final = "kart"
# A paper is for reading.
MOST_CARDS: Final = 30
# Of what a link asks for in vain, so much is told.
MOST_NAMED: Final = 5
LONGEST_NAME: Final = 40


@dataclass(frozen=True)
class Briefing:
    """One page of the dashboard as a paper of its own."""

    title: str
    basis: str
    figures: tuple[Figure, ...]
    picture: Picture | None
    cards: tuple[Card, ...]
    quotes: tuple[Quote, ...]
    # Whether passages are a part of this page, also where the data set has none.
    has_quotes: bool
    source: Source
    dataset: str
    # Nothing fits the filter: the paper says so and holds no more.
    empty: bool
    # What was asked for and is not here, in words.
    missing: str = ""
    # One card, or the map, was asked for, and nothing else.
    alone: bool = False


def briefing(
    reader: Reader, side: str, origin: str, chosen: Sequence[str] = (), *, brief: bool = True
) -> Briefing:
    """Return page `side` as the reader sees it, or the `chosen` cards under its finding.

    A `brief` paper leaves out some of the cards of a long page. `origin` is the server's own
    address, for the link back. A chosen card there is none of is told on the paper. Raises
    `KeyError` for a side there is none of.
    """
    page = SIDES[side]
    asked, reader = reader, at(reader, page.path)
    opening = PAGES[page.path].opening(reader)
    show = not opening.empty
    names = list(dict.fromkeys(chosen)) or list(default(page, opening, brief=brief))
    known = [name for name in names if name in EVERY_CARD or name == MAP]
    cards = [
        # What another page shows is about the measure that the reader chose, not this page's.
        _named(EVERY_CARD[name](reader if name in opening.cards else asked), opening)
        for name in known[:MOST_CARDS]
        if name != MAP and show
    ]
    show_quotes = page.quotes and show and not chosen
    about = source(reader, origin, cards, said=opening.said)
    if page.path == "kommune":
        about = _of_municipality(reader, about, opening)
    return Briefing(
        title=clean(opening.title),
        basis=clean(f"{opening.basis} {opening.more}"),
        figures=opening.figures if show else (),
        picture=_picture(reader, opening, marked=bool(about.demo))
        if page.has_map and show and (MAP in known or not chosen)
        else None,
        cards=tuple(cards),
        quotes=tuple(quotes(reader, opening.lit)) if show_quotes else (),
        has_quotes=show_quotes,
        source=about,
        dataset=reader.version.dataset,
        empty=opening.empty,
        missing=_missing(names, known) if show else "",
        alone=len(chosen) == len(known) == 1 and show and all(card.table.rows for card in cards),
    )


def default(page: Side, opening: Opening, *, brief: bool) -> tuple[str, ...]:
    """Return the cards of a paper that nobody has chosen the cards of."""
    shown = [name for name in opening.cards if name != MAP]
    if not brief or not page.brief or not shown:
        return tuple(shown)
    return tuple(name for name in page.brief if name in shown) + page.more


def _named(card: Card, opening: Opening) -> Card:
    """Return `card` under another title where its own is the finding the paper opens with."""
    if card.title != opening.title:
        return card
    names = {"lokaler": _("Lokaler som tilbys"), "sok": _("Svar med treff")}
    return replace(card, title=names.get(card.name, card.title))


def _picture(reader: Reader, opening: Opening, *, marked: bool) -> Picture:
    """Return the map of the page: of the municipality that is chosen, or of the country."""
    if reader.path == "kommune" and reader.view.kommune:
        facts = reader.ask("kommune_fakta").row(0, named=True)
        return place_picture(reader, facts["kommunenummer"], facts["navn"])
    return map_picture(
        reader,
        opening.title,
        outlined={*opening.outlined, reader.view.kommune or ""},
        lag=opening.lag,
        spots=opening.spots,
        spot_names=opening.spot_names,
        marked=marked,
        lit=opening.lit,
    )


def _of_municipality(reader: Reader, about: Source, opening: Opening) -> Source:
    """Return the source of one municipality's paper and cards, whatever the filter lets through."""
    for facts in reader.ask("kommune_fakta").to_dicts():
        name = clean(_("{name} kommune").format(name=facts["navn"]))
        own = {
            card: name + covered.removeprefix(about.where)
            for card, covered in about.covers.items()
            if card in opening.cards and covered.startswith(about.where)
        }
        return replace(about, where=name, covers={**about.covers, **own})
    return about


def _missing(names: Sequence[str], known: Sequence[str]) -> str:
    """Return in sentences which of the cards `names` the paper does not have."""
    said = []
    unknown = [clean(name, LONGEST_NAME) for name in names if name not in known]
    if unknown:
        listed = ", ".join(map(in_quotes, unknown[:MOST_NAMED]))
        said.append(_("Lenken ber om kort som ikke finnes: {names}.").format(names=listed))
    if len(known) > MOST_CARDS:
        text = _("Her er de {n} første av {all} kort i lenken.")
        said.append(text.format(n=whole(MOST_CARDS), all=whole(len(known))))
    return " ".join(said)


def nothing() -> str:
    """Return the sentence of a paper about nothing."""
    return _("Ingenting passer med filteret. Fjern ett eller flere filtre, og last ned på nytt.")


def quoted(paper: Briefing) -> str:
    """Return the heading over the passages; a known statement is not an answer."""
    known = paper.dataset == "kjente"
    return _("Slik står det i uttalelsene") if known else _("Slik står det i svarene")


def no_quotes() -> str:
    """Return the sentence for when the data set has no passage to quote."""
    return _("Datasettet har ingen ordrette utdrag om dette i utvalget.")
