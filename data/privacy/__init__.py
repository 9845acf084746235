"""What is left out of an answer before anybody reads it: names, numbers and addresses of persons.

The answers are public, but a person named at the head or foot of one did not write to our readers.
Elected leaders spoke in office and keep their names. The rules lie in `contact`, `identity` and
`people`; what they reach and do not reach is told in the
README beside this file.
"""

from collections.abc import Callable
from functools import lru_cache
from typing import Final

from data.privacy.addresses import without_addresses
from data.privacy.contact import without_emails, without_phones
from data.privacy.identity import without_accounts, without_birth_dates, without_national_ids
from data.privacy.people import without_names
from data.privacy.signatures import without_signatures

# In order: what is surest goes first, so that an account number is not half a telephone number,
# and an address is known by the name before it.
_RULES: Final[tuple[Callable[[str], str], ...]] = (
    without_emails,
    without_national_ids,
    without_accounts,
    without_birth_dates,
    without_phones,
    without_addresses,
    without_signatures,
    without_names,
)
# One name left out can leave two notes side by side, or a name after a note.
_ROUNDS: Final = 5


# A page shows the same passages again at every change of filter.
@lru_cache(maxsize=4096)
def mask(text: str) -> str:
    """Return `text` with persons' names, numbers and addresses replaced by a note.

    Masking twice changes nothing more. Paragraphs and their order stay as they are, and so does
    every character outside what is left out.
    """
    for _round in range(_ROUNDS):
        masked = text
        for rule in _RULES:
            masked = rule(masked)
        if masked == text:
            break
        text = masked
    return text
