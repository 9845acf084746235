"""Who sent an answer, and which municipalities it is from.

The category on the web form is the sender's own choice and not to be trusted, so it is read from
the names a letter carries. What cannot be told is said, never guessed.
"""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise
from typing import Final

from data.documents.document import Document
from data.documents.who import traces, words
from data.documents.who.behalf import spoken_for
from data.documents.who.found import HEAD, TITLE, Found, found_in
from data.documents.who.hinted import hinted
from data.documents.who.naming import identify
from data.documents.who.people import is_person
from data.documents.who.register import Register, plain
from data.documents.who.speaking import speaking

# Where the text begins to speak of other things than who writes.
OPENING: Final = 900
FILE: Final = "filnavnet"
NOBODY: Final = "avsenderen er ikke gjenkjent; skriv inn avsender og kommunenumre"
# So many lines may hold the name and address of who writes.
PERSONAL: Final = 6
# The longest line that is a body's name.
SHORT: Final = 70
_SINGULAR: Final = re.compile(r"\b(?:jeg|eg)\b", re.IGNORECASE)
# «K0MMUNE»: a digit within a word is what a scan makes of a letter.
_BROKEN: Final = re.compile(r"[^\W\d]\d+[^\W\d]|\b\d[^\W\d]{2,}")
# «Valdresrådet», «Hallingtinget»: a council that carries its region's name and no word for council.
_NAMED_COUNCIL: Final = re.compile(
    r"^[ \t]*([A-ZÆØÅ]\w+(?i:råd|ting|region)(?i:et|en)?)[ \t]*$", re.MULTILINE
)
_BEFORE_NAME: Final = re.compile(
    r"^(?:høringssvar|høyringssvar|innspill|innspel|svar|uttal(?:els)?e) fr[aå] ", re.IGNORECASE
)
_AFTER_NAME: Final = re.compile(
    r"[ \t]*(?:\((?:uten|utan|med) merknad\w*\)|\((?:kommune\w*\.? ?)?\d{4}\)|[–-] sak \d|"
    r"[,|;]?[ \t]*\b(?:postboks|postadresse|besøksadresse|telefon|tlf|org\.? ?nr|e-post|www)\b).*$",
    re.IGNORECASE | re.DOTALL,
)


@dataclass(frozen=True)
class Sender:
    """A sender as `innspill` has it.

    `reason` says in Norwegian where the name stood («brevhodet», «signaturen»), and `doubt` what a
    person must decide, empty where nothing is to be decided. `kommunenumre` is empty unless
    `avsendertype` may speak for municipalities.
    """

    avsender: str
    avsendertype: str
    kommunenumre: tuple[str, ...] = ()
    reason: str = ""
    doubt: str = ""


def sender_of(document: Document, register: Register) -> Sender:
    """Return who sent `document`: the first of its traces that tells, in the order of trust.

    A trace further down that tells of somebody else is a doubt, never a reason to change one's
    mind; but what is signed by a body within the municipality, or by a private person, is theirs
    also on the municipality's paper.
    """
    told = found_in(document, register)
    if not told:
        return _opening(document, register)
    chosen = told[0]
    sender = Sender(
        _shown(chosen, register),
        chosen.identity.avsendertype,
        chosen.identity.kommunenumre,
        chosen.trace.kind,
        chosen.identity.doubt,
    )
    if sender.avsendertype == "kommune" and sender.reason != TITLE:
        sender = _of_the_body(sender, told[1:])
        sender = _of_the_head(sender, document, register)
        sender = _of_the_person(sender, document, register)
    if sender.avsendertype == "interkommunalt_raad":
        sender = _council(sender, document, register)
    if sender.avsendertype == "annet":
        sender = _by_the_county(sender, document, register)
    if sender.avsendertype == "kommune":
        sender = _joined(sender, document, register)
    if sender.avsendertype == "kommune" and sender.reason != TITLE:
        sender = _of_a_part(sender, document)
    return _weighed(sender, told[1:])


def _readable(name: str, found: Found, register: Register) -> str:
    """Return `name` as the register has it where a scan broke it, and beside a Sámi one alone."""
    numbers = found.identity.kommunenumre
    if len(numbers) != 1:
        return name
    own = f"{register.names[numbers[0]]} kommune"
    if _BROKEN.search(name) or not re.search(words.MUNICIPAL, name, re.IGNORECASE):
        return own
    if found.identity.doubt:
        return name
    return name if plain(register.names[numbers[0]]) in plain(name) else f"{name} – {own}"


