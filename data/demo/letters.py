"""Lays sentences out as the text of an answer, and keeps track of where each value stands."""

import math
from dataclasses import dataclass, field
from datetime import date, timedelta
from random import Random
from typing import Any, Final

from data.demo.phrases import Stock, sentence_case
from data.demo.prose import Mark, Sentence

WIDTHS: Final = (58, 66, 72)
# Where a compound may be hyphenated at the end of a line.
JOINTS: Final = (
    "politi",
    "tjenestested",
    "tenestestad",
    "tjeneste",
    "teneste",
    "kommune",
    "innbygger",
    "innbyggjar",
    "bemannings",
)
SHORTEST_TAIL: Final = 5
# The letter itself is dated a few days before.
EARLIEST_MEETING: Final = date(2022, 3, 1)
NUMBERING: Final = ("{n}. ", "Spørsmål {n}\n", "Pkt. {n}: ", "Ad {n}) ", "")


@dataclass(frozen=True)
class Letter:
    """A finished answer: text by question, and the verbatim passage of each value and room."""

    texts: dict[int, str]
    passages: list[tuple[Mark, str]] = field(default_factory=list)
    room_passages: dict[int, str] = field(default_factory=dict)


class Page:
    """Text under way; with a width, lines break where a pasted PDF would have broken them."""

    def __init__(self, width: int | None = None) -> None:
        self.text = ""
        self._width = width

    def add(self, text: str, lead: str = " ") -> str:
        """Add text after what is there and return it exactly as it came to stand."""
        if self.text and not self.text.endswith("\n"):
            first = text.split(" ", 1)[0]
            too_long = self._room() < len(first) + 1
            self.text += "\n" if lead == " " and too_long else lead
        start = len(self.text)
        if self._width is None:
            self.text += text
        else:
            self._wrap(text)
        return self.text[start:]

    def _room(self) -> float:
        width = math.inf if self._width is None else self._width
        return width - (len(self.text) - self.text.rfind("\n") - 1)

    def _wrap(self, text: str) -> None:
        for index, word in enumerate(text.split(" ")):
            if index == 0:
                self.text += word
            elif self._room() > len(word):
                self.text += " " + word
            else:
                joint = next((j for j in JOINTS if _splits(word, j)), None)
                if joint and self._room() > len(joint) + 1:
                    self.text += f" {joint}-\n{word[len(joint) :]}"
                else:
                    self.text += "\n" + word


def _splits(word: str, joint: str) -> bool:
    return word.startswith(joint) and len(word.strip(".,:")) - len(joint) >= SHORTEST_TAIL


def lay_out(
    questions: dict[int, list[Sentence]],
    stock: Stock,
    habits: frozenset[str],
    rng: Random,
    undivided: bool = False,
    before: str = "",
    plural: bool = False,
) -> Letter:
    """Return the letter, marked as invented in its first text.

    `before` is what was pasted in ahead of the answer itself.
    """
    width = rng.choice(WIDTHS) if "wrapped" in habits else None
    numbering = rng.choice(NUMBERING) if len(questions) > 1 else ""
    several = stock.table("flertall") if plural else {}
    letter = Letter({})
    page = Page(width)
    page.text = before
    for number, sentences in questions.items():
        if not undivided:
            page = page if not letter.texts else Page(width)
        if "headings" in habits:
            page.add(stock.one(f"overskrift.{number}"), lead="\n\n")
            page.text += "\n"
        elif undivided:
            page.text += "\n\n" if page.text and not page.text.endswith("\n") else ""
            page.text += numbering.format(n=number)
        _write(page, sentences, several, letter)
        letter.texts[0 if undivided else number] = page.text
    first = min(letter.texts)
    mark = stock.one("merke")
    body = letter.texts[first]
    # At the end of a pasted case file nobody would see the mark.
    leading = bool(before) or rng.random() < 0.5
    letter.texts[first] = f"{mark}\n\n{body}" if leading else f"{body}\n\n{mark}"
    return letter


def _write(page: Page, sentences: list[Sentence], several: dict[str, str], letter: Letter) -> None:
    for index, sentence in enumerate(sentences):
        text = sentence.text
        for one, many in several.items():
            text = _whole_words(text, one, many)
        lead = "" if index == 0 and page.text.endswith((" ", "\n")) else sentence.lead
        passage = page.add(sentence_case(text), lead)
        letter.passages.extend((mark, passage) for mark in sentence.marks)
        if sentence.room is not None:
            letter.room_passages[sentence.room] = passage


def _whole_words(text: str, one: str, many: str) -> str:
    words = text.split(" ")
    return " ".join(
        many + word.removeprefix(one) if word.rstrip(".,:;") == one else word for word in words
    )


def meeting_dates(received: date, rng: Random) -> tuple[str, str]:
    """Return the days the committee and the council met, as a print-out writes them."""
    council = max(received - timedelta(days=rng.randrange(3, 10)), EARLIEST_MEETING)
    committee = max(council - timedelta(days=rng.randrange(10, 18)), EARLIEST_MEETING)
    workdays = (day - timedelta(days=max(0, day.weekday() - 4)) for day in (committee, council))
    first, second = (f"{day:%d.%m.%Y}" for day in workdays)
    return first, second


def print_out(stock: Stock, habits: frozenset[str], dates: tuple[str, str], rng: Random) -> str:
    """Return the case-file print-out that some paste in ahead of the answer."""
    worker = f"{stock.one('saksbehandler')}\n" if "case_worker" in habits else ""
    template: str = rng.choice(stock.several("saksutskrift"))
    values: dict[str, Any] = {
        "saksbehandler": worker,
        "dato1": dates[0],
        "dato2": dates[1],
        "stemmer": rng.randrange(2, 8),
    }
    return template.format(**values)
