"""What a letter is decided by: the kinds of events, in the order the desk has them."""

from typing import Final

from data.work import coding, dividing, premises, senders

KINDS: Final = (senders.KIND, dividing.KIND, coding.KIND, premises.KIND)
