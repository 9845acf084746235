"""The rooms a municipality offers or considers: what, where, with whom, how large, what terms."""

import datetime as dt
import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import Final

from data.coding.dates import dates
from data.coding.rules import Match, matches, rule_file
from data.coding.sentences import Clause, Sentence
from data.coding.suggestion import Detail, Room, Value
from data.coding.voice import Heard
from data.coding.words import pattern

# So many characters after «sammen med» a service may stand.
_NEAR: Final = 40
# How sure it is that an offered room is one, and that it is of the type it is named after.
SURE: Final = 0.85
_SIZE: Final = re.compile(r"\b(\d{1,2} ?\d{3}|\d{1,4}) ?(?:m2|m²|kvm|kvadratmeter|kvadrat)\b")
_STREET: Final = re.compile(
    r"\b[a-zæøå-]+(?:gata|gaten|gate|veien|vegen|veg|vei|gt\.?|plassen|torget|allé|brygga)"
    r" \d+[a-z]?\b"
)
_SHARED: Final = re.compile(
    r"\b(?:sammen med|saman med|i lag med|samlokaliser\w* med|vegg i vegg med|vegg-i-vegg med"
    r"|i sam[me]+e? bygg(?:et)? som|delt med|dele[rst]* (?:\w+ )?med|ved siden av|ved sida av"
    r"|i fellesskap med|felles med|samme sted som|same stad som)\s"
)
_SERVICE: Final = re.compile(
    r"\b(?:nav|legevakt\w*|legekontor\w*|legane|legene|brann\w*|ambulanse\w*|bibliotek\w*"
    r"|servicetorg\w*|helsestasjon\w*|barnevern\w*|frivilligsentral\w*|skatt\w*|tannlege\w*"
    r"|tannklinikk\w*|voksenopplæring\w*|hjemmetjenest\w*|heimetenest\w*|innbygg\w*torg\w*"
    r"|turistinformasjon\w*|turistkontor\w*|skole\w*|skule\w*|kommune\w*kontor\w*|statsforvalt\w*"
    r"|tollvesen\w*|toll\w*|havne\w*|hamne\w*|sivilforsvar\w*|psykolog\w*|kulturskole\w*)\b"
)
_TERMS: Final = re.compile(
    r"\b(?:mot (?:\w+ )?(?:husleie|leie|leige|husleige|vederlag|betaling)\w*[^.;,]*"
    r"|(?:forutsatt|føresett) at [^.;]*|under (?:forutsetning|føresetnad) av [^.;]*"
    r"|på (?:det )?vilkår(?:et)? (?:av )?(?:at )?[^.;]*"
    r"|dersom (?:staten|politiet|departementet) [^.;]*|(?:til|for) (?:selvkost|sjølvkost)"
    r"|(?:vederlagsfritt|gratis|utan å betale noko|uten å betale))"
)
# What is gone, taken or another's is no offer although the house is named.
_GONE: Final = re.compile(
    r"\b(?:solgt|seld|revet|rive|brant|fullt?|opptatt|oppteken|ikke|ikkje|tidligere lå|ble solgt)\b"
    # Who has moved in is a neighbour of what is offered.
    r"|\b(?:held|holder|sit|sitter|ligg|ligger|er) (?:\w+ )?(?:til )?(?:i|på) (?:samme|same)\b"
)


def rooms(heard: Sequence[Heard], offer: Sentence | None = None) -> tuple[Room, ...]:
    """Return the rooms that the sentences of `heard` offer, in their order, each type once.

    `offer` is the sentence that is found to offer or consider, by whatever coder.
    """
    found: list[Room] = []
    offering = False
    for each in heard:
        sentence = each.sentence
        if not each.answers & {0, 5}:
            continue
        offers = _offers(sentence) or sentence == offer
        offering = offers or (offering and 5 in each.answers)
        if not offering:
            continue
        new = list(_named(sentence))
        if new:
            found += [room for room in new if not _has(found, room)]
        elif found:
            found[-1] = _told(found[-1], sentence, whole=False)
        elif street := _street(sentence):
            kind = _detail("annet", sentence, sentence.start, sentence.end)
            room = Room(kind, SURE, "lokaltype", adresse=street)
            found.append(_told(room, sentence, whole=True))
    return tuple(found)


def _offers(sentence: Sentence) -> bool:
    rules = [r for r in rule_file("tilbyr_lokaler").rules if r.verdi in ("ja", "vurderes")]
    return any(
        matches((rule,), turn.text, sentence.label) for turn in sentence.turns for rule in rules
    )


def _has(found: Sequence[Room], room: Room) -> bool:
    return any(each.lokaltype.verdi == room.lokaltype.verdi for each in found)


