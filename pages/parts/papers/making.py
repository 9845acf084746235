"""What is made for a reader in a process of its own: everything it needs comes with the call."""

import os
from collections.abc import Callable, Sequence
from typing import Final

from pages.parts.papers.briefing import Briefing, briefing
from pages.parts.papers.choice import form
from pages.parts.papers.decision import decision as decided
from pages.parts.papers.decision_pdf import decision_pdf
from pages.parts.papers.pdf import to_pdf
from pages.parts.papers.presentation import to_pptx
from pages.parts.papers.sheets import municipality_pdf
from pages.parts.papers.word import to_docx
from pages.parts.reading.language import speak
from pages.parts.reading.reader import Reader
from queries import available

Writer = Callable[[Briefing], bytes]
WRITERS: Final[dict[str, Writer]] = {"pdf": to_pdf, "docx": to_docx, "pptx": to_pptx}
# Those who read go before those who print.
NICENESS: Final = 10


def ready() -> None:
    """Load what all papers need, in a process that is to make them."""
    os.nice(NICENESS)
    available()


def note(reader: Reader, origin: str, side: str, chosen: Sequence[str], made_as: str) -> bytes:
    """Return page `side`, or the cards that are `chosen`, as a paper of the form `made_as`."""
    speak(reader.view.lang)
    return WRITERS[made_as](briefing(reader, side, origin, chosen, brief=made_as != "pptx"))


def decision(reader: Reader, origin: str, made_as: str) -> bytes:
    """Return the decision paper of the reader's choice in the form `made_as`."""
    speak(reader.view.lang)
    made = decided(reader, origin)
    return decision_pdf(made) if made_as == "pdf" else WRITERS[made_as](made.paper)


def municipality(reader: Reader, origin: str) -> bytes:
    """Return the sheet of the reader's municipality; raises `KeyError` when there is none such."""
    speak(reader.view.lang)
    return municipality_pdf(reader, origin)


def district(reader: Reader, origin: str) -> bytes:
    """Return the sheet of the reader's police district."""
    speak(reader.view.lang)
    return to_pdf(briefing(reader, "politidistrikt", origin))


def overview(reader: Reader, origin: str) -> bytes:
    """Return the sheet of Oversikt, which says so when nothing is selected."""
    speak(reader.view.lang)
    return to_pdf(briefing(reader, "oversikt", origin))


def choice(reader: Reader, side: str) -> bytes:
    """Return the form where the cards of a deck of page `side` are chosen."""
    speak(reader.view.lang)
    return form(reader, side).encode()
