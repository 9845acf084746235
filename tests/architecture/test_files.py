"""What every file in the project keeps to."""

import re
from pathlib import Path
from typing import Final

import pytest

from tests.architecture.project import ROOT, named, python_files, text_files

PAGE_LINES: Final = 150
MODULE_LINES: Final = 300

# Written apart, so that this file does not break its own rule.
FORBIDDEN: Final = (
    "../" + "shared",
    *(
        host.replace(" ", "")
        for host in (
            "cdn. jsdelivr.net",
            "unpkg .com",
            "cdnjs .cloudflare.com",
            "fonts. googleapis.com",
            "fonts. gstatic.com",
            "api. mapbox.com",
            "basemaps. cartocdn.com",
            "cdn. plot.ly",
            "files. pythonhosted.org",
            "registry. npmjs.org",
            "deb. debian.org",
        )
    ),
)

SETTING: Final = re.compile(
    r"\bTJENESTESTED_[A-Z_]+\b"
    r"|environ(?:\.get\(|\[)\s*[\"']([A-Z][A-Z_0-9]+)[\"']"
    r"|getenv\(\s*[\"']([A-Z][A-Z_0-9]+)[\"']"
)


@pytest.mark.parametrize("path", python_files(), ids=named)
def test_a_file_can_be_read_in_one_go(path: Path) -> None:
    is_page = path.parent == ROOT / "pages"
    lines = len(path.read_text("utf-8").splitlines())
    assert lines <= (PAGE_LINES if is_page or path.parent == ROOT else MODULE_LINES)


@pytest.mark.parametrize("path", text_files(), ids=named)
def test_a_file_names_no_place_outside_the_project(path: Path) -> None:
    text = path.read_text("utf-8")
    assert not [place for place in FORBIDDEN if place in text]


@pytest.mark.parametrize("name", ["requirements.txt", "requirements-dev.txt"])
def test_every_requirement_is_pinned(name: str) -> None:
    lines = (ROOT / name).read_text("utf-8").splitlines()
    wanted = [line for line in lines if line.strip() and not line.startswith(("#", "-r "))]
    assert wanted
    pinned = re.compile(r'[\w.-]+==[\w.]+(; sys_platform != "win32")?')
    assert not [line for line in wanted if not pinned.fullmatch(line)]


def test_every_setting_is_in_the_readme() -> None:
    used = {
        next(filter(None, found.groups()), found[0])
        for path in [*python_files(), ROOT / "Makefile"]
        for found in SETTING.finditer(path.read_text("utf-8"))
    }
    readme = (ROOT / "README.md").read_text("utf-8")
    assert not sorted(name for name in used if name not in readme)
