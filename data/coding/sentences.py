"""Sentences and clauses, each with the heading it stands under.

Headings, labels («Telefon: …») and the letter's own questions say what a sentence is about without
being said by the sender, so they are kept beside the sentence and never taken for evidence.
"""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from itertools import pairwise
from typing import Final

from data.coding.plain import Plain, plain

_ABBREVIATED: Final = re.compile(
    r"(?:\b(?:bl|a|f|eks|jf|jfr|ca|dvs|mv|m|o|l|nr|kl|pkt|inkl|evt|ev|kap|mill|mrd|kr|tlf|st|pr|osv"
    r"|spm|kgl|res|prp|meld|bla|ift|mht|ifm|hhv|t|d|s|v|e)|\b\d{1,2})\.$"
)
_END: Final = re.compile(r"[.!?…]+[»\"”')]*(?=\s|$)|(?<=[a-zæøå])\.(?=[a-zæøå]{2})|\n")
_MARK: Final = re.compile(
    r"\s*(?:(?:[-–—•*·▪]|\(?\d{1,2}(?:\.\d)?[.)]|\(?[a-z]\)|\d(?=\t)"
    r"|(?:pkt|punkt|spm|spørsmål)\b\.?\s*\d[.)](?=\s+\w+\s+\w))\s+)+"
)
_LABEL: Final = re.compile(r"([^:.!?»«\n]{2,70}):\s")
# Where one claim ends and another begins: at a sign, at a word that turns, before what is more or
# less than the rest, and before another verb of one's own.
_OWN_VERB: Final = (
    r"er|har|blir|vert|ble|vart|bør|må|kan|vil|ønsk\w+|mener|meiner|ser|fungerer|får|gir|gjev"
    r"|mangl\w+|sakn\w+|savn\w+|\w{5,}(?:eres|erast|føres|førast)"
)
_JOINT: Final = re.compile(
    "|".join(
        (
            r";\s|\s[–—-]\s|:\s|,\s(?=derimot )",
            r"\s(?=(?:etter hvert som|etter kvart som|fordi|slik at)\s)",
            r",?\s(?=(?:men|mens|medan|samtidig som|selv om|sjølv om|sjøl om)\s)",
            r",\s(?=(?:ja|nei) til )",
            r",\s(?=(?:med unntak av|bortsett fra|bortsett frå|unntatt) \w)",
            r",\s(?=(?:mindre|lite|langt fra|langt frå|ikke|ikkje|bare|berre|delvis) \w)",
            r",\s(?=(?:mer|meir|mindre|flere|fleire|færre)\s\w+\W*$)",
            (
                r"\sog\s(?=(?:lite|ikke|ikkje|mindre|delvis|godt|svært|heller ikke|heller ikkje) "
                r"(?:til ?freds\w*|fornøyd\w*|fornøgd\w*|nøgde?|misfornøyd\w*|misnøgd\w*)\b)"
            ),
            r"\sog\s(?=(?:har|er|ser|mener|meiner|vil|kan|ønsker|ønskjer)\s)",
            rf",\s(?=(?:og|samt|så|for|likevel|noe|noko)\s[^,;]*\b(?:{_OWN_VERB})\b)",
        )
    )
)
# «strukturen er grei, bemanningen er det ikke»: a comma between two claims of their own.
_BARE_JOINT: Final = re.compile(
    r",\s(?!(?:er|har|kan|vil|må|bør|og|fungerer|verkar|virker) )"
    r"(?=[^,;]*\b(?:er|fungerer|har|var)\b[^,;]*\b(?:ikke|ikkje|det|grei\w*|god\w*|bra)\b)"
)
_VERB: Final = re.compile(
    r"\b(?:er|har|var|blir|vert|ble|vart|bør|må|kan|vil|fungerer|mener|meiner|ser|får|står)\b"
)
_NAMED: Final = re.compile(r"(?:\w+ )?\w{6,}(?:en|et|a|ene|ane)\.")
# «Spørsmål 2.», «Til 3:», alone on a line.
_NUMBER: Final = re.compile(
    r"(?:(?:svar|til|ad|på|spørsmål|spm|punkt|pkt|nr)\b\.?\s*)+\d?\s*[.:]?\s*$"
)
# «Pkt. 2: Bemanning: for lav.» answers under its label, not under its number.
_NUMBERED: Final = re.compile(
    r"(?:(?:svar|til|ad|på|vedrørende|spørsmål|spm|punkt|pkt|nr)\b\.?\s*){1,3}\d\s*[:–-]\s+(?=\S)"
)
# «Vi er blitt spurt om hvilke utfordringer …, om vi er tilfreds med …»
_RETOLD: Final = re.compile(
    r"\b(?:spurt|bedt|bede|spør|ber|bed) (?:\w+ )?om\b.*\b(?:om|hvilke|hva|kva|hvordan|korleis)\b"
    r".*,"
    r".*\b(?:om|hvilke|hva|kva|hvordan|korleis) (?:vi|me|kommunen)\b"
)
# «Du spør om vi er nøgde.»
_PUT: Final = re.compile(
    r"^\W*(?:du|de|dere|dykk|statsråden|ministeren|departementet) "
    r"(?:spør|spørr|lurer på|lurar på|vil vite|ønsker å vite|ønskjer å vite|ber om svar)\b"
)
_TURN: Final = re.compile(r";\s|,?\s(?=men\s)")
_HEADING: Final = 90


