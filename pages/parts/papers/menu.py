"""The way to the papers from the head of every page."""

from typing import Final

from pages.parts.papers.sides import BY_PATH
from pages.parts.reading.language import _
from pages.parts.reading.markup import Markup
from pages.parts.reading.reader import Reader

# The pages that end in a decision.
DECIDING: Final = ("kandidater", "plassering")


def papers(reader: Reader) -> list[tuple[str, str]]:
    """Return the papers of the reader's page, each with its name and address."""
    view, side = reader.view, BY_PATH.get(reader.path)
    if side is None:
        return []
    notes = {
        form: f"{view.url(f'/last-ned/notat.{form}')}&ark={side}"
        for form in ("pdf", "docx", "pptx")
    }
    every = (_("Kommuneark, ZIP"), view.url("/last-ned/kommuner.zip"))
    office = [(_("Word"), notes["docx"]), (_("PowerPoint"), notes["pptx"])]
    if side == "kommune":
        every = (_("Alle kommuneark i utvalget, ZIP"), every[1])
        sheet = (_("Kommuneark, PDF"), view.url(f"/last-ned/kommune-{view.kommune}.pdf"))
        return [sheet, *office, every] if view.kommune else [every]
    note = (_("Notat, PDF"), notes["pdf"])
    if side in DECIDING:
        return [*_decision(reader), note, *office]
    return [note, *office, every] if side == "politidistrikt" else [note, *office]


def _decision(reader: Reader) -> list[tuple[str, str]]:
    """Return the decision paper of the reader's choice, in its three forms."""
    names = {
        "pdf": _("Beslutningsgrunnlag, PDF"),
        "docx": _("Beslutningsgrunnlag, Word"),
        "pptx": _("Beslutningsgrunnlag, PowerPoint"),
    }
    return [
        (name, reader.view.url(f"/last-ned/beslutningsgrunnlag.{form}"))
        for form, name in names.items()
    ]


def choice(reader: Reader) -> Markup:
    """Return the way to where the cards of a deck are chosen, as HTML; it is a page, no file."""
    side = BY_PATH.get(reader.path)
    if side is None:
        return Markup("")
    link = f"{reader.view.url('/last-ned/velg-kort')}&ark={side}"
    return Markup('<a href="{}">{}</a>').format(link, _("Lysbilder med kort du velger"))
