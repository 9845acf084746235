"""What the process is allowed by the machine it runs on."""

import logging
import resource
from typing import Final

# A reader takes four descriptors; the usual limit is 1024.
ENOUGH: Final = 4_096
_LOG: Final = logging.getLogger(__name__)


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
