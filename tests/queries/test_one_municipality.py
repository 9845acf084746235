"""Everything about one municipality, counted by hand in the small set."""

import datetime as dt
import math
from typing import Any

import pytest

from queries import Version, View, ask


def rows(version: Version, name: str, number: str | None, **extra: object) -> list[dict[str, Any]]:
    return ask(version, name, View(kommune=number), **extra).to_dicts()


def test_one_answer_counts_and_the_others_say_why_not(told: Version) -> None:
    found = rows(told, "kommune_innspill", "1804")
    assert [(r["innspill_id"], r["gjelder"], r["erstattet"]) for r in found] == [
        ("I03", True, False),
        ("I05", False, False),
        ("I02", False, True),
    ]
    assert found[2]["erstattet_dato"] == dt.date(2022, 6, 10)
    assert [r["etter_frist"] for r in found] == [True, False, False]
    assert found[1]["kommuner"] == ["Bindal", "Bodø", "Moskenes"]


def test_a_joint_answer_names_whom_it_speaks_for(told: Version) -> None:
    joint, council = rows(told, "kommune_innspill", "1811")
    assert (joint["innspill_id"], joint["kommuner"]) == ("I04", ["Bindal", "Træna"])
    assert (joint["gjelder"], council["gjelder"]) == (True, False)


def test_an_organisation_speaks_for_no_municipality(told: Version) -> None:
    assert rows(told, "kommune_innspill", "0301") == []


def test_the_text_is_that_of_the_answer_that_counts(told: Version) -> None:
    found = rows(told, "kommune_svar", "1804")
    assert [r["sporsmal"] for r in found] == [1, 2, 5]
    assert found[2]["tekst"] == "Nei."
    assert [r["sporsmal"] for r in rows(told, "kommune_svar", "1835")] == [0]


def test_advice_stands_in_the_order_it_was_given(told: Version) -> None:
    found = rows(told, "kommune_raad", "1804")
    assert [(r["fra"], r["raad"]) for r in found] == [
        ("Politidirektoratet", "anbefaler"),
        ("Nordland politidistrikt", "fraraader"),
    ]
    assert rows(told, "kommune_raad", "1811") == []


def test_what_was_decided_is_told_apart_from_what_was_wished(told: Version) -> None:
    assert [r["sted"] for r in rows(told, "kommune_besluttet", "1848")] == ["Steigen"]
    assert rows(told, "kommune_besluttet", "1811") == []


def test_the_nearest_stations_and_the_one_that_was_closed(told: Version) -> None:
    found = rows(told, "kommune_stasjoner", "1811")
    assert [(r["navn"], r["plass_i_dag"], r["i_kommunen"]) for r in found] == [
        ("Nærøy lensmannskontor", 1, False),
        ("Brønnøysund politistasjon", 2, False),
        ("Vega lensmannskontor", 3, False),
        ("Bindal lensmannskontor", None, True),
    ]
    assert [r["plass_foer"] == 1 for r in found] == [False, False, False, True]
    # Kolvereid lies south-west of Terråk, Brønnøysund north of it.
    assert 225 < found[0]["grader"] < 247
    assert 337 < found[1]["grader"] < 360


def test_the_nearest_before_2017_is_told_also_where_another_municipality_lost_it(
    told: Version,
) -> None:
    found = [r for r in rows(told, "kommune_stasjoner", "5044") if r["plass_foer"] == 1]
    assert [(r["navn"], r["status"], r["i_kommunen"]) for r in found] == [
        ("Bindal lensmannskontor", "nedlagt", False)
    ]


def test_distance_and_bearing_agree_with_the_plane(told: Version) -> None:
    """Over a few kilometres the sphere is a plane, where both are school geometry."""
    (place,) = ask(told, "kart", View()).filter(kommunenummer="5401").to_dicts()
    for row in rows(told, "kommune_stasjoner", "5401"):
        east, north = row["kart_x"] - place["kart_x"], row["kart_y"] - place["kart_y"]
        assert row["km"] == pytest.approx(math.hypot(east, north), rel=0.01, abs=0.05)