@dataclass(frozen=True)
class Clause:
    """One claim of a sentence; `text` is in the form rules read, at `start` in the plain text."""

    text: str
    start: int

    @property
    def end(self) -> int:
        """Return where the clause ends in the plain text."""
        return self.start + len(self.text)


@dataclass(frozen=True)
class Sentence:
    """One sentence of the answer to `question`, with what it stands under.

    `label` is the label or question before it and `opens` where it begins with its label; `line` is
    the number of its line, and `first` whether it is the first thing said under its question.
    """

    question: int
    source: Plain
    start: int
    end: int
    label: str
    heading: str
    line: int
    first: bool
    opens: int

    @property
    def text(self) -> str:
        """Return the sentence in the form rules read."""
        return self.source.text[self.start : self.end]

    @property
    def asks(self) -> bool:
        """Return whether the sentence is a question, which nobody answers by asking it."""
        return self.text.rstrip(" »\"”')").endswith("?") or bool(
            _RETOLD.search(self.text) or _PUT.match(self.text)
        )

    @cached_property
    def clauses(self) -> tuple[Clause, ...]:
        """Return the claims of the sentence in order; together they are all of it."""
        return self._cut(_JOINT, _BARE_JOINT)

    @cached_property
    def turns(self) -> tuple[Clause, ...]:
        """Return the sentence in one piece, or in more where it turns with «men».

        A label on the same line is part of the first: «Lokaler: ikke aktuelt.»
        """
        first, *rest = self._cut(_TURN)
        text = self.source.text[self.opens : first.end]
        return (Clause(text, self.opens), *rest)

    def _cut(self, *joints: re.Pattern[str]) -> tuple[Clause, ...]:
        text = self.text
        cuts = {0, len(text)}
        for joint in joints:
            cuts |= {
                found.end()
                for found in joint.finditer(text)
                if joint is not _BARE_JOINT or _says(text[: found.start()])
            }
        return tuple(
            Clause(text[a:b], self.start + a)
            for a, b in pairwise(sorted(cuts))
            if text[a:b].strip()
        )


def _says(text: str) -> bool:
    """Return whether something is said in `text` already, so that a comma may end it."""
    return bool(_VERB.search(text))


def sentences(svar: Mapping[int, str]) -> list[Sentence]:
    """Return every sentence of the answers in `svar`, question by question, headings left out."""
    return [each for number in sorted(svar) for each in _of(number, plain(svar[number]))]


