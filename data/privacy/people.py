"""Names of those who handled a case or wrote as themselves, known by the words beside them."""

import re
from collections.abc import Callable
from typing import Final

from data.privacy.names import (
    FULL,
    NAMED,
    WORD,
    in_office,
    is_known_person,
    may_be_person,
    person_in,
)
from data.privacy.notes import DASH, NAME

_HANDLER: Final = (
    r"(?i:(?:(?:vår|deres|dykkar|ansvarlig|ansvarleg)[ \t]{1,9})?"
    r"(?:saksbehandl(?:er|ar|ere|arar|eren|aren)|sakshandsam(?:ar|arar|aren)|saksbeh\.?"
    r"|sakshands\.?|saksutre(?:der|iar)\w*|saksutgreiar\w*|saksansvarl(?:ig|eg)"
    r"|kontaktperson(?:en)?))"
)
_BY: Final = (
    r"(?i:(?:behandl|handsam|utarbeid|skrev|skriv|før|godkjen|signer|underskrev|underskriv|"
    r"utform|innsend|sendt|elektronisk godkjen|ført i penn|forfatt|utred|utgrei|forbered|førebu"
    r"|laget|laga)\w*"
    r"(?:[ \t](?:i[ \t]pennen|inn|elektronisk|digitalt))?"
    r"[ \t]{1,9}a[vf]|referent|innsender|innsendar|underskrift|signatur|kontakt|namn|navn|"
    r"(?:hørings|høyrings)?(?:uttalelse|uttale|uttaling|svar|innspill?|brev|innspel|klage"
    r"|merknad)[ \t]fr[aå]|(?:rett|still|vend)(?:es|ast)[ \t]til"
    r"|svart[ \t]av|utfylt[ \t]av|fylt[ \t]ut[ \t]av|besvart[ \t]av)"
)
_POST: Final = (
    r"(?i:(?:(?:kst|konst|konstituert|fungerende|fungerande|ass|assisterende)\.?[ \t])?"
    r"(?:\w*rådgiv[ea]r(?:en)?|\w*konsulent(?:en)?|\w*direktør(?:en)?|rådmann(?:en)?|"
    r"\w*sjef(?:en)?|\w*koordinator(?:en)?|\w*sekretær(?:en)?|politikontakt(?:en)?|"
    r"lensmann(?:en)?|"
    r"(?:ansvarlig|ansvarleg|dagl[ei]g|fagl[ei]g|nærmeste|næraste)[ \t]le(?:der|iar)"
    r"|(?:virksomhets|verksemds|seksjons|tjeneste|teneste|prosjekt)le(?:der|iar)(?:en)?"
    r"|enhetsle[di]\w+|einingsleiar(?:en)?|avdelingsle[di]\w+|rektor|referent|kommunelege"
    r"(?:n)?|"
    r"politimester(?:en)?|politimeister(?:en)?|jurist(?:en)?))"
)
_SELF: Final = (
    r"(?i:jeg[ \t]heter|eg[ \t]heiter|(?:mitt[ \t]na[mv]n|na[mv]net[ \t]mitt"
    r"|namnet[ \t]mitt)[ \t]er"
    r"|undertegnede,?|underteikna,?|underskrivne,?)"
)
# «Saksbehandler: …» at the start of a line: all of it, as far as the next column, is that person.
_HANDLER_LINE: Final = re.compile(
    rf"(?m)^(?P<before>[ \t]{{0,9}}{_HANDLER}[ \t]{{0,9}}"
    rf"(?:/[ \t]{{0,9}}\w+[ \t]{{0,9}})?:[ \t]{{0,9}})(?!\[|\s)(?P<said>\S.*?)(?=\t|[ ]{{2,}}\S|$)"
)
# The role as a heading, and the name on the line below.
_HANDLER_ABOVE: Final = re.compile(
    rf"(?m)^(?P<before>[ \t]{{0,9}}{_HANDLER}[ \t]{{0,9}}:?[ \t]{{0,9}}\n[ \t]{{0,9}}"
    rf"(?:\n[ \t]{{0,9}})?)(?P<name>{NAMED})(?=[ \t]{{0,9}}(?:$|,))"
)
_AFTER_HANDLER: Final = re.compile(
    rf"(?P<before>(?<!\w){_HANDLER}[ \t]{{0,9}}(?:[:,|–-]|(?:[a-zæøå]+[ \t]){{0,3}}er\b)?"
    rf"[ \t]{{0,9}})(?P<name>{FULL})"
)
# The role as the first of several headings, and the name first on the line below.
_HANDLER_FIRST: Final = re.compile(
    rf"(?m)^(?P<before>[ \t]{{0,9}}{_HANDLER}[ \t]{{1,9}}[^\n]{{1,60}}\n[ \t]{{0,9}})"
    rf"(?P<name>{FULL})(?=[ \t]{{1,9}}[\d(]|\t|[ ]{{2}}|[ \t]{{0,9}}$)"
)
_AFTER_COLON: Final = re.compile(
    rf"(?P<before>(?<!\w){_HANDLER}[ \t]{{0,9}}:[ \t]{{0,9}})(?P<name>{NAMED})"
)
_AFTER_BY: Final = re.compile(
    rf"(?P<before>(?<!\w){_BY}[ \t]{{0,9}}:?[ \t\n]{{1,2}})(?P<name>{FULL})"
)
_AFTER_POST: Final = re.compile(
    rf"(?P<before>(?<!\w){_POST}(?:[ \t](?:for|i)[ \t][a-zæøå]+)?[ \t,:]{{1,9}})(?P<name>{FULL})"
)
_AFTER_SELF: Final = re.compile(rf"(?P<before>(?<!\w){_SELF}[ \t]{{1,9}})(?P<name>{NAMED})")
_AFTER_V: Final = re.compile(
    rf"(?P<before>(?<!\w)(?:(?:v|ved|V)/|(?<![.])v\.[ \t])[ \t]{{0,9}}"
    rf"(?:(?!{NAMED})[\w-]+[ \t]{{1,9}})?)"
    rf"(?P<name>{NAMED})"
)
# «Fra: Kari Nordmann», «Kopi: Kari Nordmann»: the heads of an e-mail and of an archive's sheet.
_ADDRESSED: Final = re.compile(
    r"(?m)(?P<before>^[ \t>*]{0,9}(?i:fra|frå|from|til|to|kopi(?:[ \t]til)?|cc|bcc|sendt[ \t]fr[aå]"
    r"|(?:arkiv)?ansvarl(?:ig|eg)|avsend(?:er|ar)|mottak(?:er|ar))[ \t]{0,9}:?[ \t]{1,9})"
    rf"(?P<name>{FULL}|{WORD},[ \t]{WORD})"
)
# Another name in the same list: «[navn utelatt] og Ola Hansen».
_IN_LIST: Final = re.compile(
    rf"(?P<before>{re.escape(NAME)}[ \t]{{0,9}}(?:,|og|&|/)[ \t]{{0,9}})(?P<name>{NAMED})"
)
# One more name on the line below.
_BELOW: Final = re.compile(
    rf"(?m)(?P<before>{re.escape(NAME)}[ \t]{{0,9}}\n[ \t]{{0,9}})(?P<name>{FULL})(?=[ \t]{{0,9}}$)"
)
# «Kari Nordmann, rådgiver», and the name above a post that is no elected one.
_BEFORE_POST: Final = re.compile(
    rf"(?m)^(?P<before>[ \t]{{0,9}})(?P<name>{FULL})(?=(?:,[ \t]{{0,9}}"
    rf"|[ \t]{{0,9}}{DASH}[ \t]{{0,9}}|[ \t]{{0,9}}\n[ \t]{{0,9}}){_POST}\b)"
)
_BEFORE_MARK: Final = re.compile(
    rf"(?P<before>)(?P<name>{FULL})(?=[ \t]{{0,9}}(?:,[ \t]{{0,9}})?(?:\(?(?:sign\b\.?"
    rf"|e\.[ \t]?f\.)\)?|\n[ \t]{{0,9}}e\.[ \t]?f\.))"
)
_AFTER_MARK: Final = re.compile(
    rf"(?P<before>(?<!\w)(?i:sign\.?|e\.[ \t]?f\."
    rf"|etter[ \t]{{1,9}}fullmakt),?[:/]?[ \t\n]{{0,2}})(?P<name>{FULL})"
)
_NAMED: Final = re.compile(NAMED)
_BEFORE_BIRTH: Final = re.compile(
    rf"(?P<before>)(?P<name>{FULL})(?=,?[ (]{{1,3}}(?:[fF]\.|født|fødd)[^\n]{{0,12}}\[fødselsdato)"
)
_KNOWN: Final = (_HANDLER_FIRST, _AFTER_BY, _AFTER_POST, _BEFORE_POST, _IN_LIST)
_WRITTEN: Final = (
    _HANDLER_ABOVE,
    _AFTER_HANDLER,
    _AFTER_COLON,
    _AFTER_SELF,
    _BEFORE_MARK,
    _BEFORE_BIRTH,
    _AFTER_MARK,
)


