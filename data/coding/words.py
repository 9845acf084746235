"""Named groups of words that rules share, and patterns made of them.

`ord.toml` gives each group a name; a rule writes `{name}` where any of its words may stand.
"""

import re
import tomllib
from functools import cache
from pathlib import Path
from typing import Final

_GROUP: Final = re.compile(r"\{([a-z_]+)\}")


@cache
def pattern(written: str) -> re.Pattern[str]:
    """Return the pattern that `written` stands for, for text in small letters.

    Raises `KeyError` where it names a group of words that `ord.toml` does not have.
    """
    return re.compile(_expanded(written))


def _expanded(written: str) -> str:
    return _GROUP.sub(lambda found: f"(?:{_expanded(_groups()[found[1]])})", written)


@cache
def _groups() -> dict[str, str]:
    found = tomllib.loads(Path(__file__).with_name("ord.toml").read_text("utf-8"))
    return {name: "|".join(words) if isinstance(words, list) else words for name, words in found.items()}
