"""A folder to save answers in, and what came of importing it."""

from pathlib import Path

import polars as pl
import pytest

from data.documents.importing import Imported, import_folder
from data.tabular import read_sheet
from tests.data.saved import register


class Desk:
    """A case worker's desk: `folder` holds saved answers, `target` the source tables."""

    def __init__(self, root: Path) -> None:
        self.folder, self.target = root / "lagret", root / "innspill"
        self.folder.mkdir()

    def save(self, name: str, content: str | bytes) -> Path:
        """Save `content` as `name` in the folder."""
        path = self.folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content.encode() if isinstance(content, str) else content)
        return path

    def run(self) -> Imported:
        """Import the folder."""
        return import_folder(self.folder, self.target, register())

    def table(self, name: str) -> pl.DataFrame:
        """Return a source table, every cell as text."""
        sheet = read_sheet(self.target / f"{name}.csv")
        return pl.DataFrame(sheet.rows, schema=list(sheet.headings), orient="row")

    def texts(self) -> dict[str, str]:
        """Return the whole text of each answer, by where it was saved from."""
        where = dict(self.table("innspill").select("innspill_id", "kilde").iter_rows())
        found: dict[str, str] = {}
        rows = self.table("svar").select("innspill_id", "sporsmal", "tekst").sort("sporsmal")
        for key, _number, text in rows.iter_rows():
            kilde = where[key]
            found[kilde] = f"{found[kilde]}\n{text}" if kilde in found else text
        return found

    def files(self) -> dict[str, bytes]:
        """Return the content of every file among the source tables."""
        return {path.name: path.read_bytes() for path in sorted(self.target.iterdir())}

    def told(self, fil: str) -> str:
        """Return what the list of remarks says of `fil`, that is not done."""
        rows = self.table("merknader").filter(pl.col("fil") == fil, pl.col("status") != "gjort")
        return " | ".join(rows["hva"])


@pytest.fixture
def desk(tmp_path: Path) -> Desk:
    """Return an empty desk."""
    return Desk(tmp_path)
