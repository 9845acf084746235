"""What the server sends, before and around the pages."""

import re
from pathlib import Path

import pytest
from playwright.sync_api import APIRequestContext, Browser, Page
from streamlit.file_util import get_static_dir

from pages.server.words import WORDS
from tests.e2e.harness import running, seen, settled, visitor


@pytest.fixture
def request_(desktop: Page) -> APIRequestContext:
    return desktop.request


def test_the_page_is_norwegian_and_ours(desktop: Page, base: str) -> None:
    desktop.goto("/")
    settled(desktop)
    assert desktop.locator("html").get_attribute("lang") == "nb"
    assert "Tjenestested" in desktop.title()
    assert desktop.locator("head > meta[name=description]").count() == 1
    icon = desktop.locator("head > link[rel~=icon]").first.get_attribute("href") or ""
    assert re.fullmatch(r"/assets/[0-9a-f]{16}/favicon\.svg", icon)
    assert desktop.evaluate("document.fonts.check('16px Inter', 'å')")
    assert not seen(desktop).foreign(base)


@pytest.mark.parametrize("path", ["/", "/lokaler", "/helse", "/assets/x/nope", "/_stcore/health"])
def test_every_answer_carries_the_security_headers(request_: APIRequestContext, path: str) -> None:
    headers = request_.get(path).headers
    policy = headers["content-security-policy"]
    assert "default-src 'none'" in policy
    assert "frame-ancestors 'none'" in policy
    assert "'unsafe-eval'" not in policy
    scripts = re.search(r"script-src ([^;]*)", policy)
    assert scripts is not None
    assert "'unsafe-inline'" not in scripts[1]
    assert headers["x-content-type-options"] == "nosniff"
    assert headers["x-frame-options"] == "DENY"
    assert headers["cross-origin-opener-policy"] == "same-origin"
    assert headers["referrer-policy"] == "same-origin"
    assert "camera=()" in headers["permissions-policy"]


def test_scripts_are_compressed_once_and_kept_for_ever(desktop: Page) -> None:
    with desktop.expect_response(re.compile(r"/static/js/index\..*\.js$")) as answer:
        desktop.goto("/")
    headers = answer.value.all_headers()
    assert headers["content-encoding"] in {"br", "gzip"}
    assert int(headers["content-length"]) < 0.4 * len(answer.value.body())
    assert "immutable" in headers["cache-control"]
    settled(desktop)


@pytest.mark.parametrize("encoding", ["br", "gzip", "identity"])
def test_a_reader_gets_the_encoding_it_asks_for(request_: APIRequestContext, encoding: str) -> None:
    answer = request_.get("/", headers={"accept-encoding": encoding})
    assert answer.headers.get("content-encoding", "identity") == encoding
    assert '<html lang="nb">' in answer.text()


def test_our_files_have_addresses_that_follow_their_content(
    request_: APIRequestContext,
) -> None:
    page = request_.get("/").text()
    look = re.search(r'href="(/assets/[0-9a-f]+/look\.css)"', page)
    assert look is not None
    current = request_.get(look[1])
    assert "immutable" in current.headers["cache-control"]
    assert current.headers["content-type"].startswith("text/css")
    fonts = re.findall(r'url\("(/assets/[^"]+)"\)', current.text())
    assert fonts
    assert {request_.get(font).headers["content-type"] for font in fonts} == {"font/woff2"}
    earlier = request_.get("/assets/0000/look.css", max_redirects=0)
    assert (earlier.status, earlier.headers["location"]) == (307, look[1])


@pytest.mark.parametrize(
    "path",
    [
        "/assets/x/..%2f..%2fframe.py",
        "/assets/x/%2e%2e%2f%2e%2e%2fdashboard.py",
        "/assets/x/README.md",
        "/plotly/x/widgetbundle.js",
        "/geometri/x/build.py",
        "/geometri/x/..%2f..%2fsources",
    ],
)
def test_no_other_file_can_be_had(request_: APIRequestContext, path: str) -> None:
    assert request_.get(path, max_redirects=0).status in {400, 404}


def test_health_names_the_data_versions(request_: APIRequestContext) -> None:
    answer = request_.get("/helse")
    assert answer.status == 200
    assert answer.json()["status"] == "ok"
    assert "demo" in answer.json()["data"]
    assert answer.headers["cache-control"] == "no-store"


def test_oversikt_is_the_front_page_with_its_filter(request_: APIRequestContext) -> None:
    answer = request_.get("/oversikt?distrikt=Nordland&data=demo", max_redirects=0)
    assert answer.status == 307
    assert answer.headers["location"] == "/?distrikt=Nordland&data=demo"


def test_a_narrow_screen_is_known_before_the_first_run(phone: Page, desktop: Page) -> None:
    for page, narrow in ((phone, "1"), (desktop, "0")):
        page.goto("/")
        settled(page)
        cookies = {cookie["name"]: cookie for cookie in page.context.cookies()}
        assert cookies["smal"]["value"] == narrow
        assert cookies["smal"]["sameSite"] == "Strict"


def test_a_repeat_visit_costs_almost_nothing(desktop: Page) -> None:
    desktop.goto("/")
    settled(desktop)
    session = desktop.context.new_cdp_session(desktop)
    session.send("Network.enable")
    received: list[float] = []
    session.on("Network.loadingFinished", lambda event: received.append(event["encodedDataLength"]))
    desktop.reload()
    settled(desktop)
    assert sum(received) < 60_000


def test_streamlits_own_words_are_norwegian(desktop: Page) -> None:
    scripts = Path(get_static_dir()).rglob("*.js")
    text = "\n".join(script.read_text("utf-8") for script in scripts)
    assert not [words for words in WORDS if f"`{words}`" not in text]
    desktop.goto("/")
    settled(desktop)
    assert desktop.get_by_test_id("stSkipToContent").inner_text() == "Hopp til innholdet"


BROKEN_APP = """
import streamlit as st
from starlette.routing import Route
from pages.server.assets import file_routes
from pages.server.errors import show_error
from pages.server.health import health
from pages.server.middleware import middleware

app = st.App(
    "fails.py",
    middleware=middleware(),
    routes=[*file_routes(), Route("/helse", health)],
    on_script_error=show_error,
)
"""


def test_an_error_is_one_norwegian_sentence(browser: Browser, build: Path, tmp_path: Path) -> None:
    (tmp_path / "broken.py").write_text(BROKEN_APP)
    (tmp_path / "fails.py").write_text("raise ValueError('hemmelig')")
    with running(build, script=tmp_path / "broken.py") as base, visitor(browser, base) as page:
        page.goto("/")
        alert = settled(page).get_by_role("alert")
        assert "kan ikke vises akkurat nå" in alert.inner_text()
        reference = re.search(r"referansen ([0-9A-F]{6})", alert.inner_text())
        assert reference is not None
        shown = page.locator("body").inner_text()
        assert "hemmelig" not in shown
        assert "Traceback" not in shown
        (log,) = build.glob(f"server-{page.url.rpartition(':')[2].strip('/')}.log")
        assert f"Feil {reference[1]}" in log.read_text()
