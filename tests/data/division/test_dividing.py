"""An answer is divided where it divides itself, and stays whole where that cannot be told."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from data.documents.division.questions import divide
from tests.data.saved import ANSWERS

WHOLE = "\n\n".join(ANSWERS)
ASKED = (
    "Hvilke utfordringer mener dere kommunen vil stå overfor?\nTrafikk.",
    "Er kommunen tilfreds med politiets\nbemanningsutvikling?\nNei.",
    "Både kommunen og politiet har ansvar for trygghet.\nPolitiråd.",
    "Hva er ønsket utvikling når det gjelder tilgjengeligheten?\nMer.",
    "Ønsker kommunen et nytt tjenestested i politiet?\nJa.",
)


def test_numbers_at_the_start_of_lines_divide() -> None:
    assert divide(f"Innledning.\n\n{WHOLE}") == {0: "Innledning."} | dict(enumerate(ANSWERS, 1))


@pytest.mark.parametrize(
    "word", ["Spørsmål {n}", "Til spørsmål {n}:", "Svar på spm. {n}", "Punkt {n} –", "Ad. {n})"]
)
def test_named_questions_divide_whatever_lists_stand_inside(word: str) -> None:
    parts = [f"{word.format(n=n)} Svar nummer {n}.\n1. liste\n2. liste" for n in range(1, 6)]
    assert divide("\n".join(parts)) == dict(enumerate(parts, 1))


def test_the_letters_own_questions_divide_with_the_number_before_them() -> None:
    parts = [f"{n}) {text}" for n, text in enumerate(ASKED, 1)]
    assert divide("\n\n".join(parts)) == dict(enumerate(parts, 1))


def test_a_question_in_other_words_is_known_by_its_number() -> None:
    texts = [ASKED[0], "Om politiets bemanning:\nNei.", *ASKED[2:]]
    parts = [f"{n}. {text}" for n, text in enumerate(texts, 1)]
    assert divide("\n\n".join(parts)) == dict(enumerate(parts, 1))


def test_questions_in_nynorsk_divide() -> None:
    text = (
        "Kva utfordringar meiner de kommunen står overfor?\nRus.\n"
        "Er kommunen nøgd med politiet si bemanning?\nNei.\n"
        "Kva er ønskt utvikling?\nMeir.\nØnskjer kommunen ein ny tenestestad?\nJa."
    )
    assert set(divide(text)) == {1, 2, 4, 5}


def test_a_question_left_out_is_left_out() -> None:
    text = "Spørsmål 1: a\nSpørsmål 2: b\nSpørsmål 5: c"
    assert divide(text) == {1: "Spørsmål 1: a", 2: "Spørsmål 2: b", 5: "Spørsmål 5: c"}


@pytest.mark.parametrize("channels", [2, 3, 5])
def test_a_numbered_list_of_channels_belongs_to_question_four(channels: int) -> None:
    inner = "\n".join(f"{n}. kanal" for n in range(1, channels + 1))
    found = divide("\n".join([*ANSWERS[:4], inner, ANSWERS[4]]))
    assert found[4] == f"{ANSWERS[3]}\n{inner}"
    assert found[5] == ANSWERS[4]


@pytest.mark.parametrize(
    "text",
    [
        "Løpende tekst uten tall.",
        # The fifth may be the last channel or the last question.
        "\n".join([*ANSWERS[:4], *(f"{n}. kanal" for n in range(1, 6))]),
        # A list inside the first answer, numbered as the questions are.
        "\n".join([ANSWERS[0], "1. rus", "2. trafikk", *ANSWERS[1:]]),
        "2. Nei\n1. Trafikk\n3. Politiråd",
        "1. Bare\n2. to",
        "31.05.2022\n1.2 Underpunkt\n2.1 Et til\n3.3 Og et",
    ],
)
def test_what_can_be_read_in_two_ways_stays_whole(text: str) -> None:
    assert divide(text) == {0: text}


def test_nothing_has_no_parts() -> None:
    assert divide("") == {}


@given(
    st.lists(st.sampled_from([*ANSWERS, *ASKED, "Spørsmål 2", "5) x", "", "Tekst"]), max_size=12)
)
def test_no_word_is_lost_or_doubled(lines: list[str]) -> None:
    text = "\n".join(lines).strip()
    parts = divide(text)
    assert " ".join(" ".join(parts[n] for n in sorted(parts)).split()) == " ".join(text.split())
