"""The report says what was measured, keeps the other half's figures and shows no unseen text."""

import datetime as dt
from pathlib import Path

from data.coding import Suggestion, Suggestions
from tests.quality.answer import Answer
from tests.quality.corpus import Del, Fasit, Inn, Kode, Letter
from tests.quality.goals import goals
from tests.quality.measuring import Measured, measure
from tests.quality.report import keep, written
from tests.quality.splitting import Split, Stretch

TEXT = "Kommunen er ikke tilfreds med bemanningen, for ingen kommer."
PASSAGE = "ikke tilfreds"
TODAY = dt.date(2026, 11, 26)


def _measured(said: str, *, question: int = 2) -> Measured:
    start = TEXT.index(PASSAGE)
    end = start + len(PASSAGE)
    letter = Letter(
        "001",
        (7,),
        "bokmaal",
        Inn("a.txt"),
        Fasit("Klepp kommune", "kommune", ("1120",)),
        TEXT,
        (Del((2,), 0, len(TEXT)),),
        (Kode("tilfreds_bemanning", "ikke_tilfreds", PASSAGE, start, end),),
    )

    def answer(letter: Letter) -> Answer:
        code = ("tilfreds_bemanning", said, 2, start, end, PASSAGE, 0.9, "regel")
        own = Suggestions((Suggestion(*code),)) if said and question == 2 else Suggestions()
        return Answer(
            avsender="Klepp kommune",
            avsendertype="kommune",
            kommunenumre=("1120",),
            sender_told=False,
            brev=None,
            mottatt=None,
            dates_told=False,
            split=Split(TEXT, (Stretch(question, 0, len(TEXT)),)),
            sure=True,
            own=own,
            given=Suggestions((Suggestion(*code),)) if said else Suggestions(),
        )

    return measure([letter], answer)


def test_a_wrong_code_is_in_the_confusions_and_its_goal_is_missed() -> None:
    section = written(_measured("tilfreds"), unseen=False, today=TODAY)
    assert "**tilfreds_bemanning**: ikke_tilfreds → tilfreds 1" in section
    assert "tilfreds_bemanning: presisjon" in section.splitlines()[-1]


def test_everything_right_reaches_the_goal_and_says_how_sure_one_letter_makes_us() -> None:
    measured = _measured("ikke_tilfreds")
    section = written(measured, unseen=False, today=TODAY)
    assert "| tilfreds_bemanning | 1 | 1 | 100,0 % | 100,0 % [21–100] |" in section
    assert "tilfreds_bemanning: presisjon" not in section.splitlines()[-1]


def test_a_code_lost_by_the_machine_s_own_split_is_lost_there_and_found_on_the_label_s() -> None:
    measured = _measured("ikke_tilfreds", question=3)
    assert not measured.own.codes["tilfreds_bemanning"][0].right
    assert measured.given.codes["tilfreds_bemanning"][0].right
    silent = {goal.navn: goal for goal in goals(measured)}["deling: stille feil"]
    assert silent.reached == 1
    assert not silent.met


def test_a_field_nobody_measured_has_reached_no_goal() -> None:
    measured = _measured("ikke_tilfreds")
    unmeasured = {goal.navn: goal for goal in goals(measured)}["tema: F1"]
    assert unmeasured.reached is None
    assert not unmeasured.met


def test_the_report_of_the_unseen_half_holds_no_word_of_its_letters() -> None:
    section = written(_measured("tilfreds"), unseen=True, today=TODAY)
    assert PASSAGE not in section
    assert "Klepp" not in section


def test_measuring_one_half_keeps_the_figures_of_the_other(tmp_path: Path) -> None:
    report = tmp_path / "kvalitet.md"
    for unseen, said in ((True, "tilfreds"), (False, "tilfreds"), (False, "ikke_tilfreds")):
        keep(written(_measured(said), unseen=unseen, today=TODAY), report)
    text = report.read_text("utf-8")
    seen, other = text.index("## Utviklingshalvdelen"), text.index("## Den usette halvdelen")
    assert text.count("## Utviklingshalvdelen\n") == 1
    assert "→ tilfreds 1" not in text[seen:other]
    assert "→ tilfreds 1" in text[other:]
    assert text.startswith("# Kjent kvalitet")
