"""Places by their Sámi and Kven names, as links and searches have them."""

import re
import unicodedata
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any, Final, Self

# What a link calls the columns of `stedsnavn`.
COLUMNS: Final = {
    "kommune": "kommunenummer",
    "fylke": "fylkesnavn",
    "distrikt": "politidistrikt",
}
# Several names of one place, as registers write them: «Nordland - Nordlánnda».
_JOINED: Final = re.compile(r" [-–—/] |/")
# Letters that no accent is taken from, and that few keyboards have.
_LETTERS: Final = str.maketrans("đŋŧ", "dnt")


@dataclass(frozen=True)
class Called:
    """Which municipality, county and district each name is, by the name as `folded` has it."""

    places: Mapping[str, Mapping[str, str]] = field(default_factory=dict)

    @classmethod
    def of(cls, rows: Iterable[Mapping[str, Any]]) -> Self:
        """Return the names in `rows` of query `stedsnavn`."""
        places: dict[str, dict[str, str]] = {name: {} for name in COLUMNS}
        for row in rows:
            for name, column in COLUMNS.items():
                if row[column]:
                    places[name][folded(row["navn"])] = row[column]
        return cls(places)

    def meant(self, name: str, written: str) -> str | None:
        """Return which place of the kind `name` that `written` is the name of, or None."""
        return self.places.get(name, {}).get(folded(written))


def folded(name: str) -> str:
    """Return `name` as somebody writes it who lacks its letters: «Kárášjohka» as «karasjohka»."""
    apart = unicodedata.normalize("NFD", name.casefold())
    bare = "".join(c for c in apart if not unicodedata.combining(c))
    return " ".join(bare.translate(_LETTERS).split())


def names_in(written: str) -> list[str]:
    """Return the names that `written` gives one place: one, or several with a dash between."""
    return [name for each in _JOINED.split(written) if (name := each.strip())]
