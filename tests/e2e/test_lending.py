"""A window that is handed on knows nothing of the reader before."""

from playwright.sync_api import Browser

from tests.e2e import lending
from tests.e2e.steps import go

LEAVES = """() => {
  document.cookie = "igjen=1; path=/";
  localStorage.setItem("igjen", "1");
  sessionStorage.setItem("igjen", "1");
}"""
FINDS = """async () => ({
  cookies: document.cookie.split("; ").map((each) => each.split("=")[0]).sort(),
  stored: localStorage.length + sessionStorage.length,
  wide: innerWidth,
  dark: matchMedia("(prefers-color-scheme: dark)").matches,
  paper: matchMedia("print").matches,
  reads: (await navigator.permissions.query({ name: "clipboard-read" })).state,
})"""


def test_who_comes_to_a_window_finds_nothing_of_the_reader_before(
    browser: Browser, base: str
) -> None:
    with lending.window(browser, base) as page:
        first = go(page, "/data")
        new = page.evaluate(FINDS)
    permissions = ["clipboard-read"]
    with lending.window(
        browser, base, viewport=lending.PHONE, color_scheme="dark", permissions=permissions
    ) as page:
        assert page is first
        go(page, "/data?distrikt=Troms")
        page.emulate_media(media="print")
        page.evaluate(LEAVES)
        assert page.evaluate(FINDS) != new
    with lending.window(browser, base) as page:
        assert page is first
        go(page, "/data")
        assert page.evaluate(FINDS) == new
        # Not even the way back leads to where she was.
        for _step in range(2):
            page.go_back()
            assert "Troms" not in page.url


def test_two_readers_at_once_have_a_window_each(browser: Browser, base: str) -> None:
    with lending.window(browser, base):
        pass  # One window is free when they come.
    with lending.window(browser, base) as one, lending.window(browser, base) as other:
        assert one is not other
        go(one, "/data")
        one.evaluate(LEAVES)
        go(other, "/data")
        assert "igjen" not in str(other.evaluate(FINDS)["cookies"])
