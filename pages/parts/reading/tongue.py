"""Texts in a language of their own, whatever the reader's: each says which, where it is shown."""

from typing import Final, Self

from pages.parts.reading.language import SOURCE, _, translated
from pages.parts.reading.markup import Markup

# What a source says of its text; Norwegian is all that is known of the rest.
_LANGUAGES: Final = {"bokmaal": "nb", "nynorsk": "nn"}
NORWEGIAN: Final = "no"


class Written(str):
    """A text in the language `lang`, which need not be the page's."""

    lang: str

    def __new__(cls, text: str, lang: str) -> Self:
        """Return `text` as one in `lang`."""
        made = super().__new__(cls, text)
        made.lang = lang
        return made


def quoted(text: str | None, malform: str | None = None) -> Written | None:
    """Return what somebody wrote, in the language its source says, None when there is nothing."""
    return Written(text, lang_of(malform)) if text else None


def registered(text: str | None) -> str | None:
    """Return a text of a register in the reader's language, or as the bokmål it is.

    Only the registers that come with the program are translated.
    """
    if not text:
        return None
    return _(text) if translated(text) else Written(text, SOURCE)


def lang_of(malform: str | None) -> str:
    """Return the language tag of a text whose source says `malform`."""
    return _LANGUAGES.get(malform or "", NORWEGIAN)


def attribute(text: object) -> Markup:
    """Return the HTML attribute that says which language `text` is in, where it is its own."""
    if isinstance(text, Written):
        return Markup(' lang="{}"').format(text.lang)
    return Markup("")
