"""What stands at the foot of every paper: filter, data version, source and the link back."""

from dataclasses import dataclass

from pages.parts import words
from pages.parts.chrome import demo_mark
from pages.parts.language import _
from pages.parts.origin import absolute
from pages.parts.papers.text import clean
from pages.parts.reader import Reader


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

    @property
    def line(self) -> str:
        """Return the foot as one line, without the link."""
        return f"{self.where}. {self.source}. {self.version}."

    @property
    def printed(self) -> str:
        """Return the link as people read it, without its scheme."""
        return self.url.partition("://")[2]


def source(reader: Reader, origin: str) -> Source:
    """Return where a paper for `reader` comes from; `origin` is the server's own address."""
    return Source(
        where=clean(reader.view.sentence(_)),
        source=words.sources()[reader.version.dataset],
        version=_("Data {version}").format(version=reader.version.version),
        url=absolute(origin, reader.pinned.link()),
        demo=demo_mark() if reader.is_demo else "",
    )
