"""An answer is divided where it divides itself, by names, numbers, letters or questions."""

import pytest

from data.documents.division import divide
from tests.data.division.answers import ASKED, BLOCK, NYNORSK_BLOCK, WHOLE, parts, placed
from tests.data.saved import ANSWERS


def test_numbers_at_the_start_of_lines_divide() -> None:
    assert parts(f"Innledning.\n\n{WHOLE}") == {0: "Innledning."} | dict(enumerate(ANSWERS, 1))


@pytest.mark.parametrize(
    "word",
    [
        "Spørsmål {n}",
        "Til spørsmål {n}:",
        "Svar på spm. {n}",
        "Punkt {n} –",
        "Ad. {n})",
        "Til {n}:",
        "SPØRSMÅL NR. {n}",
        "Svar på spørsmål {n} – om",
        "Spm {n}.",
        "- Spørsmål {n}:",
        "Sp0rsmàl {n}:",
        "S{n}:",
        "Nr. {n}:",
        "Vedrørende spørsmål {n}:",
        "Når det gjelder spørsmål {n}:",
        "Angående spm. {n}:",
    ],
)
def test_named_questions_divide_whatever_lists_stand_inside(word: str) -> None:
    answers = [f"{word.format(n=n)} Svar nummer {n}.\n1. liste\n2. liste" for n in range(1, 6)]
    assert parts("\n".join(answers)) == dict(enumerate(answers, 1))


@pytest.mark.parametrize("word", ["Første", "Andre", "Tredje", "Fjerde", "Femte"])
def test_questions_named_in_words_divide(word: str) -> None:
    every = ["Første", "Andre", "Tredje", "Fjerde", "Femte"]
    answers = [f"{each} spørsmål: Svar." for each in every]
    assert parts("\n".join(answers))[every.index(word) + 1] == f"{word} spørsmål: Svar."


@pytest.mark.parametrize(
    ("marks", "confident"),
    [
        (("1)", "2)", "3)", "4)", "5)"), 0.9),
        (("(1)", "(2)", "(3)", "(4)", "(5)"), 0.9),
        (("1:", "2:", "3:", "4:", "5:"), 0.9),
        (("1 –", "2 –", "3 –", "4 –", "5 –"), 0.9),
        (("l.", "2.", "3.", "4.", "5."), 0.9),
        (("- 1.", "- 2.", "- 3.", "- 4.", "- 5."), 0.9),
        (("I.", "II.", "III.", "IV.", "V."), 0.85),
        (("I", "II", "III", "IV", "V"), 0.85),
        (("a)", "b)", "c)", "d)", "e)"), 0.85),
        (("A.", "B.", "C.", "D.", "E."), 0.85),
    ],
)
def test_rows_of_every_kind_divide(marks: tuple[str, ...], confident: float) -> None:
    bare = [answer[3:] for answer in ANSWERS]
    between = "\n" if marks[0] == "I" else " "
    answers = [f"{mark}{between}{answer}" for mark, answer in zip(marks, bare, strict=True)]
    text = "\n".join(answers)
    assert parts(text) == dict(enumerate(answers, 1))
    assert divide(text).confidence == confident


def test_numbers_within_one_line_divide_less_surely() -> None:
    text = " ".join(ANSWERS)
    assert parts(text) == dict(enumerate(ANSWERS, 1))
    assert divide(text).confidence == 0.7


def test_the_letters_own_questions_divide_with_the_number_before_them() -> None:
    answers = [f"{n}) {text}" for n, text in enumerate(ASKED, 1)]
    assert parts("\n\n".join(answers)) == dict(enumerate(answers, 1))


def test_a_question_in_other_words_is_known_by_its_number() -> None:
    texts = [ASKED[0], "Om politiets bemanning:\nNei.", *ASKED[2:]]
    answers = [f"{n}. {text}" for n, text in enumerate(texts, 1)]
    assert parts("\n\n".join(answers)) == dict(enumerate(answers, 1))


def test_questions_in_nynorsk_divide() -> None:
    text = (
        "Kva utfordringar meiner de kommunen står overfor?\nRus.\n"
        "Er kommunen nøgd med politiet si bemanning?\nNei.\n"
        "Kva er ønskt utvikling?\nMeir.\nØnskjer kommunen ein ny tenestestad?\nJa."
    )
    assert set(parts(text)) == {1, 2, 4, 5}


def test_a_question_left_out_is_left_out_and_told() -> None:
    text = "Spørsmål 1: a\nSpørsmål 2: b\nSpørsmål 5: c"
    assert parts(text) == {1: "Spørsmål 1: a", 2: "Spørsmål 2: b", 5: "Spørsmål 5: c"}
    assert divide(text).remarks() == ["fant ikke svar på spørsmål 3, 4; kontroller delingen"]


def test_a_single_named_question_is_placed() -> None:
    assert parts("Frå Solund kommune:\nSpm 5: Ja.") == {0: "Frå Solund kommune:", 5: "Spm 5: Ja."}


