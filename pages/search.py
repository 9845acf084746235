"""Søk: free text in all answers, with the words marked and counts per police district."""

from pages.parts.answers import hits
from pages.parts.cards import show
from pages.parts.cards.search import rows_of, with_rows
from pages.parts.choosing.controls import search_box
from pages.parts.drawing.card import foot, framed
from pages.parts.drawing.document import write
from pages.parts.drawing.figures import opening
from pages.parts.drawing.layout import columns, joined
from pages.parts.openings.texts import search
from pages.parts.reading.language import _
from pages.parts.reading.markup import Markup
from pages.parts.reading.reader import Reader
from pages.parts.reading.session import current
from queries.search import PAGE, Found, find


def page(reader: Reader) -> Markup:
    found = find(reader.version, reader.view)
    said = opening(reader, search(reader))
    if found.selection.height:
        label = _("Søk i svarene")
        said += search_box("q", label, label, reader, button=_("Søk"))
    if found.search.is_empty and found.selection.height:
        return columns(joined(said, hits.help_line()), Markup(""), shares=(0.62, 0.38))
    shown = listed(reader, found)
    if not shown:
        nothing = joined(said, hits.notes(found), hits.nothing(reader, found))
        return columns(nothing, Markup(""), shares=(0.62, 0.38))
    return columns(said + shown, show(reader, "sokedistrikt"), shares=(0.62, 0.38))


def listed(reader: Reader, found: Found) -> Markup:
    # A filter may leave fewer pages than the link asks for.
    side = min(reader.view.side, hits.last_page(found))
    numbers = found.hits["svar_nr"].slice(PAGE * (side - 1), PAGE).to_list()
    if not numbers:
        return Markup("")
    rows = rows_of(reader, numbers)
    parts = joined(
        hits.notes(found),
        hits.hit_list(reader, found, rows),
        hits.pages(reader, found, side),
        foot(with_rows(found, rows), reader),
    )
    return framed("sok", parts, reader)


write("innhold", page, current())
