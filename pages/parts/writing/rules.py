"""What may be written, by its kind: who may say what about what. What is not here is refused."""

from typing import Final

from queries import review
from queries.writing import Rule

RULES: Final[dict[str, Rule]] = {**review.RULES}