def test_a_number_that_is_skipped_is_a_question_left_out() -> None:
    text = "1. Rus og trafikk.\n3. Politiråd og SLT.\n4. Telefonen må besvares.\n5. Nei."
    assert [number for number, _said in placed(text)] == [1, 3, 4, 5]


def test_questions_and_answers_by_turns_divide() -> None:
    answers = [f"Spørsmål: {text.replace(chr(10), ' ')}\nSvar: Ja." for text in ASKED]
    assert parts("\n\n".join(answers)) == dict(enumerate(answers, 1))


def test_points_of_a_proposal_are_not_named_questions() -> None:
    text = (
        "Forslag til vedtak\nPunkt 1: Kommunen ønsker et nytt tjenestested.\n"
        "Punkt 2: Rusmisbruk er en utfordring.\nPunkt 3: Telefonen må besvares."
    )
    assert parts(text) == {0: text}


def test_five_numbers_whose_words_say_nothing_are_to_be_looked_at() -> None:
    division = divide("\n".join(f"{n}. Vi har ikke mer å si." for n in range(1, 6)))
    assert [part.sporsmal for part in division.parts] == [1, 2, 3, 4, 5]
    assert any("kontroller delingen" in remark for remark in division.remarks())
    assert parts("1. Vi vet ikke.\n2. Vi tror ikke.\n3. Vi sier ikke.").keys() == {0}


def test_named_questions_may_come_in_any_order() -> None:
    assert set(parts("Spørsmål 5: Ja.\nSpørsmål 1: Rus.\nSpørsmål 2: Nei.")) == {1, 2, 5}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Spørsmål 1 og 2:\nRus.\nSpørsmål 3: Nei.\nSpørsmål 4: Mer.", {1: (2,), 3: (), 4: ()}),
        ("Spørsmål 1, 2 og 3:\nRus.\nSpørsmål 4 og 5: Mer.", {1: (2, 3), 4: (5,)}),
        ("Til spørsmål 1–3:\nRus.\nTil spørsmål 4: Mer.", {1: (2, 3), 4: ()}),
        ("Spm. 2 & 3: Nei.\nSpm. 4: Mer.\nSpm. 5: Ja.", {2: (3,), 4: (), 5: ()}),
        ("Spm. 1 t.o.m. 3: Rus.\nSpm. 4: Mer.\nSpm. 5: Ja.", {1: (2, 3), 4: (), 5: ()}),
        ("Spm 2 TOM 4: Nei.\nSpm 1: Rus.\nSpm 5: Ja.", {2: (3, 4), 1: (), 5: ()}),
    ],
)
def test_one_answer_to_several_questions_is_stored_once_and_told(
    text: str, expected: dict[int, tuple[int, ...]]
) -> None:
    division = divide(text)
    assert {part.sporsmal: part.also for part in division.parts} == expected
    assert any("gjelder også spørsmål" in remark for remark in division.remarks())


@pytest.mark.parametrize(
    "row",
    ["{n}\t{said}", "| {n} | {said} |", "{n} \t Spørsmål {n} \t {said}"],
)
def test_rows_of_a_table_divide(row: str) -> None:
    rows = [row.format(n=n, said=said[3:]) for n, said in enumerate(ANSWERS, 1)]
    assert set(parts("Innledning.\n\nNr\tSvar\n" + "\n".join(rows))) == {0, 1, 2, 3, 4, 5}


@pytest.mark.parametrize("channels", [2, 3, 5])
def test_a_numbered_list_of_channels_belongs_to_question_four(channels: int) -> None:
    inner = "\n".join(f"{n}. kanal" for n in range(1, channels + 1))
    found = parts("\n".join([*ANSWERS[:4], inner, ANSWERS[4]]))
    assert found[4] == f"{ANSWERS[3]}\n{inner}"
    assert found[5] == ANSWERS[4]


@pytest.mark.parametrize("block", [BLOCK, NYNORSK_BLOCK])
@pytest.mark.parametrize(
    "introduction", ["Svar:\n", "Vårt svar:\n", "Svar frå Lærdal kommune:\n", "\n"]
)
def test_a_block_of_questions_is_no_answer(block: str, introduction: str) -> None:
    text = f"Departementet spør:\n{block}{introduction}{WHOLE}"
    found = parts(text)
    assert {n: found[n] for n in range(1, 6)} == dict(enumerate(ANSWERS, 1))
    assert block.strip() in found[0]


def test_answers_on_the_line_of_the_word_answer_divide() -> None:
    found = parts(f"{BLOCK}Svar: {ANSWERS[0]}\n" + "\n".join(ANSWERS[1:]))
    assert found[1] == ANSWERS[0]
    assert found[5] == ANSWERS[4]


def test_a_block_with_named_answers_below_divides() -> None:
    answers = [f"Til {n}: Svar nummer {n}." for n in range(1, 6)]
    assert parts(f"{NYNORSK_BLOCK}\n" + "\n".join(answers))[3] == answers[2]
