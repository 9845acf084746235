"""An answer's text: every word kept, coded passages marked where they stand, nothing runs."""

import re
from html import unescape

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pages.parts.answers.passages import Passage, marked, reflow, stands_in


def text_of(html: str) -> str:
    """Return what a reader sees, labels left out."""
    unlabelled = re.sub(r"<small.*?</small>", "", html)
    return unescape(re.sub(r"<[^>]+>", "", unlabelled.replace("</p><p>", " ").replace("<br>", " ")))


def marks(html: str) -> list[str]:
    return [unescape(m).replace("<br>", "\n") for m in re.findall(r"<mark>(.*?)</mark>", html)]


def test_a_passage_is_marked_with_its_code_after_it() -> None:
    found = marked("Vi har for få folk. Ellers bra.", [Passage("for få folk", "Grunn: færre folk")])
    assert found.html == (
        "<p>Vi har <mark>for få folk</mark>"
        '<small class="kode" lang="nb">Grunn: færre folk</small>. Ellers bra.</p>'
    )
    assert found.missing == ()


def test_a_passage_is_found_over_line_breaks_and_paragraphs() -> None:
    found = marked("a b\nc\n\nd e", [Passage("b c d", "X")])
    assert marks(found.html) == ["b\nc", "d"]
    assert found.html.count("<small") == 1


def test_overlapping_passages_are_both_marked_and_both_named() -> None:
    found = marked("en to tre fire fem", [Passage("en to tre", "A"), Passage("to tre fire", "B")])
    assert marks(found.html) == ["en ", "to tre", " fire"]
    assert found.html.index(">A<") < found.html.index(" fire</mark>") < found.html.index(">B<")


def test_one_passage_with_two_codes_is_marked_once() -> None:
    found = marked("for få folk", [Passage("for få folk", "A"), Passage("for få folk", "B")])
    assert marks(found.html) == ["for få folk"]
    assert re.findall(r'kode" lang="nb">(.*?)<', found.html) == ["A", "B"]


def test_a_passage_that_is_not_there_is_given_back() -> None:
    missing = Passage("står ikke her", "A")
    found = marked("Noe annet.", [missing, Passage(" ", "B")])
    assert found.missing == (missing, Passage(" ", "B"))
    assert not stands_in(missing, "Noe annet.")


@pytest.mark.parametrize(
    "hostile",
    [
        "<script>alert(1)</script>",
        '" onclick="x',
        "a & b <b>",
        "((((a+)+)+)+$",
        "\\1 [a-z]* (?P<x>",
        "</p>",
    ],
)
def test_hostile_text_is_text(hostile: str) -> None:
    found = marked(f"før {hostile} etter", [Passage(hostile, hostile)])
    assert found.missing == ()
    tags = set(re.findall(r"<(/?\w+)", found.html))
    assert tags <= {"p", "/p", "mark", "/mark", "small", "/small"}
    assert text_of(found.html) == f"før {hostile} etter"


def test_a_printed_page_is_put_back_into_paragraphs() -> None:
    page = (
        "Kommunen er bare delvis tilfreds med politiets bemannings-\n"
        "utvikling, og avstanden er lang både for barne-\n"
        "og ungdomstjenesten i kommunen.\n"
        "Kort linje.\n"
        "Ny setning som begynner på sin egen linje i avsnittet.\n"
        "- ett punkt som er så langt at det nesten fyller linjen\n"
        "- to punkter\n"
        "\n\n"
        "Nytt avsnitt."
    )
    assert reflow(page) == (
        "Kommunen er bare delvis tilfreds med politiets bemanningsutvikling, og avstanden er lang "
        "både for barne- og ungdomstjenesten i kommunen.\n"
        "Kort linje.\n"
        "Ny setning som begynner på sin egen linje i avsnittet.\n"
        "- ett punkt som er så langt at det nesten fyller linjen\n"
        "- to punkter\n\n"
        "Nytt avsnitt."
    )


def test_a_passage_is_found_though_its_word_was_divided() -> None:
    text = "delvis tilfreds med politiets bemannings-\nutvikling de siste årene, sier vi."
    assert stands_in(Passage("politiets bemannings-\nutvikling de", "A"), text)
    assert stands_in(Passage("politiets bemanningsutvikling de", "A"), text)


@given(st.text(alphabet="ab-.,\n <&1æ)", max_size=400))
def test_no_word_is_lost_and_none_is_added(text: str) -> None:
    squeezed = "".join(reflow(text).split()).replace("-", "")
    assert squeezed == "".join(text.split()).replace("-", "")
    assert "".join(text_of(marked(text, []).html).split()) == "".join(reflow(text).split())


@given(st.text(alphabet="abc \n", max_size=60), st.integers(0, 59), st.integers(1, 30))
def test_any_piece_of_a_text_is_found_in_it(text: str, start: int, length: int) -> None:
    piece = text[start : start + length]
    found = marked(text, [Passage(piece, "A")])
    assert bool(found.missing) is not bool(piece.strip())


def test_what_was_searched_for_is_drawn_inside_and_outside_of_passages() -> None:
    found = marked(
        "Vi ser rus. Rus er farlig.",
        [Passage("Rus er farlig", "Utfordring: rus")],
        lambda text: [(m.start(), m.end()) for m in re.finditer("(?i)rus", text)],
    )
    assert found.html == (
        '<p>Vi ser <b class="sokt">rus</b>. <mark><b class="sokt">Rus</b></mark>'
        '<mark> er farlig</mark><small class="kode" lang="nb">Utfordring: rus</small>.</p>'
    )


@given(st.text("rus<>&. \n", max_size=60), st.text("rus", min_size=1, max_size=3))
def test_searching_changes_no_word_of_the_answer(text: str, word: str) -> None:
    def seek(shown: str) -> list[tuple[int, int]]:
        return [(m.start(), m.end()) for m in re.finditer(re.escape(word), shown)]

    plain, sought = marked(text, []), marked(text, [], seek)
    assert text_of(sought.html) == text_of(plain.html)
    assert "sokt" not in plain.html
