"""Short links hold our own pages and Views, and nothing else."""

import sqlite3
from pathlib import Path
from urllib.parse import parse_qs, urlsplit

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from queries import View
from queries.page_names import PAGES, path_of
from queries.short_links import (
    LONGEST_NAME,
    FullError,
    TakenError,
    address_of,
    make,
    named,
    proposal,
)
from tests.queries.views import NUMBERS, views

PINNED = View(versjon="2026-11-24-0123abc", distrikt=("Møre og Romsdal",), lang="nn")


@pytest.fixture(autouse=True)
def store(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    file = tmp_path / "lenker.sqlite3"
    monkeypatch.setenv("TJENESTESTED_LENKER", str(file))
    return file


def test_a_link_opens_what_it_was_made_of() -> None:
    name = make("lokaler", PINNED, "Møte i Ålesund")
    assert name == "møte-i-ålesund"
    assert address_of(name) == PINNED.url("/lokaler")
    assert address_of("MØTE-I-ÅLESUND") == PINNED.url("/lokaler")
    assert address_of(make("oversikt", PINNED)) == PINNED.url("/")
    assert address_of("finnes-ikke") is None


@settings(max_examples=80, deadline=None)
@given(view=views(), page=st.sampled_from(PAGES))
def test_any_view_comes_back_from_a_short_link(view: View, page: str) -> None:
    view = view.having(versjon="2026-11-24-0123abc")
    try:
        found = address_of(make(page, view))
    except FullError:
        return
    assert found is not None
    parts = urlsplit(found)
    assert parts.path == f"/{path_of(page)}"
    assert View.parse(parse_qs(parts.query), kommuner=NUMBERS) == (view, ())


@pytest.mark.parametrize(
    ("text", "name"),
    [("Ås", "ås"), ("A\u030as", "ås"), (" møte  2 ", "møte-2"), ("x", "x"), ("A-1", "a-1")],
)
def test_a_name_is_written_one_way(text: str, name: str) -> None:
    assert named(text) == name


@pytest.mark.parametrize(
    "text",
    ["", " ", "-a", "a-", "a/b", "../x", "a.b", "a%2f", "<b>", "а", "a\u202eb", "x" * 41, "a\0"],
)
def test_what_is_no_name_is_refused(text: str) -> None:
    with pytest.raises(ValueError, match=r"^"):
        named(text)
    assert address_of(text) is None


def test_another_name_is_proposed_when_one_is_taken() -> None:
    make("lokaler", PINNED, "møte")
    with pytest.raises(TakenError):
        make("data", PINNED, "Møte")
    assert proposal("møte") == "møte-2"
    make("data", PINNED, "møte-2")
    assert proposal("møte") == "møte-3"
    long = "x" * LONGEST_NAME
    make("data", PINNED, long)
    assert named(proposal(long)) == proposal(long)


def test_only_a_pinned_view_of_a_page_of_ours_is_kept() -> None:
    with pytest.raises(ValueError, match="lokaler"):
        make("lokaler", View())
    with pytest.raises(ValueError, match="evil"):
        make("//evil.example", PINNED)


@pytest.mark.parametrize(
    ("page", "query"),
    [
        ("//evil.example", "data=demo"),
        ("lokaler", "x\r\nset-cookie: a"),
        ("lokaler", "<script>"),
        ("https://evil.example/", "a"),
    ],
)
def test_a_store_that_was_tampered_with_leads_nowhere(page: str, query: str, store: Path) -> None:
    make("lokaler", PINNED, "a")
    with sqlite3.connect(store) as opened:
        opened.execute("insert into lenke values ('b', ?, ?, '2026-01-01', 0)", (page, query))
    assert address_of("b") is None
    assert address_of("a") is not None
