"""How distance is measured in the data shown, and how it is said."""

from dataclasses import dataclass

from pages.parts.reading.language import _
from pages.parts.reading.reader import Reader
from pages.parts.wording.numbers import NBSP, Kind, kilometres, minutes, whole


@dataclass(frozen=True)
class Distance:
    """Straight line in kilometres, or travel time in minutes where the data have it."""

    is_time: bool
    # Inhabitants are counted at the municipality's centre, or at finer points.
    at_centres: bool
    points: int

    def text(self, value: float | None) -> str:
        """Return a distance with its unit, such as «38 km» or «42 min»."""
        return minutes(value) if self.is_time else kilometres(value)

    def limit(self, value: int) -> str:
        """Return a limit, which is a whole number: «5 km», not «5,0 km»."""
        unit = "min" if self.is_time else "km"
        return f"{whole(value)}{NBSP}{unit}"

    @property
    def name(self) -> str:
        """Return what is measured; a straight line is never called travel time."""
        return _("reisetid") if self.is_time else _("luftlinje")

    @property
    def kind(self) -> Kind:
        """Return how a table column of distances is written."""
        return "minutes" if self.is_time else "km"

    @property
    def basis(self) -> str:
        """Return in a sentence what is measured from where."""
        how = _("Reisetid i minutter") if self.is_time else _("Luftlinje i kilometer")
        if self.at_centres:
            return _("{how} fra kommunesenteret; alle innbyggere regnes som bosatt der").format(
                how=how
            )
        return _("{how} fra {n} befolkningspunkter").format(how=how, n=whole(self.points))

    @property
    def inferred(self) -> str:
        """Return that nobody has published which stations were open in 2022."""
        return _("Tjenestestedene i 2022 er utledet av strukturen fra 2017")

    @property
    def reach_basis(self) -> str:
        """Return what reach rests on: how distance is measured, and to which stations."""
        return f"{self.basis}. {self.inferred}"


def distance(reader: Reader) -> Distance:
    """Return how distance is measured in the version the reader sees."""
    row = reader.ask("avstandsmaal").row(0, named=True)
    return Distance(
        row["kilde"] == "reisetid", row["punktkilde"] == "kommunesenter", row["punkter"]
    )
