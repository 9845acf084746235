"""The browser the tests run in: what CHROMIUM names, an installed one, or Debian's package."""

import os
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Final

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


def main() -> int:
    """Install Debian's Chromium where that is possible and needed; 1 when there is no browser."""
    can_install = Path("/etc/debian_version").exists() and os.geteuid() == 0
    if find() is None and can_install and "CHROMIUM" not in os.environ:
        quiet = {**os.environ, "DEBIAN_FRONTEND": "noninteractive"}
        subprocess.run(["apt-get", "-qq", "update"], env=quiet, check=False)
        subprocess.run(["apt-get", "-qq", "install", "-y", "chromium"], env=quiet, check=False)
    if find() is None:
        print(MISSING, file=sys.stderr)
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main())
