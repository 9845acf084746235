"""The totals at the top of the page, counted by hand in the small set."""

from typing import Any

import pytest

from queries import Version, View, ask


def totals(version: Version, view: View) -> dict[str, Any]:
    (row,) = ask(version, "nokkeltall", view).to_dicts()
    return row


def test_the_whole_country_with_346_silent_municipalities_and_oslo(small: Version) -> None:
    row = totals(small, View())
    del row["snitt_kommune"], row["snitt_innbygger"], row["uten_tjenestested"]
    assert row == {
        "kommuner": 356,
        "svart": 9,
        # Bodø's second answer came on 10 June.
        "etter_frist": 1,
        "innbyggere": 5_425_270,
        # 14860 + 52803 + 1406 + 450 + 982 + 5913 + 3597 + 5246 + 77544
        "innbyggere_svart": 162_801,
        # Bindal, Moskenes and Tromsø; with conditions Træna and Våler (Viken).
        "onsker": 5,
        "onsker_med_forbehold": 2,
        "onsker_ikke": 2,
        "onsker_uklart": 1,
        # Våler (Innlandet) has answered, and nobody has coded the answer.
        "onsker_ukodet": 1,
        "tilbyr": 3,
        # Bindal and Træna together, and Våler (Viken).
        "onsker_og_tilbyr": 3,
        "vurderes": 1,
        "lokaler_ukodet": 1,
        # All nine that answered.
        "lokaler_kjent": 9,
        "lokaler": 5,
    }


def test_those_who_answered_in_nordland(small: Version) -> None:
    row = totals(small, View(distrikt=("Nordland",), svart="ja"))
    # Bodø, Træna and Moskenes; Bindal lies in the county but in another police district.
    assert row["snitt_kommune"] == pytest.approx((0 + 34.384 + 32.287) / 3, abs=0.001)
    weighted = (0 * 52803 + 34.384 * 450 + 32.287 * 982) / (52803 + 450 + 982)
    assert row["snitt_innbygger"] == pytest.approx(weighted, abs=0.001)
    assert (row["kommuner"], row["svart"], row["innbyggere"]) == (3, 3, 54_235)
    assert (row["onsker"], row["onsker_med_forbehold"], row["onsker_ikke"]) == (2, 1, 1)
    assert (row["tilbyr"], row["vurderes"], row["lokaler"]) == (1, 1, 2)
    assert row["uten_tjenestested"] == 2


def test_silence_is_in_the_whole_but_not_in_the_part(small: Version) -> None:
    row = totals(small, View(distrikt=("Oslo",)))
    # Oslo, Bærum and Asker, none of which has answered.
    assert (row["kommuner"], row["svart"]) == (3, 0)
    assert (row["innbyggere"], row["innbyggere_svart"]) == (924_897, 0)
    assert (row["onsker"], row["onsker_ikke"], row["onsker_uklart"]) == (0, 0, 0)


def test_an_empty_selection_counts_nothing_and_has_no_average(small: Version) -> None:
    row = totals(small, View(distrikt=("Oslo",), svart="ja"))
    averages = [row.pop("snitt_kommune"), row.pop("snitt_innbygger")]
    assert averages == [None, None]
    assert set(row.values()) == {0}


def test_what_the_set_is_made_of(small: Version) -> None:
    (row,) = ask(small, "datagrunnlag", View()).to_dicts()
    assert row == {
        "innspill": 12,
        "fra_kommuner": 9,
        # The council, the organisation and the county.
        "fra_andre": 3,
        "erstattet": 1,
        # Bodø on 10 June and the organisation on 15 June; Tromsø came on the last day.
        "etter_frist": 2,
        "satt_til_side": 1,
    }


def test_what_the_set_is_made_of_does_not_follow_the_filter(small: Version) -> None:
    everything = ask(small, "datagrunnlag", View())
    assert ask(small, "datagrunnlag", View(distrikt=("Oslo",))).equals(everything)
