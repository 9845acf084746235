"""Where a text itself marks its answers: named, asked, numbered, in letters or Roman figures."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Final

QUESTIONS: Final = 5
# The letter names five channels in question 4.
CHANNELS: Final = 5
_WORDS: Final = {
    "én": 1, "en": 1, "ein": 1, "første": 1, "fyrste": 1, "to": 2, "andre": 2, "annet": 2, "tre": 3,
    "tredje": 3, "fire": 4, "fjerde": 4, "fem": 5, "femte": 5,
}  # fmt: skip
_ROMAN: Final = {"I": 1, "II": 2, "III": 3, "IV": 4, "V": 5, "VI": 6, "VII": 7, "VIII": 8, "IX": 9}
_BULLET: Final = r"^[ \t]*(?:[-•*▪●–][ \t]+)?"
_MANY: Final = (
    r"(?P<nr>[1-5]|[lI](?=[ \t]*(?:[:.)\n]|$)))"
    r"(?P<more>(?:[ \t]*(?:,|og|&|\+|/|[-–]|til|t\.?o\.?m\.?|samt)[ \t]*(?:spørsmål[ \t]*)?"
    r"[1-5]\b)*)"
)
# «Spørsmål 3», «Til spørsmål 3:», «Svar på spm. 3», «Ad 3)», «Til 1:», «Spørsmål 1 og 2:».
_NAMED: Final = re.compile(
    rf"{_BULLET}(?:(?:kommunens[ \t]+|vårt[ \t]+)?(?:svar(?:et)?|svaret vårt)(?:[ \t]+(?:på|til))?|"
    rf"til|ad|vedr|vedrørende|angående|vedkomande|angåande|når[ \t]+det[ \t]+(?:gjelder|gjeld))?"
    r"[ \t:.]*(?P<word>sp[øo0]rsm[åàaá][l1I](?:et)?|spm|punkt|pkt|tema|nr|nummer|"
    r"s(?=[1-5][ \t]*[:.)])|til|ad|svar|"
    r"svar på)\.?[ \t]*(?:nr\.?|nummer)?[ \t]*"
    rf"{_MANY}(?![\d.]*\d|[ \t]*(?:av|mai|juni|"
    rf"%))(?P<after>[ \t]*(?:[).:/?\-–—(,][ \t]*)*)(?P<next>.?)",
    re.IGNORECASE | re.MULTILINE,
)
# «Spørsmål tre:», «Tredje spørsmål:», «Det tredje:», «For det tredje:».
_SPELLED: Final = re.compile(
    rf"{_BULLET}(?:spørsmål[ \t]+(?P<after>én|ein|en|to|tre|fire|fem)|"
    r"(?P<before>første|fyrste|andre|annet|tredje|fjerde|femte)[ \t]+spørsmål(?:et)?|"
    r"(?:(?:for|til|på)[ \t]+)?det[ \t]+(?P<that>første|fyrste|andre|tredje|fjerde|"
    r"femte)(?=[ \t]*:))"
    r"[ \t]*[:.–-]",
    re.IGNORECASE | re.MULTILINE,
)
_DIGIT: Final = re.compile(
    rf"{_BULLET}(?:\((?P<a>\d{{1,2}})\)|(?P<b>\d{{1,2}}|[lI](?=[.)]))[.):](?!\d)|"
    r"(?P<c>\d{1,2})[ \t]+[-–—](?=[ \t])|"
    r"(?P<d>[1-9])(?=[ \t]{1,4}[A-ZÆØÅ][^.\n]{2,80}$)|"
    # A row of a table, its cells apart by tabs or by lines.
    r"(?P<e>[1-9])[ ]?(?=\t[ \t]*\S)|\|[ \t]*(?P<f>[1-9])[ \t]*(?=\|[ \t]*\S))[ \t|]*(?=\S|$)",
    re.MULTILINE,
)
_LETTER: Final = re.compile(
    rf"{_BULLET}\(?(?P<nr>[a-hA-H])(?:\)|\.(?=[ \t]))[ \t]*(?=\S|$)", re.MULTILINE
)
_ROMAN_AT: Final = re.compile(
    rf"{_BULLET}\(?(?P<nr>VIII|VII|VI|IX|IV|V|III|II|I)(?:(?:[.):]|[ \t]+[-–])[ \t]*(?=\S|$)|"
    rf"[ \t]*$)",
    re.MULTILINE,
)
_BULLETED: Final = re.compile(r"^[-•*▪●–][ \t]+(?=\S)", re.MULTILINE)
_INLINE: Final = re.compile(r"(?:^|(?<=[.;:!?)\n]))[ \t]*\(?(?P<nr>\d{1,2})[.)][ \t]+(?=[A-ZÆØÅ«])")
# The words of the letter's own questions, in bokmål and nynorsk, however the sender breaks lines.
_QUESTIONS: Final = (
    (r"hvilke utfordringer (?:mener|ser)", r"kva (?:for )?utfordringar (?:meiner|ser)"),
    (r"er kommun(?:en|a) (?:tilfreds|til freds|nøgd|fornøyd) med",),
    (
        r"både kommun(?:en|a) og politiet har ansvar",
        r"(?:hvordan|korleis) kan (?:polititjenestene|polititenestene|samarbeidet)",
    ),
    (r"hva er ønsket utvikling", r"kva er ønsk[at]?t? utvikling"),
    (
        (
            r"(?:ønsker|ønskjer|ynskjer) kommun(?:en|a) (?:et|ein|eit|en) ny(?:tt)? ?"
            r"t(?:jenestested|enestestad|enestad)"
        ),
    ),
)
_ASKED: Final = tuple(
    re.compile("|".join(forms).replace(" ", r"[\s-]+"), re.IGNORECASE) for forms in _QUESTIONS
)
_ENDS: Final = re.compile(r"\?")
# A whole question with its follow-up is no longer than this.
QUESTION: Final = 520


@dataclass(frozen=True)
class Mark:
    """The start of an answer: its line begins at `start`, its words at `words`.

    `numbers` are the questions it says that it answers, and `asked` is where a repeated question
    ends, 0 where none is repeated. `sure` is unset where the word may mean something else, such as
    a point of a decision.
    """

    start: int
    words: int
    numbers: tuple[int, ...]
    asked: int = 0
    sure: bool = True


def named(text: str) -> list[Mark]:
    """Return each «Spørsmål 1» and the like that opens a line."""
    found = []
    for match in _NAMED.finditer(text):
        after, following, word = match["after"], match["next"], match["word"].casefold()
        is_sure = word.startswith("sp")
        if not after.strip() and (following.islower() or (not is_sure and following)):
            continue
        numbers = {_digit(match["nr"]), *map(int, re.findall(r"[1-5]", match["more"]))}
        if re.search(r"[-–]|til|t\.?o", match["more"], re.IGNORECASE):
            numbers = set(range(min(numbers), max(numbers) + 1))
        start = text.rfind("\n", 0, match.end("nr")) + 1
        found.append(Mark(start, match.end("after"), tuple(sorted(numbers)), sure=is_sure))
    for match in _SPELLED.finditer(text):
        number = _WORDS[(match["after"] or match["before"] or match["that"]).casefold()]
        found.append(Mark(match.start(), match.end(), (number,)))
    return sorted(found, key=lambda mark: mark.start)


def asked(text: str) -> list[Mark]:
    """Return where each of the letter's own questions is repeated, with where the question ends."""
    hits = sorted(
        (match.start(), match.end(), number)
        for number, pattern in enumerate(_ASKED, start=1)
        for match in pattern.finditer(text)
    )
    found: list[Mark] = []
    for i, (at, end, number) in enumerate(hits):
        # The number in front of a repeated question belongs to it.
        start = text.rfind("\n", 0, at) + 1
        before = re.sub(r"(?i)\b(?:\w+s )?spørsmål\w*", "", text[start:at])
        if re.search(r"[^\W\d_]{4,}", before) or (found and start < found[-1].asked):
            continue
        limit = hits[i + 1][0] if i + 1 < len(hits) and hits[i + 1][2] != number else len(text)
        found.append(Mark(start, at, (number,), _question_end(text, end, limit)))
    return found


