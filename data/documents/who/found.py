"""What each place of a file tells of its sender, where it tells anything."""

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from typing import Final

from data.documents.document import Document
from data.documents.who import traces, words
from data.documents.who.naming import Identity, identify, near_identity
from data.documents.who.near import nearest
from data.documents.who.people import is_person
from data.documents.who.register import Register
from data.documents.who.speaking import speaking
from data.documents.who.traces import Trace

TITLE: Final = "tittelen på siden"
HEAD: Final = "brevhodet"
_BARE_BODY: Final = re.compile(
    r"(?=.{1,60}$)(?:(?:leder|leiar|for|fra|frå)[ ,]+)*(?:(?:i|av|for) )?"
    r"(?:eldrer[åa]d|ungdomsr[åa]d|ungdommens|seniorr[åa]d|elevr[åa]d|r[åa]de?t? for |bydel|"
    r"(?:[A-ZÆØÅ][\w-]*[ ]){0,3}\w*(?:sk[ou]le|skule|barnehage|ungdomsskole|FAU)(?:n|en)?[ ]*$)",
    re.IGNORECASE,
)

_WITHIN: Final = re.compile(r"\b(?P<word>[\w-]+)[ \t]+(?:i|ved|for|hos)[ \t]+$")
_BY: Final = re.compile(r"^[ \t]*(?:v/|ved )[ \t]*")
_ROLE: Final = re.compile(
    r"(?:sjef|leder|leiar|rådgiver|rådgjevar|koordinator|konsulent|direktør|ansvarlig|ansvarleg)"
    r"(?:en)?$",
    re.IGNORECASE,
)


@dataclass(frozen=True)
class Found:
    """A line of a file, and who it names."""

    trace: Trace
    identity: Identity


def found_in(document: Document, register: Register) -> list[Found]:
    """Return what each place tells, the most trusted first.

    The order is page title, letterhead, page header, first lines, signature, file name, e-mail
    header. A line with other words before the municipality goes after all of these.
    """
    told = [found for found in (seek(document, register) for seek in _ORDER) if found]
    return sorted(told, key=lambda found: found.identity.weak and found.trace.kind != TITLE)


def _title(document: Document, register: Register) -> Found | None:
    if not document.title.strip():
        return None
    trace = Trace(TITLE, " ".join(document.title.split()))
    identity = identify(trace.name, register, document.letterhead)
    is_organ = words.ORGAN.search(trace.name) and identity.avsendertype == "annet"
    # «Kommunedirektøren» alone does not say of where; the letterhead does.
    return None if is_organ and not register.mentions(trace.name) else Found(trace, identity)


def _letterhead(document: Document, register: Register) -> Found | None:
    return _first(traces.letterhead(document), register)


def _page_header(document: Document, register: Register) -> Found | None:
    return _first(traces.page_header(document), register)


def _first_lines(document: Document, register: Register) -> Found | None:
    return _first(traces.first_lines(document), register)


def _signature(document: Document, register: Register) -> Found | None:
    return _first(traces.signature(document), register)


def _file_name(document: Document, register: Register) -> Found | None:
    for trace in traces.file_name(document):
        if found := _first([trace], register):
            return found
        bare = replace(trace, name=traces.bare_file_name(trace.name))
        if register.mentions(bare.name):
            identity = identify(bare.name, register)
            if identity.avsendertype == "kommune":
                return Found(bare, identity)
        # «soer-aurdal.docx»: a name in the letters that every machine has.
        small = re.sub(r"(?i)[ ]*\b(?:kommune|herad)$", "", bare.name)
        numbers = traces.spelled_out(small, register) if small else set()
        if len(numbers) == 1:
            name = f"{register.names[min(numbers)]} kommune"
            told = f"filen heter bare «{trace.name}»; kontroller at det er kommunen"
            return Found(replace(trace, name=name), Identity("kommune", tuple(numbers), told))
    return None


