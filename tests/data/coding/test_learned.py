"""What labelled answers have taught: where no rule speaks, and nowhere else."""

import pytest

from data.coding import suggest
from data.coding.learned import LEAST, NEVER, _counts, likened, marks, rarity
from data.coding.sentences import sentences
from data.coding.voice import own


def _said(question: int, text: str, felt: str) -> set[str]:
    return {each.verdi for each in likened(own(sentences({question: text})), felt)}


@pytest.mark.parametrize(
    ("question", "text", "felt", "verdi"),
    [
        (4, "Politiet bør bruke mer tid ute på Holmen.", "kanal_annet_sted", "mer"),
        (4, "Telefon: ingen ønsker om noe annet.", "kanal_telefon", "som_i_dag"),
        (1, "Trakassering på nett rammer flere.", "tema", "digital_kriminalitet"),
    ],
)
def test_words_of_labelled_answers_weigh_for_a_value(
    question: int, text: str, felt: str, verdi: str
) -> None:
    assert verdi in _said(question, text, felt)


@pytest.mark.parametrize(
    ("question", "text", "felt"),
    [
        (4, "Telefon er viktig for de eldre.", "kanal_telefon"),
        (4, "Telefonen fungerer godt.", "kanal_internett"),
        (1, "Trakassering på nett er det lite av.", "tema"),
        (5, "Vi har ikke lokaler på rådhuset.", "tilbyr_lokaler"),
        (3, "Trakassering på nett rammer flere.", "tema"),
    ],
)
def test_words_do_not_weigh_where_they_are_denied_or_of_another_field(
    question: int, text: str, felt: str
) -> None:
    assert not _said(question, text, felt)


@pytest.mark.parametrize("felt", NEVER)
def test_fields_that_words_alone_read_badly_are_left_to_the_rules(felt: str) -> None:
    assert not _said(5, "Kommunen ønsker et nytt tjenestested i sentrum.", felt)


def test_a_rule_goes_before_words() -> None:
    codes = suggest({4: "Telefonen fungerer godt."}).codes
    assert [code.regel for code in codes if code.felt == "kanal_telefon"] == ["fungerer"]


def test_a_suggestion_of_words_names_them_and_is_no_surer_than_a_hint() -> None:
    found = suggest({1: "Trakassering på nett rammer flere."}).codes
    told = [code for code in found if code.regel.startswith("ord som")]
    assert all(code.confidence == 0.7 for code in told)
    assert 0.5 < LEAST < 1


def test_endings_do_not_count_and_neighbours_do() -> None:
    assert marks("tjenestestedet ligger") == {"tjenes", "ligger", "tjenes ligger"}
    assert rarity()["tjenes"] > 0


def test_a_word_weighs_less_the_more_is_said_beside_it() -> None:
    short, longer = (
        _counts(text) for text in ("flere politifolk ute", "flere politifolk ute i alle bygdene")
    )
    for counts in (short, longer):
        assert sum(each**2 for each in counts.values()) == pytest.approx(1)
    assert all(longer[mark] < short[mark] for mark in short if mark in longer)
