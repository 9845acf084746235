"""What was said, group by group: the counts behind tinted tables."""

from dataclasses import dataclass
from functools import cached_property

from pages.parts.answers.ways import opening
from pages.parts.drawing.tinted import Cell
from pages.parts.reading.language import _
from pages.parts.reading.reader import Reader
from pages.parts.wording.findings import FEW
from pages.parts.wording.numbers import NONE, share, whole


@dataclass(frozen=True)
class Cross:
    """Municipalities that say something, by group; a group where nobody answered is there too."""

    grouping: str
    # The groups by code, and how many in each answered the question.
    answered: dict[str, int]
    counts: dict[tuple[str, str], int]

    def share(self, group: str, value: str) -> float | None:
        """Return the share of `group` that says `value`, None when nobody in it answered."""
        of = self.answered[group]
        return self.counts[group, value] / of if of else None

    @cached_property
    def strongest(self) -> float:
        """Return the largest share among groups with answers enough to show shares."""
        shares = (self.share(g, v) or 0 for g, v in self.counts if self.answered[g] >= FEW)
        return max(shares, default=0.0)

    def cell(self, group: str, value: str, code: str, reader: Reader) -> Cell:
        """Return the cell for `group` and `value`, which opens the answers coded `code`.

        A group with few answers has plain counts and no tint: a share would say too much.
        """
        n, of = self.counts[group, value], self.answered[group]
        where = "landet" if self.grouping == "alle" else f"{self.grouping}:{group}"
        opens = opening(reader, code, gruppe=where) if n else None
        few = of < FEW
        text = _("{n} av {of}").format(n=whole(n), of=whole(of)) if few else share(n / of)
        top = self.strongest
        return Cell(
            text=text if of else NONE,
            strength=0.0 if few or not top else min(1.0, n / of / top),
            link=opens.link if opens else "",
            chosen=opens.is_open if opens else False,
        )


def cross(reader: Reader, query: str, grouping: str, **extra: object) -> Cross:
    """Return the answer to `query` for the reader's selection, by politidistrikt and the like."""
    rows = reader.ask(query, gruppering=grouping, **extra).to_dicts()
    return Cross(
        grouping,
        {row["gruppe"]: row["svart_punkt"] for row in rows},
        {(row["gruppe"], row["verdi"]): row["kommuner"] for row in rows},
    )
