"""What has changed since a link was made: two versions of one set, told apart row by row."""

from pages.parts.cards import CARDS
from pages.parts.reading.reader import Reader
from pages.parts.wording.differences import changes
from queries import Version, View
from tests.pages.app import html, opened


def reader(version: Version, **chosen: object) -> Reader:
    return Reader(View(data="innspill", versjon=version.version).having(**chosen), version)


def test_every_kind_of_change_is_told(two: tuple[Version, Version]) -> None:
    found = changes(reader(two[0]), *two)
    assert found.answered == (("0301", "Oslo"),)
    assert found.withdrawn == (("1874", "Moskenes"),)
    assert [(c.navn, c.measure, c.before, c.after) for c in found.codes] == [
        ("Luster", "bemanning", "ikke_besvart", "tilfreds")
    ]
    assert found.offered == (("1101", "Eigersund", "nav_kontor"),)
    assert found.gone == (("1874", "Moskenes", "raadhus"),)
    assert {name: (was, now) for name, was, now in found.numbers}["onsker"] == (5, 4)


def test_only_the_selection_counts(two: tuple[Version, Version]) -> None:
    found = changes(reader(two[0], distrikt=("Vest",)), *two)
    assert not found.answered
    assert not found.offered
    assert [c.navn for c in found.codes] == ["Luster"]


def test_equal_versions_have_no_changes(two: tuple[Version, Version]) -> None:
    assert changes(reader(two[0]), two[0], two[0]).nothing
    assert not changes(reader(two[0]), *two).nothing


def test_the_cards_list_what_the_titles_count(two: tuple[Version, Version]) -> None:
    card = CARDS["endringer-svar"](reader(two[0]))
    assert card.title == "3 endringer i svarene"
    assert len(card.table.rows) == 3
    rooms = CARDS["endringer-lokaler"](reader(two[0]))
    assert [row[2] for row in rooms.table.rows] == ["Kommet til", "Tatt ut"]


def test_a_pinned_reader_sees_the_old_numbers_and_a_way_to_the_new(
    two: tuple[Version, Version],
) -> None:
    older, newer = two
    drawn = html(opened(data="innspill", versjon=older.version))
    assert f"Du ser data fra versjon {older.version}" in drawn
    assert f"Data {older.version}" in drawn
    assert "Hva er endret" in drawn
    fresh = html(opened(data="innspill"))
    assert "Du ser data fra versjon" not in fresh
    assert f"Data {newer.version}" in fresh


def test_a_version_that_is_gone_is_said_to_be_gone(two: tuple[Version, Version]) -> None:
    drawn = html(opened(data="innspill", versjon="2020-01-01-abcdef0"))
    assert "2020-01-01-abcdef0 finnes ikke lenger her" in drawn


def test_one_version_has_nothing_to_compare_with(demo: Reader) -> None:
    assert CARDS["endringer-tall"](demo).title == "Ingen nøkkeltall er endret"
    assert CARDS["endringer-tall"](demo).basis == "Det finnes bare én dataversjon"
