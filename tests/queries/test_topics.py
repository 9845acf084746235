"""Questions 1, 3 and 4, and the answers behind a number: counted by hand in a small set."""

import datetime as dt
from typing import Final

import pytest

from data import pipeline
from data import vocabulary as v
from queries import Version, View, ask
from queries.openings import KODER
from tests.small_set import INNSPILL, places, write

# I02 is replaced by I03, which names no channel. I04 speaks for Bindal and Træna, of which Træna
# has themes of its own. I05 speaks for Moskenes alone, since Bindal and Bodø have said more.
KODING: Final = """\
innspill_id,kommunenummer,felt,verdi,utdrag,kodet_av
I01,,tema,rus,rus i sentrum,menneske
I01,,tema,trafikk,,menneske
I01,,samarbeid,politiraad,,menneske
I01,,kanal_annet_sted,mer,politi på torget,menneske
I01,,kanal_telefon,mindre,,menneske
I02,,tema,trafikk,,menneske
I02,,kanal_annet_sted,mer,,menneske
I03,,tema,rus,rus i havna,regel
I03,,tema,rus,rus i byen,regel
I03,,ressurs,ingen,,regel
I03,,kanal_tjenestested,ikke_nevnt,,regel
I03,,kanal_annet_sted,ikke_nevnt,,regel
I03,,kanal_oppmote,ikke_nevnt,,regel
I03,,kanal_telefon,ikke_nevnt,,regel
I03,,kanal_internett,ikke_nevnt,,regel
I04,,tema,rus,,menneske
I04,,tema,trafikk,,menneske
I04,1835,tema,psykisk_helse,,menneske
I04,,kanal_annet_sted,mer,kontordag,menneske
I04,,kanal_telefon,ikke_nevnt,,menneske
I04,,kanal_internett,som_i_dag,,menneske
I05,,kanal_telefon,mer,,regel
I10,,tema,trafikk,,menneske
I10,,samarbeid,politiraad,,menneske
I10,,samarbeid,slt,,menneske
I10,,ressurs,stilling,,menneske
I10,,kanal_oppmote,som_i_dag,,menneske
I10,,kanal_annet_sted,ikke_nevnt,,menneske
"""
SVAR: Final = """\
innspill_id,sporsmal,tekst
I01,1,Vi ser mer rus i sentrum enn før.
I01,4,"Først: politi på torget, også om kvelden. Så: politi på torget."
I03,0,Det er rus i byen. Før var det rus i havna.
"""
CHANNELS: Final = tuple(felt for felt in v.FELT if felt.startswith("kanal_"))


@pytest.fixture(scope="module")
def told(tmp_path_factory: pytest.TempPathFactory) -> Version:
    """Return the database of the ten municipalities with the codes above."""
    folder = tmp_path_factory.mktemp("topics")
    write(folder / "innspill", innspill=INNSPILL, koding=KODING, svar=SVAR)
    with places(folder / "build", folder / "innspill"):
        return pipeline.build("innspill", today=dt.date(2026, 1, 2)).version


def names(version: Version, view: View) -> list[str]:
    return ask(version, "kodede_svar", view.opened)["navn"].to_list()


def test_who_says_anything_at_all(told: Version) -> None:
    for felt, n, people in [
        # Eigersund, Bindal, Træna, Moskenes, Tromsø; Bodø answered without naming a channel.
        ("kanal", 5, 14860 + 1406 + 450 + 982 + 77544),
        ("tema", 5, 14860 + 52803 + 1406 + 450 + 77544),
        ("samarbeid", 2, 14860 + 77544),
        ("ressurs", 2, 52803 + 77544),
    ]:
        row = ask(told, "dekning_felt", View(), felt=felt).row(0, named=True)
        assert (row["kommuner"], row["svart"]) == (356, 9)
        assert (row["svart_punkt"], row["innbyggere_svart_punkt"]) == (n, people), felt
        # All who answered have named something.
        assert row["uten_verdi"] == 0


