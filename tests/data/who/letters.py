"""Short letters, all of them invented, in the manner of real ones."""

from dataclasses import replace

from data.documents.document import Document

BODY = (
    "Viser til brev av 23.02.2022 om bedre polititjenester og beredskap.\n\n"
    "Kommunen venter mer trafikk og flere saker om rus blant unge.\n"
)
NYNORSK = (
    "Vi viser til brev frå departementet om betre polititenester.\n\n"
    "Kommunen er ikkje nøgd med bemanninga.\n"
)


def letter(
    text: str = BODY, *, fil: str = "svar.pdf", head: str | None = None, **rest: str
) -> Document:
    """Return a file with `text`; its first lines are the letterhead unless `head` is given."""
    first = "\n".join(text.splitlines()[:20]) if head is None else head
    return Document(fil, text, fil, letterhead=first, **rest)  # type: ignore[arg-type]


def page(title: str, text: str = BODY) -> Document:
    """Return a saved answer page with «Høringssvar fra `title`» as its heading."""
    return replace(letter(text, fil="svar.html", head=""), title=title)
