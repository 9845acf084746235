"""Claims of the kind «X er Y»: what a clause is about, and the verdict it passes on it.

The three questions of satisfaction and the five channels are such claims. A clause that names no
subject speaks of the one before it («bemanningen er for lav, og den er sårbar»), and one without a
verdict turns the one before it round («strukturen er grei, bemanningen er det ikke»).
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Final

from data.coding.evidence import Evidence
from data.coding.rules import Match, Rule, RuleFile, matches
from data.coding.sentences import Clause, Sentence
from data.coding.voice import Heard
from data.coding.words import pattern

# Within a sentence almost any word without a subject of its own points back.
_POINTS_BACK: Final = re.compile(
    r"^\W*(?:(?:men|mens|medan|og|så|likevel|dessverre|diverre|samtidig)\s+)*"
    r"(?:den|det|de|dei|han|ho|denne|dette|disse|desse|noe|noko|her|er|har|bør|må|fungerer|verkar"
    r"|likevel|fortsatt|framleis|ikke|ikkje|lite|mindre|langt|delvis|bare|berre|for|vi|me|kommunen"
    r"|som|ofte|særlig|særleg|tilbudet|tilbodet|ordningen|ordninga|omfanget|{fornoyd})\b".replace(
        "{fornoyd}", "tilfreds|fornøyd|nøgd"
    )
)
# «men på kveldstid er den for lav»
_POINTS_LATER: Final = re.compile(
    r"^(?:\S+ ){1,8}(?:er|blir|vert|har|fungerer) (?:den|det|ho|han|de|dei)\b"
)
# From one sentence to the next only these do.
_NAMES_BEFORE: Final = re.compile(r"^\W*(?:(?:men|likevel)\s+)?(?:den|han|ho|denne)\b")
_TURNS: Final = re.compile(
    r"\b(?:er|gjør|gjer|har) (?:det|den|han|ho|de|dei) (?:\w+ )?(?:ikke|ikkje)\b"
    r"|^\W*(?:men |mens |medan )?(?:ikke|ikkje) (?:med|når|for|i|på|av)\b"
    r"|\b(?:gjelder|gjeld) (?:derimot )?(?:ikke|ikkje)\b|\bmen (?:ikke|ikkje)\b"
)
# «men ikke for dem som bor lengst unna» is about what was just judged.
_PARTLY: Final = re.compile(
    r"^\W*men (?:(?:ikke|ikkje) (?:for|i|på|med (?:hvor|kor|at|måten))|(?:uten|utan) (?:at|å)"
    r"|(?:bare|berre) (?:når|dersom|i|på)) "
)
# «…, men lite nøgde med at han berre er open ein dag»
_OF_IT: Final = re.compile(r" (?:med|for|over) at (?:den|det|han|ho|de|dei)\b")
# «… uholdbart at to kommuner deler på to mann» is about the men.
_OF_ONE_THING: Final = re.compile(
    r"(?: \w+)? at\b.*\b(?:mann|folk|patrulj\w*|betjent\w*|stilling\w*|kontor\w*|stasjon\w*)\b"
)
_OF_SOMETHING: Final = re.compile(
    r"(?: \w+){0,2}? (?:til|over|med|for|i|på)? ?"
    r"(?:at|det (?:de|dei|politiet|vi|me)|hvordan|korleis|hvor|kor|når)\b"
)
# What is said against something in the same breath, and is not about another matter.
_AGAINST: Final = re.compile(
    r"^\W*(?:men|mens|medan)\b(?!.*\b(?:samarbeid|politiråd|dialog|økonomi|kommune))"
)
_REPEATS: Final = re.compile(
    r"\b(?:det samme|det same|tilsvarende|tilsvarande|heller ikke|heller ikkje|likeså|også|òg)\b"
)


@dataclass(frozen=True)
class Subjects:
    """The fields that verdicts of one kind may be about, and what is said when none is named.

    `opposite` turns a verdict round. `everything` matches what names all the fields at once.
    `broad` is the field that whatever else is said of the matter belongs to, empty for none.
    """

    files: Mapping[str, RuleFile]
    verdicts: tuple[Rule, ...]
    opposite: Mapping[str, str]
    everything: str
    broad: str = ""

    def named(self, text: str) -> frozenset[str]:
        """Return the fields that `text` names."""
        return frozenset(f for f, file in self.files.items() if pattern(file.emne).search(text))


@dataclass(frozen=True)
class _Judged:
    clause: Clause
    fields: frozenset[str]
    own: bool
    match: Match | None


def judged(heard: Sequence[Heard], subjects: Subjects, home: int) -> Iterator[Evidence]:
    """Yield what the sentences of `heard` say of each field of `subjects`."""
    before: frozenset[str] = frozenset()
    line: tuple[int, int] | None = None
    for each in heard:
        sentence = each.sentence
        if (sentence.question, sentence.line) != line:
            before, line = frozenset(), (sentence.question, sentence.line)
        yield from _direct(each, subjects, home)
        found = list(_clauses(sentence, subjects, before))
        yield from _composed(found, each, subjects, home)
        named = frozenset().union(*(part.fields for part in found))
        before = named or before


def _direct(heard: Heard, subjects: Subjects, home: int) -> Iterator[Evidence]:
    """Yield what is said by rules that name subject and verdict at once."""
    for felt, file in subjects.files.items():
        for clause in heard.sentence.clauses:
            for match in matches(file.rules, clause.text, heard.sentence.label):
                yield _evidence(felt, match.verdi, match, heard, clause, home)


def _clauses(sentence: Sentence, subjects: Subjects, before: frozenset[str]) -> Iterator[_Judged]:
    above = subjects.named(sentence.heading)
    carried = subjects.named(sentence.label)
    for clause in sentence.clauses:
        named = subjects.named(clause.text)
        found = _verdicts(clause, subjects)
        fields = named
        if not named and _points_back(clause, found):
            fields = carried or above
        elif not named and found and carried == {subjects.broad} and _AGAINST.match(clause.text):
            fields = carried
        if not fields and clause.start == sentence.start:
            fields = subjects.named(sentence.label)
            if not fields and _NAMES_BEFORE.match(clause.text):
                fields = before
        if len(found) > 1:
            yield from _shared_out(clause, found, named, fields, subjects)
        else:
            yield _Judged(clause, fields, bool(named), found[0] if found else None)
        carried = named or carried


def _points_back(clause: Clause, found: Sequence[Match]) -> bool:
    """Return whether a clause has no subject of its own, or one that stands for another."""
    bare = bool(found) and len(clause.text[: found[0].start].split()) <= 1
    return bare or bool(_POINTS_BACK.match(clause.text) or _POINTS_LATER.match(clause.text))


def _verdicts(clause: Clause, subjects: Subjects) -> list[Match]:
    found = sorted(matches(subjects.verdicts, clause.text), key=lambda m: m.start)
    if not subjects.opposite:
        return found
    unreal = pattern("{ikke_virkelig}").search(clause.text)
    # What is expected, demanded or imagined is no verdict on what is.
    return [m for m in found if not unreal or m.end <= unreal.start() or m.verdi == "uklart"]


def _shared_out(
    clause: Clause,
    found: Sequence[Match],
    named: frozenset[str],
    fields: frozenset[str],
    subjects: Subjects,
) -> Iterator[_Judged]:
    """Yield one judgement for each verdict of a clause; alike ones are one."""
    if not subjects.opposite or len({match.verdi for match in found}) == 1:
        best = max(found, key=lambda m: m.rule.styrke)
        yield _Judged(clause, fields, bool(named), best)
        return
    start = 0
    for i, match in enumerate(found):
        end = found[i + 1].start if i + 1 < len(found) else len(clause.text)
        part = subjects.named(clause.text[start : max(match.end, start)])
        yield _Judged(clause, part or fields, bool(part or named), match)
        start = match.end if end else 0


def _composed(
    found: Sequence[_Judged], heard: Heard, subjects: Subjects, home: int
) -> Iterator[Evidence]:
    last: Match | None = None
    judged_before: frozenset[str] = frozenset()
    for part in found:
        match, verdi = part.match, part.match.verdi if part.match else ""
        if pattern("{aarsak}").search(part.clause.text) and match and match.rule.styrke < 3:
            continue
        if match is None and last is not None and (part.own or _PARTLY.search(part.clause.text)):
            if _TURNS.search(part.clause.text) or _PARTLY.search(part.clause.text):
                match, verdi = last, subjects.opposite.get(last.verdi, "")
            elif _REPEATS.search(part.clause.text):
                match, verdi = last, last.verdi
        if match is None and last and _is_weakened(last, part):
            for felt in sorted(judged_before):
                yield replace(_evidence(felt, "delvis", last, heard, part.clause, home), styrke=3)
        if match is None:
            continue
        last = match if part.match else last
        if not verdi:
            continue
        fields = part.fields or (judged_before if match is last and not part.match else frozenset())
        judged_before = fields
        if match.rule.styrke == 3 and not part.own and _is_about_else(part.clause, match):
            continue
        for felt in sorted(fields):
            yield _evidence(felt, verdi, match, heard, part.clause, home, narrow=len(fields) < 3)
        if not fields and _is_about_all(part.clause, match, heard, subjects, home):
            for felt in subjects.files:
                yield _evidence(felt, verdi, match, heard, part.clause, home, narrow=False)


def _is_weakened(praise: Match, part: _Judged) -> bool:
    """Return whether «men det er de for sjelden» takes back some of what was just praised."""
    return (
        praise.verdi == "tilfreds"
        and not part.own
        and bool(_AGAINST.match(part.clause.text))
        and bool(pattern("{svekker}").search(part.clause.text))
    )


def _is_about_else(clause: Clause, match: Match) -> bool:
    """Return whether the verdict names what it is about, and that is none of the fields."""
    thing = re.match(r" (?:med|for|over|på) (?=\w)", clause.text[match.end :])
    if thing is None or _OF_IT.match(clause.text[match.end :]):
        return False
    return not pattern("{alt_samlet}").match(clause.text[match.end + thing.end() :])


def _is_about_all(
    clause: Clause, match: Match, heard: Heard, subjects: Subjects, home: int
) -> bool:
    if not subjects.everything:
        return False
    # Of channels nothing is said of all that does not say so, nor elsewhere than in their answer.
    if not subjects.opposite:
        return home in heard.answers and bool(pattern(subjects.everything).search(clause.text))
    if pattern(subjects.everything).search(clause.text):
        return True
    if pattern("{politiet_i_dag}").search(clause.text):
        return match.rule.styrke == 3
    # «Vi er sterkt kritiske til at …», «fornøyd med det de gjør når …» are about just that.
    if _OF_SOMETHING.match(clause.text[match.end :]):
        return False
    # «Vi finner det uholdbart at to mann …» is about what follows.
    if _OF_ONE_THING.match(clause.text[match.end :]):
        return False
    # «Det er vi tilfreds med» is about something said before.
    if re.search(r"\b(?:med|for|over|i|på|om)\W*$", clause.text) or subjects.named(
        heard.sentence.heading
    ):
        return False
    return (
        home in heard.answers
        and match.rule.styrke == 3
        and bool(pattern("{vi_dommer}").search(clause.text))
    )


def _evidence(
    felt: str,
    verdi: str,
    match: Match,
    heard: Heard,
    clause: Clause,
    home: int,
    *,
    narrow: bool = True,
) -> Evidence:
    sentence = heard.sentence
    return Evidence(
        felt,
        verdi,
        sentence,
        clause.start,
        clause.end,
        match.rule.navn,
        match.rule.styrke,
        heard.decided,
        narrow,
        home in heard.answers,
    )
