"""Short letters, all of them invented, in the manner of real ones."""

import datetime as dt

from data.documents.document import Document
from data.documents.who import Sender

BODY = (
    "Viser til brev av 23.02.2022 om bedre polititjenester og beredskap.\n\n"
    "Kommunen venter mer trafikk og flere saker om rus blant unge.\n"
)
NYNORSK = (
    "Vi viser til brev frå departementet om betre polititenester.\n\n"
    "Kommunen er ikkje nøgd med bemanninga.\n"
)


def letter(
    text: str = BODY,
    *,
    fil: str = "svar.pdf",
    head: str | None = None,
    title: str = "",
    page_header: str = "",
    mail_from: str = "",
    received: dt.date | None = None,
) -> Document:
    """Return a file with `text`; its first lines are the letterhead unless `head` is given."""
    first = "\n".join(text.splitlines()[:20]) if head is None else head
    return Document(
        fil=fil,
        text=text,
        kilde=fil,
        title=title,
        letterhead=first,
        page_header=page_header,
        mail_from=mail_from,
        received=received,
    )


def page(title: str, text: str = BODY) -> Document:
    """Return a saved answer page with «Høringssvar fra `title`» as its heading."""
    return letter(text, fil="svar.html", head="", title=title)


def kommune(found: Sender) -> tuple[str, tuple[str, ...]]:
    """Return what kind `found` is, and the municipalities it is from."""
    return found.avsendertype, found.kommunenumre