def _mail(document: Document, register: Register) -> Found | None:
    found = traces.mail_sender(document, register)
    told = next((each for trace in found if (each := _first([trace], register))), None)
    if told and told.trace is not found[0] and is_person(found[0].name):
        doubt = "e-posten er sendt av en person; kontroller at kommunen er avsender"
        return Found(told.trace, replace(told.identity, doubt=told.identity.doubt or doubt))
    return told


_ORDER: Final[tuple[Callable[[Document, Register], Found | None], ...]] = (
    _title,
    _letterhead,
    _page_header,
    _first_lines,
    _signature,
    _file_name,
    _mail,
)


def _first(lines: Sequence[Trace], register: Register) -> Found | None:
    """Return the first of `lines` that names a municipality, or a body that stands beside one."""
    named = [(i, identity) for i, each in enumerate(lines) if (identity := _named(each, register))]
    named.sort(key=lambda pair: pair[1].weak)
    if not named:
        return _near(lines, register)
    at, identity = named[0]
    if identity.avsendertype != "kommune":
        return Found(lines[at], identity)
    # «Bodø kommune», and «Eldrerådet» on the next line or the one before.
    for line in [*lines[max(0, at - 1) : at], *lines[at + 1 : at + 2]]:
        if _BARE_BODY.match(line.name):
            name = f"{line.name}, {lines[at].name}"
            return Found(replace(lines[at], name=name), identify(name, register))
    for line in lines[at + 1 : at + 3]:
        # «v/ Vefsn Arbeiderparti» below the municipality's name.
        own = _BY.sub("", line.name)
        if _BY.match(line.name) and identify(own, register).avsendertype == "organisasjon":
            return Found(replace(line, name=own), identify(own, register))
    return _with_others(lines, named, register)


def _named(trace: Trace, register: Register) -> Identity | None:
    identity = identify(trace.name, register, trace.around)
    if identity.avsendertype == "organisasjon":
        is_body = words.BODY.search(trace.name) and not words.INSTITUTION.search(trace.name)
        return identity if is_body and register.mentions(trace.name) else None
    speaks = speaking(trace.name, register)
    # «Vedtak i Rana kommune» is a heading, «rådgiver i Rana kommune» signs for it.
    about = speaks and _WITHIN.search(trace.name[: speaks[0].start])
    if about and not (_ROLE.search(about["word"]) or words.ORGAN.search(about["word"])):
        return None
    if speaks or identity.avsendertype in ("interkommunalt_raad", "fylkeskommune"):
        return identity
    return None


def _near(lines: Sequence[Trace], register: Register) -> Found | None:
    for trace in lines:
        near = nearest(trace.name, register)
        if near:
            return Found(trace, near_identity(near, trace.name))
    return None


def _with_others(
    lines: Sequence[Trace], named: Sequence[tuple[int, Identity]], register: Register
) -> Found:
    """Return the first of `named`, with the municipalities on the lines right after it."""
    at, identity = named[0]
    names, numbers, doubts = [lines[at].name], set(identity.kommunenumre), [identity.doubt]
    for i, other in named[1:]:
        more = set(other.kommunenumre) - numbers
        if other.avsendertype != "kommune" or other.weak or not more:
            continue
        doubts.append(f"{lines[at].kind} nevner også «{lines[i].name}»; kontroller kommunenumre")
        if i == at + len(names):
            names.append(lines[i].name)
            numbers |= more
    above = lines[:at] if lines[at].kind == HEAD else []
    if before := [line.name for line in above if _is_somebody(line.name, register)]:
        doubts.append(f"«{before[0]}» står over kommunen i brevhodet; kontroller avsenderen")
    told = "; ".join(dict.fromkeys(filter(None, doubts)))
    found = replace(identity, kommunenumre=tuple(sorted(numbers)), doubt=told)
    return Found(replace(lines[at], name=", ".join(names)), found)


def _is_somebody(line: str, register: Register) -> bool:
    """Return whether `line` is a person or an organisation, so that what follows is an address."""
    if is_person(line):
        return True
    if len(line) > 60 or "departement" in line.casefold():
        return False
    kind = identify(line, register).avsendertype
    return kind == "organisasjon" or bool(words.STATE.search(line))
