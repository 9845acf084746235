"""The rule files, one per field: what the words of a letter say, and examples that prove it.

How a file is written stands in `rules/README.md`.
"""

import tomllib
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any, Final

from data.coding import voice
from data.coding.words import pattern

FOLDER: Final = Path(__file__).with_name("rules")


@dataclass(frozen=True)
class Rule:
    """One way of saying one thing.

    `verdi` holds as it stands, `nektet` where it is negated and `vilkaar` where a condition is set;
    a rule without `nektet` says nothing where it is negated. `sporsmal` are the answers it reads,
    all when empty. `styrke` is 1 for what only hints, 2
    for what says it in other words and 3 for what says it outright.
    """

    navn: str
    verdi: str
    monster: str
    unntatt: str = ""
    nektet: str = ""
    vilkaar: str = ""
    under: str = ""
    sporsmal: tuple[int, ...] = ()
    hele_setningen: bool = False
    taaler_nekting: bool = False
    styrke: int = 2


@dataclass(frozen=True)
class Match:
    """Where in a text a rule matched, and what it says there."""

    rule: Rule
    verdi: str
    start: int
    end: int


@dataclass(frozen=True)
class Example:
    """A text, and the values a field must be given for it; none when `verdier` is empty."""

    tekst: str
    verdier: tuple[str, ...]
    sporsmal: int


@dataclass(frozen=True)
class RuleFile:
    """One file: what its field is about, where it is looked for, its rules and its examples.

    Where `avvist` matches, what the rules look for is only mentioned to say that it is not so.
    `grunner` are the values of «grunn» that are themselves a complaint about what it is about.
    """

    navn: str
    emne: str
    avvist: str
    grunner: tuple[str, ...]
    sporsmal: tuple[int, ...]
    rules: tuple[Rule, ...]
    examples: tuple[Example, ...]


@cache
def rule_file(navn: str) -> RuleFile:
    """Return the rules in `rules/<navn>.toml`. Raises `OSError` where there is no such file."""
    found: dict[str, Any] = tomllib.loads((FOLDER / f"{navn}.toml").read_text("utf-8"))
    return RuleFile(
        navn,
        found.get("emne", ""),
        found.get("avvist", ""),
        tuple(found.get("grunner", ())),
        tuple(found.get("sporsmal", range(6))),
        tuple(_rule(each) for each in found.get("regel", ())),
        tuple(
            Example(each["tekst"], tuple(each["verdier"]), each.get("sporsmal", 0))
            for each in found.get("eksempel", ())
        ),
    )


def matches(rules: tuple[Rule, ...], text: str, under: str = "", around: str = "") -> list[Match]:
    """Return what `rules` find in `text`, which stands under the label or heading `under`.

    Rules are tried in their order, and what one has found no later one may find again. A condition
    may stand anywhere in `around`, the sentence that `text` is part of.
    """
    found: list[Match] = []
    for rule in rules:
        if rule.under and not pattern(rule.under).search(under):
            continue
        if rule.unntatt and pattern(rule.unntatt).search(text):
            continue
        for match in pattern(rule.monster).finditer(text):
            start, end = match.span()
            if start == end or any(start < m.end and m.start < end for m in found):
                continue
            found.append(Match(rule, _value(rule, text, start, end, around), start, end))
    # A rule that is silent where it is negated has still found its words.
    return [each for each in found if each.verdi]


def _value(rule: Rule, text: str, start: int, end: int, around: str) -> str:
    if not rule.taaler_nekting and voice.negated(text, start, end):
        return rule.nektet
    if rule.vilkaar and voice.conditional(around or text):
        return rule.vilkaar
    return rule.verdi


def _rule(written: dict[str, Any]) -> Rule:
    monster = written["monster"]
    joined = "|".join(monster) if isinstance(monster, list) else monster
    asked = tuple(written.get("sporsmal", ()))
    return Rule(**(written | {"monster": joined, "sporsmal": asked}))


def rule_files() -> Iterator[RuleFile]:
    """Yield every rule file, in the order of their names."""
    for path in sorted(FOLDER.glob("*.toml")):
        yield rule_file(path.stem)
