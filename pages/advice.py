"""Råd: a police district's municipalities, what they said, and what the district advises."""

from pages.parts.cards import show
from pages.parts.drawing.document import write
from pages.parts.drawing.figures import opening
from pages.parts.drawing.layout import columns, joined
from pages.parts.openings.texts import advice
from pages.parts.reading.language import _
from pages.parts.reading.markup import Markup
from pages.parts.reading.reader import Reader
from pages.parts.reading.session import current
from pages.parts.writing.advice_form import advice_form
from pages.parts.writing.advice_list import heading, own_places, places, publishing
from pages.parts.writing.advised import advised, visible
from queries.advice import Advice, author


def page(reader: Reader, seen: tuple[Advice, ...]) -> Markup:
    if reader.access and reader.access.publishes:
        return publishing(reader, seen) + advised(reader, seen)
    if not author(reader.access):
        return opening(reader, advice(reader))
    rows = own_places(reader).ask("distrikt_kommuner").to_dicts()
    return heading(reader, rows, seen) + columns(
        places(reader, rows, seen), one(reader, rows, seen), shares=(0.5, 0.5)
    )


def one(reader: Reader, rows: list[dict[str, str]], seen: tuple[Advice, ...]) -> Markup:
    names = {row["kommunenummer"]: row["navn"] for row in rows}
    number = reader.view.kommune
    if number not in names:
        return Markup('<p class="velg">{}</p>').format(_("Velg en kommune i listen."))
    about = [each for each in seen if each.kommunenummer == number]
    own = next((each for each in about if each.fra == author(reader.access)), None)
    others = [each for each in about if each != own]
    return joined(
        Markup("<h2>{}</h2>").format(names[number]),
        advice_form(reader, number, names[number], own),
        advised(reader, others, named=False),
        show(reader, "kommuneraad", "kommunekoder", "kommunelokaler", "kommunestasjoner"),
    )


reader = current()
write("innhold", page(reader, visible(reader)), reader)
