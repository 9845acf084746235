"""Every command that README and Drift tell of is there, and the quick ones do what is said."""

import re
import shutil
import subprocess
import sys
from importlib.util import find_spec
from pathlib import Path
from typing import Final

import pytest

from data.__main__ import main
from tests.architecture.project import ROOT, named

TOLD: Final = tuple(
    path
    for path in (
        ROOT / "README.md",
        *sorted((ROOT / "pages").rglob("README.md")),
        *sorted((ROOT / "data").rglob("*.md")),
        *sorted((ROOT / "tests").rglob("README.md")),
    )
    if "build" not in path.parts
)
MAKE: Final = re.compile(r"(?:`|^)make ([a-z-]+)", re.MULTILINE)
MODULE: Final = re.compile(r"python -m ((?:data|tests)[\w.]*)(?: ([a-z]+)\b)?")


def found(pattern: re.Pattern[str]) -> set[tuple[str, ...]]:
    """Return what `pattern` finds in any of the texts."""
    texts = (path.read_text("utf-8") for path in TOLD)
    return {match.groups() for text in texts for match in pattern.finditer(text)}


def test_every_target_that_is_told_of_is_in_the_makefile() -> None:
    targets = {target for (target,) in found(MAKE)}
    assert {"run", "test", "build", "fuzz", "sbom", "load", "soak"} <= targets
    for target in sorted(targets):
        said = subprocess.run(
            ["make", "-n", target], cwd=ROOT, check=False, capture_output=True, text=True
        )
        assert said.returncode == 0, (target, said.stderr)


def test_every_module_that_is_told_of_is_there() -> None:
    told = found(MODULE)
    assert ("data", "import") in told
    for name, _word in told:
        assert find_spec(name) is not None, name


@pytest.mark.parametrize("word", sorted({w for name, w in found(MODULE) if name == "data" and w}))
def test_every_command_of_data_that_is_told_of_is_one(word: str) -> None:
    # A command that is none ends with 2; that the module is one to run, the next test shows.
    with pytest.raises(SystemExit) as ended:
        main([word, "--help"])
    assert ended.value.code == 0


def test_the_columns_are_described_as_it_says() -> None:
    command = [sys.executable, "-m", "data", "describe"]
    said = subprocess.run(command, cwd=ROOT, check=True, capture_output=True, text=True).stdout
    assert "### innspill" in said


@pytest.mark.skipif(shutil.which("nginx") is None, reason="nginx er ikke installert")
def test_the_proxys_file_is_one_that_it_takes() -> None:
    command = ["nginx", "-t", "-p", ".", "-c", "pages/server/drift/nginx.conf"]
    said = subprocess.run(command, cwd=ROOT, check=False, capture_output=True, text=True)
    assert said.returncode == 0, said.stderr


@pytest.mark.parametrize("path", TOLD, ids=named)
def test_every_file_that_is_pointed_to_is_there(path: Path) -> None:
    for place in re.findall(r"\]\((?!https?:|#)([^)#]+)", path.read_text("utf-8")):
        assert (path.parent / place).exists(), place
