"""Why municipalities are dissatisfied, and which of them are most so."""

from queries import Version, View, ask


def reasons(version: Version, view: View) -> list[tuple[object, ...]]:
    found = ask(version, "grunner", view)
    return found.select("grunn", "kommuner", "misfornoyde", "andel").rows()


def ranked(version: Version, view: View) -> list[tuple[object, ...]]:
    found = ask(version, "misnoye_kommune", view)
    return found.select("kommunenummer", "misnoye").rows()


def test_reasons_of_those_who_are_dissatisfied(small: Version) -> None:
    # Of Eigersund, Bodø, Bindal, Træna and Våler (Viken). Luster gave a reason and no opinion, so
    # synlighet is Træna's alone, and Træna's own reason stands for all that were given jointly.
    assert reasons(small, View()) == [
        ("responstid", 3, 5, 3 / 5),
        ("avstand", 2, 5, 2 / 5),
        ("faerre_folk", 1, 5, 1 / 5),
        ("synlighet", 1, 5, 1 / 5),
    ]


def test_who_might_have_been_dissatisfied_and_did_not_say(small: Version) -> None:
    # Moskenes, Luster and Våler (Innlandet) are silent on a point; Bodø too, but it is dissatisfied
    # on another.
    for view, undecided in ((View(svart="ja"), 3), (View(), 3 + 347)):
        (found,) = ask(small, "grunner", view).select("misfornoyde", "uavklarte").unique().rows()
        assert found == (5, undecided)


def test_reasons_follow_the_filter_in_both_parts_of_the_share(small: Version) -> None:
    assert reasons(small, View(innbyggere=("liten",))) == [
        ("avstand", 1, 2, 1 / 2),
        ("responstid", 1, 2, 1 / 2),
        ("synlighet", 1, 2, 1 / 2),
    ]
    assert reasons(small, View(fylke=("Rogaland",))) == [
        ("faerre_folk", 1, 1, 1.0),
        ("responstid", 1, 1, 1.0),
    ]


def test_the_satisfied_have_no_reasons(small: Version) -> None:
    assert reasons(small, View(distrikt=("Troms",))) == []
    assert reasons(small, View(svart="nei")) == []


def test_the_most_dissatisfied_first_then_the_farthest_away(small: Version) -> None:
    # Moskenes, Luster, Våler (Innlandet) and Tromsø have said nothing that is dissatisfaction.
    assert ranked(small, View()) == [
        ("1811", 3.0),
        ("1835", 3.0),
        ("3018", 1.5),
        ("1101", 1.5),
        ("1804", 0.5),
    ]


def test_the_rank_follows_the_filter(small: Version) -> None:
    assert ranked(small, View(distrikt=("Nordland",))) == [("1835", 3.0), ("1804", 0.5)]
    assert ranked(small, View(stasjon="ja")) == [("1101", 1.5), ("1804", 0.5)]
    assert ranked(small, View(innbyggere=("middels",))) == [("3018", 1.5), ("1101", 1.5)]
    assert ranked(small, View(svart="nei")) == []


def test_each_rank_shows_what_it_rests_on(small: Version) -> None:
    found = ask(small, "misnoye_kommune", View(distrikt=("Øst",))).row(0, named=True)
    km = found.pop("til_naermeste")
    assert round(km, 2) == 13.84
    assert found == {
        "kommunenummer": "3018",
        "navn": "Våler (Viken)",
        "politidistrikt": "Øst",
        "bemanning": "ikke_tilfreds",
        "tjenestestedstruktur": "uklart",
        "tjenestetilbud": "delvis",
        "misnoye": 1.5,
        "onsker": "betinget",
        "innbyggere": 5913,
    }
