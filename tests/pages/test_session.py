"""From the address to the View: the newest default data, and nothing that raises."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pages.parts.reading.session import view_of
from queries import available
from queries.view import View


def test_an_empty_address_is_the_whole_country_in_the_default_data() -> None:
    view, issues = view_of({})
    assert view == View(data=next(iter(available())))
    assert view.is_country
    assert not issues


@pytest.mark.parametrize("number", ["1804", "5424", "0301"])
def test_a_municipality_that_exists_is_chosen(number: str) -> None:
    assert view_of({"kommune": [number]}) == (View(kommune=number), ())


def test_a_municipality_that_does_not_exist_is_reported() -> None:
    view, issues = view_of({"kommune": ["9999"]})
    assert view.kommune is None
    (issue,) = issues
    assert "9999" in issue


def test_repeated_parameters_are_alternatives() -> None:
    view, _issues = view_of({"distrikt": ["Troms", "Agder,Vest"]})
    assert set(view.distrikt) == {"Agder", "Troms", "Vest"}


def test_without_any_data_there_is_still_a_view(
    monkeypatch: pytest.MonkeyPatch, tmp_path_factory: pytest.TempPathFactory
) -> None:
    monkeypatch.setenv("TJENESTESTED_BUILD", str(tmp_path_factory.mktemp("nothing")))
    assert view_of({})[0] == View()


@given(st.dictionaries(st.text(max_size=20), st.lists(st.text(max_size=50), max_size=3)))
def test_any_address_gives_a_view_whose_link_gives_it_back(asked: dict[str, list[str]]) -> None:
    view, _issues = view_of(asked)
    again, issues = view_of({key: [value] for key, value in view.query().items()})
    assert again == view
    assert not issues
