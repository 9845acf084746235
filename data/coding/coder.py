"""The rule coder: an answer's texts in, suggested codes with their passages out."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from typing import Final

from data import vocabulary as v
from data.coding import choosing
from data.coding.claims import claimed
from data.coding.evidence import Evidence, confidence
from data.coding.holding import weighed
from data.coding.judging import Subjects, judged
from data.coding.learned import likened
from data.coding.premises import rooms
from data.coding.rules import rule_file
from data.coding.sentences import Sentence, sentences
from data.coding.suggestion import Suggestion, Suggestions
from data.coding.voice import Heard, conditional, own
from data.coding.words import pattern

SATISFACTION: Final = tuple(felt for felt in v.FELT if felt.startswith("tilfreds_"))
CHANNELS: Final = tuple(felt for felt in v.FELT if felt.startswith("kanal_"))
# A wish with a condition says more than the wish, and a considered offer less than the offer.
WISH_ORDER: Final = ("betinget", "ja", "nei")
OFFER_ORDER: Final = ("ja", "vurderes", "nei")
_PLAIN: Final = {"ja": ("tilfreds", "ja"), "nei": ("ikke_tilfreds", "nei")}


def suggest(svar: Mapping[int, str]) -> Suggestions:
    """Return what the answer whose texts are `svar`, by question from 0 to 5, is found to say.

    A field without evidence has no suggestion. Every passage is the original's characters, and the
    same texts always give the same suggestions.
    """
    heard = own(sentences(svar))
    fifth = _at_home(heard, "onsker_tjenestested")
    found = [
        *_satisfaction(heard),
        *_channels(heard),
        *_one(_wishes(fifth), WISH_ORDER),
        *_one(claimed(fifth, rule_file("tilbyr_lokaler")), OFFER_ORDER),
    ]
    for felt in v.FLERE:
        found += choosing.several(claimed(heard, rule_file(felt)))
    found += [*_unspoken(heard, found)]
    order = list(v.FELT)
    codes = sorted(map(_suggestion, found), key=lambda s: order.index(s.felt))
    offers = [e for e in found if e.felt == "tilbyr_lokaler" and e.verdi in ("ja", "vurderes")]
    return Suggestions(tuple(codes), rooms(heard, offers[0].sentence) if offers else ())


def _unspoken(heard: Sequence[Heard], found: Sequence[Evidence]) -> Iterator[Evidence]:
    """Yield what the words alone say of where the rules found nothing."""
    said = {(each.felt, each.verdi) for each in found}
    spoken = {each.felt for each in found}
    for felt in v.FELT:
        if felt not in v.FLERE and felt in spoken:
            continue
        new = [each for each in likened(heard, felt) if (felt, each.verdi) not in said]
        if felt not in v.FLERE:
            yield from new[:1]
        else:
            # Who has found something does not have nothing besides.
            yield from (each for each in new if each.verdi != "ingen" or felt not in spoken)


def _at_home(heard: Sequence[Heard], felt: str) -> list[Heard]:
    """Return what is said in answer to the field's question, and where a letter is not divided."""
    return [each for each in heard if each.answers & {0, v.SPORSMAL[felt]}]


def _satisfaction(heard: Sequence[Heard]) -> Iterator[Evidence]:
    subjects = Subjects(
        {felt: rule_file(felt) for felt in SATISFACTION},
        rule_file("tilfredshet").rules,
        {"tilfreds": "ikke_tilfreds", "ikke_tilfreds": "tilfreds"},
        everything="\\b(?:{alle_tre})",
        broad="tilfreds_tjenestetilbud",
    )
    evidence = [
        *judged(_at_home(heard, SATISFACTION[0]), subjects, home=2),
        *(
            e
            for felt in SATISFACTION
            for e in _answered(heard, felt, _PLAIN, 0)
            if felt in (subjects.named(f"{e.sentence.label} {e.sentence.text}") or SATISFACTION)
        ),
        *(e for felt in SATISFACTION for e in _left_out(heard, felt)),
        *_complaints(heard),
    ]
    for felt in SATISFACTION:
        chosen = choosing.satisfied([e for e in evidence if e.felt == felt])
        if chosen and (kept := weighed(chosen, subjects)):
            yield kept


