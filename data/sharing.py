"""What may leave the house: a database of whole tables beside each version, fit to be passed on.

It is made at build time from the finished database, in which no person is named who should not be.
What was set aside is counted but not shown, with its reasons through `mask`. The tables are written
anew into a new file, since a database file can keep what has been deleted from it.
"""

from pathlib import Path
from typing import Final

import duckdb
import polars as pl

from data.drafts import draft_of
from data.filling import filling, put
from data.paths import build_dir
from data.privacy import mask
from data.versions import Version

DEMO_MARK: Final = "DEMODATA – oppdiktede svar"
# The tables, with the columns of free text in each.
TABLES: Final[dict[str, tuple[str, ...]]] = {
    "innspill": ("merknad",),
    "svar": ("tekst",),
    "koding": ("utdrag",),
    "kommunesvar": (),
    "lokale": ("adresse", "utdrag"),
    "raad": ("tekst", "kilde"),
    "kommune": (),
    "politidistrikt": (),
    "tjenestested": (),
    "nytt_tjenestested": (),
    "undersokelse": (),
    "undersokelse_kommune": ("sporsmal", "kilde"),
    "anmeldt": (),
    "politidekning": (),
    "kilde": (),
    "kildefil": (),
    "avvist": ("grunn",),
}
# What only the ministry may bring; empty, and not offered, where it has not.
BROUGHT: Final = ("undersokelse_kommune", "anmeldt")
# What the demo set invents; the other tables are real there too.
INVENTED: Final = ("innspill", "svar", "koding", "kommunesvar", "lokale", "raad")
# The rejected row as it was written, with whatever a person may have put in it.
LEFT_OUT: Final = {"avvist": ("innhold",)}
# A column that would be taken for the mark of the demo set.
CALLED: Final = {"anmeldt": {"merke": "tegn_hos_ssb"}}


def shared_file(version: Version) -> Path:
    """Return where the database to pass on lies for `version`, or would lie."""
    return build_dir() / "deling" / f"{version.dataset}-{version.version}.duckdb"


def write_shared(source: Path, version: Version) -> None:
    """Write the database to pass on for `version`, from the finished database at `source`."""
    with (
        draft_of(shared_file(version)) as draft,
        duckdb.connect(source, read_only=True) as full,
        filling(draft) as shared,
    ):
        for name in TABLES:
            frame = pl.DataFrame(pl.from_arrow(full.table(name).to_arrow_table()))
            put(shared, name, shareable(frame, name, version.dataset))
        about = {"datasett": version.dataset, "versjon": version.version}
        note = DEMO_MARK if version.dataset == "demo" else "Tabeller fra Tjenestested"
        put(shared, "les_meg", pl.DataFrame([about | {"merknad": note}]))


def shareable(frame: pl.DataFrame, name: str, dataset: str) -> pl.DataFrame:
    """Return table `name` as it may be passed on, with the demo mark in a column of its own."""
    frame = frame.drop(LEFT_OUT.get(name, ())).rename(CALLED.get(name, {}))
    for column in TABLES[name]:
        frame = frame.with_columns(pl.col(column).map_elements(mask, return_dtype=pl.String))
    if dataset == "demo" and name in INVENTED:
        frame = frame.with_columns(merke=pl.lit(DEMO_MARK))
    return frame
