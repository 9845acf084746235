"""One View, one link: what is chosen survives the URL, and equal choices have equal links."""

from typing import Any
from urllib.parse import parse_qs, urlsplit

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from queries import View
from tests.queries.views import FIELDS, NAMES, NUMBERS, views


def parse(query: dict[str, Any]) -> tuple[View, tuple[str, ...]]:
    return View.parse(query, kommuner=NUMBERS)


def test_every_field_of_the_view_is_tried_here() -> None:
    assert set(NAMES) == set(FIELDS)


@settings(max_examples=150, deadline=None)
@given(view=views())
def test_a_view_comes_back_from_its_parameters(view: View) -> None:
    assert parse(view.query()) == (view, ())


@settings(max_examples=150, deadline=None)
@given(view=views())
def test_a_view_comes_back_from_its_link(view: View) -> None:
    link = view.url("/lokaler")
    assert link.isascii()
    parts = urlsplit(link)
    assert parts.path == "/lokaler"
    assert parse(parse_qs(parts.query, keep_blank_values=True)) == (view, ())
    assert parse(parse_qs(parts.query))[0] == view


@settings(max_examples=60, deadline=None)
@given(view=views(), seed=st.randoms(use_true_random=False))
def test_equal_choices_have_equal_links(view: View, seed: Any) -> None:
    shuffled: dict[str, Any] = {}
    for name in seed.sample(NAMES, len(NAMES)):
        value = getattr(view, name)
        # The comparison of premises stands in the order in which they were picked.
        if isinstance(value, tuple) and name != "valgt":
            shuffled[name] = seed.sample(value, len(value)) + list(value)
        elif value is not None:
            shuffled[name] = [",".join(value)] if isinstance(value, tuple) else [str(value)]
    again, issues = parse(shuffled)
    assert issues == ()
    assert again == view
    assert hash(again) == hash(view)
    assert again.url("/") == view.url("/")


@settings(max_examples=60, deadline=None)
@given(view=views(), other=views())
def test_different_choices_have_different_links(view: View, other: View) -> None:
    assert (view == other) == (view.url("/") == other.url("/"))


@settings(max_examples=60, deadline=None)
@given(view=views())
def test_the_country_is_the_same_view_without_a_selection(view: View) -> None:
    country = view.country()
    assert country.is_country
    confirmed = ", bare bekreftede koder" if view.forslag == "nei" else ""
    assert country.sentence() == f"Hele landet{confirmed}"
    assert view.is_country == (view == country)
    kept = set(NAMES) - {"distrikt", "fylke", "innbyggere", "stasjon", "svart"}
    assert all(getattr(country, name) == getattr(view, name) for name in kept)


@settings(max_examples=60, deadline=None)
@given(view=views(), pinned=FIELDS["festet"].filter(bool))
def test_a_pinned_scenario_is_the_one_that_comes_back(view: View, pinned: str) -> None:
    assert view.with_scenario(pinned).scenario == pinned
    assert parse(view.having(festet=view.scenario).query()) == (
        view.having(festet=view.scenario),
        (),
    )


def test_defaults_are_left_out_but_the_data_set_is_always_named() -> None:
    assert View().query() == {"data": "demo"}
    assert View().url("/oversikt") == "/oversikt?data=demo"
    assert parse({}) == (View(), ())
    assert View.parse({}, default_data="innspill")[0].url("/") == "/?data=innspill"
    assert View.parse({"data": "kjente"}, default_data="innspill")[0].data == "kjente"


def test_a_link_can_be_read_by_a_person() -> None:
    view = View(distrikt=("Nordland", "Troms"), stasjon="nei", vis="onsker", grense=20)
    assert view.url("/lokaler") == (
        "/lokaler?data=demo&distrikt=Nordland,Troms&stasjon=nei&vis=onsker&grense=20"
    )


