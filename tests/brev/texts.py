"""The words of the invented letters, which stand in texts.toml."""

import tomllib
from functools import cache
from pathlib import Path
from typing import Final

_TEXTS: Final = Path(__file__).with_name("texts.toml")


def text(name: str) -> str:
    """Return the letter called `name`, without the line break that ends it."""
    return _all()[name].rstrip("\n")


def paragraphs(name: str) -> list[str]:
    """Return the paragraphs of the letter called `name`; lines within one stay lines."""
    return text(name).split("\n\n")


@cache
def _all() -> dict[str, str]:
    return tomllib.loads(_TEXTS.read_text("utf-8"))
