"""What moved on a page between two versions: each number a reader sees differ, and no other."""

import re
from html import unescape

import pytest

from pages.parts.drawing.table import Column, Table
from pages.parts.openings import PAGES as OPENINGS
from pages.parts.openings import names
from pages.parts.openings.every_card import EVERY_CARD
from pages.parts.openings.moved import Move, compared, compared_figures
from pages.parts.openings.moved_on_page import SHOWN, moved_on
from pages.parts.reading.reader import Reader
from pages.parts.wording.opening import Figure
from queries import Version, View
from queries.page_names import PAGES, path_of
from tests.pages.app import html, opened

WHERE = [Column("Distrikt"), Column("Fylke"), Column("Antall", "whole"), Column("Andel", "share")]


def table(*rows: tuple[object, ...]) -> Table:
    return Table.of(WHERE, rows)


def reader(version: Version, **chosen: object) -> Reader:
    view = View(data=version.dataset, versjon=version.version)
    return Reader(view.having(**chosen), version)


def test_a_row_is_known_by_its_words_wherever_it_stands() -> None:
    old = table(("Vest", "Vestland", 4, 0.5), ("Øst", "Viken", 2, 0.25))
    new = table(("Øst", "Viken", 3, 0.25), ("Vest", "Vestland", 4, 0.5))
    assert compared(old, new) == (Move("Øst", "Antall", "2", "3"),)
    assert compared(old, old) == ()


def test_rows_that_share_a_word_are_told_apart_by_the_next() -> None:
    old = table(("Øst", "Viken", 2, 0.25), ("Øst", "Oslo", 1, 0.1))
    new = table(("Øst", "Oslo", 2, 0.1), ("Øst", "Viken", 2, 0.25))
    assert compared(old, new) == (Move("Øst, Oslo", "Antall", "1", "2"),)
    # As few words as do: the answer is not a part of the name.
    three = [Column("Distrikt"), Column("Fylke"), Column("Svar")]
    asked = Table.of(three, [("Øst", "Viken", "Ja"), ("Øst", "Oslo", "Ja")])
    again = Table.of(three, [("Øst", "Viken", "Ja"), ("Øst", "Oslo", "Nei")])
    assert compared(asked, again) == (Move("Øst, Oslo", "Svar", "Ja", "Nei"),)
    # Even equal words do not hide a change.
    old = table(("Øst", "Oslo", 2, 0.1), ("Øst", "Oslo", 5, 0.1))
    new = table(("Øst", "Oslo", 2, 0.1), ("Øst", "Oslo", 6, 0.1))
    assert compared(old, new) == (Move("Øst, Oslo, (2)", "Antall", "5", "6"),)


def test_rows_that_came_and_went_are_changes_too() -> None:
    old, new = table(("Vest", "", 4, 0.5)), table(("Øst", "", 3, 0.5))
    assert compared(old, new) == (
        Move("Øst", "Hele raden", "ikke med", "med"),
        Move("Vest", "Hele raden", "med", "ikke med"),
    )


def test_what_is_written_alike_is_alike_and_nothing_is_not_zero() -> None:
    old, new = table(("Vest", "", 4, 0.501)), table(("Vest", "", 4, 0.502))
    assert compared(old, new) == ()
    old, new = table(("Vest", "", None, 0.5)), table(("Vest", "", 0, 0.5))
    assert [(m.before, m.after) for m in compared(old, new)] == [("–", "0")]


def test_columns_are_known_by_their_headings() -> None:
    old = Table.of([Column("Navn"), Column("A", "whole"), Column("B", "whole")], [("x", 1, 2)])
    new = Table.of([Column("Navn"), Column("B", "whole"), Column("C", "whole")], [("x", 3, 9)])
    assert compared(old, new) == (Move("x", "B", "2", "3"),)
    # A table whose first column is a number is known by that.
    old = Table.of([Column("Km", "km"), Column("N", "whole")], [(5, 1), (10, 2)])
    new = Table.of([Column("Km", "km"), Column("N", "whole")], [(5, 1), (10, 4)])
    assert [(m.column, m.before, m.after) for m in compared(old, new)] == [("N", "2", "4")]


def test_a_long_answer_is_cut_where_it_is_shown() -> None:
    old = Table.of([Column("Navn"), Column("Svar")], [("x", "a" * 5000)])
    new = Table.of([Column("Navn"), Column("Svar")], [("x", "b" * 5000)])
    (move,) = compared(old, new)
    assert len(move.before) < 200
    assert move.before.endswith("…")


