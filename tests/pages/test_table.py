"""The table as HTML: escaped, aligned, and a link where a row leads somewhere."""

import datetime as dt

import pytest

from pages.parts.drawing.table import Column, Table
from pages.parts.wording.numbers import Kind

HOSTILE = '<img src=x onerror="alert(1)">&\'"'


@pytest.mark.parametrize(
    ("kind", "cell", "text"),
    [
        ("whole", 1234, "1\u00a0234"),
        ("decimal", 1.25, "1,3"),
        ("share", 0.5, "50\u00a0%"),
        ("km", 12.3, "12\u00a0km"),
        ("m2", 90, "90\u00a0m²"),
        ("date", dt.date(2022, 6, 1), "01.06.2022"),
        ("text", "Bodø", "Bodø"),
        ("text", ["nav", "skatt"], "nav, skatt"),
        ("text", True, "ja"),
        ("text", False, "nei"),
        ("whole", None, "–"),
        ("text", None, "–"),
        ("whole", 0, "0"),
    ],
)
def test_a_cell_is_written_as_its_column_says(kind: Kind, cell: object, text: str) -> None:
    assert Column("Overskrift", kind).text(cell) == text


def test_everything_shown_is_escaped() -> None:
    table = Table.of([Column(HOSTILE), Column(HOSTILE)], [(HOSTILE, HOSTILE)])
    html = table.html(HOSTILE, [f"/?x={HOSTILE}"])
    assert "<img" not in html
    assert 'onerror="' not in html
    assert html.count("&lt;img") == 7  # caption, two headings, two cells, one label and one link


def test_the_first_column_heads_its_row_and_numbers_stand_to_the_right() -> None:
    table = Table.of([Column("Kommune"), Column("Innbyggere", "whole")], [("Bodø", 52803)])
    html = table.html("Folketall")
    assert '<th scope="row">Bodø</th>' in html
    assert '<td class="tall" data-navn="Innbyggere">52\u00a0803</td>' in html
    assert "<caption>Folketall</caption>" in html


def test_each_row_has_its_own_link() -> None:
    table = Table.of([Column("Kommune")], [("Bodø",), ("Narvik",)])
    html = table.html("Kommuner", ["/?kommune=1804", ""])
    assert '<a href="/?kommune=1804">Bodø</a>' in html
    assert '<th scope="row">Narvik</th>' in html


def test_only_safe_addresses_become_links() -> None:
    column = Column("Kilde", "link")
    rows = [
        ("a", "https://www.nrk.no/nordland/x?a=1&b=2"),
        ("b", "javascript:alert(1)"),
        ("c", None),
    ]
    html = Table.of([Column("Kommune"), column], rows).html("Kilder")
    assert '<a href="https://www.nrk.no/nordland/x?a=1&amp;b=2" rel="noreferrer">nrk.no</a>' in html
    assert html.count("<a ") == 1


def test_the_table_can_be_scrolled_by_keyboard() -> None:
    assert '<div class="tabell" tabindex="0">' in Table.of([Column("A")], []).html("Tom")


def test_a_row_with_a_cell_too_few_is_a_mistake() -> None:
    table = Table.of([Column("A"), Column("B")], [("a",)])
    with pytest.raises(ValueError, match="argument 2 is shorter"):
        table.html("Feil")
