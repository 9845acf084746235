"""`python -m tests.quality.learning`: weigh the words of the labelled answers, for the coder.

Reads the half that rules are written by, never the other, and writes `data/coding/vekter.csv`.
`--uten 217-236` leaves those answers out and writes nothing but what is found in them, so that the
weights are tried on answers they were not made from.
"""

import argparse
import csv
import math
import re
import sys
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Final

import numpy as np
from scipy import optimize, sparse

from data import vocabulary as v
from data.coding import learned
from data.coding.rules import rule_file
from data.coding.sentences import sentences
from data.coding.voice import own
from tests.quality.corpus import LETTERS, Letter, read_letters
from tests.quality.splitting import labelled_split

# Said of fewer sentences than this, a value is not learnt.
SEEN: Final = 6
# So many words of each value are kept, the heaviest.
KEPT: Final = 150
# A rule file's own example counts as so many sentences of a letter.
EXAMPLE: Final = 6
# How much one sentence may pull: more follows the answers closer, less keeps weights small.
PULL: Final = 20.0


@dataclass(frozen=True)
class Said:
    """One sentence of a labelled answer: where it stands, what is compared of it, what it says."""

    question: int
    marks: frozenset[str]
    codes: frozenset[tuple[str, str]]


def weights(letters: Sequence[Letter]) -> Iterator[tuple[str, str, str, float]]:
    """Yield the table's rows: field, value, word and weight; how rare a word is comes first."""
    told = [one for letter in letters for one in _sentences(letter)]
    seen = Counter(mark for one in told for mark in one.marks)
    known = sorted(mark for mark, times in seen.items() if times > 1)
    rare = {mark: math.log((1 + len(told)) / (1 + seen[mark])) + 1 for mark in known}
    rows = [row for felt in v.FELT if felt not in learned.NEVER for row in _field(felt, told, rare)]
    used = {word for _felt, _verdi, word, _weight in rows}
    # Rare words count in a sentence's length even where they weigh nothing.
    yield from (("", "", mark, rare[mark]) for mark in known if mark in used or " " not in mark)
    yield from rows


def _field(
    felt: str, told: Sequence[Said], rare: dict[str, float]
) -> Iterator[tuple[str, str, str, float]]:
    near = [one for one in told if one.question in (0, v.SPORSMAL[felt])]
    near += [*_examples(felt)] * EXAMPLE
    place = {mark: i for i, mark in enumerate(rare)}
    matrix = _matrix(near, place, rare)
    for verdi in v.FELT[felt]:
        is_said = np.array([(felt, verdi) in one.codes for one in near])
        if is_said.sum() < SEEN:
            continue
        weight, base = _fitted(matrix, is_said)
        yield felt, verdi, "", base
        heaviest = sorted(place, key=lambda mark: -abs(weight[place[mark]]))[:KEPT]
        yield from ((felt, verdi, mark, weight[place[mark]]) for mark in sorted(heaviest))


def _matrix(
    told: Sequence[Said], place: dict[str, int], rare: dict[str, float]
) -> sparse.csr_matrix:
    rows, columns, values = [], [], []
    for i, one in enumerate(told):
        known = sorted(one.marks & place.keys())
        length = math.sqrt(sum(rare[mark] ** 2 for mark in known)) or 1.0
        rows += [i] * len(known)
        columns += [place[mark] for mark in known]
        values += [rare[mark] / length for mark in known]
    return sparse.csr_matrix((values, (rows, columns)), shape=(len(told), len(place)))


def _fitted(matrix: sparse.csr_matrix, is_said: np.ndarray) -> tuple[np.ndarray, float]:
    """Return the weights of a logistic regression where both outcomes count alike."""
    sign = np.where(is_said, 1.0, -1.0)
    times = np.where(is_said, 1 / is_said.sum(), 1 / (~is_said).sum()) * len(sign) / 2

    def loss(point: np.ndarray) -> tuple[float, np.ndarray]:
        margin = sign * (matrix @ point[:-1] + point[-1])
        pull = -PULL * times * sign / (1 + np.exp(margin))
        slope = np.append(matrix.T @ pull + point[:-1], pull.sum())
        cost = PULL * (times * np.logaddexp(0, -margin)).sum() + (point[:-1] ** 2).sum() / 2
        return float(cost), slope

    start = np.zeros(matrix.shape[1] + 1)
    found = optimize.minimize(loss, start, jac=True, method="L-BFGS-B", options={"maxiter": 200})
    return found.x[:-1], float(found.x[-1])


def _sentences(letter: Letter) -> Iterator[Said]:
    for each in own(sentences(labelled_split(letter).svar)):
        sentence = each.sentence
        first, last = sentence.source.span(sentence.opens, sentence.end)
        text = " ".join(sentence.source.original[first:last].split())
        codes = {
            (code.felt, code.verdi)
            for code in letter.koder
            if (passage := " ".join(code.utdrag.split())) in text or text in passage
        }
        yield Said(sentence.question, learned.marks(learned.said(sentence)), frozenset(codes))


def _examples(felt: str) -> Iterator[Said]:
    for example in rule_file(felt).examples:
        codes = frozenset((felt, verdi) for verdi in example.verdier)
        yield Said(
            example.sporsmal or v.SPORSMAL[felt], learned.marks(example.tekst.lower()), codes
        )


def write(letters: Sequence[Letter], target: Path) -> int:
    """Write the table of what `letters` teach to `target` and return how many rows it has."""
    rows = [*weights(letters)]
    with target.open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file, delimiter=";", lineterminator="\n")
        writer.writerow(("felt", "verdi", "ord", "vekt"))
        writer.writerows((felt, verdi, word, f"{weight:.3f}") for felt, verdi, word, weight in rows)
    return len(rows)


def main(arguments: Sequence[str]) -> int:
    """Write the table, from all the answers or from all but some."""
    parser = argparse.ArgumentParser(prog="python -m tests.quality.learning")
    parser.add_argument("--uten", metavar="FRA-TIL", help="svar som ikke skal telle med")
    parser.add_argument("--til", type=Path, default=learned.WEIGHTS, help="filen som skrives")
    chosen = parser.parse_args(arguments)
    letters = read_letters(LETTERS)
    if chosen.uten:
        first, last = map(int, re.split("-", chosen.uten))
        letters = tuple(each for each in letters if not first <= int(each.navn[:3]) <= last)
    print(f"{write(letters, chosen.til)} vekter av {len(letters)} svar i {chosen.til.name}.")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
