"""Kommune: everything about one municipality, what it said, what was advised and decided."""

import streamlit as st

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
from pages.parts.reading.markup import Markup
from pages.parts.reading.reader import Reader
from pages.parts.reading.session import current
from pages.parts.writing.advised import advised, visible
from queries.advice import Advice


def page(reader: Reader, seen: tuple[Advice, ...]) -> Markup:
    facts = next(iter(reader.ask("kommune_fakta").to_dicts()), None)
    steps = places.steps(reader) if facts else ""
    top = Markup('<div class="kommunevalg">{}{}</div>').format(places.find_box(reader), steps)
    if facts is None:
        said = opening(reader, municipality(reader)) + places.directory(reader)
        return top + said
    left, right = profile.cards(reader, facts)
    # What it said itself to the left, from the top; what others say and know of it to the right.
    return top + columns(
        joined(profile.opening(reader, facts), show(reader, "kommunekoder", *left)),
        joined(
            show(reader, "kommuneraad"),
            advised(reader, seen, [facts["kommunenummer"]], named=False),
            show(reader, "kommunebesluttet"),
            profile.place(reader, facts),
            show(reader, "kommunestasjoner", *right),
        ),
        shares=(0.58, 0.42),
    )


reader = current()
seen = visible(reader)
write("innhold", lambda reader: page(reader, seen), reader, seen)
write("bak", lambda reader: answers_behind(reader, EVERY_MEASURE), reader)
for name in reader.ask("kommune_fakta")["navn"]:
    st.set_page_config(page_title=f"{name} – {_('Kommune')} – Tjenestested")