def test_neighbours_share_a_border_on_land(told: Version) -> None:
    found = rows(told, "kommune_naboer", "1825")
    assert {r["navn"] for r in found} == {
        "Bindal",
        "Brønnøy",
        "Hattfjelldal",
        "Namsskogan",
        "Røyrvik",
        "Vefsn",
    }
    assert all(r["landgrense"] for r in found)


def test_an_island_has_the_five_nearest_instead(told: Version) -> None:
    found = rows(told, "kommune_naboer", "1835")
    assert len(found) == 5
    assert not any(r["landgrense"] for r in found)
    assert {"Lurøy", "Rødøy"} <= {r["navn"] for r in found}


def test_the_ten_most_like_are_nearest_in_size_and_distance(told: Version) -> None:
    everyone = ask(told, "kart", View()).to_dicts()

    def spread(values: list[float]) -> float:
        mean = sum(values) / len(values)
        return math.sqrt(sum((v - mean) ** 2 for v in values) / len(values))

    size = {r["kommunenummer"]: math.log(r["innbyggere"]) for r in everyone}
    far = {r["kommunenummer"]: r["til_naermeste"] for r in everyone}
    a, b = spread(list(size.values())), spread(list(far.values()))
    for number in ("1811", "0301", "5401"):
        expected = sorted(
            (math.hypot((size[n] - size[number]) / a, (far[n] - far[number]) / b), n)
            for n in size
            if n != number
        )[:10]
        found = rows(told, "kommune_liknende", number)
        assert [r["ulikhet"] for r in found] == pytest.approx([d for d, _n in expected])
        assert {r["kommunenummer"] for r in found} == {n for _d, n in expected}


def test_a_municipality_is_counted_with_its_district_and_the_country(told: Version) -> None:
    found = {
        (r["maal"], r["gruppe"]): (r["i_fokus"], r["svart_punkt"], r["kommuner"])
        for r in rows(told, "kommune_sammenlikning", "1804")
    }
    assert found["bemanning", "distrikt"] == (1, 3, 41)
    assert found["bemanning", "landet"] == (4, 7, 356)
    assert found["onsker", "landet"] == (5, 8, 356)
    assert found["onsker", "liknende"][2] == 10


def test_the_filter_has_no_say_in_the_comparison(told: Version) -> None:
    narrowed = View(kommune="1804", distrikt=("Oslo",), innbyggere=("liten",))
    for name in ("kommune_sammenlikning", "kommune_liknende", "kommune_naboer"):
        assert ask(told, name, narrowed).equals(ask(told, name, View(kommune="1804")))


@pytest.mark.parametrize(
    ("asked", "numbers"),
    [
        ("våler", ["3419", "3018"]),
        ("VALER", ["3419", "3018"]),
        ("Våler kommune", ["3419", "3018"]),
        ("1825", ["1825"]),
        ("guovdageaidnu", ["5430"]),
        ("Karasjohka", ["5437"]),
        ("Kárášjohka", ["5437"]),
        ("traena", ["1835"]),
        ("Sandnessjøen", ["1820"]),
        ("Kautokieno", ["5430"]),
        ("", []),
        ("   ", []),
        ("%", []),
        ("' or 1=1 --", []),
    ],
)
def test_the_search_understands(told: Version, asked: str, numbers: list[str]) -> None:
    found = ask(told, "kommune_finn", View(finn=asked))
    assert found["kommunenummer"].to_list() == numbers


def test_the_list_is_in_norwegian_order(told: Version) -> None:
    names = ask(told, "kommune_liste", View()).get_column("navn").to_list()
    expected = ["Alstahaug", "Aure", "Vågan", "Øksnes", "Østre Toten", "Ålesund", "Åsnes"]
    assert [name for name in names if name in expected] == expected


def test_no_municipality_chosen_is_no_rows(told: Version) -> None:
    for name in (
        "kommune_fakta",
        "kommune_innspill",
        "kommune_svar",
        "kommune_stasjoner",
        "kommune_naboer",
        "kommune_liknende",
        "kommune_sammenlikning",
    ):
        assert rows(told, name, None) == []
