"""Kommune: everything about one municipality, what it said, what was advised and decided."""

import streamlit as st
from markupsafe import Markup

from pages.parts.answers.ways import EVERY_MEASURE
from pages.parts.cards import show
from pages.parts.cards.coded import answers_behind
from pages.parts.choosing import places
from pages.parts.drawing.document import write
from pages.parts.drawing.figures import opening
from pages.parts.drawing.layout import columns, joined
from pages.parts.openings import profile
from pages.parts.openings.texts import municipality
from pages.parts.reading.language import _
from pages.parts.reading.reader import Reader
from pages.parts.reading.session import current


def page(reader: Reader) -> Markup:
    facts = next(iter(reader.ask("kommune_fakta").to_dicts()), None)
    steps = places.steps(reader) if facts else ""
    top = Markup('<div class="kommunevalg">{}{}</div>').format(places.find_box(reader), steps)
    if facts is None:
        said = opening(reader, municipality(reader)) + places.directory(reader)
        return top + said + answers_behind(reader, EVERY_MEASURE)
    left, right = profile.cards(reader, facts)
    three = columns(
        show(reader, "kommunekoder"),
        show(reader, "kommuneraad"),
        show(reader, "kommunebesluttet"),
        shares=(0.44, 0.28, 0.28),
    )
    return (
        top
        + columns(
            joined(profile.opening(reader, facts), three),
            joined(profile.place(reader, facts), show(reader, "kommunestasjoner")),
            shares=(0.7, 0.3),
        )
        + columns(show(reader, *left), show(reader, *right))
        + answers_behind(reader, EVERY_MEASURE)
    )


reader = current()
write("innhold", page, reader)
for name in reader.ask("kommune_fakta")["navn"]:
    st.set_page_config(page_title=f"{name} – {_('Kommune')} – Tjenestested")
