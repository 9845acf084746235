"""Every municipality's sheet in one archive, sent as they are made."""

import io
import zipfile
from collections.abc import AsyncIterator, Awaitable, Callable, Iterator
from dataclasses import replace
from typing import Final

from pages.parts.papers import making
from pages.parts.papers.text import ascii_name
from pages.parts.reading.language import _
from pages.parts.reading.reader import Reader

# An archive of the same sheets has the same bytes.
EPOCH: Final = (2022, 6, 1, 0, 0, 0)
# What has one paper made somewhere, and gives it back.
Maker = Callable[..., Awaitable[bytes]]


def sheets(reader: Reader) -> Iterator[tuple[str, Callable[..., bytes], Reader]]:
    """Yield each sheet of the reader's selection: its name, what makes it, and for which reader.

    A selection of no municipality gives one sheet that says so.
    """
    rows = reader.ask("kommune_liste").to_dicts()
    if not rows:
        yield _("tomt-utvalg.pdf"), making.overview, reader
    for row in rows:
        number = row["kommunenummer"]
        name = f"{number}-{ascii_name(row['navn'])}.pdf"
        yield name, making.municipality, replace(reader.having(kommune=number), keeps=False)


async def zipped(reader: Reader, origin: str, make: Maker) -> AsyncIterator[bytes]:
    """Yield the archive of `sheets` piece by piece, each made by `make` when the last is sent."""
    buffer = _Pipe()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_STORED) as archive:
        for name, work, one in sheets(reader):
            archive.writestr(zipfile.ZipInfo(name, EPOCH), await make(work, one, origin))
            yield buffer.taken()
    yield buffer.taken()


class _Pipe(io.RawIOBase):
    """A file that is only written to, and emptied as it is."""

    def __init__(self) -> None:
        self._held = bytearray()
        self._at = 0

    def writable(self) -> bool:
        """Return that it can be written to."""
        return True

    def tell(self) -> int:
        """Return how many bytes were ever written."""
        return self._at

    def write(self, data: bytes) -> int:  # type: ignore[override]
        """Hold `data` until it is taken."""
        self._held += data
        self._at += len(data)
        return len(data)

    def taken(self) -> bytes:
        """Return what was written since the last time."""
        out, self._held = bytes(self._held), bytearray()
        return out
