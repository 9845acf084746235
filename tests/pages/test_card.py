"""The card: marked as demo where it is, sourced, versioned, defined, and never cut off."""

import re
from dataclasses import replace

import pytest

from pages.parts.drawing.card import (
    INLINE_ROWS,
    Card,
    basis_line,
    definition,
    figure,
    foot,
    heading,
)
from pages.parts.drawing.table import Column, Table
from pages.parts.openings.every_card import EVERY_CARD
from pages.parts.reading.reader import Reader
from pages.parts.sharing import export
from queries import queries

MARK = "DEMODATA – oppdiktede svar"
PAGE = "/last-ned/oversikt/kart.html?data=demo"


@pytest.fixture
def card() -> Card:
    """Return a small card of our own."""
    table = Table.of([Column("Kommune"), Column("Svar")], [("Bodø", "Ja"), ("Narvik", "Nei")])
    return Card("kart", "kart", "Funnet", "2 kommuner.", table, links=("/a", "/b"))


def with_rows(card: Card, n: int) -> Card:
    rows = [(f"Kommune {i}", "Ja") for i in range(n)]
    return replace(card, table=Table.of(card.table.columns, rows), links=("/x",) * n)


@pytest.mark.parametrize("name", EVERY_CARD)
def test_every_card_says_what_it_rests_on(name: str, demo: Reader, kjente: Reader) -> None:
    for reader in (demo, kjente):
        card = EVERY_CARD[name](reader)
        line = basis_line(card, reader)
        # Where the places are real and only the answers are not, the mark says so.
        assert line.startswith("DEMODATA – ") is reader.is_demo
        assert "Kilde:" in line
        assert f"Data {reader.version.version}" in line
        assert line.endswith(".")
        assert ".." not in line
        assert card.title.strip()
        assert card.query in queries()
        assert foot(card, reader).count("<footer") == 1


def test_the_mark_stands_in_the_foot_itself(card: Card, demo: Reader, kjente: Reader) -> None:
    assert MARK in foot(card, demo)
    assert "DEMODATA" not in foot(card, kjente)


def test_under_a_figure_that_rests_on_nothing_no_stop_is_left(card: Card, kjente: Reader) -> None:
    assert "<p></p>" in foot(replace(card, basis=""), kjente)
    premises = EVERY_CARD["lokaler"](kjente)
    assert not premises.table.rows
    assert "<p></p>" in foot(premises, kjente)


def test_the_definition_is_the_querys_own_words(card: Card, demo: Reader) -> None:
    text = definition(card)
    assert "Én rad er en kommune i inndelingen 2020–2023." in text
    assert "queries/kart.sql" in text
    assert text in export.to_html(card, demo).decode()
    assert f'data-hent="{PAGE}" data-del=".definisjon"' in foot(card, demo)


def test_downloads_carry_the_view(card: Card, demo: Reader) -> None:
    html = foot(card, demo.having(distrikt=("Nordland", "Møre og Romsdal"), vis="onsker"))
    for form in ("csv", "xlsx"):
        address = (
            f"/last-ned/oversikt/kart.{form}?data=demo&amp;distrikt=Nordland,M%C3%B8re+og+Romsdal"
        )
        assert f'<a href="{address}&amp;vis=onsker" download>' in html


def test_a_short_table_opens_in_place_and_a_long_one_on_its_own_page(
    card: Card, demo: Reader
) -> None:
    short, long = with_rows(card, INLINE_ROWS), with_rows(card, INLINE_ROWS + 1)
    assert "<summary>Vis tabell</summary>" in foot(short, demo)
    assert '<button type="button" data-apner=".tabell">Vis tabell</button>' in foot(short, demo)
    assert f'data-hent="{PAGE}" data-del=".tabell"' in foot(short, demo)
    assert "Kommune 39" in export.to_html(short, demo).decode()
    assert f"Vis hele tabellen, {INLINE_ROWS + 1} rader" in foot(long, demo)
    assert "/last-ned/oversikt/kart.html?" in foot(long, demo)
    assert "Vis tabell" not in foot(long, demo)


def test_a_table_that_is_shown_in_full_is_not_offered_again(card: Card, demo: Reader) -> None:
    shown = replace(card, shown=2)
    assert "Narvik" in figure(shown)
    assert "Vis tabell" not in foot(shown, demo)
    cut = replace(card, shown=1)
    assert "Narvik" not in figure(cut)
    assert "Vis tabell" in foot(cut, demo)


def test_a_card_without_rows_has_no_table_to_open(card: Card, demo: Reader) -> None:
    empty = with_rows(card, 0)
    assert "Vis tabell" not in foot(empty, demo)
    assert "Vis hele tabellen" not in foot(empty, demo)
    assert "Last ned CSV" in foot(empty, demo)


def test_titles_leads_and_bases_are_escaped(card: Card, demo: Reader) -> None:
    hostile = "<script>x</script>"
    bad = replace(card, title=hostile, lead=hostile, basis=hostile)
    assert "<script" not in heading(bad) + figure(replace(bad, shown=1)) + foot(bad, demo)


def test_a_figure_has_a_link_that_stays_and_one_that_follows_new_data(
    card: Card, demo: Reader
) -> None:
    pinned = demo.having(versjon=demo.version.version, distrikt=("Nordland",))
    links = re.findall(r'data-kopier="([^"]*)"', foot(card, pinned))
    assert [link.partition("#")[2] for link in links] == ["kort-kart", "kort-kart"]
    assert [f"versjon={demo.version.version}" in link for link in links] == [True, False]
    assert all("distrikt=Nordland" in link for link in links)
