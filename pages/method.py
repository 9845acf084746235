"""Data og metode: what the figures rest on, where it comes from, and how to take it along."""

from data.versions import DATASETS
from pages.parts.cards import show
from pages.parts.cards.coded import answers_behind
from pages.parts.drawing import data_sections
from pages.parts.drawing.document import write
from pages.parts.drawing.figures import empty, key_figures, opening
from pages.parts.drawing.layout import columns, joined
from pages.parts.drawing.reading_guide import reading_guide
from pages.parts.drawing.writers import writers
from pages.parts.openings.texts import data
from pages.parts.papers.sheets_section import all_sheets
from pages.parts.reading.language import _
from pages.parts.reading.markup import Markup
from pages.parts.reading.reader import Reader
from pages.parts.reading.session import current
from queries import history


def page(reader: Reader) -> Markup:
    said = data(reader)
    coverage = empty(reader) if said.empty else show(reader, "dekning")
    aside = [name for name in ("avviste", "merknader") if name in said.cards]
    return (
        opening(reader, said)
        + key_figures(said.figures, reader)
        + columns(
            joined(coverage, data_sections.all_versions(reader)),
            show(reader, "kildefiler", *aside),
        )
        + Markup('<h2 class="del">{}</h2>').format(_("Andre tall om det samme"))
        + columns(
            show(reader, "innbyggerundersokelse"),
            show(reader, "svartelling"),
            show(reader, "ordforerundersokelse"),
        )
        + show(reader, "kilder")
        + columns(
            data_sections.downloads(reader),
            joined(
                reading_guide(reader),
                data_sections.bring_data(),
                data_sections.definitions(),
                data_sections.columns(),
                data_sections.licences(),
            ),
        )
    )


reader = current()
write("innhold", page, reader, *(tuple(history(dataset)) for dataset in DATASETS))
write("skrivere", writers(), reader)
write("bak", lambda reader: answers_behind(reader, ["svar"]), reader)
if not data(reader).empty:
    write("lister", all_sheets, reader)
