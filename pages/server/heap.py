"""Collecting garbage for all readers at once, and keeping what is walked through small.

Streamlit would collect over the whole heap after every run; with a hundred readers that walk was
two fifths of what a filter change cost. Here it is done now and then instead, and what is alive
then is left out of the next walk: first the modules and data from before the first reader, later
the sessions of those who have come since.
"""

import gc
from typing import Final

from anyio import sleep

PERIOD: Final = 5.0
# In periods. What was frozen and has since been dropped is memory lost until it is swept.
BETWEEN_SWEEPS: Final = 60


async def tend() -> None:
    """Drop what has died, set aside what lives, and at times sweep that too, until cancelled."""
    turn = 0
    while True:
        await sleep(PERIOD)
        turn += 1
        if turn % BETWEEN_SWEEPS:
            gc.collect()
            gc.freeze()
        else:
            settle()


def settle() -> None:
    """Drop all garbage, also among what was frozen, and freeze what is left."""
    gc.unfreeze()
    gc.collect()
    gc.freeze()