@pytest.mark.parametrize(
    "view",
    [
        View(data="kjente", distrikt=("Nordland", "Troms", "Finnmark"), vis="tjenestetilbud"),
        View(
            data="innspill",
            versjon="2026-01-02-0123abc",
            distrikt=("Møre og Romsdal",),
            innbyggere=("liten",),
            stasjon="nei",
            svart="ja",
            vis="onsker",
            kommune="1515",
        ),
        View(lokaltype=("raadhus", "nav_kontor"), onsker=("ja",), sok="første etasje", sorter="km"),
        View(valgt=("L001", "L002", "L003", "L004", "L005"), fylke=("Troms og Finnmark",)),
    ],
)
def test_a_link_with_ordinary_filters_is_short(view: View) -> None:
    assert len(view.url("/lokaler")) < 200


def test_what_a_query_may_bind_follows_the_choices() -> None:
    view = View(distrikt=("Vest",), innbyggere=("liten",), svart="nei", vis="lokaler", sok="nav")
    bound = view.parameters
    assert bound["distrikt"] == ("Vest",)
    assert bound["innbyggere"] == ("liten",)
    assert (bound["fylke"], bound["stasjon"], bound["svart"]) == ((), None, "nei")
    assert (bound["maal"], bound["sok"]) == ("lokaler", "nav")


@pytest.mark.parametrize(
    ("view", "sentence"),
    [
        (View(), "Hele landet"),
        (View(kommune="0301", sok="nav", vis="onsker"), "Hele landet"),
        (View(distrikt=("Nordland",)), "Nordland politidistrikt"),
        (View(distrikt=("Troms", "Finnmark")), "Troms og Finnmark politidistrikter"),
        (
            View(distrikt=("Nordland", "Troms", "Finnmark")),
            "Nordland, Troms og Finnmark politidistrikter",
        ),
        (View(fylke=("Troms og Finnmark",)), "Troms og Finnmark fylke"),
        (View(fylke=("Agder", "Viken")), "Agder og Viken fylker"),
        (View(innbyggere=("liten",)), "under 5 000 innbyggere"),
        (
            View(innbyggere=("liten", "middels", "stor")),
            "under 5 000 innbyggere, 5 000–19 999 innbyggere eller 20 000 innbyggere og mer",
        ),
        (View(stasjon="ja"), "med tjenestested i dag"),
        (View(svart="nei"), "har ikke svart"),
        (
            View(distrikt=("Vest",), innbyggere=("stor",), stasjon="nei", svart="ja"),
            "Vest politidistrikt, 20 000 innbyggere og mer, uten tjenestested i dag, har svart",
        ),
    ],
)
def test_the_filter_in_words(view: View, sentence: str) -> None:
    assert " ".join(view.sentence().split()) == sentence


def test_the_filter_in_words_can_be_translated() -> None:
    view = View(distrikt=("Troms", "Vest"), innbyggere=("liten",), svart="nei")

    def loud(text: str) -> str:
        return text if "{" in text else text.upper()

    assert view.sentence(loud) == (
        "TROMS og VEST politidistrikter, UNDER 5 000 INNBYGGERE, HAR IKKE SVART"
    )


def test_a_list_says_what_its_own_filters_leave_out() -> None:
    view = View(lokaltype=("raadhus", "helsehus"), onsker=("ja",), sok="helse", grense=30)
    own = ("lokaltype", "onsker", "sok", "grense")
    said = view.sentence(str, own).replace("\u00a0", " ")
    assert said == (
        "Hele landet, rådhus eller helsehus, ønsker tjenestested, med «helse», grense 30 km"
    )
    assert view.sentence() == "Hele landet"
    assert View(lag=("nytt",)).sentence(str, ("lag",)) == "Hele landet, bare nye 2022–2024"
    assert View().sentence(str, ("lag",)) == "Hele landet"


def test_where_no_answers_are_open_the_view_that_opens_them_is_itself() -> None:
    view = View(distrikt=("Troms",))
    assert view.opened == view
    assert view.having(gruppe="politidistrikt:Nordland").opened.distrikt == ("Nordland",)


def test_a_link_to_another_choice_leaves_the_next_one_as_it_was() -> None:
    view = View(data="demo", distrikt=("Nordland",))
    before = view.url("/x")
    assert view.url("/x", distrikt=("Troms",), grense=30) != before
    assert view.url("/x") == before


def test_a_municipality_that_is_open_alone_is_known_by_its_number() -> None:
    assert View(gruppe="kommune:1804").alone == "1804"
    assert View(gruppe="politidistrikt:Nordland").alone is None
    assert View().alone is None
