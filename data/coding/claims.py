"""Claims that one rule recognises by itself: a wish, an offer, a theme, a reason, a partner."""

from collections.abc import Iterator, Sequence

from data import vocabulary as v
from data.coding.evidence import Evidence
from data.coding.rules import Match, Rule, RuleFile, matches
from data.coding.sentences import Clause
from data.coding.voice import Heard
from data.coding.words import pattern


def claimed(heard: Sequence[Heard], file: RuleFile) -> Iterator[Evidence]:
    """Yield what the sentences of `heard` say of the field that `file` is for.

    Of a field with one value the first rule that matches a sentence counts; of others each value.
    """
    for each in heard:
        if each.answers & set(file.sporsmal):
            yield from _in_sentence(each, file)


def _in_sentence(heard: Heard, file: RuleFile) -> Iterator[Evidence]:
    several = file.navn in v.FLERE
    taken: set[str] = set()
    for turn in heard.sentence.turns:
        for found in _in_turn(heard, file, turn):
            if found.verdi not in taken:
                taken.add(found.verdi)
                yield found
            if not several:
                break


def _in_turn(heard: Heard, file: RuleFile, turn: Clause) -> Iterator[Evidence]:
    sentence = heard.sentence
    under = f"{sentence.heading} {sentence.label}"
    clauses = [c for c in sentence.clauses if turn.start <= c.start < turn.end]
    for rule in file.rules:
        if rule.sporsmal and not heard.answers & set(rule.sporsmal):
            continue
        for clause in (turn,) if rule.hele_setningen else clauses:
            if file.avvist and pattern(file.avvist).search(clause.text):
                continue
            for match in matches((rule,), clause.text, under, sentence.text):
                yield _evidence(heard, file, rule, match, clause)


def _evidence(heard: Heard, file: RuleFile, rule: Rule, match: Match, clause: Clause) -> Evidence:
    sentence = heard.sentence
    return Evidence(
        file.navn,
        match.verdi,
        sentence,
        clause.start,
        clause.end,
        rule.navn,
        rule.styrke,
        heard.decided,
        at_home=v.SPORSMAL[file.navn] in heard.answers,
    )
