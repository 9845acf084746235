"""Known statements are not answers to the letter, and no page calls them that."""

import re
from html import unescape
from typing import Final

import pytest

from pages.parts.reading.reader import Reader
from tests.pages.app import html, opened

# A municipality that is said to have answered, as a column, a filter or a sentence says it.
ANSWERED: Final = re.compile(r"(?i)\bsvarte\b|\bhar (ikke )?svart\b|(?<=>)svart(?=<)|\bfå svar\b")
# What the letter's answers are called where the text is about them, or about the data at large.
ALLOWED: Final = (
    "Svarene på brevet er ikke innhentet",
    # The survey of mayors and the count in the papers are about others' answers.
    "ordførere som svarte",
    # What the tables of any data set hold.
    "også når den ikke har svart",
)
PAGES: Final = (
    "",
    "bemanning",
    "lokaler",
    "tilgjengelighet",
    "utfordringer",
    "kommune",
    "politidistrikt",
    "sok",
    "data",
)


def words(page: str) -> str:
    """Return what a page says of the known statements, without definitions and retold notes."""
    app = opened(
        page, data="kjente", kommune="3449", distrikt="Innlandet", svart="ja", vis="onsker"
    )
    drawn = re.sub(r"<details>.*?</details>", "", html(app), flags=re.DOTALL)
    drawn = re.sub(r'<td data-navn="Merknad">.*?</td>', "", drawn)
    drawn = re.sub(r'<section class="tabeller">.*?</section>', "", drawn, flags=re.DOTALL)
    # What the map is drawn from has a name for every value there is; those present are in its key.
    drawn = re.sub(r' data-kart="[^"]*"', "", drawn)
    return unescape(drawn)


@pytest.mark.parametrize("page", PAGES)
def test_statements_are_not_called_answers(page: str) -> None:
    said = words(page)
    for each in ALLOWED:
        said = said.replace(each, "")
    around = [said[max(0, m.start() - 60) : m.end() + 40] for m in ANSWERED.finditer(said)]
    assert not around


def test_the_filter_sentence_says_statement(kjente: Reader) -> None:
    assert kjente.having(svart="ja").view.sentence() == "har uttalt seg"
    assert kjente.having(svart="nei").view.sentence() == "har ikke uttalt seg"
