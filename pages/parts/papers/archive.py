"""Every municipality's sheet in one archive, made two at a time and sent as they are made."""

import io
import zipfile
from collections.abc import Iterator
from concurrent.futures import Future, ThreadPoolExecutor
from contextvars import copy_context
from dataclasses import replace
from typing import Final

from pages.parts.papers.briefing import briefing
from pages.parts.papers.pdf import to_pdf
from pages.parts.papers.sheets import municipality_pdf
from pages.parts.papers.text import ascii_name
from pages.parts.reading.language import _
from pages.parts.reading.reader import Reader

# Typst works outside Python's lock; more would only take the processors from those who read.
WORKERS: Final = 2
# An archive of the same sheets has the same bytes.
EPOCH: Final = (2022, 6, 1, 0, 0, 0)


def sheets(reader: Reader, origin: str) -> Iterator[tuple[int, int, str, bytes]]:
    """Yield each sheet of the reader's selection: its number, of how many, its name and the PDF.

    A selection of no municipality gives one sheet that says so.
    """
    rows = reader.ask("kommune_liste").to_dicts()
    if not rows:
        yield 1, 1, _("tomt-utvalg.pdf"), to_pdf(briefing(reader, "oversikt", origin))
        return
    with ThreadPoolExecutor(WORKERS, thread_name_prefix="kommuneark") as pool:
        waiting: list[tuple[str, Future[bytes]]] = []
        done = 0
        for row in rows:
            number = row["kommunenummer"]
            name = f"{number}-{ascii_name(row['navn'])}.pdf"
            one = replace(reader.having(kommune=number), keeps=False)
            waiting.append((name, pool.submit(copy_context().run, municipality_pdf, one, origin)))
            # No more are begun than are waited for, so that a reader who leaves stops the work.
            if len(waiting) > WORKERS:
                done += 1
                first, made = waiting.pop(0)
                yield done, len(rows), first, made.result()
        for name, made in waiting:
            done += 1
            yield done, len(rows), name, made.result()


def zipped(reader: Reader, origin: str) -> Iterator[bytes]:
    """Yield the archive of `sheets` piece by piece, as a server sends it."""
    buffer = _Pipe()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_STORED) as archive:
        for _done, _total, name, pdf in sheets(reader, origin):
            archive.writestr(zipfile.ZipInfo(name, EPOCH), pdf)
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
