"""What the import remembers beside the tables: which file became which answer, as written.

By it a changed letter is known from a new one, and a row that a person has changed from one that
stands as it was written.
"""

import json
from collections.abc import Mapping
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Final

from data.drafts import draft_of
from data.problems import Problem, SourceError

NAME: Final = "innlest.json"


@dataclass(frozen=True)
class Kept:
    """One answer as it was imported.

    `page` is the key of the page it was saved from, «» for other files; `avtrykk` the fingerprint
    of its text, and `rad` its row of `innspill` as it was written.
    """

    fil: str
    mappe: str
    page: str
    avtrykk: str
    rad: Mapping[str, str]


def read_kept(target: Path) -> dict[str, Kept]:
    """Return what was imported into `target`, by `innspill_id`.

    Raises `SourceError` when the file is there and cannot be read.
    """
    path = target / NAME
    if not path.exists():
        return {}
    try:
        found = json.loads(path.read_text("utf-8"))
        return {key: Kept(**each) for key, each in found.items()}
    except (ValueError, TypeError, AttributeError) as error:
        expected = "det importen selv skrev; hent filen fra en sikkerhetskopi, eller slett den"
        raise SourceError([Problem(NAME, 0, "", "", expected)]) from error


def write_kept(target: Path, kept: Mapping[str, Kept]) -> None:
    """Write `kept` to `target`, whole or not at all."""
    path = target / NAME
    content = json.dumps(
        {key: asdict(each) for key, each in sorted(kept.items())}, ensure_ascii=False, indent=1
    )
    if path.exists() and path.read_text("utf-8") == content:
        return
    with draft_of(path) as draft:
        draft.write_text(content, "utf-8")