def _of(number: int, source: Plain) -> Iterator[Sentence]:
    heading, asked, said = "", "", False
    lines = list(_lines(source.text))
    for line, (mark, start, end) in enumerate(lines):
        text = source.text[start:end]
        following = lines[line + 1][0] if line + 1 < len(lines) else None
        if _is_heading(text, mark, following):
            above, heading, asked = heading, text, ""
            # «Kommunen kan tilby disse lokalene:» says something of its own besides.
            if text.endswith(":") and _VERB.search(text):
                yield Sentence(number, source, start, end, "", above, line, not said, start)
                said = True
            continue
        label = ""
        for begins, last in _spans(source, start, end):
            numbered = _NUMBERED.match(source.text, begins, last) if begins == start else None
            first = opens = numbered.end() if numbered else begins
            if (found := _LABEL.match(source.text, opens, last)) and not _starts_claim(found[1]):
                label, first = found[1], found.end()
            made = Sentence(
                number, source, first, last, label or asked, heading, line, not said, opens
            )
            if mark[:1].isalnum() and begins == start and last < end and _names(made.text):
                label = made.text.rstrip(". ")
                continue
            if made.asks:
                # What follows answers it, until something else is asked.
                asked = made.text
                continue
            said = True
            yield made


def _lines(text: str) -> Iterator[tuple[str, int, int]]:
    """Yield the bullet or number of each line that holds something, and the place of the rest."""
    at = 0
    for line in text.split("\n"):
        mark = _MARK.match(line)
        start = at + (mark.end() if mark else len(line) - len(line.lstrip()))
        end = at + len(line.rstrip())
        if start < end:
            yield (mark[0].strip() if mark else ""), start, end
        at += len(line) + 1


def _is_heading(text: str, mark: str, following: str | None) -> bool:
    """Return whether a line only says what comes next, and no more of a list does.

    `following` is the mark of the next line, None when there is none.
    """
    if _NUMBER.match(text):
        return True
    is_item = bool(mark) and (not mark[0].isalnum() or bool(following))
    if following is None or is_item or len(text) > _HEADING:
        return False
    if re.match(r"(?:ja|nei)\b", text):
        return False
    if re.search(r":\s+\S", text):
        # «Spørsmål 2: Tilfredshet»
        return bool(re.match(r"(?:til |svar på )?(?:spørsmål|spm|punkt)\w*\.? \d", text)) and not (
            _VERB.search(text) or re.search(r"[.!?…]\s*$|:\s(?:ja|nei)\b", text)
        )
    return not re.search(r"[.!?…;,]\s*$", text)


def _names(text: str) -> bool:
    """Return whether a sentence only names what the line is about: «a) Bemanningsutviklingen.»."""
    return bool(_NAMED.fullmatch(text))


def _starts_claim(label: str) -> bool:
    """Return whether what stands before a colon is itself said, as in «Svaret er nei: …»."""
    said = r"\b(?:er|har|bør|må|vil|kan|ønsk\w+|mener|meiner|nei|ja|fungerer|finst|lir|\w{4,}es)\b"
    return bool(re.search(said, label))


def _spans(source: Plain, start: int, end: int) -> Iterator[tuple[int, int]]:
    text, at = source.text, start
    for found in _END.finditer(text, start, end):
        stop = found.end()
        following = stop + (source.text[stop : stop + 1] == " ")
        if following < end and not _begins(source, following):
            continue
        if _ABBREVIATED.search(text, at, found.start() + 1) and following < end:
            continue
        if text[at:stop].strip():
            yield at + len(text[at:stop]) - len(text[at:stop].lstrip()), stop
        at = stop
    if text[at:end].strip():
        yield at + len(text[at:end]) - len(text[at:end].lstrip()), end


def _begins(source: Plain, at: int) -> bool:
    """Return whether a new sentence may begin at `at`."""
    return at in source.capitals or source.text[at] in '«"“(–-•' or source.text[at].isdigit()
