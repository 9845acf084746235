"""Holding what the machine says of a letter against its label, thing by thing."""

import datetime as dt
import re
from collections.abc import Iterable, Iterator
from typing import Final

from data import vocabulary as v
from data.coding import Suggestions
from data.schemas import FYLKER
from tests.quality.answer import Answer
from tests.quality.corpus import Letter
from tests.quality.scoring import Judged
from tests.quality.splitting import Split

NO_MUNICIPALITY: Final = "ingen"
WHO: Final = ("kommunenumre", "avsendertype", "avsender", "brevdato", "mottatt")
# What a municipality's name may be followed or led by without being another sender.
_GENERIC: Final = re.compile(
    r"\b(?:og|kommun(?:er?|ar|ene|ane)|herad|suohkan|gielda|tjïelte|komuuni"
    r"|(?:ordføreren|ordføraren|byrådet|formannskapet|kommunestyret|bystyret) i)\b|[^\w\s]"
)
# The county tells two of a name apart: «Våler (Innlandet) kommune», «Herøy kommune, Nordland».
_COUNTY: Final = re.compile(rf"(?:\(|, | i )(?:{'|'.join(FYLKER).lower()})\)?")
_SENTENCE_END: Final = re.compile(r"[.!?]['»”\"]?\s+(?=[^a-zæøå])|\n\s*\n|\n\s*[-–•*]\s")


def judged_sender(letter: Letter, answer: Answer) -> Iterator[Judged]:
    """Yield what the machine says of the sender and the dates of `letter` beside the label."""
    fasit, told = letter.fasit, answer.sender_told
    is_same = names(fasit.avsender) & names(answer.avsender)
    said_name = fasit.avsender if is_same else answer.avsender
    pairs = (
        ("kommunenumre", _numbers(fasit.kommunenumre), _said_numbers(answer), told),
        ("avsendertype", fasit.avsendertype, answer.avsendertype, told),
        ("avsender", fasit.avsender, said_name, told),
        ("brevdato", _iso(fasit.brevdato), _iso(answer.brev), answer.dates_told),
        ("mottatt", _iso(fasit.mottatt), _iso(answer.mottatt), answer.dates_told),
    )
    for felt, label, said, doubted in pairs:
        yield Judged(letter.navn, felt, frozenset(filter(None, [label])), said, doubted)


def judged_codes(letter: Letter, split: Split, suggestions: Suggestions) -> Iterator[Judged]:
    """Yield each code of `letter`, labelled or suggested on the texts of `split`.

    A field with one value is judged once, a field with several once for each value.
    """
    labels: dict[tuple[str, str], list[tuple[int, int]]] = {}
    for code in letter.koder:
        labels.setdefault((code.felt, code.verdi), []).append((code.fra, code.til))
    said = {
        (each.felt, each.verdi): _passage(letter, split, each.sporsmal, each.start, each.end)
        for each in suggestions.codes
    }
    for felt in v.FELT:
        values = [verdi for verdi in v.FELT[felt] if (felt, verdi) in labels]
        found = [verdi for verdi in v.FELT[felt] if (felt, verdi) in said]
        for fasit, sagt in _pairs(felt, values, found):
            near = _is_right_passage(letter.tekst, said, labels, felt, sagt)
            yield Judged(letter.navn, felt, fasit, sagt, passage=near)


def strangers(split: Split, suggestions: Suggestions) -> int:
    """Return how many suggestions quote what does not stand where they say that it stands."""
    svar = split.svar
    return sum(
        svar.get(each.sporsmal, "")[each.start : each.end] != each.utdrag or not each.utdrag
        for each in suggestions.codes
    )


def names(name: str) -> frozenset[str]:
    """Return the names in the sender `name`, which may be one in each of several languages.

    Words that only say what kind of sender it is are left out, so that «Klepp» is «Klepp kommune».
    """
    parts = [name, *re.split(r"\s[–/-]\s", name)]
    plain = (_COUNTY.sub(" ", part.casefold()) for part in parts)
    bare = (" ".join(_GENERIC.sub(" ", part).split()) for part in plain)
    return frozenset(filter(None, bare))


def same_sentence(text: str, one: tuple[int, int], other: tuple[int, int]) -> bool:
    """Return whether two passages of `text` overlap or lie in one sentence."""
    if one[0] < other[1] and other[0] < one[1]:
        return True
    between = text[min(one[1], other[1]) : max(one[0], other[0])]
    return not _SENTENCE_END.search(between + " A")


def _pairs(felt: str, labelled: list[str], said: list[str]) -> Iterator[tuple[frozenset[str], str]]:
    if felt not in v.FLERE:
        if labelled or said:
            yield frozenset(labelled), said[0] if said else ""
        return
    for verdi in v.FELT[felt]:
        if verdi in labelled or verdi in said:
            yield (
                frozenset([verdi] if verdi in labelled else []),
                verdi if verdi in said else "",
            )


def _passage(
    letter: Letter, split: Split, sporsmal: int, start: int, end: int
) -> tuple[int, int] | None:
    """Return where in `letter` a suggestion points, None where it points outside its text."""
    if not 0 <= start < end <= len(split.svar.get(sporsmal, "")):
        return None
    return split.place(sporsmal, start, end)


def _is_right_passage(
    text: str,
    said: dict[tuple[str, str], tuple[int, int] | None],
    labels: dict[tuple[str, str], list[tuple[int, int]]],
    felt: str,
    verdi: str,
) -> bool | None:
    if not verdi or (felt, verdi) not in labels:
        return None
    where = said[felt, verdi]
    return where is not None and any(same_sentence(text, where, p) for p in labels[felt, verdi])


def _numbers(numbers: Iterable[str]) -> str:
    return "|".join(sorted(numbers)) or NO_MUNICIPALITY


def _said_numbers(answer: Answer) -> str:
    """Return the numbers as one value; a sender nobody recognised has not been said to be none."""
    if answer.kommunenumre or answer.avsendertype not in (*v.TALER_FOR, "annet"):
        return _numbers(answer.kommunenumre)
    return "" if answer.sender_told else NO_MUNICIPALITY


def _iso(date: dt.date | None) -> str:
    return date.isoformat() if date else ""
