"""The names under a greeting, and after «For kommunedirektøren»."""

import re
from typing import Final

from data.privacy.names import (
    ELECTED,
    NAMED,
    TITLE,
    WORD,
    is_known_person,
    may_be_person,
    person_in,
)
from data.privacy.notes import NAME

_GREETING: Final = (
    r"(?i:(?:med[ \t]+)?(?:ven+lig(?:st|e)?|ven+leg(?:ast|e)?|venl\.?|vennl\.?|beste?|hjertelige?"
    r"|hjarteleg|kjærlig)"
    r"[ \t]+(?:hilsen|hilsing|helsing|helsingar|hilsninger|h\.)|med[ \t]+(?:hilsen|hilsing"
    r"|helsing)|hilsen|helsing|hilsing|m\.?[ \t]?v\.?[ \t]?h|vh|mvhl?"
    r"|(?:ærbødigst|vyrdsamt|vennligst|ven+legast))\b\.?"
)
_OPENS: Final = re.compile(
    rf"^(?P<before>(?:.*[.!?][ \t]+)?[ \t]*{_GREETING}[ \t]*[,:!–-]?[ \t]*(?:fr[aå][ \t]+)?)"
    r"(?P<rest>.*)$"
)
_BEHALF: Final = re.compile(
    r"(?P<before>(?<!\w)(?i:for|e\.[ \t]?f\.|på[ \t]+vegne?r?[ \t]+av"
    r"|etter[ \t]+fullmakt[ \t]+fr[aå])[ \t]+"
    r"(?:(?i:konst\.?|konstituert|fung\.?|ass\.?)[ \t]+)?"
    r"(?i:kommunedirektør(?:en)?|rådmann(?:en)?|administrasjons?sjef(?:en)?|administrasjonen"
    r"|ordfør[ae]r(?:en)?"
    r"|byrådet|byrådslederen|kommunalsjef(?:en)?|fylkesdirektør(?:en)?|fylkesrådmann(?:en)?"
    r"|direktør(?:en)?"
    r"|politimester(?:en)?|kommunen|heradet|kommunestyret|formannskapet)"
    rf"(?:[ \t]+i[ \t]+{WORD}(?:[ \t]+(?:kommune|herad))?)?[ \t]*(?:[,/:–-]+[ \t\n]*|\n[ \t]*"
    rf"(?:\n[ \t]*)?|[ \t]+))"
    rf"(?P<name>{NAMED})"
)
_ELECTED: Final = re.compile(rf"\W*(?:{ELECTED})")
_NAMED: Final = re.compile(NAMED)
# «Hilsen Kari og Ola Nordmann»
_AND_ANOTHER: Final = re.compile(rf"[ \t]+(?:og|&)[ \t]+(?P<other>{NAMED})(?=[ \t.]*(?:$|,))")
_MARK: Final = re.compile(r"(?i)[ \t]*\(?(?:sign\b\.?|/s/)\)?")
_COLUMNS: Final = re.compile(r"(\t+|[ ]{2,})")
# Lines under a greeting that say the letter is over.
_OVER: Final = re.compile(
    r"(?i)\W*(?:vedlegg|kopi\b|mottak|adresseliste|dokumentet|dette\b|brevet|uttalelse|spørsmål"
    r"|\d+[.)])"
)
# A line that long is a sentence.
_LONGEST: Final = 70
_LINES: Final = 12


def without_signatures(text: str) -> str:
    """Return `text` without the names that sign it; titles, bodies and elected leaders stay."""
    lines = text.split("\n")
    for at, line in enumerate(lines):
        opened = _OPENS.match(line)
        if opened is None:
            continue
        if opened["rest"]:
            lines[at] = opened["before"] + _signed(opened["rest"], _next(lines, at))
            if _is_sentence(opened["rest"]):
                continue
        _sign(lines, at + 1)
    return _BEHALF.sub(_on_behalf, "\n".join(lines))


