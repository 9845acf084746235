"""The phrase stock of one language form, and the choice of the next phrase."""

import re
import tomllib
from collections import defaultdict
from collections.abc import Mapping
from functools import cached_property
from pathlib import Path
from random import Random
from typing import Any, Final

FOLDER: Final = Path(__file__).parent / "phrases"
CHOICE: Final = re.compile(r"\[([^\[\]]*\|[^\[\]]*)\]")
SLOT: Final = re.compile(r"\{(\w+)\}")
TAG: Final = re.compile(r"\{\?(\w+)\}")
# A figure or a closed station is mentioned once; twice would read as a refrain.
ONCE: Final = frozenset({"innb", "km", "minutter", "nedlagt", "naboer", "dager"})
ONCE_PER_QUESTION: Final = frozenset({"eget"})
INTRODUCED_BY_NAME: Final = 0.6
NAMED_AGAIN: Final = 0.12


class Stock:
    """All phrases of one language form, remembering use so that every variant gets its turn."""

    def __init__(self, form: str) -> None:
        self.form = form
        self.recent: defaultdict[str, list[str]] = defaultdict(list)

    @cached_property
    def tree(self) -> dict[str, Any]:
        """Return the phrases by key, from every file of the form."""
        tree: dict[str, Any] = {"sporsmal": {}}
        for file in sorted((FOLDER / self.form).glob("*.toml")):
            content = tomllib.loads(file.read_text(encoding="utf-8"))
            # The same key, such as `apning`, occurs for several questions.
            if file.stem.isdigit():
                tree["sporsmal"][file.stem] = content
            else:
                tree |= content
        return tree

    def several(self, path: str) -> list[str]:
        """Return the phrases at a path such as `1.tema.rus`; the first part may be a question."""
        found = self._find(path)
        return found if isinstance(found, list) else [str(found)]

    def one(self, path: str) -> str:
        """Return the only phrase at a path."""
        return str(self._find(path))

    def table(self, path: str) -> dict[str, str]:
        """Return the named phrases at a path."""
        return dict(self._find(path))

    def _find(self, path: str) -> Any:
        first, _, rest = path.partition(".")
        node = self.tree["sporsmal"][first] if first.isdigit() else self.tree[first]
        for key in rest.split(".") if rest else ():
            node = node[key]
        return node


class Writer:
    """Writes one answer: fills slots and avoids saying the same thing twice."""

    def __init__(
        self, stock: Stock, slots: Mapping[str, str], tags: frozenset[str], rng: Random
    ) -> None:
        self.stock = stock
        self.rng = rng
        self._slots = dict(slots)
        self._tags = tags
        self._said: set[str] = set()
        self._once: set[str] = set()
        self._once_here: set[str] = set()
        self._last_word = ""
        self._named = False

    def say(self, path: str, **extra: str) -> str:
        """Return a sentence from the path: new to this answer, and rested in the others."""
        fitting = [template for template in self.stock.several(path) if self._fits(template, extra)]
        if not fitting:
            raise LookupError(f"no phrase left for {path} in {self.stock.form}")
        recent = self.stock.recent[path]
        resting = recent[-(len(fitting) // 2) :] if len(fitting) > 1 else []
        ranked = sorted(
            (
                self._first_word(template) == self._last_word,
                template in resting,
                self.rng.random(),
                template,
            )
            for template in fitting
        )
        template = ranked[0][-1]
        recent.append(template)
        slots = set(SLOT.findall(template))
        self._once |= ONCE & slots
        self._once_here |= ONCE_PER_QUESTION & slots
        self._said.add(template)
        self._last_word = self._first_word(template)
        return self._fill(template, extra)

    def pick(self, path: str, **extra: str) -> str:
        """Return one item of a list, which may be said again."""
        return self._fill(self.rng.choice(self.stock.several(path)), extra)

    def join(self, parts: list[str]) -> str:
        """Return parts as a running list: a, b og c."""
        if len(parts) == 1:
            return parts[0]
        return f"{', '.join(parts[:-1])} {self.stock.one('og')} {parts[-1]}"

    def new_question(self) -> None:
        """Forget what may be said once in a question: another question starts."""
        self._last_word = ""
        self._once_here.clear()

    def _fits(self, template: str, extra: Mapping[str, str]) -> bool:
        if template in self._said or not set(TAG.findall(template)) <= self._tags:
            return False
        slots = set(SLOT.findall(template))
        return slots <= self._slots.keys() | extra.keys() and not slots & (
            self._once | self._once_here
        )

    def _first_word(self, template: str) -> str:
        # Without the first word, «Kommunen …» three times in a row reads like a form letter.
        plain = TAG.sub("", template).split(" ", 1)[0].strip(",.")
        return SLOT.sub(lambda match: self._slots.get(match[1], ""), plain)

    def _fill(self, template: str, extra: Mapping[str, str]) -> str:
        text = CHOICE.sub(lambda match: self.rng.choice(match[1].split("|")), template)
        text = TAG.sub("", text)
        if text.startswith("{Vi}") and self._slots["Vi"] != "Vi":
            chance = NAMED_AGAIN if self._named else INTRODUCED_BY_NAME
            if self.rng.random() < chance:
                text = "{kommune}" + text.removeprefix("{Vi}")
        self._named = self._named or "{kommune}" in text
        values = self._slots | dict(extra)
        return SLOT.sub(lambda match: values[match[1]], text)


def sentence_case(text: str) -> str:
    """Return the text with a capital first letter."""
    return text[:1].upper() + text[1:]
