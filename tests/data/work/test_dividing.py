"""How a letter is divided by people: pieces that move, and passages that follow them."""

from typing import Any

import pytest

from data.work.dividing import (
    MOST,
    Division,
    Divisions,
    Letters,
    Move,
    divided,
    exact_hash,
    flaw,
    layout,
)

TWO = "Vi er ikke tilfreds.\n\nRådhuset har ledige kontorer."
FIVE = "Vi ønsker et tjenestested."
READ = {2: TWO, 5: FIVE}
AT = TWO.index("Rådhuset")


def moved(*moves: tuple[int, int, int, int]) -> Division:
    return Division(
        tuple(Move(*each) for each in moves), {n: exact_hash(t) for n, t in READ.items()}
    )


def test_what_nobody_has_divided_is_to_the_character_as_it_was_read() -> None:
    odd = {0: "  \n tekst\n\n\n", 3: "x"}
    assert dict(layout(odd).texts) == odd


def test_a_moved_paragraph_lies_under_the_other_question_in_the_order_it_was_read() -> None:
    laid = layout(READ, moved((2, AT, len(TWO), 5)))
    assert dict(laid.texts) == {
        2: "Vi er ikke tilfreds.",
        5: "Rådhuset har ledige kontorer.\n\nVi ønsker et tjenestested.",
    }
    back = layout(READ, moved())
    assert dict(back.texts) == READ


def test_a_sentence_in_the_middle_leaves_the_rest_where_it_was() -> None:
    laid = layout(READ, moved((2, 3, 7, 1)))
    assert laid.texts[1] == "er i"
    assert laid.texts[2].startswith("Vi\n\nkke tilfreds")


def test_all_lies_undivided_when_the_division_is_refused() -> None:
    laid = layout(READ, Division(is_refused=True))
    assert dict(laid.texts) == {0: f"{TWO}\n\n{FIVE}"}


def test_a_passage_is_followed_through_every_division_and_back() -> None:
    first, then = layout(READ), layout(READ, moved((2, AT, len(TWO), 5)))
    span = (2, AT + 9, AT + 21)
    passage = TWO[AT + 9 : AT + 21]
    here = then.followed(passage, span, first)
    assert here
    assert then.texts[here[0]][here[1] : here[2]] == passage
    assert here[0] == 5
    assert first.followed(passage, here, then) == span


def test_the_one_of_two_that_are_alike_is_followed_that_was_meant() -> None:
    read = {1: "Rus.\n\nRus."}
    hashes = {1: exact_hash(read[1])}
    first, then = layout(read), layout(read, Division((Move(1, 6, 10, 3),), hashes))
    assert then.followed("Rus.", (1, 6, 10), first) == (3, 0, 4)
    assert then.followed("Rus.", (1, 0, 4), first) == (1, 0, 4)


def test_what_begins_a_piece_is_followed_back_to_where_it_was_read_in() -> None:
    read = {1: "Rus.\n\nRus."}
    hashes = {1: exact_hash(read[1])}
    first, then = layout(read), layout(read, Division((Move(1, 6, 10, 3),), hashes))
    assert first.followed("Rus.", (3, 0, 4), then) == (1, 6, 10)


def test_a_passage_that_did_not_stand_where_it_said_is_looked_for() -> None:
    first, then = layout(READ), layout(READ, moved((2, AT, len(TWO), 5)))
    assert then.followed("Rådhuset", (2, 0, 8), first) == (5, 0, 8)


def test_pieces_that_stood_together_and_go_together_are_one() -> None:
    laid = layout(READ, moved((2, 0, 3, 1), (2, 3, 10, 1)))
    assert laid.texts[1] == TWO[:10]
    assert len(laid.pieces[1]) == 1


def test_white_space_that_is_moved_by_itself_is_no_text_of_any_question() -> None:
    read = {1: "Rus. \n\n Vold."}
    laid = layout(read, Division((Move(1, 4, 8, 2),), {1: exact_hash(read[1])}))
    assert dict(laid.texts) == {1: "Rus.\n\nVold."}


def test_a_passage_that_is_cut_in_two_is_gone() -> None:
    first = layout(READ)
    then = layout(READ, moved((2, 6, 10, 1)))
    assert then.followed("er ikke tilfreds", (2, 3, 19), first) is None


def test_moves_in_a_text_that_has_changed_since_are_left_out_and_the_others_stand() -> None:
    division = moved((2, AT, len(TWO), 5), (5, 0, 2, 4))
    now = {2: f"Ny innledning. {TWO}", 5: FIVE}
    laid = layout(now, division)
    assert laid.texts[2] == now[2]
    assert laid.texts[4] == "Vi"


@pytest.mark.parametrize(
    "said",
    [
        {"status": "forslag"},
        {"status": "bekreftet", "flyttet": "alt"},
        {"status": "bekreftet", "flyttet": [[2, 0, 5, 2]], "tekster": {"2": exact_hash(TWO)}},
        {"status": "bekreftet", "flyttet": [[2, 0, 5, 6]], "tekster": {"2": exact_hash(TWO)}},
        {"status": "bekreftet", "flyttet": [[2, 5, 5, 3]], "tekster": {"2": exact_hash(TWO)}},
        {"status": "bekreftet", "flyttet": [[2, 0, 5, True]], "tekster": {"2": exact_hash(TWO)}},
        {"status": "bekreftet", "flyttet": [[2, 0, 5, 3]], "tekster": {}},
        {"status": "bekreftet", "flyttet": [[2, 0, 5, 3]], "tekster": {"2": "en annen"}},
        {"status": "bekreftet", "flyttet": [[2, 0, 900, 3]], "tekster": {"2": exact_hash(TWO)}},
        {
            "status": "bekreftet",
            "flyttet": [[2, 0, 5, 3], [2, 4, 8, 1]],
            "tekster": {"2": exact_hash(TWO)},
        },
        {"status": "bekreftet", "navn": "Sara"},
    ],
)
def test_what_is_no_division_of_the_letter_is_refused(said: dict[str, Any]) -> None:
    assert flaw(said, READ)


@pytest.mark.parametrize(("pieces", "is_taken"), [(MOST, True), (MOST + 1, False)])
def test_pieces_side_by_side_may_be_moved_each_its_own_way_up_to_so_many(
    pieces: int, is_taken: bool
) -> None:
    text = "Vi." * pieces
    moves = [[2, 3 * n, 3 * n + 3, 3 + n % 2] for n in range(pieces)]
    said = {"status": "bekreftet", "flyttet": moves, "tekster": {"2": exact_hash(text)}}
    assert (flaw(said, {2: text}) == "") is is_taken


def test_a_division_is_read_as_it_was_written() -> None:
    hashes = {"2": exact_hash(TWO)}
    said = {"status": "bekreftet", "flyttet": [[2, AT, len(TWO), 5]], "tekster": hashes}
    assert not flaw(said, READ)
    assert divided(said) == Division((Move(2, AT, len(TWO), 5),), {2: hashes["2"]})
    assert divided({"status": "avvist"}) == Division(is_refused=True)
    assert divided("nei") is None


def test_a_letter_is_known_as_it_stood_when_something_was_said() -> None:
    letters = Letters({"R1": READ}, Divisions({"R1": ((3, moved((5, 0, 2, 4))), (7, None))}))
    assert 4 not in letters.at("R1", 2).texts
    # Who divides it sees it divided.
    assert letters.at("R1", 3).texts[4] == letters.at("R1", 5).texts[4] == "Vi"
    assert 4 not in letters.now("R1").texts
