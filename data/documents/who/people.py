"""Names of persons, so that private senders can be left unnamed."""

import re
from functools import cache
from pathlib import Path
from typing import Final

FIRST_NAMES: Final = Path(__file__).with_name("first_names.txt")
_NAME: Final = re.compile(
    r"[A-ZÆØÅÁÉČŠŽĐŊŦÖÄÜ][\w'’´`.-]*(?: (?:von|van|de|der|af|av|la|el|al|bin|"
    r"[A-ZÆØÅÁÉČŠŽĐŊŦÖÄÜ][\w'’.-]*)){1,4}"
)
_AND: Final = re.compile(r" (?:og|&) ")


def is_person(name: str, *, known: bool = True) -> bool:
    """Return whether `name` is the name of a person, or of two: «Ola og Kari Nordmann».

    With `known` the first name must be one that is common in Norway; without, it is enough that the
    name is written as a person's is, so that foreign and rare names are not given away.
    """
    bare = re.sub(r"\([^()]*\)|\b(?:dr|prof|fru|herr)\.? ", " ", name)
    bare = " ".join(bare.replace(",", " ").split())
    if known and bare in _first_names():
        return True
    parts = _AND.split(bare)
    if len(parts) == 2 and " " not in parts[0]:
        parts = parts[1:]
    return bool(parts) and all(_is_one(part, known=known) for part in parts)


def _is_one(name: str, *, known: bool) -> bool:
    written = name.title() if name.isupper() else name
    if not _NAME.fullmatch(written) or any(character.isdigit() for character in written):
        return False
    if not known:
        return True
    given = [word.split("-")[0].split(".")[0] for word in written.split()]
    # «Nordmann, Kari» has the first name last.
    return given[0] in _first_names() or given[-1] in _first_names()


@cache
def _first_names() -> frozenset[str]:
    return frozenset(FIRST_NAMES.read_text("utf-8").split())
