"""Street addresses of persons. Those of town halls and offered rooms stay: nobody lives there.

An address is a person's when a word says so («bosatt i», «privat»), or a person's name stands
before it.
"""

import re
from typing import Final

from data.privacy.names import FULL, WORD, in_office, is_known_person
from data.privacy.notes import ADDRESS, BLANK, DASH, NAME

_NUMBER: Final = (
    rf"\d{{1,4}}(?!\d|{BLANK}\d{{3}}(?!\d))(?:{BLANK}?[A-Za-z](?!\w))?(?:,?{BLANK}?H\d{{4}})?"
)
_ENDS: Final = (
    r"(?:veien|vegen|vei|veg|gaten|gata|gate|gt\.?|allé|alle|alléen|stien|sti|bakken|bakke|lia|"
    r"plass|plassen|torget|torg|tunet|tun|haugen|åsen|svingen|kroken|løkka|ringen|terrasse|"
    r"faret|grenda|kleiva|brygge|brygga|kaia|jordet|enga|marka|moen|neset|odden|vollen|"
    r"v\.|vn\.)"
)
_TOWN: Final = rf"\d{{4}}{BLANK}+{WORD}(?:{BLANK}+(?:i{BLANK}+)?{WORD}){{0,2}}"
_POSTAL: Final = rf"(?:,?[ \t\n]{{1,3}}{_TOWN})?"
_STREET: Final = rf"(?:[\wÆØÅæøå.'’-]+{BLANK}+){{0,3}}?[\wæøåÆØÅ.'’-]*{_ENDS}{BLANK}+{_NUMBER}"
_PLACE: Final = rf"{WORD}(?:{BLANK}{WORD}){{0,2}}{BLANK}\d{{1,3}}(?:{BLANK}?[A-Za-z](?!\w))?"
_CLOSES: Final = rf"(?={BLANK}*(?:[,.;)\n]|$)|{BLANK}+(?:i|og|på|med)\b)"

_LABELLED: Final = re.compile(
    r"(?P<before>(?<!\w)(?i:(?:privat|hjemme|heime|bosteds|bustads?|bopels"
    r"|folkeregistrert{b}?)-?{b}?(?:adresse(?:n)?|adr\.)"
    r"|adresse{b}\(?privat\)?|min{b}adresse|adressa?{b}mi|privat){b}*(?::|er|(?<=e|\.)(?={b}[A-ZÆØÅ])){b}*)"
    r"(?!\[)(?=[^\n]{0,80}\d)[^\n]{{3,80}}?(?=[.;]?(?:\n|$)|\.{b}|;)".replace("{b}", BLANK)
    .replace("{{", "{")
    .replace("}}", "}")
)
_LIVES: Final = re.compile(
    rf"(?P<before>(?<!\w)(?i:bosatt|busett|bosett|bor|bur|buande|bodde|budde|boende|oppvokst"
    rf"|hjemme|heime)"
    rf"{BLANK}+(?:(?i:fast|der|også){BLANK}+)?(?:(?i:i|på|ved|in){BLANK}+)?"
    rf"(?:{WORD}(?:{BLANK}\w+){{0,2}},{BLANK})?)"
    rf"(?P<address>(?:{_STREET}|{_PLACE}{_CLOSES}){_POSTAL})"
)
_NAMED: Final = re.compile(
    rf"(?P<name>{FULL}|{re.escape(NAME)})"
    rf"(?P<between>,?[ \t\n]{{1,3}}|,?{BLANK}*\(|{BLANK}?{DASH}{BLANK}?)"
    rf"(?P<address>(?:{_STREET}|{_PLACE}(?=,?[ \t\n]{{1,3}}\d{{4}}{BLANK}+[A-ZÆØÅ])){_POSTAL})"
)


def without_addresses(text: str) -> str:
    """Return `text` with addresses of persons left out, and the name before one."""
    text = _LABELLED.sub(rf"\g<before>{ADDRESS}", text)
    text = _LIVES.sub(lambda found: found["before"] + _noted(found["address"]), text)
    return _NAMED.sub(_unaddressed, text)


def _unaddressed(found: re.Match[str]) -> str:
    name = found["name"]
    if name != NAME and not is_known_person(name):
        return found[0]
    kept = name if in_office(found.string, found.start(), found.end("name")) else NAME
    return f"{kept}{found['between']}{_noted(found['address'])}"


def _noted(address: str) -> str:
    """Return a note for each line of `address`."""
    return "\n".join(ADDRESS for _line in address.split("\n"))
