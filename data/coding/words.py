"""Named groups of words that rules share, and patterns made of them.

`ord.toml` gives each group a name; a rule writes `{name}` where any of its words may stand.
"""

import csv
import re
import tomllib
from functools import cache
from pathlib import Path
from typing import Final

from data import paths

_GROUP: Final = re.compile(r"\{([a-z_]+)\}")


@cache
def pattern(written: str) -> re.Pattern[str]:
    """Return the pattern that `written` stands for, for text in small letters.

    Raises `KeyError` where it names a group of words that `ord.toml` does not have.
    """
    return re.compile(_expanded(written))


def _expanded(written: str) -> str:
    return _GROUP.sub(lambda found: f"(?:{_expanded(_groups()[found[1]])})", written)


def words(group: str) -> tuple[str, ...]:
    """Return the words of `group` in `ord.toml`, each a pattern of its own."""
    return tuple(_written()[group])


@cache
def _groups() -> dict[str, str]:
    return {name: "|".join(each) for name, each in _written().items()} | {"stedsnavn": _places()}


@cache
def _written() -> dict[str, list[str]]:
    return tomllib.loads(Path(__file__).with_name("ord.toml").read_text("utf-8"))


def _places() -> str:
    """Return the names of all municipalities, as they are written in small letters."""
    with (paths.COMMON / "kommuner.csv").open(encoding="utf-8-sig", newline="") as file:
        names = sorted({row["kommunenavn"].lower() for row in csv.DictReader(file)})
    return "|".join(map(re.escape, names))
