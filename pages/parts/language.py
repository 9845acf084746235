"""The reader's language. Every shown text goes through `_` or `ngettext`."""

from gettext import NullTranslations
from typing import Final

# Bokmål is the source language, so its catalogue is the texts themselves.
_SOURCE: Final = NullTranslations()


def _(text: str) -> str:
    """Return `text` in the reader's language."""
    return _SOURCE.gettext(text)


def ngettext(one: str, many: str, n: int) -> str:
    """Return `one` or `many` in the reader's language, as `n` demands."""
    return _SOURCE.ngettext(one, many, n)
