"""A text with what every way of dividing it looks at."""

import re
from collections.abc import Sequence
from typing import Final

from data.documents.division import marks as m
from data.documents.division.lines import lines_of, tail_of
from data.documents.division.marks import Mark
from data.documents.division.others import case_sections, decided, others

# So few marks are more likely a list of something else.
LEAST: Final = 3
# Questions pasted as a block have no more than numbers, or further questions, between them.
_BETWEEN: Final = re.compile(
    r"[\W\d_]*(?:\w[.)])?[\W\d_]*|.*\?[\W\d_]*(?:\w[.)])?[\W\d_]*", re.DOTALL
)
_ANSWERS: Final = re.compile(
    r"^[ \t]*(?:vårt |våre |kommunens |heradets )?(?:svar|svaret)(?:et)?(?: vårt| våre)?(?: (?:fra|"
    r"frå) [^\n:]{1,60})?[ \t]*:?[ \t]*$|"
    r"^[ \t]*svar[ \t]*:[ \t]*",
    re.IGNORECASE | re.MULTILINE,
)


class Body:
    """A text, its lines, the sections of its case paper, and what in it is others' view.

    `block` is where the letter's questions, pasted before the answers, end, 0 without them; `end`
    is where the greeting begins.
    """

    def __init__(self, text: str) -> None:
        self.text = text
        self.lines = lines_of(text)
        self.sections = case_sections(text)
        self.decision = decided(self.sections, text)
        self.end = tail_of(text, self.lines)
        self.block = _block_end(text)
        self.others = others(text)

    def within(self, marks: Sequence[Mark]) -> list[Mark]:
        """Return those of `marks` that stand after a block of questions and before the greeting."""
        return [mark for mark in marks if self.block <= mark.start < self.end]


def _block_end(text: str) -> int:
    """Return where a block of questions, pasted before the answers, ends; 0 if there is none."""
    asked = m.asked(text)
    run = [asked[0]] if asked else []
    for mark in asked[1:]:
        is_next = mark.numbers[0] > run[-1].numbers[0]
        if not (is_next and _BETWEEN.fullmatch(text[run[-1].asked : mark.start])):
            break
        run.append(mark)
    if len(run) < LEAST:
        return 0
    answers = _ANSWERS.search(text, run[-1].asked)
    near = answers and not text[run[-1].asked : answers.start()].strip()
    return answers.end() if answers and near else run[-1].asked
