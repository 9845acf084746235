"""The house: a floor imports only the floors below it (pyproject.toml has the reasons)."""

import subprocess
import sys
from pathlib import Path

import pytest

from tests.architecture.project import ROOT


def test_the_import_rules_hold() -> None:
    linter = Path(sys.executable).with_name("lint-imports")
    result = subprocess.run([linter], cwd=ROOT, check=False, capture_output=True, text=True)
    assert result.returncode == 0, result.stdout[-4000:] + result.stderr


@pytest.mark.parametrize("floor", ["data", "queries"])
def test_a_lower_floor_stands_without_the_upper_one(floor: str) -> None:
    program = (
        f"import sys, pkgutil, importlib, {floor}\n"
        f"for m in pkgutil.walk_packages({floor}.__path__, '{floor}.'):\n"
        # A __main__ runs when it is imported, and the geometry build needs a test-only package.
        "    if m.name.rpartition('.')[2] not in ('__main__', 'build'):\n"
        "        importlib.import_module(m.name)\n"
        "print(*sorted({'streamlit', 'pages'} & set(sys.modules)))"
    )
    result = subprocess.run(
        [sys.executable, "-c", program], cwd=ROOT, check=True, capture_output=True, text=True
    )
    assert result.stdout.strip() == ""
