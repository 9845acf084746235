"""What a cell of a workbook can hold of a text, and that it is said where it cannot hold all."""

from typing import Final

from pages.parts.reading.language import _, ngettext
from pages.parts.wording.numbers import whole

# The longest text Excel lets a cell have.
LONGEST: Final = 32_767


def fitted(text: str) -> str:
    """Return `text`, or as much of it as a cell holds, ending with how much there was."""
    if len(text) <= LONGEST:
        return text
    told = _(
        "… [Avkortet: teksten har {n} tegn, og en celle i Excel rommer {most}. Hele teksten står i "
        "CSV-filen.]"
    ).format(n=whole(len(text)), most=whole(LONGEST))
    return text[: LONGEST - len(told)] + told


def cut_short(texts: list[str]) -> str:
    """Return how many of `texts` are longer than a cell, in words; «» when none is."""
    count = sum(len(text) > LONGEST for text in texts)
    if not count:
        return ""
    return ngettext(
        "{n} tekst er avkortet, fordi en celle i Excel rommer {most} tegn. CSV-filen har alt.",
        "{n} tekster er avkortet, fordi en celle i Excel rommer {most} tegn. CSV-filen har alt.",
        count,
    ).format(n=whole(count), most=whole(LONGEST))