def without_names(text: str) -> str:
    """Return `text` without the names of case workers and of those who present themselves."""
    text = _HANDLER_LINE.sub(_handled, text)
    for pattern in _WRITTEN:
        text = _left_out(pattern, text, may_be_person)
    for pattern in _KNOWN:
        text = _left_out(pattern, text, is_known_person)
    while (fewer := _left_out(_BELOW, text, is_known_person)) != text:
        text = fewer
    text = _ADDRESSED.sub(_addressed, text)
    return _left_out(_AFTER_V, text, _is_somebody)


def _is_somebody(name: str) -> bool:
    # «v/Rådhuset» and «v/Bodø» are places.
    return may_be_person(name) and (" " in name or is_known_person(name))


def _addressed(found: re.Match[str]) -> str:
    """Return the line without its name, also where the surname stands first."""
    last, comma, first = found["name"].partition(", ")
    name = f"{first} {last}" if comma else person_in(last)
    end = found.end("name") if comma else found.start("name") + len(name)
    if not is_known_person(name) or in_office(found.string, found.start("name"), end):
        return found[0]
    return found["before"] + NAME + found.string[end : found.end()]


def _handled(found: re.Match[str]) -> str:
    """Return the line of a case worker without what it says, unless that is a body or no name."""
    said = found["said"]
    named = _NAMED.match(said)
    if named:
        return found["before"] + NAME if person_in(named[0]) else found[0]
    return found["before"] + NAME if is_known_person(said.title()) else found[0]


def _left_out(pattern: re.Pattern[str], text: str, is_meant: Callable[[str], bool]) -> str:
    def noted(found: re.Match[str]) -> str:
        start = found.start("name")
        name = person_in(found["name"])
        end = start + len(name)
        if not name or not is_meant(name) or in_office(found.string, start, end):
            return found[0]
        return found["before"] + NAME + found.string[end : found.end()]

    return pattern.sub(noted, text)
