"""How senders write: line breaks, print-outs, headings and bullets, as real answers have them."""

from random import Random
from typing import Final

from data.demo.who import Sender

# Each habit and how many answers have it.
HABITS: Final = {"wrapped": 14, "printout": 9, "headings": 22, "bullets": 26}
# Of those with a print-out, the first ones name a case worker, to test that it is not shown.
NAMING_CASE_WORKER: Final = 2


def choose_habits(senders: list[Sender], rng: Random) -> list[frozenset[str]]:
    """Return the habits of each sender, in the same order."""
    habits: list[set[str]] = [set() for _ in senders]
    writing = [
        index
        for index, sender in enumerate(senders)
        if sender.kind == "kommune" and sender.shape in ("delt", "udelt")
    ]
    for habit, count in HABITS.items():
        for index in rng.sample(writing, count):
            habits[index].add(habit)
    printing = [index for index in writing if "printout" in habits[index]]
    for index in printing[:NAMING_CASE_WORKER]:
        habits[index].add("case_worker")
    return [frozenset(own) for own in habits]
