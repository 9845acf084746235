"""«Del»: short links are made and followed on the server, some a session; errors are told."""

import json
import re
import sqlite3
from html import unescape
from pathlib import Path
from urllib.parse import parse_qs, quote, urlsplit

import pytest

from data import short_links as store
from data.schemas import FYLKER, POLITIDISTRIKTER
from pages.parts.reading.reader import Reader
from pages.parts.sharing import allowance
from pages.parts.sharing.allowance import ALLOWANCE, Allowance
from pages.parts.sharing.short_links import short_link_routes
from queries import View
from queries.page_names import PAGES, path_of
from queries.view import MAAL, STORRELSER
from tests.pages.app import html, opened
from tests.pages.served import ask

LINK = "/bemanning?data=demo&distrikt=Nordland&vis=onsker&lang=nn"


@pytest.fixture(autouse=True)
def file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    path = tmp_path / "lenker.sqlite3"
    monkeypatch.setenv("TJENESTESTED_LENKER", str(path))
    return path


def make(name: str = "", link: str = LINK, key: str | None = None) -> tuple[int, dict[str, str]]:
    """Ask for a short link to `link`, and return the status and what was said."""
    body = {"navn": name, "lenke": link, "nokkel": ALLOWANCE.issue() if key is None else key}
    data = json.dumps(body).encode()
    status, headers, said = ask(
        short_link_routes(),
        "/l",
        method="POST",
        body=data,
        headers=[("content-length", str(len(data)))],
    )
    assert headers["cache-control"] == "no-store"
    return status, json.loads(said)


def follow(path: str) -> tuple[int, dict[str, str], str]:
    status, headers, body = ask(short_link_routes(), path)
    assert headers["cache-control"] == "no-store"
    return status, headers, body.decode()


@pytest.mark.parametrize("name", ["Møte i Bodø", ""])
def test_a_short_link_leads_to_the_page_pinned(name: str, demo: Reader) -> None:
    status, said = make(name)
    assert status == 201
    assert said["melding"] == "Kortlenkja er laga og kopiert."
    path = said["lenke"].removeprefix("http://localhost:8501")
    if name:
        assert path == "/l/" + quote("møte-i-bodø")
    status, headers, _body = follow(path)
    assert status == 302
    to = urlsplit(headers["location"])
    assert (to.scheme, to.netloc, to.path) == ("", "", "/bemanning")
    view, issues = View.parse(parse_qs(to.query))
    assert not issues
    assert view == View(
        data="demo",
        versjon=demo.version.version,
        distrikt=("Nordland",),
        vis="onsker",
        lang="nn",
    )


def test_a_name_that_is_taken_is_said_to_be_and_another_proposed() -> None:
    assert make("møte")[0] == 201
    # The same link under the same name is the same link.
    assert make("møte")[0] == 201
    status, said = make("møte", "/lokaler?data=demo")
    assert (status, said["melding"]) == (409, "Navnet er tatt. Hva med «møte-2»?")
    assert said["forslag"] == "møte-2"
    assert make(said["forslag"], "/lokaler?data=demo")[0] == 201
    assert follow("/l/møte")[1]["location"].startswith("/bemanning?")


@pytest.mark.parametrize("name", ["a/b", "<b>", "x" * 41, "-"])
def test_a_name_that_is_none_is_refused_in_words(name: str) -> None:
    status, said = make(name, "/lokaler?data=demo&lang=en")
    assert (status, said["melding"][:6]) == (422, "A name")


@pytest.mark.parametrize(
    "link",
    [
        "https://evil.example/bemanning",
        "//evil.example/bemanning",
        "/finnesikke?data=demo",
        "/last-ned/kart.csv",
        "javascript:alert(1)",
        "/\\evil.example",
        "",
    ],
)
def test_only_our_own_pages_are_linked_to(link: str, file: Path) -> None:
    status, said = make("x", link)
    if link:
        assert (status, said["melding"]) == (422, "Lenken kan ikke forkortes.")
        assert not file.exists()
    else:
        # Nothing is the front page.
        assert status == 201


def test_what_is_not_understood_is_left_out_of_what_is_kept() -> None:
    make("x", "/lokaler?data=demo&neste=https://evil.example&sok=%3Cscript%3E&versjon=tull")
    location = follow("/l/x")[1]["location"]
    assert "evil" not in location
    assert "<" not in location
    assert location.isascii()


