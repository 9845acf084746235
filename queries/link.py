"""Reading a query string that anybody may have written: nothing raises, nothing is lost."""

import difflib
import re
from collections.abc import Callable, Collection, Iterable, Mapping
from typing import Final

Translate = Callable[[str], str]

MAX_TEXT: Final = 100
MAX_CHOSEN: Final = 5


class LinkReader:
    """Takes values out of a query string, keeping what could not be understood as sentences."""

    def __init__(self, query: Mapping[str, str | Iterable[str]], tr: Translate) -> None:
        self.query = {k: [w] if isinstance(w, str) else list(w) for k, w in query.items()}
        self.tr = tr
        self.issues: list[str] = []

    def many(self, name: str, allowed: Collection[str]) -> tuple[str, ...]:
        """Return the allowed values of `name`, each once, in the order of `allowed`."""
        asked = self._values(name)
        for value in asked:
            if value not in allowed:
                self._report(name, value, allowed)
        return tuple(a for a in allowed if a in asked)

    def one(self, name: str, allowed: Collection[str]) -> str | None:
        """Return the first allowed value of `name`, or None."""
        asked = self._values(name)
        for value in asked:
            if value in allowed:
                return value
            self._report(name, value, allowed)
        return None

    def matching(self, name: str, pattern: re.Pattern[str]) -> str | None:
        """Return the value of `name` when `pattern` matches it, or None."""
        for value in self._values(name):
            if pattern.fullmatch(value):
                return value
            self._report(name, value, ())
        return None

    def text(self, name: str) -> str:
        """Return the words of `name`, white space folded, at most `MAX_TEXT` characters."""
        asked = " ".join(self.query.get(name, []))
        shown = "".join(c for c in asked if c.isprintable() or c.isspace())
        return " ".join(shown.split())[:MAX_TEXT].strip()

    def free(self, name: str) -> tuple[str, ...]:
        """Return at most `MAX_CHOSEN` keys of `name`, each once; they may not exist."""
        keys = []
        for value in self._values(name):
            if re.fullmatch(r"[\w.\-][\w.\- ]{0,39}", value):
                keys.append(value)
            else:
                self._report(name, value, ())
        if len(keys) > MAX_CHOSEN:
            self.issues.append(
                self.tr("Lenken velger {n} lokaler; de {max} første vises.").format(
                    n=len(keys), max=MAX_CHOSEN
                )
            )
        return tuple(keys[:MAX_CHOSEN])

    def unknown(self, known: Iterable[str]) -> None:
        """Report each parameter that is not among `known`."""
        names = tuple(known)
        for name in self.query:
            # Streamlit's own parameters, such as embed, are not ours to judge.
            if name not in names and not name.startswith("embed"):
                self._report(self.tr("lenken"), name, names)

    def number(self, name: str, low: int, high: int, default: int) -> int:
        """Return the whole number of `name`, moved to the nearest end when it is outside."""
        for value in self._values(name):
            if re.fullmatch(r"\d{1,6}", value):
                return min(high, max(low, int(value)))
            self._report(name, value, ())
        return default

    def _values(self, name: str) -> list[str]:
        parts = [p.strip() for value in self.query.get(name, []) for p in value.split(",")]
        return list(dict.fromkeys(p for p in parts if p))

    def _report(self, name: str, value: str, allowed: Collection[str]) -> None:
        shown = "".join(c for c in value if c.isprintable())[:40]
        sentence = self.tr("Forsto ikke «{value}» i {name}.").format(value=shown, name=name)
        near = difflib.get_close_matches(value[:40], list(allowed), n=1, cutoff=0.7)
        if near:
            sentence += " " + self.tr("Mente du «{near}»?").format(near=near[0])
        self.issues.append(sentence)
