"""The decision paper as a PDF: two pages for up to six places, and the places one by one."""

from pages.parts.papers.briefing import nothing
from pages.parts.papers.decision import Decision
from pages.parts.papers.pdf import about, section
from pages.parts.papers.typesetting import typeset
from pages.parts.reading.language import _


def decision_pdf(made: Decision) -> bytes:
    """Return the paper as a tagged PDF: finding, map, tables, limits of the model, each place."""
    paper = made.paper
    places, _grounds, effect, limits = paper.cards or (None,) * 4
    data = about(paper.title, paper.source) | {
        "where": paper.source.where,
        "basis": nothing() if paper.empty else paper.basis,
        "missing": paper.missing,
        "map": {"alt": paper.picture.alt} if paper.picture else None,
        "sections": [
            section(card, paper.source, bars=False) for card in (places, effect) if card is not None
        ],
        "limits": {
            "title": limits.title if limits else "",
            "text": " ".join(str(row[0]) for row in limits.table.rows) if limits else "",
        },
        "each": _("Stedene ett for ett"),
        "unquoted": _("Svaret har ikke noe utdrag om dette, eller kommunen har ikke svart."),
        "places": [
            {
                "name": place.name,
                "lines": [{"name": name, "text": text} for name, text in place.lines],
                "reasons": place.reasons,
                "passage": place.passage,
            }
            for place in made.places
        ],
    }
    return typeset("beslutning", data, paper.picture.svg if paper.picture else "")
