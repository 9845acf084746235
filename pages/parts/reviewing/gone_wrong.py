"""Why a build gave no version, in the reader's language; the build says it line by line in bokmål.

What a source file should have had instead is said in the words of its column, which are bokmål in
every language: the files are.
"""

import re
from collections.abc import Callable
from typing import Final

from pages.parts.reading.language import _, ngettext
from pages.parts.wording.numbers import whole
from queries.building import UNTOLD

_PROBLEM: Final = re.compile(
    r"(?P<file>[^,:]+?)(?:, rad (?P<row>\d+))?(?:, kolonne «(?P<column>[^»]*)»)?: "
    r"(?:fant (?P<found>«.*»|ingenting), )?ventet (?P<expected>.+)"
)


def told(wrong: str) -> str:
    """Return what a build says of why it made nothing; a line no pattern knows is as it was."""
    if wrong == UNTOLD:
        return _(
            "Byggingen stanset uten å si hvorfor. Det den skrev, står i bygging.txt i mappen for "
            "databaser."
        )
    return "\n".join(map(_line, wrong.splitlines()))


def _line(line: str) -> str:
    for pattern, says in _KNOWN:
        if found := pattern.fullmatch(line):
            return says(found)
    return line


def _problem(found: re.Match[str]) -> str:
    place = found["file"]
    if found["row"]:
        place = _("{file}, rad {n}").format(file=place, n=found["row"])
    if found["column"]:
        place = _("{place}, kolonne «{column}»").format(place=place, column=found["column"])
    expected = _("ventet {expected}").format(expected=found["expected"])
    if not found["found"]:
        return f"{place}: {expected}"
    nothing = found["found"] == "ingenting"
    seen = _("fant ingenting") if nothing else _("fant {found}").format(found=found["found"])
    return f"{place}: {seen}, {expected}"


def _count(found: re.Match[str]) -> str:
    n = int(found["n"])
    says = ngettext("{n} feil, ingenting er bygd", "{n} feil, ingenting er bygd", n)
    return f"{found['dataset']}: {says.format(n=whole(n))}"


def _too_long(found: re.Match[str]) -> str:
    says = _("byggingen tok mer enn {n} minutter").format(n=found["n"])
    return f"{found['dataset']}: {says}"


def _refused(found: re.Match[str]) -> str:
    why = {
        "det er ikke plass på disken": _("det er ikke plass på disken"),
        "mappen eller filen kan ikke leses eller skrives": _(
            "mappen eller filen kan ikke leses eller skrives"
        ),
        "filsystemet svarte med en feil": _("filsystemet svarte med en feil"),
    }.get(found["why"], found["why"])
    said = _("ingenting er bygd, {why}").format(why=why)
    return f"{found['dataset']}: {said} ({found['detail']})"


def _more(found: re.Match[str]) -> str:
    return _("… og {n} til. I alt:").format(n=found["n"])


def _of_kind(found: re.Match[str]) -> str:
    n = int(found["n"])
    where = found["file"]
    if found["column"]:
        where = _("{place}, kolonne «{column}»").format(place=where, column=found["column"])
    return f"- {where}: {ngettext('{n} feil', '{n} feil', n).format(n=whole(n))}"


# In the order they are tried.
_KNOWN: Final[tuple[tuple[re.Pattern[str], Callable[[re.Match[str]], str]], ...]] = (
    (re.compile(r"(?P<dataset>\w+): (?P<n>\d+) feil, ingenting er bygd"), _count),
    (re.compile(r"(?P<dataset>\w+): byggingen tok mer enn (?P<n>\d+) minutter"), _too_long),
    (
        re.compile(r"(?P<dataset>\w+): ingenting er bygd, (?P<why>[^(]+) \((?P<detail>.*)\)"),
        _refused,
    ),
    (re.compile(r"… og (?P<n>\d+) til\. I alt:"), _more),
    (
        re.compile(r"- (?P<file>.+?)(?:, kolonne «(?P<column>[^»]*)»)?: (?P<n>\d+) feil"),
        _of_kind,
    ),
    (_PROBLEM, _problem),
)