def _sign(lines: list[str], first: int) -> None:
    """Leave out the names in the lines from `first` on, until they are a letter's lines no more."""
    above = ""
    alone = True
    left = _LINES
    for at in range(first, len(lines)):
        line = lines[at]
        if not line.strip():
            continue
        if not left or _OVER.match(line) or _is_sentence(line):
            return
        left -= 1
        below = _next(lines, at)
        pieces, under, over = (_COLUMNS.split(each) for each in (line, below, above))
        lines[at] = "".join(
            piece
            if i % 2
            else _signed(
                piece,
                under[i] if i < len(under) else under[-1] if len(under) == 1 else "",
                over[i] if i < len(over) else "",
                alone=alone,
            )
            for i, piece in enumerate(pieces)
        )
        # A title belongs to one name: to that above it where there is one.
        alone = False
        above = "" if NAME in above or NAME in lines[at] else line
        if _ELECTED.match(line) and first < at:
            above = ""


def _signed(piece: str, below: str, above: str = "", *, alone: bool = True) -> str:
    """Return `piece` of a signature without a name; `below` and `above` may hold its title.

    One word is a name where nothing else stands between it and the greeting (`alone`), or where it
    is a known one.
    """
    start = len(piece) - len(piece.lstrip(" \t(/"))
    bare = piece[start:]
    found = _NAMED.match(bare)
    name = found[0] if found else ""
    pair = _AND_ANOTHER.match(bare, len(name)) if name else None
    if pair and is_known_person(name) and is_known_person(pair["other"]):
        return piece[:start] + NAME + bare[pair.end() :]
    if not found or not _ends_there(bare[len(name) :]):
        lower = re.match(r"[\w.'’-]+(?:[ \t][\w.'’-]+){0,3}", bare)
        if lower is None or not is_known_person(lower[0].title()):
            return piece
        name = lower[0]
    name = person_in(name)
    short = " " not in name and not (alone and not bare[len(name) :].startswith("."))
    if (
        not name
        or (short and not is_known_person(name))
        or _ELECTED.match(bare)
        or TITLE.match(bare)
    ):
        return _after_title(piece)
    rest = _MARK.sub("", bare[len(name) :])
    own = _ELECTED.match(rest) if rest.strip(" .,\t") else None
    if own or (
        not rest.strip(" .,\t") and (_ELECTED.match(below) or _is_elected_above(above, below))
    ):
        return piece
    return piece[:start] + NAME + bare[len(name) :]


def _after_title(piece: str) -> str:
    """Return `piece` without the name after a title: «Rådgiver Kari Nordmann»."""
    titled = re.match(
        rf"(?P<title>[\w.]+[ \t,:]+(?:i[ \t]+)?)(?P<name>{NAMED})(?=[ \t]*(?:$|,|\())", piece
    )
    if not titled or not TITLE.match(piece) or not is_known_person(titled["name"]):
        return piece
    return titled["title"] + NAME + piece[titled.end() :]


def _is_elected_above(above: str, below: str) -> bool:
    return bool(_ELECTED.match(above)) and not TITLE.match(below.strip())


def _ends_there(rest: str) -> bool:
    return (
        re.match(
            r"[ \t.]*(?:$|[,(/\[]|(?<=[ \t])[–-]|\d|\+|(?i:tlf|mob|e-?post|sign|for|på)\b)", rest
        )
        is not None
    )


def _is_sentence(line: str) -> bool:
    return (
        len(line) > _LONGEST
        or re.search(r"\w[.!?:]\s+\w+\s+\w+\s+\w+|\b(?:er|vil|har|kan|skal)\b", line) is not None
    )


def _next(lines: list[str], at: int) -> str:
    """Return the first line after `at` that is not empty."""
    return next((line for line in lines[at + 1 : at + 4] if line.strip()), "")


def _on_behalf(found: re.Match[str]) -> str:
    name = found["name"]
    end = found.end("name")
    after = found.string[end : end + 60]
    separated = re.search(r"[/\n:,–-]", found["before"]) is not None
    sure = is_known_person(name) or (separated and may_be_person(name))
    if not sure or _ELECTED.match(after) or after.lstrip(" ").startswith("kommune"):
        return found[0]
    return found["before"] + NAME
