"""What labelled answers have taught: words that weigh for or against a value, where no rule speaks.

The rules know the ways of saying a thing that somebody thought of. The words in `vekter.csv` are
weighed by what trained coders found in answers written for it (`tests/quality/learning.py`), and
they are asked only where the rules are silent.
"""

import csv
import math
import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache, lru_cache
from itertools import pairwise
from pathlib import Path
from typing import Final

from data import vocabulary as v
from data.coding.evidence import Evidence
from data.coding.rules import rule_file
from data.coding.sentences import Sentence
from data.coding.voice import Heard
from data.coding.words import pattern

WEIGHTS: Final = Path(__file__).with_name("vekter.csv")
# Of each word no more is compared: endings differ between the two written languages.
STEM: Final = 6
# So likely must a value be. The others are learnt from four fifths of the answers and tried on the
# rest: a reason is one of several and worth having where it is right as often as not, and where a
# patrol is wanted, the words are as often right from here.
LEAST: Final = 0.6
LEAST_OF: Final = {"grunn": 0.35, "kanal_annet_sted": 0.4}
# Where one of these stands, the words around it say something else than they seem to.
_DENIED: Final = {
    "tema": "{avvist_tema}",
    "grunn": "{avvist_grunn}",
    "tilfreds": "{ikke_virkelig}",
    "kanal": "{ingen_retning}",
    "tilbyr": "{lokaloenske}|{andres_hus}|{avslag_rom}",
}
# Fields where the words alone are wrong too often to be of help.
NEVER: Final = ("samarbeid", "onsker_tjenestested", "tilfreds_tjenestetilbud")
_WORD: Final = re.compile(r"\w+")
_TOLD: Final = 3
# Shorter words say little to a reader.
_SHORT: Final = 3


@dataclass(frozen=True)
class Weighed:
    """One value of a field, and how much each word weighs for it."""

    felt: str
    verdi: str
    base: float
    words: dict[str, float]


def marks(text: str) -> frozenset[str]:
    """Return what is compared of `text`: the stems of its words, and pairs near one another."""
    stems = [word[:STEM] for word in _WORD.findall(text)]
    pairs = {f"{a} {b}" for a, b in pairwise(stems)}
    apart = {f"{a} * {b}" for a, b in zip(stems, stems[2:], strict=False)}
    return frozenset(stems) | pairs | apart


def likened(heard: Sequence[Heard], felt: str) -> list[Evidence]:
    """Return the values of `felt` that the words of a sentence weigh for, the likeliest first.

    Only answers to the field's own question are read.
    """
    home = v.SPORSMAL[felt]
    here = [
        each
        for each in heard
        if each.sentence.question == home
        and not _is_of_another(felt, each.sentence)
        and not _is_denied(felt, each.sentence)
    ]
    found: list[tuple[float, Evidence]] = []
    for value in _values()[felt]:
        likely = [(*_weighed(said(each.sentence), value), each) for each in here]
        best = max(likely, key=lambda one: one[0], default=None)
        # Where no word weighs for it, it is likely only because little is said.
        if (
            best
            and best[0] >= LEAST_OF.get(felt, LEAST)
            and _says_more(felt, said(best[2].sentence), best[1])
        ):
            found.append((best[0], _evidence(best[2], value, best[1])))
    return [evidence for _likely, evidence in sorted(found, key=lambda one: -one[0])]


def _says_more(felt: str, text: str, stems: tuple[str, ...]) -> bool:
    """Return whether one of `stems` is more than the name of what the field is about."""
    emne = rule_file(felt).emne
    rest = marks(pattern(emne).sub(" ", text)) if emne else marks(text)
    return any(stem in rest for stem in stems if len(stem) > _SHORT)


def _is_of_another(felt: str, sentence: Sentence) -> bool:
    """Return whether a sentence names what another field of the kind is about, and not this."""
    kind = felt.partition("_")[0]
    alike = [name for name in v.FELT if name.startswith(f"{kind}_") and rule_file(name).emne]
    named = {name for name in alike if pattern(rule_file(name).emne).search(said(sentence))}
    return bool(named) and felt in alike and felt not in named


def _is_denied(felt: str, sentence: Sentence) -> bool:
    denied = _DENIED.get(felt.partition("_")[0])
    return bool(denied and pattern(denied).search(said(sentence)))


def said(sentence: Sentence) -> str:
    """Return the words of a sentence with the label before it."""
    return sentence.source.text[sentence.opens : sentence.end]


def rarity() -> dict[str, float]:
    """Return how rare each word is, which is how much it says."""
    return _table()[0]


def _weighed(text: str, value: Weighed) -> tuple[float, tuple[str, ...]]:
    """Return how likely the words of `text` make `value`, and those that weigh most for it."""
    share = {m: value.words[m] * each for m, each in _counts(text).items() if m in value.words}
    likely = 1 / (1 + math.exp(-(value.base + sum(share.values()))))
    alone = [mark for mark in share if " " not in mark and share[mark] > 0]
    return likely, tuple(sorted(alone, key=lambda m: (-share[m], m))[:_TOLD])


# The same sentence is weighed for every value of every field its question has.
@lru_cache(maxsize=1024)
def _counts(text: str) -> dict[str, float]:
    """Return how much each known word counts in `text`, the rarer the more."""
    rare = rarity()
    known = {mark: rare[mark] for mark in marks(text) if mark in rare}
    length = math.sqrt(sum(each * each for each in known.values())) or 1.0
    return {mark: each / length for mark, each in known.items()}


def _evidence(heard: Heard, value: Weighed, stems: tuple[str, ...]) -> Evidence:
    sentence = heard.sentence
    whole = [w for w in _WORD.findall(said(sentence)) if w[:STEM] in stems and len(w) > _SHORT]
    told = ", ".join(dict.fromkeys(whole))
    name = f"ord som {told}" if told else "ord i setningen"
    place = (sentence, sentence.start, sentence.end)
    # As sure as a rule that only hints, in answer to the field's own question.
    return Evidence(value.felt, value.verdi, *place, name, 1, narrow=False)


def _values() -> dict[str, tuple[Weighed, ...]]:
    return _table()[1]


@cache
def _table() -> tuple[dict[str, float], dict[str, tuple[Weighed, ...]]]:
    rare: dict[str, float] = {}
    words: dict[tuple[str, str], dict[str, float]] = {}
    with WEIGHTS.open(encoding="utf-8", newline="") as file:
        for felt, verdi, word, weight in csv.reader(file, delimiter=";"):
            if not felt:
                rare[word] = float(weight)
            elif felt != "felt":
                words.setdefault((felt, verdi), {})[word] = float(weight)
    values: dict[str, tuple[Weighed, ...]] = dict.fromkeys(v.FELT, ())
    for (felt, verdi), each in words.items():
        values[felt] += (Weighed(felt, verdi, each.pop("", 0.0), each),)
    return rare, values
