"""The letters that are listed on Vurdering are those of the places that are chosen."""

import re
from pathlib import Path
from typing import Any

import pytest

from tests.login.roles import logged_in
from tests.pages.app import html, opened


def listed(**chosen: Any) -> list[str]:
    """Return the rows of the letters that are listed."""
    text = html(opened("vurdering", **({"data": "demo"} | chosen)))
    rows = re.findall(r'<tr><th scope="row">.*?</tr>', text)
    return [row for row in rows if "brev=" in row]


def test_the_list_is_of_the_places_that_are_chosen(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("TJENESTESTED_ARBEID", str(tmp_path / "arbeid.sqlite3"))
    logged_in(monkeypatch, "saksbehandler")
    every, north = listed(), listed(fylke="Nordland")
    assert 0 < len(north) < len(every)
    # Bindal is policed from Trøndelag.
    assert len(listed(fylke="Nordland", distrikt="Nordland")) == len(north) - 1
    # On a phone there are no columns, so each cell says what it is.
    assert all('<td data-navn="Status">' in row for row in every)
