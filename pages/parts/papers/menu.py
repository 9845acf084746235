"""The way to the papers from the head of every page."""

from typing import Final

from pages.parts.language import _
from pages.parts.reader import Reader

# The pages that have a paper, by their address, and what the paper is called there.
SIDES: Final = {
    "": "oversikt",
    "bemanning": "bemanning",
    "lokaler": "lokaler",
    "tilgjengelighet": "tilgjengelighet",
    "utfordringer": "utfordringer",
    "tjenestesteder": "tjenestesteder",
    "plassering": "plassering",
    "politidistrikt": "politidistrikt",
}


def papers(reader: Reader) -> list[tuple[str, str]]:
    """Return the papers of the reader's page, each with its name and address."""
    view = reader.view
    if reader.path == "kommune":
        sheet = [(_("Kommuneark, PDF"), view.url(f"/last-ned/kommune-{view.kommune}.pdf"))]
        every = [(_("Alle kommuneark i utvalget, ZIP"), view.url("/last-ned/kommuner.zip"))]
        return (sheet if view.kommune else []) + every
    side = SIDES.get(reader.path)
    if side is None:
        return []
    found = [
        (name, f"{view.url(f'/last-ned/notat.{form}')}&side={side}")
        for name, form in ((_("Notat, PDF"), "pdf"), (_("Word"), "docx"), (_("PowerPoint"), "pptx"))
    ]
    if side == "politidistrikt":
        found.append((_("Kommuneark, ZIP"), view.url("/last-ned/kommuner.zip")))
    return found
