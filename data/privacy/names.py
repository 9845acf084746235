"""What a person's name looks like in a letter, and who keeps theirs: elected leaders in office."""

import re
from typing import Final

from data.documents.who.people import is_person
from data.privacy.notes import BLANK, DASH

_LETTER: Final = r"[A-ZÆØÅÁČĐŊŠŦŽÄÖÉÜ]"
WORD: Final = (
    rf"(?:{_LETTER}\.|(?:Th|Chr|Kr|Fr|Joh|dr|Dr)\.(?={BLANK})"
    rf"|{_LETTER}[\w'’´]{{0,40}}(?:{DASH}{_LETTER}[\w'’´]{{0,40}}){{0,3}})"
)
_SMALL: Final = r"(?:von|van|de|der|af|av|la|el|al|bin)"
# A name within a line: «Kari Nordmann», «K. A. Nordmann», «Anne-Grete van der Li».
NAMED: Final = rf"{WORD}(?:{BLANK}(?:{_SMALL}{BLANK}){{0,2}}{WORD}){{0,4}}"
FULL: Final = rf"{WORD}(?:{BLANK}(?:{_SMALL}{BLANK}){{0,2}}{WORD}){{1,4}}"

ELECTED: Final = (
    r"(?i:(?:vara|fylkesvara|fylkes|konstituert[ \t]|fung\.[ \t]?)?ordfør(?:er|ar|aren|eren|arar"
    r"|ere)\b"
    r"|statsråd(?:en)?\b|\w*minister(?:en)?\b|byrådsle(?:der|iar)(?:en)?\b|bystyreordfører\b"
    r"|fylkesrådsle(?:der|iar)(?:en)?\b|stortingsrepresentant\b|sametingspresident(?:en)?\b"
    r"|sametingsråd\b|byråd(?:en)?\b(?![ \t]+for[ \t]+\w+avdeling))"
)
# Words of a body, a place or a post, which no person is called.
_BODY: Final = re.compile(
    r"(?i)(?:kommun\w*|herad\w*|fylke\w*|\w*politi\w*|\w+distrikt\w*|\w*avdeling\w*|\w*etat\w*"
    r"|\w*kontor\w*|\w*seksjon\w*|\w*råd(?:et)?|\w*utval\w*|\w+styre[rt]?|\w*lag(?:et)?|\w*foren\w*"
    r"|\w*foreining\w*|\w*forbund\w*|\w*parti(?:et)?|\w*skole\w*|\w*skule\w*|\w*barnehage\w*"
    r"|\w*departement\w*|\w*direktorat\w*|\w*helse\w*|\w*tjeneste\w*|\w*teneste\w*|\w*enhe[tn]\w*"
    r"|\w*eining\w*|\w*nemnd\w*|\w+hus(?:et)?|\w*senter\w*|\w*klubb\w*|\w*universitet\w*"
    r"|\w*brann\w*|\w*region\w*|\w*servicetorg\w*|\w*resepsjon\w*|\w*postmottak\w*|as|asa|sa|iks|kf"
    r"|høyre|høgre|venstre|sv|frp|rødt|krf|mdg|sp|ap|norge|noreg|nav)"
)
# Words that begin what follows a name.
_LABEL: Final = re.compile(
    r"(?i)(?:kopi|vedlegg|dato|telefon\w*|mobil\w*|tlf|mob|e-?post\w*|hilsen|helsing|med|for|fra"
    r"|frå|til|og|den|det|de|dette|vi|jeg|eg|svar\w*|høring\w*|høyring\w*|uttal\w*|innspel|innspill"
    r"|spørsmål|brev|sak\w*|møte\w*|vår|dykkar|deres|takk|ja|nei|i|på|om|som|er|har|se|sjå|ref)"
)
TITLE: Final = re.compile(
    r"(?i)(?:(?:kst|konst|konstituert|fung|fungerende|fungerande|ass|assisterende|assisterande|"
    r"spesial|senior|tidl)\.?[ \t]*)*(?:\w*rådgiv[ea]r\w*|\w*konsulent\w*|\w*sjef(?:en)?\b"
    r"|\w*direktør\w*|"
    r"\w*rådmann\w*|\w*le(?:der|iar)(?:en)?\b|\w*saksbehandl\w*|\w*sakshandsam\w*|\w*sekretær\w*|"
    r"\w*koordinator\w*|\w*kontakt(?:en)?\b|\w*lensmann\w*|\w*inspektør\w*|\w*rektor\w*|\w*lege"
    r"(?:n)?\b|"
    r"\w*advokat\w*|\w*jurist\w*|\w*planlegg[ea]r\w*|\w*ingeniør\w*|\w*medarbeid[ea]r\w*"
    r"|\w*utvikl[ea]r\w*|"
    r"\w*ansvarlig\b|\w*ansvarleg\b|\w*assistent\w*|\w*prosjektle\w*|\w*arkivar\w*"
    r"|\w*controller\w*|"
    r"\w*politi(?:mester|meister|stasjonssjef|førstebetjent)\w*|e\.?[ \t]?f\.?$|etter fullmakt"
    r"|sign\b)"
)
_ELECTED: Final = re.compile(rf"(?:[ \t]*\(?(?:sign\b\.?|/s/)\)?)?\W*(?:{ELECTED})")
_ELECTED_BEFORE: Final = re.compile(
    rf"(?<!\w)(?:{ELECTED})(?:[ \t]+(?:i[ \t]+)?{WORD}(?:[ \t]kommune)?)?[ \t,:–-]*$"
)
_BEHALF: Final = re.compile(r"(?i)(?<!\w)(?:for|f\.|e\.?[ \t]?f\.?|på[ \t]vegne?r?[ \t]av)[ \t]*$")


def person_in(written: str) -> str:
    """Return the name of a person that `written`, words as a name has them, begins with.

    Nothing when it is a body, a place or a post: «Eldrerådet», «Bodø kommune», «Rådgiver».
    """
    words = written.split()
    bare = [word.strip(".,") for word in words]
    ends = next((i for i, word in enumerate(bare) if _LABEL.fullmatch(word)), len(words))
    named = _first_words(written, ends)
    body = next((i for i, word in enumerate(bare[:ends]) if _BODY.fullmatch(word)), ends)
    if body < ends:
        # «Kari Nordmann Bodø kommune»: two words of a person at least, and one of a place.
        person = _first_words(written, min(body, 2))
        return person if body > 2 and is_person(person) else ""
    return "" if TITLE.fullmatch(named) else named


def _first_words(written: str, number: int) -> str:
    found = re.match(rf"(?:\S+\s*){{{number}}}", written)
    return found[0].rstrip() if found else ""


def may_be_person(name: str) -> bool:
    """Return whether `name`, written as a name, is all of it no body, place or post."""
    return person_in(name) == name


def is_known_person(name: str) -> bool:
    """Return whether the first name of `name` is one that people in Norway have."""
    return may_be_person(name) and is_person(name)


def in_office(text: str, start: int, end: int) -> bool:
    """Return whether the name from `start` to `end` is an elected leader's, by the title beside it.

    «For ordføreren» before a name is another's signature.
    """
    after = text[end : end + 60]
    if _ELECTED.match(after):
        return True
    before = text[max(0, start - 60) : start]
    title = _ELECTED_BEFORE.search(before)
    return title is not None and not _BEHALF.search(before[: title.start()])