def test_a_session_makes_some_and_no_more(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(allowance, "MOST_LINKS", 2)
    key = ALLOWANCE.issue()
    assert make("a", key=key)[0] == 201
    # What came to nothing is not counted.
    assert make("a", "/lokaler?data=demo", key=key)[0] == 409
    assert make("a b/", key=key)[0] == 422
    assert make("b", key=key)[0] == 201
    status, said = make("c", "/lokaler?data=demo", key=key)
    assert (status, said["melding"][:12]) == (429, "Du har laget")
    assert follow("/l/c")[0] == 404
    assert make("c")[0] == 201


def test_a_request_from_no_page_of_ours_makes_nothing(file: Path) -> None:
    for key in ("", "gjettet"):
        assert make("x", key=key)[0] == 403
    assert not file.exists()


@pytest.mark.parametrize("body", [b"", b"x", b"[]", b"{}", b'{"navn": "x"}'])
def test_a_request_that_says_nothing_is_refused(body: bytes) -> None:
    headers = [("content-length", str(len(body)))]
    assert ask(short_link_routes(), "/l", method="POST", body=body, headers=headers)[0] == 400


def test_a_request_that_says_too_much_is_refused() -> None:
    headers = [("content-length", "100000")]
    assert ask(short_link_routes(), "/l", method="POST", headers=headers)[0] == 413
    assert ask(short_link_routes(), "/l", method="POST")[0] == 413


def test_an_unknown_name_has_a_page_that_says_so() -> None:
    status, headers, body = follow("/l/finnes-<b>-ikke")
    assert status == 404
    assert headers["content-type"].startswith("text/html")
    assert "<h1>Kortlenken finnes ikke</h1>" in body
    assert "«finnes-&lt;b&gt;-ikke»" in body
    assert 'href="/"' in body
    assert '<html lang="en">' in follow("/l/nothing?lang=en")[2]


def test_a_store_that_can_not_be_used_is_said_to_be(
    file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(store, "PATIENCE", 0.05)
    make("a")
    other = sqlite3.connect(file, isolation_level=None)
    other.execute("begin exclusive")
    status, said = make("b", "/lokaler?data=demo")
    assert (status, said["melding"][:32]) == (503, "Kortlenker kan ikke lages nå. Br")
    status, _headers, body = follow("/l/a")
    assert (status, "Kortlenkene kan ikke leses nå" in body) == (503, True)
    other.execute("rollback")
    other.close()
    assert follow("/l/a")[0] == 302


def test_keys_are_forgotten_when_they_are_many(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(allowance, "MOST_SESSIONS", 2)
    keys = Allowance()
    first, second, third = keys.issue(), keys.issue(), keys.issue()
    assert [keys.knows(key) for key in (first, second, third)] == [False, True, True]
    assert not keys.take(first)


def test_the_menu_has_what_the_request_needs(demo: Reader) -> None:
    page = html(opened("bemanning", data="demo", distrikt="Nordland"))
    button = re.findall(r"<button[^>]* data-kortlenke=[^>]*>", page)
    assert len(button) == 1
    found = dict(re.findall(r'data-(\w+)="([^"]*)"', button[0]))
    (key,) = re.findall(r'data-nokkel="([^"]*)"', page)
    link = unescape(found["lenke"])
    assert link.startswith(f"/bemanning?data=demo&versjon={demo.version.version}&distrikt=Nordland")
    assert make("menyen", link, key)[0] == 201
    assert follow("/l/menyen")[1]["location"] == link


def test_the_menu_says_when_a_link_is_long() -> None:
    assert "Den faste lenken er på" not in html(opened("bemanning", data="demo"))
    page = html(opened("bemanning", data="demo", distrikt=["Nordland", "Troms", "Finnmark"],
                       fylke=list(FYLKER)))  # fmt: skip
    said = re.findall(r"Den faste lenken er på (\d+) tegn", page)
    link = unescape(re.findall(r'data-lenke="([^"]*)"', page)[0])
    assert [int(n) for n in said] == [len(link)]
    assert int(said[0]) > 200


def test_the_longest_ordinary_link_fits_in_an_e_mail() -> None:
    def longest(values: tuple[str, ...]) -> str:
        return max(values, key=lambda value: len(View(finn=value).url("")))

    view = View(
        data="innspill",
        versjon="2026-11-24-0123abc",
        distrikt=(longest(POLITIDISTRIKTER),),
        fylke=(longest(FYLKER),),
        innbyggere=(longest(STORRELSER),),
        vis=longest(MAAL),
        lang="nn",
    )
    for page in PAGES:
        assert len(f"https://tjenestested.jd.dep.no{view.url(f'/{path_of(page)}')}") < 200
