"""Claims that one rule recognises by itself: a wish, an offer, a theme, a reason, who works together."""

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
        if each.sentence.question in file.sporsmal:
            yield from _in_sentence(each, file)


def _in_sentence(heard: Heard, file: RuleFile) -> Iterator[Evidence]:
    sentence = heard.sentence
    under = f"{sentence.heading} {sentence.label}"
    taken: set[str] = set()
    for rule in file.rules:
        for clause in sentence.turns if rule.hele_setningen else sentence.clauses:
            if file.navn in v.FLERE and pattern("{avvist}").search(clause.text):
                continue
            for match in matches((rule,), clause.text, under, sentence.text):
                if match.verdi not in taken:
                    taken.add(match.verdi)
                    yield _evidence(heard, file, rule, match, clause)
        if taken and file.navn not in v.FLERE and len(sentence.turns) == 1:
            return


def _evidence(
    heard: Heard, file: RuleFile, rule: Rule, match: Match, clause: Clause
) -> Evidence:
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
        at_home=sentence.question == v.SPORSMAL[file.navn],
    )
