"""Why a build gave no version is told in the reader's language, line by line."""

import pytest

from data.building import UNTOLD
from data.drafts import refusal
from data.problems import Problem
from data.problems import told as lines
from pages.parts.reading.language import speak
from pages.parts.reviewing.gone_wrong import told

FULL = refusal(OSError(28, "No space left on device"))
MANY = lines([Problem("svar.csv", n, "sporsmal", "9", "1–5") for n in range(2, 80)])
SAID = (
    UNTOLD,
    "demo: byggingen tok mer enn 30 minutter",
    f"demo: ingenting er bygd, {FULL}",
    "\n".join(("innspill: 2 feil, ingenting er bygd", *MANY)),
    str(Problem("innspill.csv", 0, "", "", "en fil med dette navnet")),
    str(Problem("svar.csv", 3, "tekst", "", "minst ett tegn")),
)


@pytest.mark.parametrize("said", SAID)
def test_it_is_as_it_was_in_bokmaal_and_every_line_of_it_is_translated(said: str) -> None:
    assert told(said) == said
    try:
        speak("en")
        now = told(said).splitlines()
    finally:
        speak("nb")
    assert [line for line in said.splitlines() if line in now] == []


def test_a_line_that_nobody_foresaw_is_shown_as_it_is() -> None:
    assert told("Traceback: noe annet") == "Traceback: noe annet"


def test_what_was_expected_stands_in_the_words_of_the_file() -> None:
    try:
        speak("en")
        problem = str(Problem("svar.csv", 3, "sporsmal", "9", "1–5"))
        assert told(problem) == "svar.csv, row 3, column «sporsmal»: found «9», expected 1–5."
    finally:
        speak("nb")
