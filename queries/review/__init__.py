"""What a case worker reviews: the letters as they came, what is suggested, and what was decided."""

from data.work.coding import KIND, PREFIX, key_of
from queries.review.letters import Code, Letter, Place, letter, letters
from queries.review.rules import RULES
from queries.review.state import Field, State, Status, state_of, states
from queries.review.work import Progress, next_letter, progress

__all__ = [
    "KIND",
    "PREFIX",
    "RULES",
    "Code",
    "Field",
    "Letter",
    "Place",
    "Progress",
    "State",
    "Status",
    "key_of",
    "letter",
    "letters",
    "next_letter",
    "progress",
    "state_of",
    "states",
]
