"""A passage must be found again in the letter, and text under a wrong question must be counted."""

from data.documents.division import Division, Part
from tests.quality.corpus import Del, Fasit, Inn, Letter
from tests.quality.splitting import CLAUSE, Split, Stretch, labelled_split, placed

FIRST, SECOND, THIRD = "Vi er uroa for rus. ", "Nei. ", "  Rus er alt.\n"


def _letter(text: str, *parts: tuple[int, ...]) -> Letter:
    """Return a letter with `text` cut in as many equal parts as there are `parts`."""
    size = len(text) // len(parts)
    cuts = [*range(0, size * len(parts), size), len(text)]
    deling = tuple(Del(part, cuts[i], cuts[i + 1]) for i, part in enumerate(parts))
    fasit = Fasit("Klepp kommune", "kommune", ("1120",))
    return Letter("001", (7,), "nynorsk", Inn("a.txt"), fasit, text, deling)


def test_a_place_in_the_second_stretch_of_a_question_is_found_again_in_the_letter() -> None:
    text = FIRST + SECOND + THIRD
    split = Split(
        text,
        (
            Stretch(1, 0, len(FIRST)),
            Stretch(2, len(FIRST), len(FIRST + SECOND)),
            Stretch(1, len(FIRST + SECOND), len(text)),
        ),
    )
    start = split.svar[1].index("Rus er")
    a, b = split.place(1, start, start + len("Rus er"))
    assert text[a:b] == "Rus er"


def test_the_text_under_a_question_is_the_one_the_import_keeps() -> None:
    text = FIRST + SECOND + THIRD
    parts = (Part(1, 0, 20), Part(2, 20, 25), Part(1, 25, len(text)))
    split = Split(text, tuple(Stretch(p.sporsmal, p.start, p.end) for p in parts))
    assert split.svar == Division(parts, 1.0, "").answers(text)


def test_characters_are_counted_under_the_question_labelled_and_the_question_said() -> None:
    letter = _letter("abcd efgh", (1,), (2,), (0,))
    said = Split(letter.tekst, (Stretch(1, 0, 5), Stretch(2, 5, 9)))
    cells = placed(letter, said, sure=True).cells
    assert {pair: times for pair, times in cells.items() if times} == {
        (1, 1): 3,
        (2, 1): 1,
        (2, 2): 1,
        (0, 2): 3,
    }


def test_a_part_that_answers_two_questions_is_right_under_either() -> None:
    letter = _letter("abcdef", (1, 2))
    for question in (1, 2):
        result = placed(letter, Split(letter.tekst, (Stretch(question, 0, 6),)), sure=True)
        assert result.right == result.total == 6
    assert labelled_split(letter).svar == {1: "abcdef"}


def test_words_said_to_answer_two_questions_are_right_when_the_label_has_either() -> None:
    letter = _letter("abcdef", (2,))
    said = Split(letter.tekst, (Stretch(1, 0, 6, also=(2,)),))
    assert placed(letter, said, sure=True).right == 6


def test_an_answer_under_another_question_is_silently_wrong_unless_the_machine_is_unsure() -> None:
    letter = _letter("x" * (CLAUSE + 1), (3,))
    wrong = Split(letter.tekst, (Stretch(4, 0, CLAUSE + 1),))
    assert placed(letter, wrong, sure=True).silently_wrong
    assert not placed(letter, wrong, sure=False).silently_wrong


def test_text_left_undivided_is_not_right_but_not_silently_wrong_either() -> None:
    letter = _letter("x" * 2 * CLAUSE, (3,))
    whole = placed(letter, Split(letter.tekst, (Stretch(0, 0, 2 * CLAUSE),)), sure=True)
    assert whole.right == 0
    assert not whole.silently_wrong
