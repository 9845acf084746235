"""The reader's language. Every shown text goes through `_` or `ngettext`.

Bokmål is the source language: a text is its own key. The catalogues of the others are text files in
`pages/locale/`, read the first time somebody needs them; `make texts` brings them up to date.

The language is held per thread, as Streamlit draws each reader's page in one of her own; threads
that anyio starts for a request inherit the request's. Whoever begins a piece of work says `speak`.
"""

from contextvars import ContextVar
from functools import cache
from gettext import GNUTranslations, NullTranslations
from io import BytesIO
from pathlib import Path
from typing import Final

from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po

from queries.view import LANGUAGES

LOCALE: Final = Path(__file__).resolve().parents[2] / "locale"
SOURCE: Final = LANGUAGES[0]
# What each language calls itself.
NAMES: Final = {"nb": "Bokmål", "nn": "Nynorsk", "en": "English"}

_SPOKEN: Final[ContextVar[str]] = ContextVar("language", default=SOURCE)


def speak(lang: str) -> None:
    """Use `lang` from here on in this thread; bokmål when there is no such language."""
    _SPOKEN.set(lang if lang in LANGUAGES else SOURCE)


def spoken() -> str:
    """Return the code of the language in use, such as «nb»."""
    return _SPOKEN.get()


def locale() -> str:
    """Return the language in use as office programs name it, such as «nb-NO»."""
    return "en-GB" if spoken() == "en" else f"{spoken()}-NO"


def _(text: str) -> str:
    """Return `text` in the reader's language."""
    return _catalogue(_SPOKEN.get()).gettext(text)


def ngettext(one: str, many: str, n: int) -> str:
    """Return `one` or `many` in the reader's language, as `n` demands."""
    return _catalogue(_SPOKEN.get()).ngettext(one, many, n)


def translated(text: str) -> bool:
    """Return whether the reader's language has words for `text`; bokmål has them all."""
    return spoken() == SOURCE or text in _keys(spoken())


def catalogue_file(lang: str) -> Path:
    """Return the file with the texts of `lang`."""
    return LOCALE / lang / "LC_MESSAGES" / "tjenestested.po"


@cache
def _keys(lang: str) -> frozenset[str]:
    with catalogue_file(lang).open("rb") as file:
        return frozenset(m.id for m in read_po(file, locale=lang) if isinstance(m.id, str))


@cache
def _catalogue(lang: str) -> NullTranslations:
    if lang == SOURCE:
        return NullTranslations()
    with catalogue_file(lang).open("rb") as file:
        texts = read_po(file, locale=lang)
    compiled = BytesIO()
    write_mo(compiled, texts)
    compiled.seek(0)
    return GNUTranslations(compiled)
