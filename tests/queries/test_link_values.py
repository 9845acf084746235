"""What a link may hold of each thing: lists, words, numbers, and one of what may be only one."""

from typing import Any
from urllib.parse import parse_qs, urlencode

import pytest

from data.schemas import POLITIDISTRIKTER
from queries import View
from queries.view import MAX_TEXT
from tests.queries.test_link import parse


def test_the_understood_part_of_a_list_is_kept() -> None:
    view, issues = parse({"distrikt": "Troms,Atlantis,Nordland"})
    assert view.distrikt == ("Nordland", "Troms")
    assert issues == ("Forsto ikke «Atlantis» i distrikt.",)


@pytest.mark.parametrize(
    "query",
    [
        {"distrikt": "Nordland,Troms"},
        {"distrikt": " Troms , Nordland ,,"},
        {"distrikt": ["Troms", "Nordland"]},
        {"distrikt": ["Troms,Nordland", "Troms"]},
        {"distrikt": ("Nordland", "Troms"), "embed": "true", "embed_options": "show_toolbar"},
    ],
)
def test_lists_may_be_written_in_any_way(query: dict[str, Any]) -> None:
    assert parse(query) == (View(distrikt=("Nordland", "Troms")), ())


def test_a_filter_with_every_value_is_all_of_them_in_their_order() -> None:
    view, issues = parse({"distrikt": ",".join(reversed(POLITIDISTRIKTER))})
    assert view.distrikt == POLITIDISTRIKTER
    assert issues == ()


@pytest.mark.parametrize(
    ("text", "kept"),
    [
        ("  første \n\t etasje ", "første etasje"),
        ("første\netasje", "første etasje"),
        ("100 % & «mer», ja", "100 % & «mer», ja"),
        ("a\u200bb\u00adc", "abc"),
        # What is left when the invisible is taken away is folded too.
        ("a \u200b b", "a b"),
        ("\u202eetasje\0", "etasje"),
        ("x" * 300, "x" * MAX_TEXT),
        (("x" * 99) + " y", "x" * 99),
    ],
)
def test_a_search_is_folded_and_cut(text: str, kept: str) -> None:
    view, issues = parse({"sok": text})
    assert (view.sok, issues) == (kept, ())
    assert parse(parse_qs(urlencode(view.query())))[0] == view


def test_more_than_five_chosen_is_said_and_five_are_kept() -> None:
    view, issues = parse({"valgt": "L7,L1,L2,L1,L3,L4,L5"})
    assert view.valgt == ("L7", "L1", "L2", "L3", "L4")
    assert issues == ("Lenken velger 6 lokaler; de 5 første vises.",)


@pytest.mark.parametrize(("text", "kept"), [("5", 5), ("1", 5), ("60", 60), ("999999", 60)])
def test_a_number_is_moved_to_the_nearest_end(text: str, kept: int) -> None:
    assert parse({"grense": text}) == (View(grense=kept), ())


@pytest.mark.parametrize(
    ("name", "values", "first", "others"),
    [
        ("kommune", "0301,1811", "0301", ("1811",)),
        ("kommune", ["5401", "9999", "1835"], "5401", ("9999", "1835")),
        ("vis", ["onsker", "lokaler"], "onsker", ("lokaler",)),
        ("stasjon", "ja,nei", "ja", ("nei",)),
        ("sorter", "-areal,km", "-areal", ("km",)),
        ("grense", "30,45", 30, ("45",)),
        (
            "versjon",
            "2026-01-02-0123abc,2026-01-03-0123abc",
            "2026-01-02-0123abc",
            ("2026-01-03-0123abc",),
        ),
        ("sted", "T001,T002", "T001", ("T002",)),
        ("kode", "tema:rus,tema:trafikk", "tema:rus", ("tema:trafikk",)),
    ],
)
def test_of_what_may_be_one_the_first_is_read_and_the_others_are_told_of(
    name: str, values: str | list[str], first: str | int, others: tuple[str, ...]
) -> None:
    view, issues = parse({name: values})
    assert view == View().having(**{name: first})
    says = "Leste ikke «{value}» i {name}; der kan det bare stå én verdi."
    assert issues == tuple(says.format(value=value, name=name) for value in others)


def test_a_code_narrowed_by_itself_is_that_code() -> None:
    link = {"kode": "tema:rus", "samtidig": "tema:rus"}
    assert parse(link) == (View(kode="tema:rus"), ())


def test_one_value_written_twice_is_one() -> None:
    assert parse({"kommune": ["0301", "0301"]}) == (View(kommune="0301"), ())


@pytest.mark.parametrize(
    ("query", "told"),
    [
        ({"samtidig": "tema:rus"}, ("samtidig",)),
        ({"gruppe": "landet"}, ("gruppe",)),
        ({"samtidig": "tema:rus", "gruppe": "storrelse:liten"}, ("samtidig", "gruppe")),
    ],
)
def test_what_narrows_an_opened_code_is_told_of_where_none_is_opened(
    query: dict[str, str], told: tuple[str, ...]
) -> None:
    says = "{name} i lenken gjelder bare sammen med kode, og er ikke lest."
    assert parse(query) == (View(), tuple(says.format(name=name) for name in told))
    opened, issues = parse({**query, "kode": "tema:trafikk"})
    assert issues == ()
    assert opened == View(kode="tema:trafikk").having(**query)


def test_issues_are_told_in_the_readers_language() -> None:
    nynorsk = {"Forsto ikke «{value}» i {name}.": "Forstod ikkje «{value}» i {name}."}
    _, issues = View.parse({"data": "x"}, tr=lambda text: nynorsk.get(text, text))
    assert issues == ("Forstod ikkje «x» i data.",)
