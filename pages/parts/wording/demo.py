"""The words that tell invented answers from real ones."""

from pages.parts.reading.language import _


def demo_mark() -> str:
    """Return the words that say the answers are invented."""
    return _("DEMODATA – oppdiktede svar")