def test_key_figures_are_compared_by_value_and_basis() -> None:
    old = [Figure("5", "ønsker", "av 9"), Figure("1", "tilbyr lokale", "")]
    new = [Figure("6", "ønsker", "av 10"), Figure("2", "tilbyr lokaler", "")]
    assert compared_figures(old, new) == (
        Move("ønsker", "Verdi", "5", "6"),
        Move("ønsker", "Grunnlag", "av 9", "av 10"),
        Move("tilbyr lokaler", "Verdi", "1", "2"),
    )
    assert compared_figures([], new[:1])[0] == Move("ønsker", "Verdi", "", "6")


def test_the_page_tells_what_its_own_cards_tell(two: tuple[Version, Version]) -> None:
    older, newer = two
    found = moved_on(reader(older), "oversikt", older, newer)
    by_card = {figure.card: figure for figure in found.figures}
    assert by_card["politidistrikt"].moves
    for move in by_card["politidistrikt"].moves:
        for version, said in ((older, move.before), (newer, move.after)):
            made = EVERY_CARD["politidistrikt"](reader(version)).table
            place = [each.heading for each in made.columns].index(move.column)
            cells = next(r for r in made.rows if r[0] == move.row)
            assert made.columns[place].text(cells[place]) == said
    listed = {(m.row, m.column): m for m in by_card["innspill"].moves}
    assert listed["Oslo", "Hele raden"].after == "med"
    assert listed["Moskenes", "Hele raden"].after == "ikke med"
    assert listed["Luster", "Bemanning"].after == "Tilfreds"
    assert found.count == sum(len(figure.moves) for figure in found.figures)
    assert found.compared == 1 + len(OPENINGS[""].opening(reader(newer)).cards)
    assert "" in by_card


@pytest.mark.parametrize("page", PAGES)
def test_equal_versions_have_moved_nothing_on_any_page(
    page: str, two: tuple[Version, Version]
) -> None:
    for version in two:
        same = moved_on(reader(version, kommune="1101", q="politi"), page, version, version)
        assert same.count == 0
        # A search without a hit has nothing to compare, nor what is not public.
        assert bool(same.compared) == (page not in ("endringer", "sok", "raad", "vurdering"))


def test_only_what_is_chosen_counts(two: tuple[Version, Version]) -> None:
    older, newer = two
    everywhere = moved_on(reader(older), "bemanning", older, newer)
    west = moved_on(reader(older, distrikt=("Vest",)), "bemanning", older, newer)
    assert 0 < west.count < everywhere.count


def test_a_page_is_compared_at_the_measure_it_shows(two: tuple[Version, Version]) -> None:
    older, newer = two
    shown, other = (
        moved_on(reader(older, vis=vis), "bemanning", older, newer)
        for vis in ("bemanning", "onsker")
    )
    assert shown.count
    assert other == shown


def test_the_line_and_the_card_count_the_same(two: tuple[Version, Version]) -> None:
    older, newer = two
    count = moved_on(reader(older), "bemanning", older, newer).count
    drawn = html(opened("bemanning", data="innspill", versjon=older.version))
    assert f"{count} tall på denne siden er endret." in drawn
    link = re.findall(r'<a href="(/endringer\?[^"]*)">Hva er endret', drawn)
    assert [unescape(each).partition("fra=")[2] for each in link] == ["bemanning"]
    page = html(opened("endringer", data="innspill", versjon=older.version, fra="bemanning"))
    assert f"<h2>{count} tall er endret på siden Bemanning</h2>" in page
    # Other pages do not know where the reader came from; this one does, in every language.
    nav = re.findall(r"<nav[^>]*>(.*?)</nav>", page)[0]
    assert "fra=" not in nav
    assert re.search(r'href="/endringer\?[^"]*fra=bemanning&amp;lang=nn"', page)
    card = EVERY_CARD["endringer-side"](reader(older, fra="bemanning"))
    assert len(card.table.rows) == count
    assert f"Fra {older.version} til {newer.version}" in card.basis
    quiet = html(opened("tjenestesteder", data="innspill", versjon=older.version, distrikt="Oslo"))
    assert "på denne siden er endret" in quiet
    assert "på denne siden er endret" not in html(opened("bemanning", data="innspill"))
    without = html(opened("endringer", data="innspill", versjon=older.version))
    assert "endret på siden" not in without


def test_a_long_figure_shows_some_and_counts_the_rest(
    two: tuple[Version, Version], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("pages.parts.openings.moved_on_page.SHOWN", 1)
    card = EVERY_CARD["endringer-side"](reader(two[0], fra="oversikt"))
    drawn = str(card.figure)
    rest = [int(n) for n in re.findall(r"og (\d+) til i denne figuren", drawn)]
    assert sum(rest) + drawn.count("<tbody><tr>") == len(card.table.rows)
    assert rest
    assert SHOWN > 1


def test_pages_have_one_name_for_links_and_one_for_readers() -> None:
    assert [path_of(page) for page in PAGES] == list(OPENINGS) == list(names())