def numbered(text: str) -> list[Mark]:
    """Return each «1.», «2)», «(3)», «4 –» that opens a line, whatever the number."""
    return [
        Mark(m.start(), m.end(), (_digit(next(filter(None, m.groups()))),))
        for m in _DIGIT.finditer(text)
    ]


def lettered(text: str) -> list[Mark]:
    """Return each «a)» or «B.» that opens a line, as the number it stands for."""
    return [
        Mark(m.start(), m.end(), (ord(m["nr"].lower()) - ord("a") + 1,))
        for m in _LETTER.finditer(text)
    ]


def roman(text: str) -> list[Mark]:
    """Return each «I.», «II)» that opens a line, as the number it stands for."""
    return [Mark(m.start(), m.end(), (_ROMAN[m["nr"]],)) for m in _ROMAN_AT.finditer(text)]


def inline(text: str) -> list[Mark]:
    """Return each «1.» that opens a sentence, also within a line."""
    return [
        Mark(m.start("nr") - (text[m.start("nr") - 1] == "("), m.end(), (int(m["nr"]),))
        for m in _INLINE.finditer(text)
    ]


def bulleted(text: str) -> list[Mark]:
    """Return each «- » or «• » that opens a line; which question it answers it does not say."""
    return [Mark(found.start(), found.end(), (0,)) for found in _BULLETED.finditer(text)]


