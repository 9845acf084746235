"""Every passage is the original's own characters, and the same texts give the same suggestions."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from data import vocabulary as v
from data.coding import Suggestion, suggest

SENTENCES = (
    "Kommunen er ikke tilfreds med politiets bemannings-\nutvikling.",
    "Me ynskjer ein ny tenestestad, dersom det følgjer stillingar med.",
    "Vi kan tilby to kontorer i rådhuset, 40 m², ledig fra 1. august 2022.",
    "Rus blant unge øker, og responstiden er lang.",
    "Politirådet bør møtes oftere.",
    "- Telefon: som i dag.",
    "«Politiet mener at alt er bra her i kommunen.»",
    "Hva mener dere?",
    "Spørsmål 2:",
    "",
    "\u00ad\u200bMa\u030aløy  kommune\u00a0…",
    "5. Nei.",
)
LETTERS = st.dictionaries(
    st.integers(0, 5),
    st.lists(st.sampled_from(SENTENCES) | st.text(max_size=30), max_size=8).map("\n".join),
    max_size=6,
)


@settings(max_examples=80, deadline=None)
@given(svar=LETTERS)
def test_a_passage_is_the_originals_characters_whatever_the_text(svar: dict[int, str]) -> None:
    found = suggest(svar)
    for code in found.codes:
        assert code.utdrag == svar[code.sporsmal][code.start : code.end]
        assert code.utdrag.strip()
        assert code.verdi in v.FELT[code.felt]
        assert 0 < code.confidence <= 1
        assert code.regel
    for room in found.rooms:
        for detail in (room.lokaltype, room.areal_m2, room.ledig_fra, room.tilstand):
            assert (
                detail is None or detail.utdrag == svar[detail.sporsmal][detail.start : detail.end]
            )
    assert suggest(svar) == found


@settings(max_examples=40, deadline=None)
@given(svar=LETTERS)
def test_a_field_with_one_value_is_suggested_once(svar: dict[int, str]) -> None:
    single = [code.felt for code in suggest(svar).codes if code.felt not in v.FLERE]
    assert len(single) == len(set(single))


def test_without_evidence_there_is_no_value() -> None:
    assert suggest({}).codes == ()
    assert suggest({0: "Vi viser til brevet og takker for oss."}).codes == ()


def test_a_word_the_page_divided_is_read_whole_and_shown_as_it_stands() -> None:
    (code,) = one({2: "Vi er ikke tilfreds med bemannings-\nutviklingen."}, "tilfreds_bemanning")
    assert code.verdi == "ikke_tilfreds"
    assert "bemannings-\nutviklingen" in code.utdrag


@pytest.mark.parametrize("label", ["Telefon: som i dag.", "- Via telefon? Som i dag."])
def test_a_label_or_a_question_says_what_the_answer_is_about(label: str) -> None:
    (code,) = one({4: label}, "kanal_telefon")
    assert code.verdi == "som_i_dag"


def test_the_question_a_field_belongs_to_goes_before_other_text() -> None:
    (code,) = one(
        {0: "Kommunen ønsker ikke et nytt tjenestested.", 5: "Vi ønsker et nytt tjenestested."},
        "onsker_tjenestested",
    )
    assert (code.sporsmal, code.verdi) == (5, "ja")


def test_what_is_answered_under_one_number_is_read_for_each_of_its_questions() -> None:
    together = {1: "Spørsmål 1 og 2: Rus øker. Vi er ikke tilfreds med bemanningen.", 3: "Nei."}
    assert one(together, "tilfreds_bemanning")[0].verdi == "ikke_tilfreds"
    apart = together | {2: "Vi er tilfreds med bemanningen."}
    assert one(apart, "tilfreds_bemanning")[0].verdi == "tilfreds"


def test_a_text_without_end_is_left_to_a_person() -> None:
    assert suggest({5: "Kommunen ønsker et nytt tjenestested " * 2000}).codes == ()


def one(svar: dict[int, str], felt: str) -> list[Suggestion]:
    return [code for code in suggest(svar).codes if code.felt == felt]
