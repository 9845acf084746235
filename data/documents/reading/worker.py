"""The process that reads files for the import: a name in on each line, a reading out.

Files come from anywhere and may be made to do harm, so they are opened where a crash, a flood of
memory or an endless loop costs one file and nothing else.
"""

import os
import sys
from pathlib import Path

from data.documents.reading.files import Reading, Trouble, read
from data.documents.reading.limits import FILE_BYTES, MEGABYTE, restrict
from data.documents.reading.parcel import packed


def main() -> None:
    """Read until there is nothing more to read."""
    # What a library prints must not end up among the readings.
    answers = os.fdopen(os.dup(1), "wb")
    os.dup2(2, 1)
    for line in sys.stdin.buffer:
        restrict()
        raw, shown = bytes.fromhex(line.decode().strip()).split(b"\0")
        answers.write(packed(read_path(Path(os.fsdecode(raw)), shown.decode())))
        answers.flush()


def read_path(path: Path, fil: str) -> Reading:
    """Return what is in the file at `path`, told of as `fil`."""
    try:
        if path.stat().st_size > FILE_BYTES:
            size, most = path.stat().st_size / MEGABYTE, FILE_BYTES // MEGABYTE
            why = f"filen er {size:.0f} MB, og grensen er {most} MB"
            return Reading(troubles=(Trouble(fil, why),))
        return read(path.read_bytes(), fil)
    except OSError as error:
        why = f"filen lar seg ikke åpne ({error.strerror or type(error).__name__})"
        return Reading(troubles=(Trouble(fil, why),))


if __name__ == "__main__":
    main()
