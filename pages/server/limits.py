"""What the process is allowed by the machine it runs on."""

import logging
import os
import resource
from contextlib import suppress
from pathlib import Path
from typing import Final

# A reader takes four descriptors; the usual limit is 1024.
ENOUGH: Final = 4_096
_LOG: Final = logging.getLogger(__name__)
_DESCRIPTORS: Final = Path("/proc/self/fd")


def raise_descriptors() -> int:
    """Allow the process as many open files and connections as it may allow itself; return them."""
    soft, hard = resource.getrlimit(resource.RLIMIT_NOFILE)
    most = hard if hard != resource.RLIM_INFINITY else max(soft, 1_048_576)
    try:
        resource.setrlimit(resource.RLIMIT_NOFILE, (most, hard))
    except (ValueError, OSError):
        most = soft
    if most < ENOUGH:
        _LOG.warning("Prosessen får ha %s filer åpne; det holder til %s lesere", most, most // 4)
    return most


def keep_descriptors() -> None:
    """Hand none of what is open now to processes that are started later.

    One that works for a server that was killed would else listen at its port, where nobody answers.
    """
    # Where the machine has no such folder, as on macOS, nothing is done.
    for each in _DESCRIPTORS.iterdir() if _DESCRIPTORS.is_dir() else ():
        number = int(each.name)
        # The folder itself was open a moment ago; the first three are everybody's.
        with suppress(OSError):
            if number > 2 and os.get_inheritable(number):
                os.set_inheritable(number, False)  # noqa: FBT003
