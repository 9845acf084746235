"""What the machine says of one letter, as plain values."""

import datetime as dt
from dataclasses import dataclass

from data.coding import Suggestions
from tests.quality.splitting import Split


@dataclass(frozen=True)
class Answer:
    """What the machine says of one letter; `own` rests on its own split, `given` on the label's."""

    avsender: str
    avsendertype: str
    kommunenumre: tuple[str, ...]
    sender_told: bool
    brev: dt.date | None
    mottatt: dt.date | None
    dates_told: bool
    split: Split
    sure: bool
    own: Suggestions
    given: Suggestions
