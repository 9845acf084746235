"""Figures that a reader trusts the machine by must be the ones anyone gets by hand."""

import pytest

from tests.quality.scoring import NOTHING, Judged, Share, Tally, alpha, confusions


def _judged(fasit: str, sagt: str, *, told: bool = False, passage: bool | None = None) -> Judged:
    return Judged("brev", "felt", frozenset(filter(None, [fasit])), sagt, told, passage)


def test_precision_recall_and_f1_are_what_they_are_by_hand() -> None:
    tally = Tally.of([
        *[_judged("a", "a")] * 6,
        *[_judged("a", "b")] * 2,
        *[_judged("a", "")] * 4,
    ])  # fmt: skip
    assert tally.precision == Share(6, 8)
    assert tally.recall == Share(6, 12)
    assert tally.coverage == Share(8, 12)
    assert tally.f1 == pytest.approx(0.6)


def test_silence_counts_against_coverage_and_not_against_precision() -> None:
    tally = Tally.of([_judged("a", "a"), _judged("a", "")])
    assert tally.precision.value == 1
    assert tally.coverage.value == 0.5


def test_a_code_of_what_nobody_said_counts_against_precision_and_not_against_coverage() -> None:
    tally = Tally.of([_judged("a", "a"), _judged("", "a")])
    assert tally.precision.value == 0.5
    assert tally.coverage.value == 1


def test_a_wrong_answer_is_silently_wrong_unless_doubt_is_told() -> None:
    assert Tally.of([_judged("a", "b")]).silently_wrong == 1
    assert Tally.of([_judged("a", "b", told=True)]).silently_wrong == 0
    assert Tally.of([_judged("a", "")]).silently_wrong == 0


def test_a_passage_is_judged_where_the_code_is_right_and_only_there() -> None:
    tally = Tally.of([
        _judged("a", "a", passage=True),
        _judged("a", "a", passage=False),
        _judged("a", "b", passage=False),
    ])  # fmt: skip
    assert tally.passages == Share(1, 2)


def test_nothing_measured_has_no_figure_instead_of_zero_or_a_hundred() -> None:
    tally = Tally.of([])
    assert tally.precision.value is None
    assert tally.precision.interval is None
    assert tally.f1 is None


def test_the_interval_is_wilson_s() -> None:
    # 9 of 10: (0.9 + z²/20 ± z·√(0.09/10 + z²/400)) / (1 + z²/10), z = 1.96.
    assert Share(9, 10).interval == pytest.approx((0.5958, 0.9821), abs=1e-4)


def test_alpha_is_one_in_agreement_and_as_by_hand_in_disagreement() -> None:
    same = [_judged("a", "a"), _judged("b", "b")]
    assert alpha(same) == pytest.approx(1)
    # Values a a | a a | b b | a b: observed 2/8, expected 30/56, so 1 - 0.25 · 56/30.
    torn = [_judged("a", "a"), _judged("a", "a"), _judged("b", "b"), _judged("a", "b")]
    assert alpha(torn) == pytest.approx(1 - 0.25 * 56 / 30)
    assert alpha([_judged("a", "a")]) is None


def test_silence_is_a_disagreement_to_alpha() -> None:
    spoken = [_judged("a", "a"), _judged("b", "b")]
    assert alpha([*spoken, _judged("a", "")]) < alpha([*spoken, _judged("a", "a")])  # type: ignore[operator]


def test_confusions_name_what_was_taken_for_what_the_commonest_first() -> None:
    judged = [_judged("a", "a"), _judged("a", "b"), _judged("a", "b"), _judged("", "b")]
    assert confusions(judged) == [("a", "b", 2), (NOTHING, "b", 1)]


def test_any_municipality_s_value_is_right_in_a_joint_answer() -> None:
    joint = Judged("brev", "tilbyr_lokaler", frozenset({"ja", "nei"}), "nei")
    assert joint.right
