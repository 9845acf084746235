"""The notes that stand where something is left out, and the blanks that may stand inside it."""

from typing import Final

NAME: Final = "[navn utelatt]"
PHONE: Final = "[telefonnummer utelatt]"
EMAIL: Final = "[e-postadresse utelatt]"
NATIONAL_ID: Final = "[fødselsnummer utelatt]"
ACCOUNT: Final = "[kontonummer utelatt]"
BIRTH_DATE: Final = "[fødselsdato utelatt]"
ADDRESS: Final = "[adresse utelatt]"

# Within a line: a space, a tab, and the spaces that keep a number on one line.
BLANK: Final = r"[ \t\u00a0\u2007\u2009\u202f]"
# The strokes that people, phones and Word write for a hyphen.
DASH: Final = r"[-\u2010-\u2015\u2212]"
