"""Shares are of those who answered the point; the others are counted and have no share."""

from typing import Any, Final

import pytest

from queries import Version, View, ask

ANSWERED: Final = View(svart="ja")
Groups = dict[str, dict[str, int]]


def asked(version: Version, view: View, by: str = "alle") -> list[dict[str, Any]]:
    rows = ask(version, "fordeling_gruppe", view, gruppering=by).to_dicts()
    return [row for row in rows if row["maal"] == view.vis]


def counts(rows: list[dict[str, Any]]) -> Groups:
    groups: Groups = {}
    for row in rows:
        groups.setdefault(row["gruppe"], {})[row["verdi"]] = row["kommuner"]
    return groups


def bases(rows: list[dict[str, Any]]) -> dict[str, tuple[int, ...]]:
    columns = ("kommuner", "svart", "svart_punkt", "innbyggere", "innbyggere_svart_punkt")
    return {row["gruppe"]: tuple(row[f"gruppe_{c}"] for c in columns) for row in rows}


def test_all_who_answered_about_staffing(small: Version) -> None:
    rows = asked(small, ANSWERED)
    assert counts(rows) == {
        "alle": {
            "delvis": 1,
            "ikke_besvart": 1,
            "ikke_kodet": 1,
            "ikke_tilfreds": 4,
            "tilfreds": 2,
        }
    }
    # Of nine, Luster did not answer the point and Våler (Innlandet) is not coded: 5246 + 3597.
    assert bases(rows) == {"alle": (9, 9, 7, 162_801, 162_801 - 8_843)}
    shares = {row["verdi"]: row["andel"] for row in rows}
    assert shares == {
        "delvis": pytest.approx(1 / 7),
        "ikke_besvart": None,
        "ikke_kodet": None,
        "ikke_tilfreds": pytest.approx(4 / 7),
        "tilfreds": pytest.approx(2 / 7),
    }


def test_silence_is_counted_and_never_divided_by(small: Version) -> None:
    rows = asked(small, View())
    silent = next(row for row in rows if row["verdi"] == "ikke_svart")
    assert (silent["kommuner"], silent["andel"]) == (347, None)
    assert bases(rows) == {"alle": (356, 9, 7, 5_425_270, 153_958)}
    assert sum(row["andel"] or 0 for row in rows) == pytest.approx(1)


@pytest.mark.parametrize(
    ("measure", "expected", "answered"),
    [
        (
            "tjenestestedstruktur",
            {"delvis": 1, "ikke_kodet": 2, "ikke_tilfreds": 2, "tilfreds": 2, "uklart": 2},
            7,
        ),
        (
            "tjenestetilbud",
            {"delvis": 1, "ikke_besvart": 2, "ikke_kodet": 2, "ikke_tilfreds": 2, "tilfreds": 2},
            5,
        ),
        ("onsker", {"betinget": 2, "ikke_kodet": 1, "ja": 3, "nei": 2, "uklart": 1}, 8),
        (
            "lokaler",
            {"ikke_besvart": 1, "ikke_kodet": 1, "ja": 3, "nei": 2, "uklart": 1, "vurderes": 1},
            7,
        ),
    ],
)
def test_each_measure_and_unclear_as_an_answer(
    small: Version, measure: str, expected: dict[str, int], answered: int
) -> None:
    rows = asked(small, ANSWERED.having(vis=measure))
    assert counts(rows) == {"alle": expected}
    for row in rows:
        assert row["gruppe_svart_punkt"] == answered
        answer = row["verdi"] not in {"ikke_besvart", "ikke_kodet"}
        assert row["andel"] == (pytest.approx(row["kommuner"] / answered) if answer else None)


def test_by_size(small: Version) -> None:
    rows = asked(small, ANSWERED, "storrelse")
    assert counts(rows) == {
        "liten": {"ikke_kodet": 1, "ikke_tilfreds": 2, "tilfreds": 1},
        "middels": {"ikke_besvart": 1, "ikke_tilfreds": 2},
        "stor": {"delvis": 1, "tilfreds": 1},
    }
    assert bases(rows) == {
        "liten": (4, 4, 3, 6_435, 2_838),
        "middels": (3, 3, 2, 26_019, 20_773),
        "stor": (2, 2, 2, 130_347, 130_347),
    }


def test_by_distance(small: Version) -> None:
    assert counts(asked(small, ANSWERED, "avstand")) == {
        "15_29": {"ikke_besvart": 1},
        "30_og_mer": {"ikke_tilfreds": 2, "tilfreds": 1},
        "5_14": {"ikke_kodet": 1, "ikke_tilfreds": 1},
        "under_5": {"delvis": 1, "ikke_tilfreds": 1, "tilfreds": 1},
    }


def test_a_group_where_nobody_answered_the_point_has_no_share(small: Version) -> None:
    (row,) = asked(small, ANSWERED.having(distrikt=("Vest",)), "politidistrikt")
    assert (row["verdi"], row["kommuner"], row["andel"]) == ("ikke_besvart", 1, None)
    assert (row["gruppe_svart"], row["gruppe_svart_punkt"]) == (1, 0)
    assert row["gruppe_innbyggere_svart_punkt"] == 0


def test_by_district_in_norwegian_order_the_silent_included(small: Version) -> None:
    rows = asked(small, View(vis="onsker"), "politidistrikt")
    groups = counts(rows)
    assert list(groups) == [
        "Agder",
        "Finnmark",
        "Innlandet",
        "Møre og Romsdal",
        "Nordland",
        "Oslo",
        "Sør-Vest",
        "Sør-Øst",
        "Troms",
        "Trøndelag",
        "Vest",
        "Øst",
    ]
    assert groups["Nordland"].pop("ikke_svart") == bases(rows)["Nordland"][0] - 3
    assert groups["Nordland"] == {"betinget": 1, "ja": 1, "nei": 1}
    assert bases(rows)["Nordland"][1:3] == (3, 3)
    assert bases(rows)["Nordland"][4] == 54_235
    assert groups["Oslo"] == {"ikke_svart": 3}
    assert sum(base[0] for base in bases(rows).values()) == 356


def test_by_county_bindal_is_in_nordland(small: Version) -> None:
    groups = counts(asked(small, ANSWERED, "fylke"))
    assert groups["Nordland"] == {"delvis": 1, "ikke_tilfreds": 2, "tilfreds": 1}
    assert set(groups) == {
        "Innlandet",
        "Nordland",
        "Rogaland",
        "Troms og Finnmark",
        "Vestland",
        "Viken",
    }


def test_an_empty_selection_has_no_groups(small: Version) -> None:
    assert asked(small, View(distrikt=("Oslo",), svart="ja"), "fylke") == []