def _complaints(heard: Sequence[Heard]) -> Iterator[Evidence]:
    """Yield the reasons given for being dissatisfied that are complaints of one of the fields.

    What is said outright of the field, or of all of them, goes before.
    """
    home = v.SPORSMAL["grunn"]
    asked = [each for each in heard if home in each.answers]
    for reason in claimed(asked, rule_file("grunn")):
        for felt in SATISFACTION:
            if reason.verdi in rule_file(felt).grunner:
                # A reason that goes for this field alone names it; one of several only hints.
                alone = len(rule_file(felt).grunner) == 1
                yield replace(reason, felt=felt, verdi="ikke_tilfreds", styrke=1, narrow=alone)


def _left_out(heard: Sequence[Heard], felt: str) -> Iterator[Evidence]:
    """Yield where the letter itself says that it does not answer the field's question."""
    home = v.SPORSMAL[felt]
    answered = {each.sentence.question for each in heard}
    for each in heard:
        sentence = each.sentence
        here = home in each.answers and pattern("{ubesvart}").search(sentence.text)
        others = home not in answered and pattern("{ubesvart_ellers}").search(sentence.text)
        if here or others:
            place = (sentence, sentence.start, sentence.end)
            yield Evidence(felt, "ikke_besvart", *place, "spørsmålet er ikke besvart", 3)


def _channels(heard: Sequence[Heard]) -> Iterator[Evidence]:
    subjects = Subjects(
        {felt: rule_file(felt) for felt in CHANNELS},
        rule_file("kanaler").rules,
        {},
        everything="{alle_kanaler}",
    )
    # What is said of staffing and offices before that is a verdict, not a wish for a channel.
    near = [h for h in _at_home(heard, CHANNELS[0]) if h.sentence.question not in (1, 2)]
    evidence = list(judged(near, subjects, home=4))
    for felt in CHANNELS:
        mine = [e for e in evidence if e.felt == felt]
        # «For de øvrige kanalene …» is not about the one that has its own.
        mine = [e for e in mine if e.narrow] or mine
        if chosen := choosing.outweighs(mine, ("mer", "mindre", "som_i_dag")):
            yield chosen


def _wishes(heard: Sequence[Heard]) -> Iterator[Evidence]:
    yield from claimed(heard, rule_file("onsker_tjenestested"))
    for each in _answered(heard, "onsker_tjenestested", _PLAIN, 1):
        text = each.sentence.text
        keeps = pattern("{beholde_alene}|{andre_lokaler}").search(text)
        if keeps and each.verdi == "ja":
            continue
        is_yes = each.verdi == "ja" and conditional(text)
        yield replace(each, verdi="betinget", styrke=2) if is_yes else each


def _answered(
    heard: Sequence[Heard], felt: str, values: Mapping[str, tuple[str, ...]], i: int
) -> Iterator[Evidence]:
    """Yield what a «ja» or «nei» at the start of the answer to the field's question says."""
    home = v.SPORSMAL[felt]
    for each in heard:
        sentence = each.sentence
        asked = sentence.label.endswith("?") or sentence.opens < sentence.start
        here = sentence.question == home and (sentence.first or asked)
        if not here and not (home in each.answers and sentence.label.endswith("?")):
            continue
        if found := pattern("^\\W*(ja|nei)\\b(?=[.,:;!]|$| takk| –| -)").match(sentence.text):
            verdi = values[found[1]][i]
            alone = len(sentence.text.strip(" .!")) == len(found[1])
            yield Evidence(
                felt,
                verdi,
                sentence,
                sentence.start,
                sentence.end,
                f"svarer {found[1]}",
                2 if alone else 1,
                each.decided,
                narrow=False,
            )


def _one(evidence: Iterable[Evidence], order: Sequence[str]) -> list[Evidence]:
    chosen = choosing.outweighs(list(evidence), order)
    return [chosen] if chosen else []


def _suggestion(evidence: Evidence) -> Suggestion:
    source = evidence.sentence.source
    start, end = trimmed(evidence.sentence, evidence.start, evidence.end)
    return Suggestion(
        evidence.felt,
        evidence.verdi,
        evidence.sentence.question,
        start,
        end,
        source.original[start:end],
        confidence(evidence.weight),
        evidence.regel,
    )


def trimmed(sentence: Sentence, start: int, end: int) -> tuple[int, int]:
    """Return the place in the original of a passage, without space and joints at its edges."""
    if start == sentence.start:
        start = sentence.opens
    text = sentence.source.text[start:end]
    lead = pattern("^[\\s,;:–-]*").match(text)
    start += lead.end() if lead else 0
    return sentence.source.span(
        start, start + len(text[lead.end() if lead else 0 :].rstrip(" ,;:–-"))
    )
