"""What must be true of each kind of sentence, by readings and reckonings of its own."""

import re
from collections.abc import Callable, Iterator
from importlib import import_module
from pathlib import Path
from typing import Final

from pages.parts.wording import answer_words, words
from tests.pages.readings import misread
from tests.pages.reckoning import FOCUS, POINTS, Counted, Facts, may_be_first
from tests.pages.said import Told
from tests.pages.truths_of_numbers import (
    NBSP,
    REACH,
    denominators,
    few,
    grammar,
    inferred,
    late,
    one_country,
    own_filters,
    rates,
)
from tests.pages.truths_of_places import CHECKS as OF_PLACES

# Each registers its readings, so all of them are here before a page is read.
for _file in sorted(Path(__file__).parent.glob("readings_of_*.py")):
    import_module(f"tests.pages.{_file.stem}")
# Cards that rank groups by the measure that is shown, and what their groups are.
RANKING: Final = ("politidistrikt", "fylke", "storrelse", "avstand")


def untruths(told: Told, facts: Facts) -> list[str]:
    """Return what is said on the page that the answers do not carry, each with where it stands."""
    found = []
    for check in CHECKS:
        found += [f"{told}: {wrong}" for wrong in check(told, facts)]
    return found


def first_places(told: Told, facts: Facts) -> Iterator[str]:
    """A group is called the largest only where it is, above the country, whatever silence holds."""
    view = told.view
    country = facts.measured(facts.municipalities, view.vis) if view.vis in FOCUS else None
    for grouping in RANKING:
        if grouping not in told.cards:
            continue
        title = told.cards[grouping].title
        largest = re.search(r"(størst|blant de største|Flest tilbyr lokaler) (i .+?)(: |$)", title)
        if not largest:
            continue
        rows = facts.chosen(view, district=grouping != "politidistrikt")
        groups = facts.by_group(rows, view.vis, grouping)
        names = {code: words.group(grouping, code) for code in groups}
        said = [c for c, name in names.items() if _named(name, largest[2], grouping)]
        surely = "blant" not in largest[1]
        if len(said) != 1:
            yield f"«{title}» navngir {said}"
        elif why := may_be_first(said[0], groups, country, surely=surely):
            yield f"«{title}»: {why}"


def district_places(told: Told, facts: Facts) -> Iterator[str]:
    """A district has «størst …» only where no other can have it, nor where it is zero."""
    card = told.cards.get("distriktsrang")
    if card is None:
        return
    rows = facts.chosen(told.view, district=False)
    for phrase, measure in (
        ("størst misnøye med bemanningen", "bemanning"),
        ("størst misnøye med tjenestestedstrukturen", "tjenestestedstruktur"),
        ("størst misnøye med tjenestetilbudet", "tjenestetilbud"),
        ("størst ønske om nytt tjenestested", "onsker"),
        ("størst andel som tilbyr lokaler", "lokaler"),
    ):
        if phrase in card.title:
            groups = facts.by_group(rows, measure, "politidistrikt")
            surely = "blant politidistriktene med" not in card.title
            country = facts.measured(facts.municipalities, measure)
            if why := may_be_first(told.view.distrikt[0], groups, country, surely=surely):
                yield f"«{card.title}»: {why}"
    for phrase, column in (("uten svar", "har_svart"), ("uten tjenestested", "har_tjenestested")):
        if f"størst andel {phrase}" in card.title:
            parts = rows.partition_by("politidistrikt", as_dict=True)
            shares = {
                k[0]: part.filter(~part[column]).height / part.height for k, part in parts.items()
            }
            mine = shares.pop(told.view.distrikt[0])
            if not mine or not shares or max(shares.values()) >= mine:
                yield f"«{card.title}»: {phrase} {mine:.0%} mot {max(shares.values()):.0%}"
    for row in card.table.rows:
        if re.search(r"nr\. 1 av 1\b", " ".join(map(str, row))):
            yield f"rang blant én: {row}"


def leading_districts(told: Told, facts: Facts) -> Iterator[str]:
    """The list of districts leads with two that lead as on their own cards."""
    card = told.cards.get("distrikter")
    found = card and re.match(
        r"Misnøyen med bemanningen er (størst|blant de største) i (.+), "
        r"ønsket om tjenestested i (.+)",
        card.title,
    )
    if not card or not found:
        return
    rows = facts.chosen(told.view, district=False)
    for measure, code in (("bemanning", found[2]), ("onsker", found[3])):
        groups = facts.by_group(rows, measure, "politidistrikt")
        country = facts.measured(facts.municipalities, measure)
        if why := may_be_first(code, groups, country, surely=found[1] == "størst"):
            yield f"«{card.title}»: {why}"


def farthest(told: Told, facts: Facts) -> Iterator[str]:
    """One has farthest only where one alone has, and «flest bor utenfor» only where some do."""
    if card := told.cards.get("lengst-unna"):
        rows = facts.chosen(told.view).sort("til_naermeste", descending=True, nulls_last=True)
        far = rows["til_naermeste"].to_list()
        if "har lengst" in card.title and (
            len(far) < 2 or round(far[0], 1) == round(far[1], 1) or far[0] < 0.05
        ):
            yield f"«{card.title}»: {far[:3]}"
    for name in REACH[1:]:
        title = told.cards[name].title if name in told.cards else ""
        if "Flest bor utenfor" not in title:
            continue
        grouping = {"rekkevidde-distrikt": "politidistrikt", "rekkevidde-fylke": "fylkesnavn"}.get(
            name, "storrelse"
        )
        rows = facts.chosen(told.view, district=name != "rekkevidde-distrikt")
        parts = rows.partition_by(grouping, as_dict=True).values()
        people = sorted((facts.outside(part, told.view.grense) for part in parts), reverse=True)
        if len(people) < 2 or not people[0] or people[0] == people[1]:
            yield f"«{title}»: {people[:3]}"


