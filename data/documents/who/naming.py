"""What kind of sender a name is: «Rana og Hemnes kommuner», «Bodø eldreråd», «Kari Nordmann»."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from data.documents.who import words
from data.documents.who.near import nearest
from data.documents.who.people import is_person
from data.documents.who.register import FYLKER, POST_CODES, Mention, Register, plain
from data.documents.who.speaking import LINK, Cluster, listed, speaking

_SPEAKER: Final = re.compile(r"\s*,?\s+(?:v/|v\.\s|ved\s|c/o\s)\s*|(?<=\w)\s+v\s+(?=[A-ZÆØÅ])")
_WITHIN: Final = re.compile(r"\b(?P<word>[\w-]+)[ \t]+(?:i|ved|for|hos)[ \t]+$")
_POST_CODE: Final = re.compile(r"(?<!\d)(\d{4})[ \t]+[A-ZÆØÅ]")


@dataclass(frozen=True)
class Identity:
    """Who a name is. `kommunenumre` are filled only for who speaks for municipalities.

    `doubt` says in Norwegian what a person must decide, empty where nothing is to be decided.
    `weak` is set where other words stand before the municipality, so that it may only be mentioned.
    """

    avsendertype: str
    kommunenumre: tuple[str, ...] = ()
    doubt: str = ""
    weak: bool = False


def identify(name: str, register: Register, around: str = "") -> Identity:
    """Return who `name`, a sender's own name, is.

    `around` is what stands beside the name in a letterhead; an address there tells apart two
    municipalities with one name.
    """
    name = " ".join(name.split())
    # A hurried hand leaves out the capitals.
    name = name.title() if name.islower() else name
    main, speaker = _parted(name)
    clusters = speaking(main, register)
    if words.COUNTY.search(name) and not clusters:
        return Identity("fylkeskommune")
    if words.COUNCIL.search(main) or (words.REGION.search(main) and not clusters):
        return _council(main, register)
    body = _body(main) or _body(speaker)
    if body and (register.mentions(main) or words.ORGAN.search(main) or clusters):
        told = (
            f"«{name}» er et organ eller en del av kommunen, ikke kommunen selv; kontroller typen"
        )
        return Identity("organisasjon", doubt=told)
    if clusters:
        return _municipality(name, clusters, register, around)
    if words.STATE.search(name):
        return Identity("annet", doubt=f"«{name}» er ikke en kommune; kontroller typen")
    if body or words.ORGANISATION.search(main):
        return Identity(
            "organisasjon", doubt=f"«{name}» er regnet som organisasjon; kontroller typen"
        )
    return _bare(name, main, register, around)


def settled(
    mention: Mention, beside: str, around: str, register: Register
) -> tuple[tuple[str, ...], str]:
    """Return the numbers that `mention` means, and what must be decided.

    `beside` is what stands by the name, such as a county; `around` an address in the letterhead.
    """
    if mention.former is not None:
        if len(mention.numbers) == 1:
            return mention.numbers, f"{mention.former.told}; kontroller kommunenumre"
        return (), f"{mention.former.told}; rett kommunenumre"
    numbers = mention.numbers
    said = register.counties_in(beside)
    here = register.in_county(numbers, beside)
    if len(here) == 1:
        return here, ""
    if said and not here:
        return _elsewhere(mention, beside, register)
    if len(numbers) == 1:
        return numbers, ""
    lying = {nr for line in around.splitlines() for nr in _county_line(line, numbers, register)}
    if len(lying) == 1:
        return tuple(lying), ""
    coded = {POST_CODES.get(code[:2], "") for code in _POST_CODE.findall(around)} & set(numbers)
    if len(coded) == 1:
        return tuple(coded), ""
    place = f" {plain(around)} "
    centred = tuple(nr for nr in numbers if f" {register.centres[nr]} " in place)
    own = {plain(register.names[nr]) for nr in numbers}
    if len(centred) == 1 and register.centres[centred[0]] not in own:
        return centred, ""
    return (), f"flere kommuner heter det samme ({', '.join(numbers)}); rett kommunenumre"


def _county_line(line: str, numbers: tuple[str, ...], register: Register) -> tuple[str, ...]:
    """Return those of `numbers` whose county is all that a line of the letterhead says."""
    alone = re.fullmatch(r"\s*(?:[\w-]+(?:\s+og\s+[\w-]+)?)(?:\s+fylke)?\s*", line)
    return register.in_county(numbers, line) if alone else ()


def _parted(name: str) -> tuple[str, str]:
    """Return the name of who speaks, and of the person or organ that does it for them."""
    main, *rest = _SPEAKER.split(name, maxsplit=1)
    return (main, rest[0]) if rest and main else (name, "")


def _body(part: str) -> str:
    # «Ordfører Per Lund (Ap)» is no party.
    bare = words.PARTY_IN_BRACKETS.sub(" ", part) if words.ORGAN.search(part) else part
    found = words.BODY.search(bare) or words.INSTITUTION.search(bare)
    return found[0] if found else ""


def _council(name: str, register: Register) -> Identity:
    clusters = speaking(name, register)
    listed = list(register.mentions(name))
    several = clusters[0].mentions if clusters else tuple(listed) if len(listed) > 1 else ()
    numbers = tuple(sorted({m.numbers[0] for m in several if len(m.numbers) == 1}))
    return Identity("interkommunalt_raad", numbers, "skriv inn kommunene rådet svarer for")


def _municipality(
    name: str, clusters: Sequence[Cluster], register: Register, around: str
) -> Identity:
    joined = [clusters[0]]
    for cluster in clusters[1:]:
        between = name[joined[-1].end : cluster.start]
        if between.strip() and not LINK.fullmatch(between):
            break
        joined.append(cluster)
    before = name[: joined[0].start].strip(" ,;:–-")
    weak = bool(before) and not words.ORGAN.search(before)
    numbers: set[str] = set()
    doubts = []
    for cluster in joined:
        for mention in cluster.mentions:
            beside = (
                name[mention.end : mention.end + 60]
                if mention.numbers[1:]
                else _county(name, mention)
            )
            found, doubt = settled(mention, beside, around, register)
            numbers |= set(found)
            doubts += [doubt] if doubt else []
        if cluster.dual and len({m.numbers for m in cluster.mentions}) > 1:
            doubts.append(f"«{name}» kan være én eller flere kommuner; kontroller kommunenumre")
    within = _WITHIN.search(name[: joined[0].start])
    if within and not words.ORGAN.search(within["word"]):
        doubts.append(f"«{name}» kan være noen andre enn kommunen; kontroller typen")
    if is_person(before) and not words.ORGAN.search(name):
        doubts.append(f"«{name}» nevner en person; kontroller at kommunen er avsender")
    rest = [m for c in clusters[len(joined) :] for m in c.mentions]
    if {nr for m in rest for nr in m.numbers} - numbers:
        doubts.append(f"«{name}» nevner flere kommuner; kontroller kommunenumre")
    told = "; ".join(dict.fromkeys(doubts))
    if not numbers:
        return Identity("annet", doubt=told, weak=weak)
    return Identity("kommune", tuple(sorted(numbers)), told, weak)


def _county(name: str, mention: Mention) -> str:
    """Return what stands in brackets, or after «i», right by the name, where a county would."""
    rest = name[mention.end :]
    found = re.match(
        rf"\s*(?:{words.MUNICIPAL}\b)?\s*(?:\(([^()]*)\)|,?\s+i\s+([\w -]+)|,\s*([\w -]+fylke)\b)",
        rest,
        re.IGNORECASE,
    )
    return " ".join(filter(None, found.groups())) if found else ""


def _bare(name: str, main: str, register: Register, around: str) -> Identity:
    if words.PRIVATE.search(name):
        return Identity("privatperson")
    if number := re.search(r"\bkommune(?:nummer|nr)?\.?\s*(\d{4})\b", main, re.IGNORECASE):
        return _numbered(number[1], register)
    mentions = register.mentions(main)
    for i, mention in enumerate(mentions):
        several = listed(main, mentions, i)
        if len(several) > 1 and words.ON_BEHALF.search(main[: mention.start]):
            numbers = {nr for each in several for nr in each.numbers}
            return Identity("kommune", tuple(sorted(numbers)), f"«{name}»; kontroller kommunenumre")
    if mentions and _alone(main, mentions):
        found, doubt = settled(mentions[0], name[mentions[0].end :], around, register)
        told = f"avsenderen heter bare «{name}»; kontroller at det er kommunen"
        return Identity("kommune" if found else "annet", found, doubt or told)
    if is_person(main):
        return Identity("privatperson")
    near = nearest(main, register)
    if near:
        return near_identity(near, main)
    municipal = re.search(rf"\b{words.MUNICIPAL}\b", main, re.IGNORECASE)
    if municipal and not mentions:
        return Identity("annet", doubt=f"fant ingen kommune i «{name}»; rett type og kommunenumre")
    if not mentions and is_person(main, known=False):
        return Identity("privatperson", doubt="regnet som privatperson; kontroller typen")
    told = f"avsenderen «{name}» er ikke gjenkjent som kommune; kontroller typen"
    return Identity("annet", doubt=told)


def _numbered(number: str, register: Register) -> Identity:
    if number in register.names:
        return Identity("kommune", (number,))
    former = register.renumbered.get(number)
    if former is None or len(former.numbers) > 1:
        told = former.told if former else f"fant ingen kommune med nummer {number}"
        return Identity("annet", doubt=f"{told}; rett kommunenumre")
    return Identity("kommune", former.numbers, f"{former.told}; kontroller kommunenumre")


def near_identity(near: tuple[str, tuple[str, ...]], written: str) -> Identity:
    """Return the municipality whose name is nearest to what is `written`, with the doubt told."""
    name, numbers = near
    if len(numbers) > 1:
        return Identity("annet", doubt=f"«{written}» ligner på flere kommuner; rett kommunenumre")
    told = f"navnet er skrevet «{written}» og lest som «{name}»; kontroller kommunenumre"
    return Identity("kommune", numbers, told)


def _elsewhere(mention: Mention, beside: str, register: Register) -> tuple[tuple[str, ...], str]:
    """Return what a name means that has a county beside it where no such municipality lies now."""
    said = register.counties_in(beside)
    wanted = {plain(register.names[nr]) for nr in mention.numbers}
    for former in (each for name in wanted for each in register.former.get(name, ())):
        if plain(FYLKER[former.kommunenummer[:2]]) in said:
            return former.numbers[:1], f"{former.told}; kontroller kommunenumre"
    told = f"fylket ved navnet passer ikke med kommunen ({', '.join(mention.numbers)})"
    return mention.numbers if len(mention.numbers) == 1 else (), f"{told}; kontroller kommunenumre"


def _alone(main: str, mentions: Sequence[Mention]) -> bool:
    left = main[: mentions[0].start] + main[mentions[-1].end :]
    same = len({m.numbers for m in mentions}) == 1
    return same and not re.sub(r"\([^()]*\)|\W|fylke|\bi\b", "", left)
