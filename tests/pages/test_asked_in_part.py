"""Asked for in part, or only if it has changed: a page is ours all the same, and none is none."""

from typing import Final

import pytest

import dashboard
from tests.pages.served import ask

APP: Final = dashboard.app._build_starlette_app()
LATER: Final = "Fri, 27 Nov 2099 00:00:00 GMT"


def answered(path: str, *headers: tuple[str, str]) -> tuple[int, str, bytes]:
    """Return status, media type and body of what the whole server answers."""
    status, found, body = ask(APP, path, headers=headers)
    return status, found.get("content-type", ""), body


@pytest.mark.parametrize(
    "header",
    [
        ("range", "bytes=0-20"),
        ("range", "bytes=-1"),
        ("range", "bytes=0-0,-1"),
        ("range", "bytes=5-1"),
        ("range", "bytes=99999999-"),
        ("if-modified-since", LATER),
        ("if-none-match", "*"),
    ],
)
def test_no_header_leads_past_our_page_to_streamlits(header: tuple[str, str]) -> None:
    status, kind, body = answered("/lokaler", header)
    assert (status, kind) == (200, "text/html; charset=utf-8")
    assert b"<title>Tjenestested</title>" in body
    for missing in ("/finnes-ikke", "/static/js/finnes-ikke.js", "/index.html"):
        status, _kind, body = answered(missing, header)
        assert status == 404
        assert b"Fant ikke siden" in body


def test_a_file_is_still_given_in_part_and_only_when_it_has_changed() -> None:
    status, kind, body = answered("/favicon.png", ("range", "bytes=1-3"))
    assert (status, kind, body) == (206, "image/png", b"PNG")
    assert answered("/favicon.png", ("if-modified-since", LATER))[0] == 304
