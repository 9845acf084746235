"""The words of Streamlit's own that a reader meets, in Norwegian.

Streamlit has no translations. Its scripts are served from here, so a text in them that stands as a
literal of its own is replaced on the way out; a test fails when an upgrade has lost one of them.
Browsers keep the scripts by name: a changed word reaches earlier readers with the next upgrade.
"""

import re
from functools import lru_cache
from typing import Final

from pages.server.content import Content

WORDS: Final = {
    "Skip to main content": "Hopp til innholdet",
    "Page not found": "Fant ikke siden",
    "The page that you have requested does not seem to exist": "Siden du ba om, finnes ikke",
    "${t}. Running the app's main page.": "${t}. Forsiden vises i stedet.",
    "Connecting": "Kobler til",
    "Connecting to Streamlit server": "Kobler til serveren",
    "Connection error": "Fikk ikke kontakt med serveren",
    "Link to heading": "Lenke til overskriften",
    "Choose an option": "Velg",
    "Choose options": "Velg en eller flere",
    "Select all": "Velg alle",
    "Clear all": "Fjern alle",
    "Clear value": "Fjern valget",
    "No results": "Ingen treff",
    "Show/hide columns": "Vis eller skjul kolonner",
    "Download as CSV": "Last ned som CSV",
    "Close fullscreen": "Lukk fullskjerm",
    "Copy to clipboard": "Kopier",
    "Copied": "Kopiert",
}

_ENGLISH: Final = re.compile(b"`(" + b"|".join(re.escape(text.encode()) for text in WORDS) + b")`")


@lru_cache(maxsize=512)
def in_norwegian(script: Content) -> Content:
    """Return one of Streamlit's scripts with `WORDS` put in; the same one when it has none."""
    body = _ENGLISH.sub(lambda found: f"`{WORDS[found[1].decode()]}`".encode(), script.body)
    return script if body == script.body else Content(body, script.media_type)
