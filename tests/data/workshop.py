"""A folder of the ministry's files and a folder of databases, for one test to spoil."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import duckdb
import pytest
import xlsxwriter

from data import __main__ as command
from data.versions import Version, newest
from tests.small_set import write

HEADING = "innspill_id,avsender,avsendertype,kommunenumre,dato,malform,erstatter,kilde"
ROW = "A1,Oslo kommune,kommune,0301,2022-05-20,bokmaal,,sak 1"
GOOD = f"{HEADING}\n{ROW}\n"


@dataclass(frozen=True)
class Workshop:
    """Writes sources, runs the command line on them, and reads what was built."""

    sources: Path
    build: Path
    printed: pytest.CaptureFixture[str]

    def write(self, **files: str) -> None:
        """Write each of `files` as CSV among the ministry's sources."""
        write(self.sources, **files)

    def run(self, *arguments: str) -> tuple[int, list[str], list[str]]:
        """Run `python -m data` and return the exit code and the lines of both outputs."""
        code = command.main(list(arguments))
        out, err = self.printed.readouterr()
        return code, out.splitlines(), err.splitlines()

    def newest(self) -> Version:
        """Return the version that the pointer of the ministry's set names."""
        found = newest("innspill")
        assert found
        return found

    def files(self) -> list[str]:
        """Return the names of the files in the build folder, but for the lock of who builds."""
        found = (p.name for p in self.build.glob("*") if p.is_file())
        return sorted(name for name in found if name != "bygging.lock")


def rows(version: Version, question: str) -> list[tuple[Any, ...]]:
    """Return the rows of `question` from the database of `version`."""
    with duckdb.connect(version.path, read_only=True) as connection:
        return connection.sql(question).fetchall()


def workbook(path: Path, *lines: Sequence[object]) -> Path:
    """Write `lines` as Excel does, dates as dates and numbers as numbers, and return `path`."""
    with xlsxwriter.Workbook(path, {"default_date_format": "yyyy-mm-dd"}) as book:
        sheet = book.add_worksheet()
        for number, line in enumerate(lines):
            sheet.write_row(number, 0, line)
    return path


def made(folder: Path, printed: pytest.CaptureFixture[str]) -> Iterator[Workshop]:
    """Yield a workshop below `folder` that the project builds from and into."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("TJENESTESTED_BUILD", str(folder / "build"))
        patch.setenv("TJENESTESTED_INNSPILL", str(folder / "innspill"))
        (folder / "innspill").mkdir()
        yield Workshop(folder / "innspill", folder / "build", printed)
