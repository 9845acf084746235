"""One district's municipalities and its place among the twelve, counted by hand."""

import pytest

from queries import Version, View, ask


def test_the_unhappiest_first_and_the_silent_last(told: Version) -> None:
    found = ask(told, "distrikt_kommuner", View(distrikt=("Nordland",)))
    assert found.height == 41
    assert found.select("kommunenummer", "misnoye").head(3).rows() == [
        ("1835", 3.0),
        ("1804", 0.5),
        ("1874", 0.0),
    ]
    silent = found.filter(har_svart=False)
    assert silent.height == 38
    assert silent["til_naermeste"].is_sorted(descending=True)


def test_what_is_wanted_more_of_is_only_what_is_wanted_more_of(told: Version) -> None:
    found = ask(told, "distrikt_kommuner", View(distrikt=("Nordland",)))
    wanted = dict(found.select("kommunenummer", "mer_av").rows())
    assert wanted["1804"] == ["kanal_internett", "kanal_telefon"]
    assert wanted["1835"] == []


def test_silence_is_counted_of_all_the_municipalities(told: Version) -> None:
    found = ask(told, "distrikt_rang", View()).filter(maal="taushet")
    assert found.height == 12
    (nordland,) = found.filter(politidistrikt="Nordland").to_dicts()
    assert (nordland["teller"], nordland["nevner"], nordland["alle"]) == (38, 41, 41)


def test_answers_are_counted_beside_all_that_could_have_answered(told: Version) -> None:
    found = ask(told, "distrikt_rang", View())
    (row,) = found.filter(politidistrikt="Nordland", maal="bemanning").to_dicts()
    assert (row["teller"], row["nevner"], row["alle"]) == (1, 3, 41)
    assert row["verdi"] == pytest.approx(1 / 3)


def test_the_district_filter_does_not_remove_the_others(told: Version) -> None:
    everything = ask(told, "distrikt_rang", View())
    assert ask(told, "distrikt_rang", View(distrikt=("Nordland",))).equals(everything)
    small = ask(told, "distrikt_rang", View(innbyggere=("liten",))).filter(maal="taushet")
    assert small["nevner"].sum() == ask(told, "kommune_liste", View(innbyggere=("liten",))).height
