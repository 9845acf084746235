"""What may be written, by its kind: who may say what about what. What is not here is refused."""

from typing import Final

from queries import advice, review
from queries.writing import Rule

RULES: Final[dict[str, Rule]] = {**advice.RULES, **review.RULES}
