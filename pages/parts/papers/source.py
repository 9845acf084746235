"""What stands at the foot of every paper: filter, data version, source and the link back."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace

from pages.parts.drawing.card import Card
from pages.parts.papers.text import clean
from pages.parts.reading.language import _
from pages.parts.reading.origin import absolute
from pages.parts.reading.reader import Reader
from pages.parts.wording import machine, words
from pages.parts.wording.demo import demo_mark
from pages.parts.wording.numbers import begun
from queries import queries


@dataclass(frozen=True)
class Source:
    """Where a paper comes from, in the words it prints."""

    # «Hele landet», or what the filter lets through.
    where: str
    source: str
    version: str
    # The whole address, pinned to the data version, and the same as it is printed.
    url: str
    # «DEMODATA – oppdiktede svar», empty where the answers are real.
    demo: str
    # What lies behind each card by name, where that is less than behind the paper.
    covers: Mapping[str, str] = field(default_factory=dict)
    # How many of the codes nobody has confirmed, empty where there are none.
    machine: str = ""

    def of(self, card: Card) -> "Source":
        """Return the source of one card of the paper, which may be another than the data set's."""
        return replace(
            self,
            source=clean(card.source or self.source),
            where=self.covers.get(card.name, self.where),
            machine=self.machine if queries()[card.query].rests_on_codes else "",
        )

    @property
    def line(self) -> str:
        """Return the foot as one line, without the link."""
        parts = (self.where, self.machine, self.source, self.version)
        return ". ".join(filter(None, parts)) + "."

    @property
    def printed(self) -> str:
        """Return the link as people read it, without its scheme."""
        return self.url.partition("://")[2]


def source(reader: Reader, origin: str, cards: Sequence[Card] = (), *, said: bool = True) -> Source:
    """Return where a paper of `cards` comes from; `origin` is the server's own address.

    Of places, distances and published figures alone, unless the paper is about what was `said`,
    nothing is invented, and their sources are named instead of the data set's.
    """
    where = _capital(reader.sentence())
    said = said or not cards or any(not card.source for card in cards)
    real = " ".join(f"{name.rstrip('.')}." for name in dict.fromkeys(c.source for c in cards))
    return Source(
        where=where,
        source=words.sources()[reader.version.dataset] if said else clean(real).rstrip("."),
        version=_("Data {version}").format(version=reader.version.version),
        url=absolute(origin, reader.pinned.link()),
        demo=demo_mark() if reader.is_demo and said else "",
        covers={card.name: _capital(reader.sentence(card.name)) for card in cards},
        machine=next(filter(None, (machine.share_of(reader, c.query) for c in cards)), ""),
    )


def _capital(sentence: str) -> str:
    return clean(begun(sentence))
