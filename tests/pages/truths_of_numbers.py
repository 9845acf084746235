"""What must be true of the numbers a sentence rests on: few, denominators, filters, grammar."""

import re
from collections.abc import Iterator, Mapping
from typing import Final

from pages.parts.reading.language import spoken
from pages.parts.sharing.export import to_csv
from pages.parts.wording import words
from tests.pages.reckoning import FEW, POINTS, Counted, Facts, may_be_first
from tests.pages.said import Told

NBSP: Final = "\u00a0"
MEASURES: Final = {
    "bemanningen": "bemanning",
    "tjenestestedstrukturen": "tjenestestedstruktur",
    "tjenestetilbudet": "tjenestetilbud",
}
# Cards that rest on where stations were in 2022.
REACH: Final = ("rekkevidde", "rekkevidde-distrikt", "rekkevidde-fylke", "rekkevidde-innbyggere")
# Cards about what others have published or about the files, not about what was answered.
PUBLISHED: Final = ("innbyggerundersokelse", "svartelling", "ordforerundersokelse")
# Of each language, what one of them is never called.
ONE_OF_MANY: Final = {
    lang: re.compile(rf"(?<![\d,.])\b1 ({many})\b")
    for lang, many in {
        "nb": "(misfornøyde )?kommuner|lokaler|politidistrikter|(nye )?tjenestesteder|steder|"
        "innbyggere|rader|koder|kjente uttalelser|andre avsendere|tabeller|kanaler|svart; de",
        "nn": "(misnøgde )?kommunar|politidistrikta|(nye )?tenestestader|stader|innbyggjarar|"
        "rader|kodar|kjende fråsegner|andre avsendarar|tabellar|kanalar|svart; dei",
        "en": "(new |dissatisfied )?(municipalities|districts|police (districts|stations)|places|"
        "inhabitants|rows|codes|answers|submissions|(known )?statements|tables|channels|"
        "answered; they)",
    }.items()
}
# None is a word, but where numbers are set beside each other.
NOUGHT: Final = re.compile(r"(?<![\d,.–])(?<!: )\b0 (?!km|min|og|and|(?:av|of) \d+ i)[a-zæøå]")
# What is left of a value that is not there, and marks that stand twice or apart. «None» is a word
# too, in English.
SLIPS: Final = re.compile(
    r"\{\w*\}|\bNone\b(?! (?:of|with|in|answered|made)\b)|\bnan\b|  |\.\.(?!\.)|,,| [,;.](?!\.)"
)


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
            answers = row[bases[0]]
            cell = card.table.columns[k].text(row[k]) if (k := share_at(headings)) else ""
            if isinstance(answers, int) and 0 < answers < FEW and "%" in cell:
                yield f"{name}: {cell} av {answers} svar"
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
    """Sentences are well formed."""
    yield from ill_formed(told)


def ill_formed(told: Told) -> Iterator[str]:
    """One is not many, and a whole limit has no decimals, in the language that is spoken."""
    titles = {told.path or "oversikt": told.opening.title}
    titles |= {name: card.title for name, card in told.cards.items()}
    yield from (
        f"{where}: begynner lite: {title}" for where, title in titles.items() if small(title)
    )
    for where, sentence in told.sentences():
        plain = sentence.replace(NBSP, " ")
        if where != "nøkkeltall" and NOUGHT.search(plain):
            yield f"{where}: null er ingen: {plain}"
        if ONE_OF_MANY[spoken()].search(plain):
            yield f"{where}: {plain}"
        if re.search(r"\b(innen|enn|grense|innan|within|than|limit) \d+[,.]0 km", plain):
            yield f"{where}: {plain}"
        if found := SLIPS.search(plain):
            yield f"{where}: «{found[0]}» i {plain}"


def small(title: str) -> bool:
    """Return whether a title begins as only the middle of a sentence does; most are of one."""
    return title[:1].islower()


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


def share_at(headings: list[str]) -> int:
    return next((i for i, h in enumerate(headings) if h in ("Andel", "Andel ikke tilfreds")), 0)
