"""What was said, group by group: the counts behind tinted tables."""

from dataclasses import dataclass
from functools import cached_property

from pages.parts.answers.ways import opening
from pages.parts.drawing.tinted import Cell
from pages.parts.reading.reader import Reader
from pages.parts.wording.rates import Rate


@dataclass(frozen=True)
class Cross:
    """Municipalities that say something, by group; a group where nobody answered is there too."""

    grouping: str
    # The groups by code, and how many in each answered the question.
    answered: dict[str, int]
    # All its municipalities, the silent too.
    everyone: dict[str, int]
    counts: dict[tuple[str, str], int]

    def rate(self, group: str, value: str) -> Rate:
        """Return how many of `group` say `value`, of those that answered."""
        return Rate(self.counts[group, value], self.answered[group], self.everyone[group])

    @cached_property
    def strongest(self) -> float:
        """Return the largest share among groups with answers enough to show shares."""
        rates = (self.rate(g, v) for g, v in self.counts)
        return max((rate.value or 0 for rate in rates if not rate.is_few), default=0.0)

    def cell(self, group: str, value: str, code: str, reader: Reader) -> Cell:
        """Return the cell for `group` and `value`, which opens the answers coded `code`.

        A group with few answers has plain counts and no tint: a share would say too much.
        """
        rate = self.rate(group, value)
        where = "landet" if self.grouping == "alle" else f"{self.grouping}:{group}"
        opens = opening(reader, code, gruppe=where) if rate.n else None
        top = self.strongest
        return Cell(
            text=rate.text,
            strength=0.0 if rate.is_few or not top else min(1.0, (rate.value or 0) / top),
            about=rate.between,
            link=opens.link if opens else "",
            chosen=opens.is_open if opens else False,
        )


def cross(reader: Reader, query: str, grouping: str, **extra: object) -> Cross:
    """Return the answer to `query` for the reader's selection, by politidistrikt and the like."""
    rows = reader.ask(query, gruppering=grouping, **extra).to_dicts()
    return Cross(
        grouping,
        {row["gruppe"]: row["svart_punkt"] for row in rows},
        {row["gruppe"]: row["gruppe_kommuner"] for row in rows},
        {(row["gruppe"], row["verdi"]): row["kommuner"] for row in rows},
    )
