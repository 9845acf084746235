"""What is left out of an answer before anybody reads it: names, numbers and addresses of persons.

The answers are public, but a person named at the head or foot of one did not write to our readers.
"""

import re
from typing import Final

NAME: Final = "[navn utelatt]"
PHONE: Final = "[telefonnummer utelatt]"
EMAIL: Final = "[e-postadresse utelatt]"
NATIONAL_ID: Final = "[fødselsnummer utelatt]"

_WORD: Final = r"[A-ZÆØÅ](?:\.|[\w'’-]+)"
_NAMED: Final = rf"{_WORD}(?:[ \t]+{_WORD}){{0,3}}"
_ROLE: Final = (
    r"(?:(?:vår|deres|dykkar)[ \t]+)?"
    r"(?:saksbehandler|sakshandsamar|saksansvarlig|saksansvarleg|kontaktperson)"
)
_GREETING: Final = (
    r"(?:(?:med[ \t]+)?(?:vennlig|venleg|beste|hjertelig)[ \t]+(?:hilsen|helsing)"
    r"|med[ \t]+(?:hilsen|helsing)|hilsen|helsing|mvh\.?)"
)
_RULES: Final = (
    # «Saksbehandler: …» at the start of a line: the whole line is about that person.
    (re.compile(rf"(?im)^([ \t]*{_ROLE}[ \t]*:[ \t]*)(?!\[)\S.*$"), rf"\1{NAME}"),
    # The same inside running text: as far as the words are names. Only the role ignores case.
    (re.compile(rf"((?i:\b{_ROLE})[ \t]*:[ \t]*){_NAMED}"), rf"\1{NAME}"),
    # The role as a heading, and the name on the line below.
    (re.compile(rf"(?m)^([ \t]*(?i:{_ROLE})[ \t]*\n[ \t]*){_NAMED}[ \t]*$"), rf"\1{NAME}"),
    # The lines under a greeting, as far as they are short.
    (
        re.compile(
            rf"(?m)^([ \t]*(?i:{_GREETING})[ \t]*,?[ \t]*\n(?:[ \t]*\n)*)"
            r"(?!\[)(?:[ \t]*[^\n]{1,60}(?:\n|\Z)){1,4}"
        ),
        rf"\1{NAME}\n",
    ),
    (re.compile(r"[\w.+-]+@[\w-]+(?:\.[\w-]+)+"), EMAIL),
    (re.compile(r"(?<![\d./-])\d{6}[ ]?\d{5}(?![\d/-])"), NATIONAL_ID),
    # Eight digits after a word that says what they are, whatever they begin with.
    (
        re.compile(
            r"((?i:\b(?:tlf|telefon|mobil|mob))\.?:?[ \t]*)(?:\+47[ \t]*)?(?:\d[ \t]?){7}\d\b"
        ),
        rf"\1{PHONE}",
    ),
    # Or grouped as telephone numbers are: 22 33 44 55, 900 11 222, 22334455. Amounts stand in
    # groups of three from the right, and dates begin with 19 or 20.
    (
        re.compile(
            r"(?<![\d.,/-])(?:(?:\+|00)47[ \t]*)?(?!19|20)[2-9]"
            r"(?:\d(?:[ \t]\d\d){3}|\d\d[ \t]\d\d[ \t]\d{3}|\d{7})(?![\d/]|[.,-]\d|[ \t]\d{2,3}\b)"
        ),
        PHONE,
    ),
)


def mask(text: str) -> str:
    """Return `text` with persons' names, telephone numbers and addresses replaced by a note.

    Masking twice changes nothing more. Paragraphs and their order stay as they are.
    """
    for pattern, note in _RULES:
        text = pattern.sub(note, text)
    return text
