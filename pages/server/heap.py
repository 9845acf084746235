"""Collecting garbage for all readers at once, and keeping what is walked through small.

Streamlit would collect over the whole heap after every run; with a hundred readers that walk was
two fifths of what a filter change cost. Here it is done now and then instead. Nothing else in the
process goes on meanwhile, in whichever thread it is done, so the modules and data from before the
first reader, which are nine tenths of the heap and live as long as the server, are set aside for
good: what is walked through is what has come since.
"""

import gc
from typing import Final

from anyio import sleep

PERIOD: Final = 5.0
# In periods. What has lived through two of them is walked through in one of so many: Streamlit's
# pages that are closed hold three descriptors each until then.
BETWEEN_SWEEPS: Final = 3
# What has come lately, as `gc` counts it.
LATELY: Final = 1


async def tend() -> None:
    """Drop what has died lately, and at times whatever has died, until cancelled."""
    turn = 0
    while True:
        await sleep(PERIOD)
        turn += 1
        if turn % BETWEEN_SWEEPS:
            gc.collect(LATELY)
        else:
            gc.collect()


def settle() -> None:
    """Drop all garbage, and set what is left aside for good; to be called before anybody reads."""
    gc.collect()
    gc.freeze()
