"""Older Word files, OpenDocument and RTF: LibreOffice makes them DOCX where it is installed."""

import contextlib
import functools
import shutil
import subprocess
import tempfile
from pathlib import Path
from typing import Final

from striprtf.striprtf import rtf_to_text

from data.documents.document import Document, counted, tidy
from data.documents.reading.encoding import decode
from data.documents.reading.limits import Unreadable, unlimited

SECONDS: Final = 60
MISSING: Final = (
    "filen leses bare der LibreOffice er installert; lagre den som DOCX eller PDF, "
    "eller installer LibreOffice"
)
FAILED: Final = "LibreOffice kunne ikke åpne filen; lagre den som DOCX eller PDF"
SIMPLY: Final = "lest uten LibreOffice; fotnoter, bilder og automatiske numre kan mangle"
_SHEETS: Final = (b"opendocument.spreadsheet", b"W\0o\0r\0k\0b\0o\0o\0k\0", b"B\0o\0o\0k\0\0\0")


def is_installed() -> bool:
    """Return whether LibreOffice is here."""
    return shutil.which("soffice") is not None


def converted(content: bytes) -> tuple[bytes, str]:
    """Return `content`, a file that LibreOffice opens, as DOCX or XLSX, and which of the two.

    Raises `Unreadable` where LibreOffice is missing or cannot open it.
    """
    if not is_installed():
        raise Unreadable(MISSING)
    form = "xlsx" if any(mark in content for mark in _SHEETS) else "docx"
    return made_into(content, form), form


def made_into(content: bytes, form: str) -> bytes:
    """Return `content` in the format `form`, as LibreOffice writes it.

    Raises `Unreadable` when LibreOffice cannot open it.
    """
    with tempfile.TemporaryDirectory() as folder:
        source = Path(folder) / "brev"
        source.write_bytes(content)
        settings = f"-env:UserInstallation={Path(_profile()).as_uri()}"
        with contextlib.suppress(subprocess.SubprocessError):
            subprocess.run(
                [
                    *("soffice", settings, "--headless", "--norestore"),
                    *("--convert-to", form, "--outdir", folder, str(source)),
                ],
                capture_output=True,
                check=False,
                timeout=SECONDS,
                preexec_fn=unlimited,
            )
        made = source.with_suffix(f".{form}")
        if not made.exists():
            raise Unreadable(FAILED)
        return made.read_bytes()


def read_simply(content: bytes, fil: str) -> Document:
    """Return the text of the RTF `content` without LibreOffice."""
    text = tidy(rtf_to_text(decode(content), errors="replace"))
    return Document(fil, text, fil, notes=(SIMPLY,), characters=counted(text))


@functools.cache
def _profile() -> str:
    """Return a folder for LibreOffice's settings; two that run at once may not share one."""
    folder = tempfile.TemporaryDirectory(prefix="tjenestested-")
    # Kept as long as the process lives.
    _kept.append(folder)
    return folder.name


_kept: list[tempfile.TemporaryDirectory[str]] = []