def none_and_all(told: Told, facts: Facts) -> Iterator[str]:
    """0 and 100 % are said of none and all, and halves are rounded away from zero."""
    for where, sentence in told.sentences():
        plain = sentence.replace(NBSP, " ")
        for percent, *counts in re.findall(r"^(\d+) %.*?: ([\d ]+) av ([\d ]+)", plain):
            n, of = (int(count.replace(" ", "")) for count in counts)
            if int(percent) != Counted(n, of, of).percent or (percent == "0") != (n == 0):
                yield f"{where}: {percent} % av {n} av {of}"
    title = told.opening.title.replace(NBSP, " ")
    if told.path == "tjenestesteder" and "av innbyggerne bor innen" in title:
        outside = facts.outside(facts.chosen(told.view), told.view.grense)
        if outside and re.match(r"100 %", title):
            yield f"«{title}»: {outside} bor utenfor"


def commonest(told: Told, facts: Facts) -> Iterator[str]:
    """A reason or a theme is the commonest only where it alone is, of answers enough."""
    rows = facts.chosen(told.view)
    if card := told.cards.get("grunner"):
        found = re.match(r"(.+) er (den|blant de) vanligste", card.title)
        if found:
            code = next(c for c, label in words.reasons().items() if label == found[1])
            groups = facts.reasons(rows)
            if why := may_be_first(code, groups, None, surely=found[2] == "den"):
                yield f"«{card.title}»: {why}"
    if told.path != "utfordringer":
        return
    if found := re.match(
        r"(.+) er (den utfordringen|blant utfordringene) flest", told.opening.title
    ):
        code = next(c for c, label in answer_words.themes().items() if label == found[1])
        groups = facts.named(rows, "tema")
        if why := may_be_first(code, groups, None, surely=found[2].startswith("den")):
            yield f"«{told.opening.title}»: {why}"


def nobody(told: Told, facts: Facts) -> Iterator[str]:
    """«Ingen» is none: who is satisfied in part is not satisfied."""
    rows, view = facts.chosen(told.view), told.view
    every = rows.filter(*[rows[point].is_in(("ikke_tilfreds", "delvis")) for point in POINTS])
    for name in ("misnoye", "distriktskommuner"):
        title = told.cards[name].title if name in told.cards else ""
        if re.match(r"Ingen kommuner er .*misfornøyd med alle", title) and every.height:
            yield f"«{title}»: {every.height} er det helt eller delvis"
    sentence = told.opening.title
    if re.match(r"(Nesten ingen|Ingen) .*er misfornøyd", sentence):
        some = rows.filter(rows[view.vis].is_in(("ikke_tilfreds", "delvis"))).height
        if some:
            yield f"«{sentence}»: {some} er helt eller delvis misfornøyd"


def pairs(told: Told, facts: Facts) -> Iterator[str]:
    """Two are said to be named together oftest only where it is more than chance would give."""
    card = told.cards.get("tema_par")
    if card is None or not card.table.rows:
        return
    rows, felt = facts.chosen(told.view), told.view.om
    labels = {label.lower(): code for code, label in answer_words.labels(felt).items()}
    pair = re.match(r"(.+?) nevnes (oftest )?sammen,? av (\d+) kommune", card.title)
    if not pair:
        return
    # A label may itself hold an «og».
    halves = pair[1].lower().split(" og ")
    for i in range(1, len(halves)):
        one, other = " og ".join(halves[:i]), " og ".join(halves[i:])
        if one in labels and other in labels:
            n, chance = facts.together(rows, felt, labels[one], labels[other])
            if n != int(pair[3]) or (pair[2] and n <= chance):
                yield f"«{card.title}»: {n}, ventet {chance:.1f}"
            if "ventet" not in card.title:
                yield f"«{card.title}» sier ikke hva som var ventet"


def fair(told: Told, _facts: Facts) -> Iterator[str]:
    """Model and decision are compared by the same number of places."""
    card = told.cards.get("plassering-sammenlikning")
    if card and "like mange" in card.title:
        decided, rival = (row[1] for row in card.table.rows[1:3])
        if decided != rival:
            yield f"«{card.title}»: {decided} mot {rival}"


def districts(told: Told, _facts: Facts) -> Iterator[str]:
    """The twelve are twelve."""
    card = told.cards.get("distrikter")
    if card and told.opening.title == "De tolv politidistriktene" and len(card.table.rows) != 12:
        yield f"{len(card.table.rows)} distrikter kalles tolv"


def _named(name: str, said: str, grouping: str) -> bool:
    if grouping in ("politidistrikt", "fylke"):
        return said == f"i {name}"
    return name.lower() in said


CHECKS: Final[tuple[Callable[[Told, Facts], Iterator[str]], ...]] = (
    first_places,
    district_places,
    leading_districts,
    farthest,
    none_and_all,
    commonest,
    nobody,
    pairs,
    fair,
    districts,
    one_country,
    few,
    denominators,
    late,
    own_filters,
    inferred,
    grammar,
    rates,
    *OF_PLACES,
    misread,
)