def test_what_is_wanted_of_each_channel(told: Version) -> None:
    found = {
        (row["kanal"], row["verdi"]): row["kommuner"]
        for row in ask(told, "kanaler", View()).to_dicts()
    }
    wishes = ("mer", "som_i_dag", "mindre", "ikke_nevnt", "ikke_kodet")
    assert {c: [found[c, w] for w in wishes] for c in CHANNELS} == {
        "kanal_tjenestested": [0, 0, 0, 0, 5],
        "kanal_annet_sted": [3, 0, 0, 1, 1],
        "kanal_oppmote": [0, 1, 0, 0, 4],
        "kanal_telefon": [1, 0, 1, 2, 1],
        "kanal_internett": [0, 2, 0, 0, 3],
    }
    assert set(ask(told, "kanaler", View())["svart_punkt"]) == {5}


def test_a_selection_where_nobody_names_a_channel_has_no_rows(told: Version) -> None:
    assert ask(told, "kanaler", View(innbyggere=("stor",), distrikt=("Nordland",))).is_empty()


def test_the_channels_together(told: Version) -> None:
    row = ask(told, "kanal_samlet", View()).row(0, named=True)
    # Eigersund wants more of one channel and less of another; Tromsø wants it as today.
    assert row == {
        "kommuner": 356,
        "svart_punkt": 5,
        "mer": 4,
        "mindre": 1,
        "som_i_dag": 1,
        "uten_kanal": 1,
        "ukodet": 3,
        "innbyggere_mer": 17698,
        "innbyggere_som_i_dag": 77544,
    }


def test_who_wants_more_by_distance(told: Version) -> None:
    rows = ask(told, "kanal_gruppe", View(svart="ja"), gruppering="avstand").to_dicts()
    found = {r["gruppe"]: r for r in rows if r["verdi"] == "kanal_annet_sted"}
    shown = {g: (r["kommuner"], r["svart_punkt"], r["gruppe_kommuner"]) for g, r in found.items()}
    # Near: Eigersund and Tromsø say something, Bodø does not. Far: Bindal, Træna and Moskenes.
    assert shown == {
        "under_5": (1, 2, 3),
        "5_14": (0, 0, 2),
        "15_29": (0, 0, 1),
        "30_og_mer": (2, 3, 3),
    }
    assert found["5_14"]["andel"] is None
    assert found["30_og_mer"]["andel"] == pytest.approx(2 / 3)


def test_what_is_named_with_the_commonest_first(told: Version) -> None:
    # Bodø has two passages on one theme and counts once; Træna's own theme replaces the joint ones.
    found = ask(told, "nevnt", View(), felt="tema").select("verdi", "kommuner", "svart_punkt")
    assert found.rows() == [("rus", 3, 5), ("trafikk", 3, 5), ("psykisk_helse", 1, 5)]
    assert ask(told, "nevnt", View(), felt="ressurs")["kommuner"].to_list() == [1, 1]


def test_what_nobody_in_the_selection_names_is_a_true_zero(told: Version) -> None:
    found = ask(told, "nevnt", View(distrikt=("Troms",)), felt="tema").select("verdi", "kommuner")
    assert found.rows() == [("trafikk", 1), ("psykisk_helse", 0), ("rus", 0)]


def test_what_is_named_by_district(told: Version) -> None:
    rows = ask(told, "nevnt_gruppe", View(), felt="tema", gruppering="politidistrikt").to_dicts()
    nordland = {
        r["verdi"]: (r["kommuner"], r["svart_punkt"]) for r in rows if r["gruppe"] == "Nordland"
    }
    assert nordland == {"rus": (1, 2), "psykisk_helse": (1, 2), "trafikk": (0, 2)}
    assert {r["andel"] for r in rows if r["gruppe"] == "Oslo"} == {None}
    assert len(rows) == 12 * 3


