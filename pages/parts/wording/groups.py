"""Groups of municipalities and what they answered, as figures and findings need them."""

from dataclasses import dataclass, field
from functools import lru_cache
from typing import Final

from pages.parts.reading.reader import Reader
from pages.parts.wording.rates import Rate
from queries import Version, View, ask

# The values a figure is about, and the order its segments stand in.
FOCUS: Final[dict[str, tuple[str, ...]]] = {
    "bemanning": ("ikke_tilfreds",),
    "tjenestestedstruktur": ("ikke_tilfreds",),
    "tjenestetilbud": ("ikke_tilfreds",),
    "onsker": ("ja", "betinget"),
    "lokaler": ("ja", "vurderes"),
    # Of questions 1, 3 and 4 a group counts who says one thing, such as wanting more of a channel.
    "nevnt": ("nevnt",),
}
_SATISFACTION: Final = ("ikke_tilfreds", "uklart", "delvis", "tilfreds")
SEGMENTS: Final[dict[str, tuple[str, ...]]] = {
    "bemanning": _SATISFACTION,
    "tjenestestedstruktur": _SATISFACTION,
    "tjenestetilbud": _SATISFACTION,
    "onsker": ("ja", "betinget", "uklart", "nei"),
    "lokaler": ("ja", "vurderes", "uklart", "nei"),
}
# The coded field behind each measure.
FIELDS: Final[dict[str, str]] = {
    "bemanning": "tilfreds_bemanning",
    "tjenestestedstruktur": "tilfreds_tjenestestedstruktur",
    "tjenestetilbud": "tilfreds_tjenestetilbud",
    "onsker": "onsker_tjenestested",
    "lokaler": "tilbyr_lokaler",
}
# Few, since Streamlit walks over every object that is kept after each run.
REMEMBERED: Final = 64
# Municipalities that have not said anything at all, and those silent on a point as well.
UNANSWERED: Final = ("ikke_svart", "ikke_innhentet")
# The data set of public statements: found where they could be, not drawn, not asked for.
NO_SAMPLE: Final = "kjente"
SILENT: Final = ("ikke_besvart", "ikke_kodet", *UNANSWERED)


@dataclass(frozen=True)
class Group:
    """One group of municipalities: what was answered, by how many, standing for how many people."""

    code: str
    measure: str
    # Municipalities by value, silence included.
    counts: dict[str, int]
    kommuner: int
    svart: int
    # Those that answered this point; the denominator of every share.
    svart_punkt: int
    innbyggere: int
    innbyggere_svart_punkt: int
    # Inhabitants by value.
    people: dict[str, int] = field(default_factory=dict)
    # Known statements are no sample: they are counted, and no share is told of them.
    counted: bool = False

    @property
    def in_focus(self) -> int:
        """Return how many municipalities answered what the measure is about."""
        return sum(self.counts.get(value, 0) for value in FOCUS[self.measure])

    @property
    def people_in_focus(self) -> float | None:
        """Return the share of the group's inhabitants who live in the municipalities in focus."""
        found = sum(self.people.get(value, 0) for value in FOCUS[self.measure])
        return found / self.innbyggere if self.innbyggere else None

    @property
    def rate(self) -> Rate:
        """Return `in_focus` of those that answered the point, and what silence could change."""
        return Rate(self.in_focus, self.svart_punkt, self.kommuner, self.counted)

    def rate_of(self, value: str) -> Rate:
        """Return how many answered `value`, of those that answered the point."""
        return Rate(self.counts.get(value, 0), self.svart_punkt, self.kommuner, self.counted)

    @property
    def share(self) -> float | None:
        """Return `in_focus` as a share of those that answered the point, None when nobody did."""
        return self.in_focus / self.svart_punkt if self.svart_punkt else None

    @property
    def coverage(self) -> float | None:
        """Return the share of the group's inhabitants whose municipality answered the point."""
        return self.innbyggere_svart_punkt / self.innbyggere if self.innbyggere else None

    def part(self, value: str) -> float:
        """Return the share that answered `value`, 0 when nobody answered the point."""
        return self.counts.get(value, 0) / self.svart_punkt if self.svart_punkt else 0.0


def groups(reader: Reader, grouping: str, measure: str) -> list[Group]:
    """Return the groups of the reader's selection, in the order of their codes.

    `grouping` is politidistrikt, fylke, storrelse, avstand or alle.
    """
    return list(_by_measure(reader.version, reader.view, grouping).get(measure, ()))


def everyone(reader: Reader, measure: str) -> Group:
    """Return the reader's whole selection as one group, empty when the selection is."""
    found = groups(reader, "alle", measure)
    counted = reader.version.dataset == NO_SAMPLE
    return found[0] if found else Group("alle", measure, {}, 0, 0, 0, 0, 0, counted=counted)


@lru_cache(maxsize=REMEMBERED)
def _by_measure(version: Version, view: View, grouping: str) -> dict[str, tuple[Group, ...]]:
    """Return the groups for every measure; the figures of a page are about several of them."""
    found: dict[str, dict[str, Group]] = {}
    for row in ask(version, "fordeling_gruppe", view, gruppering=grouping).to_dicts():
        measure, code = row["maal"], row["gruppe"]
        group = found.setdefault(measure, {}).setdefault(
            code,
            Group(
                code,
                measure,
                {},
                row["gruppe_kommuner"],
                row["gruppe_svart"],
                row["gruppe_svart_punkt"],
                row["gruppe_innbyggere"],
                row["gruppe_innbyggere_svart_punkt"],
                counted=version.dataset == NO_SAMPLE,
            ),
        )
        group.counts[row["verdi"]] = row["kommuner"]
        group.people[row["verdi"]] = row["innbyggere"]
    return {measure: tuple(groups.values()) for measure, groups in found.items()}
