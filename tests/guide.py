"""The pictures in «Slik legger du inn svarene», taken of the invented letters as they are read in.

`python -m tests.guide` imports data/demo/brev into a folder of its own, runs the application on it,
and writes the pictures anew.
"""

import os
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from io import BytesIO
from pathlib import Path
from typing import Final

from PIL import Image
from playwright.sync_api import Page, ViewportSize, sync_playwright

from tests.e2e import harness
from tests.login.provider import provider, settings

GUIDE: Final = harness.ROOT / "data" / "documents" / "slik-legger-du-inn-svarene.md"
PICTURES: Final = GUIDE.with_name("bilder")
LETTERS: Final = harness.ROOT / "data" / "demo" / "brev"
SIZE: Final[ViewportSize] = {"width": 1280, "height": 800}
# Every picture, and what is opened for it. A page of figures would say of a real municipality what
# an invented letter says, without the words that it is invented.
SHOWN: Final = {
    "merknader": "/data?data=innspill#kort-merknader",
    "vurdering": "/vurdering?data=innspill",
}


def commands(folder: Path) -> dict[str, str]:
    """Return the environment that keeps what is tried out in `folder`, as the guide sets it."""
    return os.environ | {
        "TJENESTESTED_INNSPILL": str(folder / "kilder"),
        "TJENESTESTED_BUILD": str(folder / "bygg"),
        "TJENESTESTED_ARBEID": str(folder / "arbeid.sqlite3"),
    }


def read_in(folder: Path) -> str:
    """Read the invented letters into `folder` and build; return what the commands say."""
    said = [
        subprocess.run(
            [sys.executable, "-m", "data", *command],
            cwd=harness.ROOT,
            env=commands(folder),
            check=True,
            capture_output=True,
            text=True,
        ).stdout
        for command in (("import", str(LETTERS.relative_to(harness.ROOT))), ("build",))
    ]
    return "".join(said)


@contextmanager
def case_worker(base: str) -> Iterator[Page]:
    """Give the page of an invented case worker who has logged in."""
    with sync_playwright() as playwright:
        browser = harness.launch(playwright)
        page = browser.new_context(base_url=base, viewport=SIZE).new_page()
        page.add_init_script(harness._WATCH)
        page.set_default_timeout(harness.SETTLE_MS)
        page.goto("/?data=innspill")
        harness.settled(page).locator("[data-konto=inn]").click()
        page.get_by_role("button", name="sara").click()
        page.locator(".konto").wait_for()
        yield harness.settled(page)
        browser.close()


def main() -> None:
    """Take every picture."""
    PICTURES.mkdir(exist_ok=True)
    with tempfile.TemporaryDirectory() as place, provider() as issuer:
        folder = Path(place)
        print(read_in(folder))
        os.environ.update(commands(folder) | settings(issuer))
        with harness.running(folder / "bygg") as base, case_worker(base) as page:
            for name, address in SHOWN.items():
                page.goto(address)
                harness.settled(page)
                if name == "vurdering":
                    page.keyboard.press("n")
                    page.locator(".pultlinje").wait_for()
                    harness.settled(page)
                part = page.locator("#kort-merknader") if name == "merknader" else page
                picture = Image.open(BytesIO(part.screenshot(animations="disabled")))
                picture.save(PICTURES / f"{name}.webp", quality=70, method=6)
                print(name, (PICTURES / f"{name}.webp").stat().st_size)


if __name__ == "__main__":
    main()
