"""What a single file may cost, so that no file can stop the others from being read."""

import contextlib
from typing import Final

with contextlib.suppress(ImportError):
    import resource

MEGABYTE: Final = 1_000_000

FILE_BYTES: Final = 50 * MEGABYTE
UNPACKED_BYTES: Final = 200 * MEGABYTE
# A tree of XML takes some ten times its text in memory.
XML_BYTES: Final = 12 * MEGABYTE
MEMBERS: Final = 2_000
NESTING: Final = 5
PAGES: Final = 500
SCANNED_PAGES: Final = 30
# Reading a picture of text takes a program of its own some seconds; other reading is our own work.
SCAN_SECONDS: Final = 240
CPU_SECONDS: Final = 45
WORKER_BYTES: Final = 400 * MEGABYTE


class Unreadable(Exception):  # noqa: N818 (it is an outcome, told to the reader as it stands)
    """A file cannot be read; the message says why in Norwegian, without a full stop."""


def within(size: int, limit: int, what: str) -> None:
    """Raise `Unreadable` where `size` bytes, of `what`, are more than `limit`."""
    if size > limit:
        found, most = size / MEGABYTE, limit // MEGABYTE
        raise Unreadable(f"{what} er {found:.0f} MB, og grensen er {most} MB")


def restrict() -> None:
    """Make this process fail, not the machine, where the next file wants too much of it.

    Programs it starts have their own time. Windows has no such limits; there only the sizes above
    and `SCAN_SECONDS` hold.
    """
    with contextlib.suppress(NameError, OSError, ValueError):
        used = resource.getrusage(resource.RUSAGE_SELF)
        spent = int(used.ru_utime + used.ru_stime) + 1
        for what, most in (
            (resource.RLIMIT_DATA, WORKER_BYTES),
            (resource.RLIMIT_CPU, spent + CPU_SECONDS),
        ):
            _soft, hard = resource.getrlimit(what)
            resource.setrlimit(what, (most, hard))


def unlimited() -> None:
    """Take the limit on memory away again, for a program that this process starts."""
    with contextlib.suppress(NameError, OSError, ValueError):
        _soft, hard = resource.getrlimit(resource.RLIMIT_DATA)
        resource.setrlimit(resource.RLIMIT_DATA, (hard, hard))
