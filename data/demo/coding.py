"""Rows of coded values, with the passage each rests on and who coded it."""

from datetime import date, timedelta
from random import Random
from typing import Any, Final

from data.demo.letters import Letter
from data.demo.opinions import SINGLE, Opinion
from data.demo.who import Sender

# The rules ran twice: soon after the deadline, and once more for the late answers.
RULE_RUNS: Final = (date(2022, 6, 13), date(2022, 7, 4))
HUMAN_FIRST: Final = date(2022, 8, 8)
HUMAN_DAYS: Final = 45
# What a rule cannot tell from the words alone.
NEEDS_READING: Final = ("uklart", "betinget", "delvis", "vurderes")
READ_ANYWAY: Final = 0.2


def code(
    innspill_id: str, sender: Sender, opinion: Opinion, letter: Letter, rng: Random
) -> list[dict[str, Any]]:
    """Return one row per coded value of an answer; unanswered fields have no passage."""
    human_day = _workday(HUMAN_FIRST + timedelta(days=rng.randrange(HUMAN_DAYS)))
    rule_day = next(day for day in RULE_RUNS if day > sender.received)
    values: list[tuple[str, str, str | None, str | None]] = [
        (mark.field, mark.value, mark.number, passage) for mark, passage in letter.passages
    ]
    carried = {mark.field for mark, _ in letter.passages}
    values += [(name, opinion.single[name], None, None) for name in SINGLE if name not in carried]
    rows = []
    for name, value, number, passage in values:
        read = value in NEEDS_READING or number is not None or rng.random() < READ_ANYWAY
        rows.append(
            {
                "innspill_id": innspill_id,
                "kommunenummer": number,
                "felt": name,
                "verdi": value,
                "utdrag": passage,
                "kodet_av": "menneske" if read else "regel",
                "kodet_tid": human_day if read else rule_day,
            }
        )
    return rows


def _workday(day: date) -> date:
    return day - timedelta(days=max(0, day.weekday() - 4))
