"""Lokaler accounts for all who offer, and Bemanning draws no conclusion from a few."""

from pages.parts.cards import CARDS, premises
from pages.parts.reading.reader import Reader


def opening(reader: Reader) -> tuple[int, int]:
    """Return how many offer premises or consider it, and how many of them name one."""
    rows = reader.having(vis="lokaler").ask("kart").to_dicts()
    offering = {
        row["kommunenummer"]
        for row in rows
        if row["i_utvalg"] and row["verdi"] in ("ja", "vurderes")
    }
    named = set(reader.ask("lokaler")["kommunenummer"].to_list())
    return len(offering), len(offering & named)


def test_those_who_name_no_premises_are_told_of(demo: Reader) -> None:
    reader = demo.having(vis="lokaler")
    offering, named = opening(reader)
    said = premises.unnamed(premises.offer_rows(reader), reader)
    assert offering > named > 0
    assert said.startswith(f"I tillegg tilbyr eller vurderer {offering - named} kommuner")


def test_a_list_that_leaves_some_out_tells_only_of_those_in_it(demo: Reader) -> None:
    reader = demo.having(vis="lokaler", lokaltype=("raadhus",))
    assert premises.unnamed(premises.offer_rows(reader), reader) == ""


def test_the_median_distance_of_a_few_is_no_finding(demo: Reader) -> None:
    few = demo.having(distrikt=("Nordland",))
    counts = few.ask("kart").filter(i_utvalg=True)["verdi"].to_list()
    assert counts.count("tilfreds") < 5 < counts.count("ikke_tilfreds")
    assert CARDS["avstandspunkter"](few).title.startswith("Tilfredshet og avstand")
    assert "har halvparten" in CARDS["avstandspunkter"](demo).title