def _of_the_body(sender: Sender, others: Iterable[Found]) -> Sender:
    """Return the body that signs, where it uses the municipality's paper."""
    for found in others:
        is_body = found.identity.avsendertype == "organisasjon"
        is_official = words.ORGAN.search(found.trace.around)
        if found.trace.kind == "signaturen" and is_body and not is_official:
            name = found.trace.name
            return Sender(name, "organisasjon", (), "signaturen", found.identity.doubt)
    return sender


def _of_a_part(sender: Sender, document: Document) -> Sender:
    """Return `sender` in doubt where a body stands below its name, or in the signature."""
    lines = [" ".join(line.split()) for line in document.letterhead.splitlines() if line.strip()]
    name = sender.avsender.casefold()
    at = next((i for i, line in enumerate(lines) if name in line.casefold()), len(lines))
    signed = [trace.name for trace in traces.signature(document)]
    for line in [*lines[at + 1 : at + 3], *signed]:
        bare = words.PARTY_IN_BRACKETS.sub(" ", line)
        is_short = len(line) <= SHORT and not line.endswith(".")
        if is_short and words.PART.search(bare) and not words.ORGAN.search(bare):
            told = f"«{line}» står ved kommunens navn; kontroller avsenderen"
            return sender if line in sender.doubt else _doubted(sender, told)
    return sender


def _of_the_head(sender: Sender, document: Document, register: Register) -> Sender:
    """Return the organisation at the very top of the letter, where only its file names another."""
    first = next((line.strip() for line in document.text.splitlines() if line.strip()), "")
    if sender.reason != FILE or len(first) > SHORT or first.endswith((".", ":", "!", "?")):
        return sender
    identity = identify(first, register)
    if identity.avsendertype != "organisasjon":
        return sender
    return Sender(first, "organisasjon", (), HEAD, identity.doubt)


def _of_the_person(sender: Sender, document: Document, register: Register) -> Sender:
    """Return the person who writes to the municipality that the letterhead names."""
    if sender.avsendertype != "kommune":
        return sender
    signed = traces.signature(document)
    official = any(
        words.ORGAN.search(line.name) or speaking(line.name, register) for line in signed
    )
    people = [line.name for line in signed if is_person(line.name)]
    if official or not people:
        return sender
    above = (document.letterhead or document.text).partition(sender.avsender)[0]
    if people[0] in [line.strip() for line in above.splitlines()]:
        doubt = f"«{sender.avsender}» står i brevhodet; kontroller typen"
        return Sender(people[0], "privatperson", (), "signaturen", doubt)
    if len(_SINGULAR.findall(document.text)) < 2:
        return sender
    return _doubted(
        sender, "brevet er i jeg-form og undertegnet uten tittel; kontroller avsenderen"
    )


def _council(sender: Sender, document: Document, register: Register) -> Sender:
    """Return the council with the municipalities its letter says it speaks for."""
    numbers, said = spoken_for(document.text, register, council=True)
    if not numbers:
        numbers, said = _listed_below(sender.avsender, document, register)
    if not numbers:
        return sender
    doubt = f"rådet svarer «{said}»; kontroller kommunenumre"
    return replace(sender, kommunenumre=numbers, doubt=doubt)


def _listed_below(
    council: str, document: Document, register: Register
) -> tuple[tuple[str, ...], str]:
    """Return the municipalities on the letterhead's line below the council's name, and the line."""
    lines = [line.strip() for line in document.letterhead.splitlines() if line.strip()]
    for above, line in pairwise(lines):
        listed = speaking(line, register) if plain(council) in plain(above) else []
        if listed and len(listed[0].mentions) > 1 and not line[: listed[0].start].strip():
            numbers = {m.numbers[0] for m in listed[0].mentions if len(m.numbers) == 1}
            return tuple(sorted(numbers)), line
    return (), ""


def _by_the_county(sender: Sender, document: Document, register: Register) -> Sender:
    """Return the one of two municipalities of a name that the text sets a county beside."""
    mentions = register.mentions(sender.avsender)
    if not mentions or len(mentions[0].numbers) < 2:
        return sender
    found: set[str] = set()
    for mention in register.mentions(document.text):
        beside = document.text[mention.end : mention.end + 60]
        lying = re.match(r"\s*(?:kommune)?\s*(?:\(([^()]*)\)|i ([\w ]+))", beside)
        if mention.numbers == mentions[0].numbers and lying:
            found |= set(register.in_county(mention.numbers, lying[0]))
    if len(found) != 1:
        return sender
    doubt = "fylket er hentet fra teksten; kontroller kommunenumre"
    return replace(sender, avsendertype="kommune", kommunenumre=tuple(found), doubt=doubt)


