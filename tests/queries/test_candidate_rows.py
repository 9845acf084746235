"""Who else wants what a candidate wants: its neighbours, and those that sent the same answer."""

import pytest

from queries import Version, View, ask


@pytest.fixture
def rows(small: Version) -> dict[str, dict[str, list[str]]]:
    found = ask(small, "kandidater", View(data="innspill", grense=5))
    return {row["navn"]: row for row in found.to_dicts()}


def test_neighbours_that_want_one_are_named_with_a_reservation_too(
    rows: dict[str, dict[str, list[str]]],
) -> None:
    """Våler wants one on a condition; Bodø, that says no, is nobody's reason."""
    assert rows["Flakstad"]["naboer"] == ["Moskenes"]
    for beside in ("Råde", "Skiptvet", "Vestby"):
        assert rows[beside]["naboer"] == ["Våler (Viken)"]
    # A border is needed: Træna wants one, and is an island far out.
    assert rows["Bindal"]["naboer"] == []
    assert all("Bodø" not in row["naboer"] for row in rows.values())


def test_a_joint_answer_names_the_others_and_not_oneself(
    rows: dict[str, dict[str, list[str]]],
) -> None:
    assert rows["Bindal"]["samme_svar"] == ["Træna"]
    assert rows["Træna"]["samme_svar"] == ["Bindal"]
    # The council's answer is the valid one of one of its members only.
    assert rows["Moskenes"]["samme_svar"] == []
