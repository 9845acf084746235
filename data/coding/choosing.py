"""From everything the rules found to one suggestion per field, or none where it is torn."""

from collections.abc import Iterable, Sequence
from itertools import groupby
from typing import Final

from data import vocabulary as v
from data.coding.evidence import Evidence

# So much heavier must the better value be before the other is overlooked.
AHEAD: Final = 1.0


def best_by_value(evidence: Iterable[Evidence]) -> list[Evidence]:
    """Return the heaviest evidence for each value, the first place where several weigh the same."""
    ordered = sorted(evidence, key=lambda e: e.verdi)
    found = []
    for _verdi, group in groupby(ordered, key=lambda e: e.verdi):
        found.append(max(group, key=lambda e: (e.weight, -e.sentence.question, -e.start)))
    return sorted(found, key=lambda e: -e.weight)


def satisfied(evidence: Sequence[Evidence]) -> Evidence | None:
    """Return what is said of one of the three points of question 2, None where nothing is.

    Good and bad of the same point is «delvis»; what names the point goes before what names all.
    """
    found = best_by_value(evidence)
    if not found:
        return None
    narrow = [e for e in found if e.narrow] or found
    every = [e for e in evidence if e.narrow] or list(evidence)
    top = narrow[0]
    by_value = {e.verdi: e for e in narrow}
    good, bad = by_value.get("tilfreds"), by_value.get("ikke_tilfreds")
    if top.verdi == "uklart" or not (good and bad):
        return top
    if part := by_value.get("delvis"):
        return part
    if not _together(every) and abs(good.weight - bad.weight) >= AHEAD:
        return max(good, bad, key=lambda e: e.weight)
    return _both(good, bad)


def _together(evidence: Sequence[Evidence]) -> bool:
    """Return whether the same sentence says good and bad."""
    said: dict[tuple[int, int], set[str]] = {}
    for each in evidence:
        said.setdefault((each.sentence.question, each.sentence.start), set()).add(each.verdi)
    return any({"tilfreds", "ikke_tilfreds"} <= values for values in said.values())


def _both(good: Evidence, bad: Evidence) -> Evidence:
    """Return good and bad of one point as «delvis», told where the weightier is said."""
    one = max(good, bad, key=lambda e: e.weight)
    return Evidence(
        one.felt,
        "delvis",
        one.sentence,
        one.start,
        one.end,
        f"{good.regel} og {bad.regel}",
        min(good.styrke, bad.styrke),
        one.decided,
        one.narrow,
        one.at_home,
    )


def outweighs(evidence: Sequence[Evidence], order: Sequence[str]) -> Evidence | None:
    """Return the heaviest value; between equals the first in `order`, None where they are torn.

    `order` lists values that say more than the others when both are said, such as a wish with a
    condition before the bare wish.
    """
    found = best_by_value(evidence)
    if not found:
        return None
    top = found[0]
    near = [e for e in found if top.weight - e.weight < AHEAD]
    if len(near) == 1:
        return top
    ranked = [e for value in order for e in near if e.verdi == value]
    return ranked[0] if ranked else None


def several(evidence: Iterable[Evidence]) -> list[Evidence]:
    """Return one place for each value of a field that may hold many, in the vocabulary's order."""
    found = best_by_value(evidence)
    # Who has no money but gives time, gives something.
    some = [e for e in found if e.verdi != "ingen"]
    return sorted(some or found, key=lambda e: v.FELT[e.felt].index(e.verdi))
