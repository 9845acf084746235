"""What must be true of each kind of sentence, by readings and reckonings of its own."""

import re
from collections.abc import Callable, Iterator, Mapping
from typing import Final

from pages.parts.sharing.export import to_csv
from pages.parts.wording import answer_words, words
from tests.pages.reckoning import FEW, FOCUS, POINTS, Counted, Facts, may_be_first
from tests.pages.said import Told

NBSP: Final = "\u00a0"
MEASURES: Final = {
    "bemanningen": "bemanning",
    "tjenestestedstrukturen": "tjenestestedstruktur",
    "tjenestetilbudet": "tjenestetilbud",
}
# Cards that rank groups by the measure that is shown, and what their groups are.
RANKING: Final = ("politidistrikt", "fylke", "storrelse", "avstand")
REACH: Final = ("rekkevidde", "rekkevidde-distrikt", "rekkevidde-fylke", "rekkevidde-innbyggere")
# Cards about what others have published or about the files, not about what was answered.
PUBLISHED: Final = ("innbyggerundersokelse", "svartelling", "ordforerundersokelse")
ONE_OF_MANY: Final = re.compile(
    r"(?<![\d,.])\b1 (kommuner|lokaler|politidistrikter|tjenestesteder|steder|innbyggere|rader|nye "
    r"tjenestesteder|misfornøyde kommuner|andre avsendere)\b"
)


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


def one_country(told: Told, _facts: Facts) -> Iterator[str]:
    """One measure has one «landet» on a page."""
    card = told.cards.get("distriktsrang")
    if card is None:
        return
    place = [c.heading for c in card.table.columns].index("Landet")
    beside = {row[0]: str(row[place]) for row in card.table.rows}
    for figure in told.opening.figures:
        here = re.search(r"landet (.+)$", figure.basis)
        name = figure.label[:1].upper() + figure.label[1:]
        if here and name in beside and beside[name] != here[1]:
            yield f"{name}: landet er {here[1]} og {beside[name]}"


def few(told: Told, _facts: Facts) -> Iterator[str]:
    """Under ten answers are counted, never told in per cent; so are statements that were found."""
    for figure in told.opening.figures:
        of = re.match(r"\d+ av (\d+)\b", figure.basis)
        if "%" in figure.value and of and int(of[1]) < FEW:
            yield f"{figure.value} {figure.label}: {figure.basis}"
        if re.fullmatch(r"\d+", figure.value) and figure.label.startswith("ikke tilfreds"):
            yield f"«{figure.value} {figure.label}» er ikke sagt av hvor mange"
    for name, card in told.cards.items():
        headings = [column.heading for column in card.table.columns]
        bases = [
            headings.index(h)
            for h in (
                "Svart",
                "Uttalt seg",
                "Av kommuner som svarte",
                "Av misfornøyde kommuner",
                "Svart på spørsmål 4",
            )
            if h in headings
        ]
        for row in card.table.rows if bases else ():
            of = row[bases[0]]
            cell = card.table.columns[k].text(row[k]) if (k := _share_at(headings)) else ""
            if isinstance(of, int) and 0 < of < FEW and "%" in cell:
                yield f"{name}: {cell} av {of} svar"
    if told.view.data == "kjente" and told.path not in ("tjenestesteder", "plassering"):
        for where, sentence in told.sentences():
            if "%" in sentence and where not in PUBLISHED:
                yield f"{where}: prosent av det som ikke er et utvalg: {sentence}"


def denominators(told: Told, facts: Facts) -> Iterator[str]:
    """Who answered the question in words is among those that answered it."""
    rows = facts.chosen(told.view)
    for name, felt in (("temaer", "tema"), ("samarbeid", "samarbeid"), ("ressurser", "ressurs")):
        card = told.cards.get(name)
        counted = facts.named(rows, felt) if card and card.table.rows else {}
        if card and counted:
            place = [c.heading for c in card.table.columns].index("Av kommuner som svarte")
            of = next(iter(counted.values())).of
            if {row[place] for row in card.table.rows} != {of}:
                yield f"{name}: av {card.table.rows[0][place]}, men {of} har svart på spørsmålet"


def late(told: Told, facts: Facts) -> Iterator[str]:
    """Submissions that came late are told beside the municipalities they speak for."""
    n = facts.municipalities["etter_frist"].sum()
    for figure in told.opening.figures if told.path == "data" else ():
        if "etter fristen" in figure.label and f" {n} kommune" not in figure.basis:
            yield f"{figure.value} {figure.label}, men {n} kommuner"


def own_filters(told: Told, _facts: Facts) -> Iterator[str]:
    """A list that is narrowed says by what, in its files too."""
    card = told.cards.get("lokaler") if told.path == "lokaler" else None
    if card is None:
        return
    where = next(
        line
        for line in to_csv(card, told.reader).decode("utf-8-sig").splitlines()
        if line.startswith(("Utvalg:", '"Utvalg:'))
    ).lower()
    if told.view.sok and told.view.sok not in where:
        yield f"søket «{told.view.sok}» står ikke i {where}"
    for kind in told.view.lokaltype:
        if words.premises()[kind].lower() not in where:
            yield f"«{kind}» står ikke i {where}"


def inferred(told: Told, _facts: Facts) -> Iterator[str]:
    """What rests on the stations of 2022 says that they are inferred."""
    for name in (*REACH, "rekkevidde-kurve", "lengst-unna", "plassering-sammenlikning"):
        if name in told.cards and "utledet" not in told.cards[name].basis:
            yield f"{name}: {told.cards[name].basis}"


def grammar(told: Told, _facts: Facts) -> Iterator[str]:
    """One is not many, and a whole limit has no decimals."""
    for where, sentence in told.sentences():
        plain = sentence.replace(NBSP, " ")
        if ONE_OF_MANY.search(plain):
            yield f"{where}: {plain}"
        if re.search(r"\b(innen|enn|grense) \d+,0 km", plain):
            yield f"{where}: {plain}"


def rates(told: Told, facts: Facts) -> Iterator[str]:
    """The share that heads a card of groups is that of the group it names."""
    group = told.cards.get("punkter")
    title = group.title if group else ""
    found = re.match(r"(?:Flest er|Av dem som svarte, er flest) misfornøyd med (\w+)", title)
    if found and group:
        rows = facts.chosen(told.view)
        points: Mapping[str, Counted] = {p: facts.measured(rows, p) for p in POINTS}
        surely = title.startswith("Flest")
        if why := may_be_first(MEASURES[found[1]], points, None, surely=surely):
            yield f"«{title}»: {why}"


def _share_at(headings: list[str]) -> int:
    return next((i for i, h in enumerate(headings) if h in ("Andel", "Ikke tilfreds")), 0)


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
)
