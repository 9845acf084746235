"""What a single file may cost, so that no file can stop the others from being read."""

from typing import Final

MEGABYTE: Final = 1_000_000

FILE_BYTES: Final = 50 * MEGABYTE
UNPACKED_BYTES: Final = 200 * MEGABYTE
# A tree of XML takes some ten times its text in memory.
XML_BYTES: Final = 25 * MEGABYTE
MEMBERS: Final = 2_000
NESTING: Final = 5
PAGES: Final = 500
SCANNED_PAGES: Final = 30
SECONDS: Final = 90
WORKER_BYTES: Final = 400 * MEGABYTE


class Unreadable(Exception):  # noqa: N818 (it is an outcome, told to the reader as it stands)
    """A file cannot be read; the message says why in Norwegian, without a full stop."""


def within(size: int, limit: int, what: str) -> None:
    """Raise `Unreadable` where `size` bytes, of `what`, are more than `limit`."""
    if size > limit:
        found, most = size / MEGABYTE, limit // MEGABYTE
        raise Unreadable(f"{what} er {found:.0f} MB, og grensen er {most} MB")
