"""What a case worker reviews: the letters as they came, what is suggested, and what was decided."""

from data.work.coding import KIND, key_of
from data.work.dividing import exact_hash
from data.work.events import PREFIX
from data.work.passages import PLACE, Span, sayable
from data.work.premises import OWN, SUPPORTED
from queries.review.agreement import Agreement, Pair, agreement, disagreements, pairs
from queries.review.chosen import asked_for, chosen_letters
from queries.review.items import DIVISION, PREMISES, SENDER, Item
from queries.review.letters import Basis, Code, Letter, Place, letter, letters, places
from queries.review.pending import Kind, Pending, pending
from queries.review.rules import RULES
from queries.review.second import (
    DRAWN,
    SAMPLE,
    SECOND,
    Sample,
    drawn,
    next_second,
    second_states,
    unfinished_second,
)
from queries.review.state import Field, State, Status, least_sure, state_of, states
from queries.review.undoing import UNDONE
from queries.review.work import Progress, agreed, next_letter, progress

__all__ = [
    "DIVISION",
    "DRAWN",
    "KIND",
    "OWN",
    "PLACE",
    "PREFIX",
    "PREMISES",
    "RULES",
    "SAMPLE",
    "SECOND",
    "SENDER",
    "SUPPORTED",
    "UNDONE",
    "Agreement",
    "Basis",
    "Code",
    "Field",
    "Item",
    "Kind",
    "Letter",
    "Pair",
    "Pending",
    "Place",
    "Progress",
    "Sample",
    "Span",
    "State",
    "Status",
    "agreed",
    "agreement",
    "asked_for",
    "chosen_letters",
    "disagreements",
    "drawn",
    "exact_hash",
    "key_of",
    "least_sure",
    "letter",
    "letters",
    "next_letter",
    "next_second",
    "pairs",
    "pending",
    "places",
    "progress",
    "sayable",
    "second_states",
    "state_of",
    "states",
    "unfinished_second",
]