def one_row(marks: Sequence[Mark]) -> list[Mark]:
    """Return `marks` where they are one unbroken row from 1, of at most five; else none.

    A numbered list of channels inside question 4 is taken out of the row.
    """
    kept = _without_channels(marks)
    numbers = [mark.numbers[0] for mark in kept]
    whole = numbers == [*range(1, len(numbers) + 1)]
    return list(kept) if whole and 1 < len(numbers) <= QUESTIONS else []


def rising(marks: Sequence[Mark]) -> list[Mark]:
    """Return `marks` where each number is higher than the one before and none above five."""
    numbers = [mark.numbers[0] for mark in marks]
    rises = numbers == sorted(set(numbers)) and all(1 <= n <= QUESTIONS for n in numbers)
    return list(marks) if rises else []


def each_once(marks: Iterable[Mark]) -> bool:
    """Return whether no question is marked twice."""
    numbers = [number for mark in marks for number in mark.numbers]
    return len(numbers) == len(set(numbers))


def _without_channels(marks: Sequence[Mark]) -> Sequence[Mark]:
    """Return `marks` without a numbered list of channels inside question 4.

    The letter names five, so after four of them a 5 may be the last channel or the next question.
    """
    numbers = [mark.numbers[0] for mark in marks]
    if numbers[:5] != [1, 2, 3, 4, 1] or numbers[-1] != QUESTIONS:
        return marks
    inner = numbers[4:-1]
    is_list = inner == [*range(1, len(inner) + 1)] and len(inner) != CHANNELS - 1
    return [*marks[:4], marks[-1]] if is_list else marks


def _question_end(text: str, at: int, limit: int) -> int:
    """Return where the question whose first words end at `at` ends, follow-up questions included.

    Without a question mark in its paragraph it ends with its line.
    """
    stop = at
    while end := _ENDS.search(text, stop, min(limit, at + QUESTION)):
        between = text[stop : end.start()]
        # The next question, or the answer, is no part of this one.
        if not _follows_up(between) if stop > at else "\n\n" in between:
            break
        stop = end.end()
    line_end = text.find("\n", at)
    return stop if stop > at else (line_end if line_end >= 0 else len(text))


def _follows_up(between: str) -> bool:
    return bool(
        re.match(
            r"[\s–-]*(?:\w[.)] )?(?:hvis ikke|dersom ikke|om ikkje|viss ikkje|hvis ja|om ja|"
            r"viss ja|dersom ja|"
            r"hvordan kan|korleis kan|hvilke ressurser|kva ressurs|kva for ressurs|via )",
            between,
            re.IGNORECASE,
        )
    )


def _digit(written: str) -> int:
    # A scanner takes 1 for l and I.
    return 1 if written in "lI" else int(written)