def _named(sentence: Sentence) -> Iterator[Room]:
    """Yield a room for each kind of house a sentence names as offered."""
    seen: set[str] = set()
    for clause in sentence.turns:
        shared = [found.end() for found in _SHARED.finditer(clause.text)]
        for match in _of_kind("lokaltype", clause):
            streets = (street.span() for street in _STREET.finditer(clause.text))
            if any(start <= match.start < end for start, end in streets):
                continue
            before = [start for start in shared if start <= match.start]
            beside = any(_beside(clause.text[start : match.start]) for start in before)
            if match.verdi in seen or beside or _GONE.search(clause.text):
                continue
            if match.verdi == "annet" and seen:
                continue
            seen.add(match.verdi)
            kind = _detail(match.verdi, sentence, clause.start, clause.end)
            room = Room(kind, SURE, "lokaltype", adresse=_address(sentence, clause, match))
            yield _told(room, sentence, whole=True)


def _beside(between: str) -> bool:
    """Return whether a house named after «sammen med» is who shares, and not where."""
    return len(between) < _NEAR and not re.search(r"\b(?:i|på|ved)\s", between)


def _of_kind(navn: str, clause: Clause) -> list[Match]:
    rules = tuple(rule for rule in rule_file("lokaler").rules if rule.navn == navn)
    return matches(rules, clause.text)


def _told(room: Room, sentence: Sentence, *, whole: bool) -> Room:
    """Return `room` with what the sentence says of it; what was said before stays."""
    size, shared = _size(sentence), _shared(sentence)
    state, terms = _state(sentence), _terms(sentence)
    street = None if whole else _street(sentence)
    return replace(
        room,
        areal_m2=room.areal_m2 or size,
        delt_med=room.delt_med or shared,
        ledig_fra=room.ledig_fra or _free(sentence),
        tilstand=room.tilstand or state,
        betingelse=room.betingelse or terms,
        adresse=room.adresse or street,
    )


def _size(sentence: Sentence) -> Detail[int] | None:
    found = _SIZE.search(sentence.text)
    if not found:
        return None
    return _at(int(found[1].replace(" ", "")), sentence, *found.span())


def _free(sentence: Sentence) -> Detail[dt.date] | None:
    for found in dates(sentence.text):
        return _at(found.dato, sentence, found.start, found.end)
    return None


def _shared(sentence: Sentence) -> Detail[str] | None:
    joint = _SHARED.search(sentence.text)
    if not joint:
        return None
    services: list[re.Match[str]] = []
    for found in _SERVICE.finditer(sentence.text, joint.end()):
        # The list ends where other words than «og» come between.
        last = services[-1].end() if services else joint.end()
        if len(sentence.text[last : found.start()].split()) > 2:
            break
        services.append(found)
    if not services:
        return None
    start, end = services[0].start(), services[-1].end()
    original = sentence.source.original
    names = []
    for found in services:
        first, last = sentence.source.span(
            sentence.start + found.start(), sentence.start + found.end()
        )
        names.append(original[first:last])
    return _at("|".join(names), sentence, start, end)


def _state(sentence: Sentence) -> Detail[str] | None:
    for match in _of_kind("tilstand", Clause(sentence.text, sentence.start)):
        return _at(match.verdi, sentence, match.start, match.end)
    return None


def _terms(sentence: Sentence) -> Detail[str] | None:
    found = _TERMS.search(sentence.text)
    return _quoted(sentence, *found.span()) if found else None


def _street(sentence: Sentence) -> Detail[str] | None:
    found = _STREET.search(sentence.text)
    return _quoted(sentence, *found.span()) if found else None


def _address(sentence: Sentence, clause: Clause, match: Match) -> Detail[str] | None:
    """Return the street, else the floor and house as the letter names them."""
    if street := _street(sentence):
        return street
    at = clause.start - sentence.start + match.start
    house = re.escape(sentence.text[at : at + match.end - match.start])
    found = pattern("{etasje}" + house).search(sentence.text)
    if not found:
        return None
    place = re.match(r" (?:i|på|ved) [\w-]+", sentence.text[found.end() :])
    named = place and sentence.start + found.end() + place[0].rindex(" ") + 1
    end = found.end() + (place.end() if place and named in sentence.source.capitals else 0)
    return _quoted(sentence, found.start(), end)


def _quoted(sentence: Sentence, start: int, end: int) -> Detail[str]:
    first, last = sentence.source.span(sentence.start + start, sentence.start + end)
    words = " ".join(sentence.source.original[first:last].split())
    return _at(words, sentence, start, end)


def _at(verdi: Value, sentence: Sentence, start: int, end: int) -> Detail[Value]:
    return _detail(verdi, sentence, sentence.start + start, sentence.start + end)


def _detail(verdi: Value, sentence: Sentence, start: int, end: int) -> Detail[Value]:
    text = sentence.source.text[start:end]
    end = start + len(text.rstrip(" ,;"))
    first, last = sentence.source.span(start, end)
    return Detail(verdi, sentence.question, first, last, sentence.source.original[first:last])
