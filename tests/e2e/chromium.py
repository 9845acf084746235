"""The browser the tests run in: what CHROMIUM names, an installed one, or Debian's package."""

import os
import shutil
import sys
from typing import Final

from tests.debian import install

# The same engine without the windows of a browser around it: a page costs half as much.
WITHOUT_WINDOWS: Final = "chromium-headless-shell"
NAMES: Final = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome")
ELSEWHERE: Final = (
    "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
    "/Applications/Chromium.app/Contents/MacOS/Chromium",
)
MISSING: Final = (
    "Fant ingen Chromium eller Chrome. Installer en av dem, eller sett CHROMIUM til programfilen."
)


def find() -> str | None:
    """Return the path of the browser to test in, or None when there is none."""
    if given := os.environ.get("CHROMIUM"):
        return shutil.which(given)
    installed = (shutil.which(name) for name in NAMES)
    return next(filter(None, installed), next(filter(os.path.exists, ELSEWHERE), None))


def without_windows() -> str | None:
    """Return the path of the cheapest browser that draws and does the same, or that of `find`."""
    given = "CHROMIUM" in os.environ
    return (None if given else shutil.which(WITHOUT_WINDOWS)) or find()


def main() -> int:
    """Install Debian's Chromium where that is possible and needed; 1 when there is no browser."""
    if "CHROMIUM" not in os.environ:
        there = {"chromium": find(), WITHOUT_WINDOWS: shutil.which(WITHOUT_WINDOWS)}
        for package in (name for name, path in there.items() if path is None):
            install(package)
    if find() is None:
        print(MISSING, file=sys.stderr)
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main())
