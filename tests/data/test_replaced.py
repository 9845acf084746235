"""An answer may replace an earlier one; none may be lost by it without a word."""

import pytest

from tests.data.workshop import HEADING, Workshop, rows


def innspill(*answers: str) -> str:
    """Return the file of `answers`, each «key, municipalities, what it replaces»."""
    lines = [
        f"{key},{key} kommune,kommune,{numbers},2022-05-2{i},bokmaal,{replaces},sak {i}"
        for i, answer in enumerate(answers)
        for key, numbers, replaces in [answer.split(" ")]
    ]
    return "\n".join([HEADING, *lines]) + "\n"


def governing(workshop: Workshop) -> dict[str, str]:
    """Return the answer that counts for each municipality that has one."""
    found = rows(workshop.newest(), "select kommunenummer, innspill_id from gjeldende_innspill")
    return {str(number): str(key) for number, key in found}


@pytest.mark.parametrize(
    ("answers", "told"),
    [
        (
            ("A 0301 B", "B 0301 A"),
            {
                2: ("B", "A erstatter B og B erstatter A"),
                3: ("A", "B erstatter A og A erstatter B"),
            },
        ),
        (
            ("A 0301 B", "B 0301 C", "C 0301 A", "D 1804 A"),
            {
                2: ("B", "A erstatter B og B erstatter C og C erstatter A"),
                3: ("C", "B erstatter C og C erstatter A og A erstatter B"),
                4: ("A", "C erstatter A og A erstatter B og B erstatter C"),
            },
        ),
    ],
)
def test_answers_that_replace_each_other_are_a_mistake(
    workshop: Workshop, answers: tuple[str, ...], told: dict[int, tuple[str, str]]
) -> None:
    workshop.write(innspill=innspill(*answers))
    code, _out, err = workshop.run("build", "innspill")
    assert code == 1
    rings = [line for line in err if "går i ring" in line]
    assert [line.strip() for line in rings] == [
        f"innspill.csv, rad {rad}, kolonne «erstatter»: fant «{value}», "
        f"ventet et svar som kom før, men erstatningene går i ring: {ring}."
        for rad, (value, ring) in told.items()
    ]


def test_a_ring_that_is_set_aside_is_told_and_kept_with_its_reason(workshop: Workshop) -> None:
    workshop.write(innspill=innspill("A 0301 B", "B 0301 A", "C 1804 "))
    code, out, err = workshop.run("build", "innspill", "--set-aside")
    assert code == 0
    assert "går i ring" in "\n".join(out + err)
    assert governing(workshop) == {"1804": "C"}
    aside = rows(workshop.newest(), "select rad, grunn from avvist order by rad")
    assert [rad for rad, _reason in aside] == [2, 3]
    assert all("går i ring" in str(reason) for _rad, reason in aside)


def test_a_chain_counts_its_last_answer(workshop: Workshop) -> None:
    workshop.write(innspill=innspill("A 0301 ", "B 0301 A", "C 0301 B"))
    code, _out, err = workshop.run("build", "innspill")
    assert (code, err) == (0, [])
    assert governing(workshop) == {"0301": "C"}


@pytest.mark.parametrize(
    ("answers", "left"),
    [
        (("A 0301|1804 ", "B 0301 A"), {3: "1804"}),
        (("A 0301|1804|1811 ", "B 0301 A", "C 1804 A"), {3: "1811", 4: "1811"}),
    ],
)
def test_a_municipality_that_would_lose_its_answer_is_told(
    workshop: Workshop, answers: tuple[str, ...], left: dict[int, str]
) -> None:
    workshop.write(innspill=innspill(*answers))
    code, _out, err = workshop.run("build", "innspill")
    assert code == 1
    for rad, number in left.items():
        line = (
            f"innspill.csv, rad {rad}, kolonne «erstatter»: fant «A», ventet at det som erstatter "
            f"A, gjelder de samme kommunene, men {number} blir uten svar."
        )
        assert line in "\n".join(err)


def test_one_who_speaks_for_nobody_silences_nobody(workshop: Workshop) -> None:
    theirs = "B,En forening,organisasjon,0301,2022-05-21,bokmaal,A,sak 1\n"
    workshop.write(innspill=innspill("A 0301 ") + theirs)
    code, _out, err = workshop.run("build", "innspill")
    assert code == 1
    assert "men 0301 blir uten svar" in "\n".join(err)


def test_a_joint_answer_may_be_replaced_by_several(workshop: Workshop) -> None:
    workshop.write(innspill=innspill("A 0301|1804|1811 ", "B 0301 A", "C 1804 A", "D 1811 "))
    code, _out, err = workshop.run("build", "innspill")
    assert (code, err) == (0, [])
    assert governing(workshop) == {"0301": "B", "1804": "C", "1811": "D"}
