"""The municipalities one by one: on the map, in the list of answers, and alone."""

from datetime import date
from pathlib import Path

import pytest

from data import pipeline
from queries import Version, View, ask
from tests.small_set import ANSWERED, places, write


def test_the_map_has_every_municipality_and_its_value(small: Version) -> None:
    found = ask(small, "kart", View())
    assert found.height == 356
    assert found["kommunenummer"].is_sorted()
    values = dict(found.select("kommunenummer", "verdi").rows())
    assert {number: values[number] for number in (*ANSWERED, "0301")} == {
        "1101": "ikke_tilfreds",
        "1804": "delvis",
        "1811": "ikke_tilfreds",
        "1835": "ikke_tilfreds",
        "1874": "tilfreds",
        "3018": "ikke_tilfreds",
        "3419": "ikke_kodet",
        "4644": "ikke_besvart",
        "5401": "tilfreds",
        "0301": "ikke_svart",
    }
    assert found["i_utvalg"].all()


def test_the_map_keeps_those_outside_the_selection(small: Version) -> None:
    found = ask(small, "kart", View(fylke=("Nordland",), svart="ja", vis="onsker"))
    assert found.height == 356
    inside = found.filter("i_utvalg")
    assert inside.select("kommunenummer", "verdi").rows() == [
        ("1804", "nei"),
        ("1811", "ja"),
        ("1835", "betinget"),
        ("1874", "ja"),
    ]
    (tromso,) = found.filter(kommunenummer="5401").to_dicts()
    assert (tromso["verdi"], tromso["i_utvalg"]) == ("ja", False)


def test_the_answers_behind_the_figures_in_norwegian_order(small: Version) -> None:
    found = ask(small, "innspill", View())
    assert found["navn"].to_list() == [
        "Bindal",
        "Bodø",
        "Eigersund",
        "Luster",
        "Moskenes",
        "Tromsø",
        "Træna",
        "Våler (Innlandet)",
        "Våler (Viken)",
    ]
    bodo = found.row(1, named=True)
    assert bodo == {
        "kommunenummer": "1804",
        "navn": "Bodø",
        "politidistrikt": "Nordland",
        "avsender": "Bodø kommune",
        "dato": date(2022, 6, 10),
        "etter_frist": True,
        "belegg": None,
        "bemanning": "delvis",
        "tjenestestedstruktur": "tilfreds",
        "tjenestetilbud": "ikke_besvart",
        "onsker": "nei",
        "lokaler": "uklart",
        "kilde": "sak 3",
        "merknad": "Nytt vedtak",
    }
    assert found["etter_frist"].to_list().count(True) == 1


def test_the_alphabet_has_its_norwegian_end(tmp_path: Path) -> None:
    named = {"1507": "Ålesund", "5058": "Åfjord", "3440": "Øyer", "5057": "Ørland", "5001": "T"}
    lines = ["innspill_id,avsender,avsendertype,kommunenumre,malform,kilde"]
    lines += [f"A{n},{name},kommune,{n},bokmaal,sak" for n, name in named.items()]
    write(tmp_path / "innspill", innspill="\n".join(lines))
    with places(tmp_path / "build", tmp_path / "innspill"):
        version = pipeline.build("innspill").version
    found = ask(version, "innspill", View())["navn"].to_list()
    assert found == ["Trondheim", "Ørland", "Øyer", "Åfjord", "Ålesund"]


def test_each_municipality_is_answered_for_by_the_sender_that_governs(small: Version) -> None:
    found = ask(small, "innspill", View(fylke=("Nordland",)))
    assert found.select("navn", "avsender").rows() == [
        ("Bindal", "Bindal og Træna kommuner"),
        ("Bodø", "Bodø kommune"),
        ("Moskenes", "Rådet i nord"),
        ("Træna", "Bindal og Træna kommuner"),
    ]


def test_no_answers_in_an_empty_selection(small: Version) -> None:
    assert ask(small, "innspill", View(svart="nei")).height == 0
    assert ask(small, "innspill", View(distrikt=("Oslo",))).height == 0


def test_one_municipality_that_answered_jointly(small: Version) -> None:
    (row,) = ask(small, "kommune", View(kommune="1835")).to_dicts()
    assert round(row.pop("til_naermeste"), 2) == 34.38
    assert row == {
        "kommunenummer": "1835",
        "navn": "Træna",
        "politidistrikt": "Nordland",
        "fylkesnavn": "Nordland",
        "innbyggere": 450,
        "tjenestesteder": 0,
        "nedlagte_2017": 0,
        "naermeste_tjenestested": "Lurøy og Træna lensmannskontor",
        "svarstatus": "svart",
        "avsender": "Bindal og Træna kommuner",
        "dato": date(2022, 5, 31),
        "etter_frist": False,
        "belegg": None,
        "bemanning": "ikke_tilfreds",
        "tjenestestedstruktur": "ikke_tilfreds",
        "tjenestetilbud": "ikke_tilfreds",
        "onsker": "betinget",
        "lokaler": "ja",
        "antall_lokaler": 1,
        "kilde": "sak 4",
        "merknad": None,
    }


def test_one_municipality_that_is_silent(small: Version) -> None:
    (row,) = ask(small, "kommune", View(kommune="0301")).to_dicts()
    assert (row["navn"], row["svarstatus"], row["bemanning"]) == (
        "Oslo",
        "ikke_svart",
        "ikke_svart",
    )
    # An organisation wrote about Oslo, and does not speak for it.
    assert (row["avsender"], row["kilde"], row["dato"]) == (None, None, None)
    assert (row["tjenestesteder"], row["antall_lokaler"]) == (5, 0)


@pytest.mark.parametrize("number", [None, "0000"])
def test_no_municipality_no_row(small: Version, number: str | None) -> None:
    assert ask(small, "kommune", View(kommune=number)).height == 0
    assert ask(small, "kommuneutdrag", View(kommune=number)).height == 0


def test_the_passages_behind_the_codes_of_one_municipality(small: Version) -> None:
    found = ask(small, "kommuneutdrag", View(kommune="1835"))
    assert found["malform"].unique().to_list() == ["nynorsk"]
    assert found.drop("malform", "status", "regel", "sikkerhet").rows() == [
        ("grunn", "synlighet", None, "menneske"),
        ("onsker_tjenestested", "betinget", "hvis ferja går", "menneske"),
        ("tilbyr_lokaler", "ja", None, "menneske"),
        ("tilfreds_bemanning", "ikke_tilfreds", None, "menneske"),
        ("tilfreds_tjenestestedstruktur", "ikke_tilfreds", None, "menneske"),
        ("tilfreds_tjenestetilbud", "ikke_tilfreds", None, "menneske"),
    ]


def test_passages_of_an_answer_that_does_not_govern_are_not_shown(small: Version) -> None:
    bodo = ask(small, "kommuneutdrag", View(kommune="1804")).select("felt", "verdi").rows()
    assert ("tilbyr_lokaler", "uklart") in bodo
    assert ("tilbyr_lokaler", "ja") not in bodo
    assert ("tilbyr_lokaler", "vurderes") not in bodo
    assert ask(small, "kommuneutdrag", View(kommune="3419")).height == 0
