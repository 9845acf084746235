"""Greetings are no answers, what can be read in two ways is in sight, and nothing is lost."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from data.documents.division import divide
from tests.data.division.answers import ASKED, BLOCK, WHOLE, parts
from tests.data.saved import ANSWERS


@pytest.mark.parametrize(
    "greeting",
    [
        "Med hilsen\nKari Nordmann\nordfører",
        "Med venleg helsing\nfor Luster kommune\n\nKari Nordmann\nkommunedirektør",
        "Mvh\nKari Nordmann\n\nVedlegg:\n1. Protokoll\n2. Kart",
        "Stad, 24. mai 2022",
        "For kommunestyret\nOrdføreren",
        "Kopi til:\nPolitidistriktet",
        "Kari Nordmann\nStorgata 1\ntelefon 400 00 123",
    ],
)
def test_a_greeting_is_no_part_of_the_last_answer(greeting: str) -> None:
    found = parts(f"{WHOLE}\n\n{greeting}")
    assert found[5] == ANSWERS[4]
    assert found[0] == greeting


@pytest.mark.parametrize(
    "head",
    ["Lesja kommune\n31.05.2022", "Lesja kommune\nDato: 31. mai 2022\n\nHei!", "31. mai 2022"],
)
@pytest.mark.parametrize("mark", ["{}.", "Spørsmål {}:"])
def test_the_date_over_a_short_letter_is_no_end_of_it(head: str, mark: str) -> None:
    said = ["Rus.", "Nei.", "Politiråd.", "Mer patrulje.", "Nei."]
    answers = [f"{mark.format(i)} {each}" for i, each in enumerate(said, start=1)]
    found = parts(head + "\n\n" + "\n".join(answers))
    assert [found[i] for i in range(1, 6)] == answers


@pytest.mark.parametrize(
    "text",
    [
        "Løpende tekst uten tall.",
        # The fifth may be the last channel or the last question.
        "\n".join(["1. a", "2. b", "3. c", "4. d", *(f"{n}. kanal" for n in range(1, 6))]),
        "2. Nei\n1. Ja\n3. Kanskje",
        "1. Bare\n2. to",
        "31.05.2022\n1.2 Underpunkt\n2.1 Et til\n3.3 Og et",
        "Punkt 1 og 2 endres. Punkt 3 strykes.",
    ],
)
def test_what_can_be_read_in_two_ways_stays_whole(text: str) -> None:
    assert parts(text) == {0: text}
    assert divide(text).confidence == 0
    assert "udelt" in divide(text).remarks()[0]


def test_nothing_has_no_parts() -> None:
    assert divide("").parts == ()


@given(
    st.lists(
        st.sampled_from(
            [*ANSWERS, *ASKED, "Spørsmål 2", "5) x", "", "Tekst", "Vedtak", "Med hilsen", "- punkt",
             "II", "b) x", "Forslag til vedtak", "Spørsmål 1 og 2: x", BLOCK, "\r", "\x0c",
             "Ola Nordmann"]
        ),
        max_size=14,
    )
)  # fmt: skip
def test_every_character_is_in_exactly_one_part(lines: list[str]) -> None:
    text = "\n".join(lines)
    division = divide(text)
    assert "".join(text[part.start : part.end] for part in division.parts) == text
    assert 0 <= division.confidence <= 1
    assert all(part.end > part.start for part in division.parts)