def _joined(sender: Sender, document: Document, register: Register) -> Sender:
    """Return `sender` with the municipalities that its letter says it speaks for as well."""
    numbers, said = spoken_for(f"{document.title}\n{document.text}", register)
    if len(numbers) < 2 or set(numbers) <= set(sender.kommunenumre):
        return sender
    both = tuple(sorted({*sender.kommunenumre, *numbers}))
    doubt = f"svaret er gitt «{said}»; kontroller kommunenumre"
    return _doubted(replace(sender, kommunenumre=both), doubt)


def _weighed(sender: Sender, others: Sequence[Found]) -> Sender:
    """Return `sender` with a doubt for each trace that tells of somebody else."""
    for found in others:
        identity = found.identity
        is_other = bool(set(identity.kommunenumre) - set(sender.kommunenumre))
        is_body = identity.avsendertype == "organisasjon" and sender.avsendertype == "kommune"
        if (is_other or is_body) and not identity.weak and found.trace.name != sender.avsender:
            told = f"{found.trace.kind} sier «{found.trace.name}»; kontroller avsenderen"
            sender = _doubted(sender, told)
    return sender


def _opening(document: Document, register: Register) -> Sender:
    """Return who the first sentences speak as, or the person who signs, always in doubt."""
    for sentence in re.split(r"(?<=[.!?:])\s+|\n{2,}", document.text[:OPENING]):
        clusters = speaking(sentence, register)
        # «Rana kommune viser til …», not a name in a list.
        says = clusters and re.match(r"\s+[a-zæøå]{2,}", sentence[clusters[0].end :])
        if says and not sentence[: clusters[0].start].strip():
            name = " ".join(sentence[clusters[0].start : clusters[0].end].split())
            identity = identify(name, register)
            if identity.kommunenumre:
                doubt = "avsenderen er bare nevnt i innledningen; kontroller avsenderen"
                told = Sender(name, "kommune", identity.kommunenumre, "innledningen", doubt)
                return _joined(told, document, register)
    if council := _named_council(document, register):
        return council
    signed = traces.signature(document)
    if any(words.ORGAN.search(trace.name) for trace in signed):
        return _hinted(document, register)
    for trace in signed:
        if is_person(trace.name):
            doubt = "brevet er undertegnet av en person og nevner ingen avsender; kontroller typen"
            return Sender(_full_name(trace.name, document), "privatperson", (), "signaturen", doubt)
    named = traces.bare_file_name(traces.file_name(document)[0].name)
    if is_person(named):
        doubt = "bare filnavnet nevner en person; kontroller typen"
        return Sender(named, "privatperson", (), FILE, doubt)
    return _hinted(document, register)


def _hinted(document: Document, register: Register) -> Sender:
    """Return the municipality that the letter only hints at, always in doubt, or nobody."""
    number, told = hinted(document.text, register)
    if not number:
        return Sender(document.fil, "annet", (), "", NOBODY)
    return Sender(f"{register.names[number]} kommune", "kommune", (number,), "teksten", told)


def _full_name(signed: str, document: Document) -> str:
    """Return the name at the top of a letter that is `signed` with its first word only."""
    first = (line.strip() for line in document.text.splitlines()[:PERSONAL])
    longer = (line for line in first if line.startswith(f"{signed} ") and is_person(line))
    return next(longer, signed)


def _named_council(document: Document, register: Register) -> Sender | None:
    """Return a council known by its line in the opening and by those it says it speaks for."""
    line = _NAMED_COUNCIL.search(document.text[:OPENING])
    numbers, said = spoken_for(document.text, register, council=True)
    if line is None or len(numbers) < 2 or words.BODY.search(line[1]):
        return None
    doubt = f"rådet svarer «{said}»; kontroller avsenderen og kommunenumre"
    return Sender(line[1], "interkommunalt_raad", numbers, "brevhodet", doubt)


def _doubted(sender: Sender, doubt: str) -> Sender:
    both = [each for each in (sender.doubt, doubt) if each]
    return replace(sender, doubt="; ".join(dict.fromkeys(both)))


def _shown(found: Found, register: Register) -> str:
    """Return the sender's name without what a letterhead, a list or a file name puts around it."""
    name = _BEFORE_NAME.sub("", found.trace.name)
    clusters = speaking(name, register)
    is_municipality = found.trace.kind != TITLE and found.identity.avsendertype == "kommune"
    if is_municipality and clusters:
        county = re.match(r"[ ,]*\([^()]*\)", name[clusters[-1].end :])
        name = name[clusters[0].start : clusters[-1].end] + (county[0] if county else "")
    shown = " ".join(_AFTER_NAME.sub("", name).split()).strip(" ,;|–-")
    return _readable(shown, found, register) if is_municipality else shown