def test_what_is_named_by_size_of_those_who_answered(told: Version) -> None:
    rows = ask(told, "nevnt_gruppe", View(svart="ja"), felt="tema", gruppering="storrelse")
    found = rows.filter(verdi="rus").select("gruppe", "gruppe_kommuner", "svart_punkt", "kommuner")
    # Small: Bindal and Træna of four. Middling: Eigersund of three. Large: Bodø and Tromsø.
    assert found.rows() == [("liten", 4, 2, 1), ("middels", 3, 1, 1), ("stor", 2, 2, 1)]


def test_what_is_named_together_and_what_chance_would_give(told: Version) -> None:
    (pair,) = ask(told, "nevnt_par", View(), felt="tema").to_dicts()
    assert {pair["verdi"], pair["annen"]} == {"rus", "trafikk"}
    # Bindal and Eigersund; three of five name each.
    assert (pair["kommuner"], pair["svart_punkt"]) == (2, 5)
    assert pair["ventet"] == pytest.approx(3 * 3 / 5)


@pytest.mark.parametrize(
    ("view", "expected"),
    [
        (View(kode="tema:rus"), ["Bindal", "Bodø", "Eigersund"]),
        (View(kode="tema:rus", samtidig="tema:trafikk"), ["Bindal", "Eigersund"]),
        (View(kode="tema:rus", distrikt=("Nordland",)), ["Bodø"]),
        (View(kode="tema:rus", distrikt=("Troms",), gruppe="politidistrikt:Nordland"), ["Bodø"]),
        (
            View(kode="tema:rus", distrikt=("Troms",), gruppe="landet"),
            ["Bindal", "Bodø", "Eigersund"],
        ),
        (View(kode="tema:rus", gruppe="storrelse:liten"), ["Bindal"]),
        (View(kode="kanal_annet_sted:mer", gruppe="avstand:30_og_mer"), ["Bindal", "Træna"]),
        # Bodø does not name the telephone either, but names no channel at all.
        (View(kode="kanal_telefon:ikke_nevnt"), ["Bindal", "Træna"]),
        (View(kode="kanal_internett:mer"), []),
        (View(), []),
    ],
)
def test_the_municipalities_behind_a_number(told: Version, view: View, expected: list[str]) -> None:
    assert names(told, view) == expected


def test_the_passage_stands_where_it_first_stands_in_the_answer(told: Version) -> None:
    def found(kode: str, navn: str) -> tuple[str | None, str | None, str | None]:
        rows = ask(told, "kodede_svar", View(kode=kode)).filter(navn=navn)
        row = rows.select("foran", "utdrag", "etter").row(0)
        return row[0], row[1], row[2]

    assert found("tema:rus", "Eigersund") == ("Vi ser mer ", "rus i sentrum", " enn før.")
    assert found("tema:rus", "Bodø") == ("Det er ", "rus i byen", ". Før var det rus i havna.")
    assert found("kanal_annet_sted:mer", "Eigersund")[:2] == ("Først: ", "politi på torget")
    assert found("kanal_annet_sted:mer", "Bindal") == (None, "kontordag", None)
    assert found("tema:trafikk", "Tromsø") == (None, None, None)


def test_every_count_equals_the_rows_behind_it(told: Version) -> None:
    counted = {
        f"{felt}:{row['verdi']}": row["kommuner"]
        for felt in ("tema", "samarbeid", "ressurs")
        for row in ask(told, "nevnt", View(), felt=felt).to_dicts()
    } | {
        f"{row['kanal']}:{row['verdi']}": row["kommuner"]
        for row in ask(told, "kanaler", View()).to_dicts()
        if row["verdi"] != "ikke_kodet"
    }
    assert {kode for kode, n in counted.items() if n} <= set(KODER)
    for kode, n in counted.items():
        assert len(names(told, View(kode=kode))) == n, kode
