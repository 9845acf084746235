"""What Kandidater opens with: the places that bring most people near, and whether they asked."""

from pages.parts.reading.memory import remembered
from pages.parts.reading.reader import Reader
from pages.parts.wording import first_places
from pages.parts.wording.opening import Opening, Spot
from pages.parts.wording.places import listed_places, ranking
from pages.parts.wording.seasonal import closed_spots, reach_basis


@remembered
def candidates(reader: Reader) -> Opening:
    """Return the finding, the places on the map, and the page's cards."""
    places, view = listed_places(reader), reader.view
    proposed = tuple(first_places.first_places(reader).wishes)
    where = {row["kommunenummer"]: row for row in reader.ask("kart").to_dicts()}
    decided = [p.score.kommunenummer for p in ranking(reader).places if p.row["teller_besluttet"]]
    closed = closed_spots(reader)
    spots = (
        *closed,
        *(Spot(*_at(where[key]), key, hollow=True) for key in decided),
        *(Spot(*_at(where[key]), key) for key in proposed),
    )
    return Opening(
        first_places.headline(reader),
        f"{reach_basis(reader)}.",
        cards=(
            "kandidater",
            "kandidater-poeng",
            "kandidater-nummer",
            "kandidater-valg",
            "kandidater-besluttet",
        ),
        more=first_places.who_they_are(reader),
        outlined=view.med,
        spots=spots,
        spot_names=(
            *(["forslag"] if proposed else []),
            *(["besluttet"] if decided else []),
            *(["stengt"] if closed else []),
        ),
        lit=tuple(p.score.kommunenummer for p in places),
        empty=not reader.ask("nokkeltall").row(0, named=True)["kommuner"],
    )


def _at(row: dict[str, float]) -> tuple[float, float]:
    return row["kart_x"], row["kart_y"]
