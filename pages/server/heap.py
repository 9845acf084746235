"""Keeping what Streamlit walks through after every run small.

It collects garbage over the whole heap each time. What is frozen is left out of that walk: the
modules and data from before the first reader, and then the sessions of those who have come since.
With a hundred readers the walk was two fifths of what a filter change cost.
"""

import gc
from typing import Final

from anyio import sleep

PERIOD: Final = 5.0
# In periods. What was frozen and has since been dropped is memory lost until it is swept.
BETWEEN_SWEEPS: Final = 60


async def tend() -> None:
    """Set aside what lives now and then, until cancelled, and sweep what has died among it."""
    turn = 0
    while True:
        await sleep(PERIOD)
        turn += 1
        if turn % BETWEEN_SWEEPS:
            gc.freeze()
        else:
            settle()


def settle() -> None:
    """Drop all garbage, also among what was frozen, and freeze what is left."""
    gc.unfreeze()
    gc.collect()
    gc.freeze()
