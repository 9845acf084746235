"""The project's own files, as the rules about them see them."""

import subprocess
from pathlib import Path
from typing import Final

ROOT: Final = Path(__file__).resolve().parents[2]

_TEXT: Final = frozenset(
    {"", ".css", ".csv", ".js", ".json", ".md", ".po", ".py", ".sql", ".svg", ".toml", ".txt"}
)
# The invented letters are there to be read in whatever alphabet an office uses.
_LETTERS: Final = ROOT / "data" / "demo" / "brev"


def text_files() -> list[Path]:
    """Return every text file that git tracks or would track, but for the letters of the demo."""
    listed = subprocess.run(
        ["git", "ls-files", "--cached", "--others", "--exclude-standard", "-z"],
        cwd=ROOT,
        check=True,
        capture_output=True,
        text=True,
    ).stdout
    paths = sorted(ROOT / name for name in set(listed.split("\0")) if name)
    return [
        path
        for path in paths
        if path.suffix in _TEXT and path.is_file() and not path.is_relative_to(_LETTERS)
    ]


def python_files(*folders: str) -> list[Path]:
    """Return the Python files of some folders, or of the whole project when none is named."""
    return [
        path
        for path in text_files()
        if path.suffix == ".py" and (not folders or path.relative_to(ROOT).parts[0] in folders)
    ]


def named(path: Path) -> str:
    """Return a path as a person in the project writes it."""
    return path.relative_to(ROOT).as_posix()
