"""What may be written, by its kind: who may say what about what. What is not here is refused."""

from typing import Final

from queries import advice, building, review
from queries.writing import Act, Rule

RULES: Final[dict[str, Rule]] = {**advice.RULES, **review.RULES, **building.RULES}
# What is done when something of a kind has been kept.
ACTS: Final[dict[str, Act]] = building.ACTS
