"""ZIP files: what is packed in them, no more than there is room for, and never written to disk."""

import io
import re
import zipfile
import zlib
from collections.abc import Iterator
from pathlib import PurePosixPath
from typing import Final

from data.documents.reading.limits import MEMBERS, UNPACKED_BYTES, Unreadable, within

# What a Mac packs beside each file.
_SHADOWS: Final = "__MACOSX"
_UTF8: Final = 0x800
_ENCRYPTED: Final = 0x1


LOCKED: Final = "filen er låst med passord i ZIP-filen; pakk den ut først"
DAMAGED: Final = "filen er skadet i ZIP-filen"


def members_of(content: bytes) -> Iterator[tuple[str, bytes | str]]:
    """Yield the name and content of each file packed in the ZIP `content`.

    For one that a password locks or that is damaged it is why, in Norwegian, and the others are
    read. Raises `Unreadable` when there are too many, or they are too large.
    """
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        packed = [each for each in archive.infolist() if not each.is_dir()]
        if len(packed) > MEMBERS:
            raise Unreadable(f"ZIP-filen har {len(packed)} filer, og grensen er {MEMBERS}")
        within(sum(each.file_size for each in packed), UNPACKED_BYTES, "ZIP-filen utpakket")
        for each in packed:
            path = _within(_name(each))
            if path.parts[0] == _SHADOWS or path.name.startswith((".", "~$")):
                continue
            yield str(path), _unpacked(archive, each)


def _unpacked(archive: zipfile.ZipFile, packed: zipfile.ZipInfo) -> bytes | str:
    if packed.flag_bits & _ENCRYPTED:
        return LOCKED
    try:
        return archive.read(packed)
    except (zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError, OSError):
        return DAMAGED


def _within(name: str) -> PurePosixPath:
    """Return `name` as a path that leads down, whatever system packed it."""
    parts = re.sub(r"^[A-Za-z]:", "", name.replace("\\", "/")).split("/")
    return PurePosixPath(
        *([part for part in parts if part not in ("", ".", "..")] or ["uten navn"])
    )


def _name(packed: zipfile.ZipInfo) -> str:
    """Return the name of `packed` with the letters it was given.

    Without the mark for UTF-8 it is read as the first PCs wrote, which has no ø.
    """
    if packed.flag_bits & _UTF8:
        return packed.filename
    raw = packed.filename.encode("cp437")
    try:
        return raw.decode("utf-8")
    except UnicodeDecodeError:
        return raw.decode("cp850")
