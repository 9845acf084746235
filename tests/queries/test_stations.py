"""The stations that are, were and will be: each in its layer, in the selected municipalities."""

from queries import Version, View, ask


def layers(version: Version, view: View) -> dict[str, int]:
    found = ask(version, "tjenestesteder", view)["lag"].value_counts()
    return dict(found.iter_rows())


def test_the_three_layers_of_the_whole_country(small: Version) -> None:
    assert layers(small, View()) == {"i_dag": 223, "nedlagt": 95, "nytt": 20}
    found = ask(small, "tjenestesteder", View())
    assert found["sted_id"].n_unique() == 338
    assert found.select("lag").to_series().is_sorted()


def test_the_layers_follow_the_selection(small: Version) -> None:
    # Bindal's station closed in 2017; Træna and Moskenes never had one of their own.
    assert layers(small, View(fylke=("Nordland",), innbyggere=("liten",), svart="ja")) == {
        "nedlagt": 1
    }
    assert layers(small, View(distrikt=("Sør-Vest",), svart="ja")) == {"i_dag": 1}
    assert layers(small, View(distrikt=("Oslo",), svart="ja")) == {}


def test_a_station_says_where_it_is_and_how_that_is_known(small: Version) -> None:
    found = ask(small, "tjenestesteder", View(fylke=("Rogaland",), svart="ja"))
    (row,) = found.drop("kart_x", "kart_y", "merknad", "kilde", "aapent").to_dicts()
    sted_id = row.pop("sted_id")
    assert str(sted_id).startswith("T")
    assert row == {
        "lag": "i_dag",
        "navn": "Egersund politistasjon",
        "type": "politistasjon",
        "politidistrikt": "Sør-Vest",
        "kommunenummer": "1101",
        "kommune": "Eigersund",
        "sted": "Egersund",
        "sesong": None,
        "presisjon": "tettsted",
        "kunngjort": None,
        "etableres": None,
        "nedlagt": None,
    }
    assert found["kilde"].item()


def test_the_new_ones_are_dated_and_the_seasonal_ones_are_marked(small: Version) -> None:
    new = ask(small, "tjenestesteder", View()).filter(lag="nytt")
    assert new["kunngjort"].null_count() == 0
    assert new["etableres"].is_between(2022, 2024).all()
    assert 0 < new["sesong"].count() < 20
    others = ask(small, "tjenestesteder", View()).remove(lag="nytt")
    assert others["sesong"].count() == 0


def test_a_station_is_open_but_in_another_season_than_its_own(small: Version) -> None:
    for season, own in (("sommer", {"vinter"}), ("vinter", {"sommer"}), ("helaar", None)):
        found = ask(small, "tjenestesteder", View(sesong=season))
        closed = set(found.filter(aapent=False)["sesong"])
        assert closed == (own or {"sommer", "vinter"})
        assert found.filter(lag="i_dag")["aapent"].all()
    assert ask(small, "tjenestesteder", View())["aapent"].all()
