"""The municipality's sheet: one page with what it said, what was advised, decided, and how far."""

from dataclasses import replace
from typing import Any, Final

from pages.parts.choosing.places import full_name
from pages.parts.drawing.card import Card
from pages.parts.drawing.table import Column, Table
from pages.parts.openings import profile
from pages.parts.openings.every_card import EVERY_CARD
from pages.parts.papers.pdf import about, grid, section
from pages.parts.papers.placeimage import place_picture
from pages.parts.papers.quotes import FIELDS
from pages.parts.papers.source import source
from pages.parts.papers.telling import no_rows
from pages.parts.papers.text import clean
from pages.parts.papers.typesetting import typeset
from pages.parts.reading.language import _
from pages.parts.reading.reader import Reader
from pages.parts.wording import answer_words, words

Row = dict[str, Any]
PASSAGE: Final = 150
LISTED: Final = 230
# Of a table with many rows, those the sheet has room for.
MOST: Final = {"kommunelokaler": 4, "kommunestasjoner": 6}
ADVICE: Final = 2
# Characters on a line of the column with what was said.
SAID: Final = 72


def municipality_pdf(reader: Reader, origin: str) -> bytes:
    """Return the sheet of the municipality that the reader has chosen, as a PDF of one page.

    Raises `KeyError` when no such municipality exists.
    """
    found = reader.ask("kommune_fakta").to_dicts()
    if not found:
        raise KeyError(reader.view.kommune)
    facts = found[0]
    reader = replace(reader, path="kommune", narrow=False, dark=False)
    picture = place_picture(reader, facts["kommunenummer"], facts["navn"])
    named = _("{name} kommune").format(name=clean(facts["navn"]))
    # The sheet is about this municipality whatever the reader's filter lets through.
    made = replace(source(reader, origin), where=named)
    data = about(clean(profile.finding(facts)), made) | {
        "name": clean(full_name(facts)),
        "facts": _facts(facts),
        "map": {
            "alt": picture.alt,
            "caption": _("Tallene er de nærmeste tjenestestedene i dag"),
        },
        "said": _said(reader),
        "advised": _advised(EVERY_CARD["kommuneraad"](reader)),
        "decided": _decided(EVERY_CARD["kommunebesluttet"](reader)),
        "sections": [
            section(_short(EVERY_CARD[name](reader)), made, bars=False)
            for name in ("kommunestasjoner", "kommunelokaler", "kommunesammenlikning")
            if name != "kommunelokaler" or EVERY_CARD[name](reader).table.rows
        ],
    }
    return typeset("kommune", data, picture.svg)


def _facts(facts: Row) -> str:
    district = _("{name} politidistrikt").format(name=words.district_name(facts["politidistrikt"]))
    return clean(f"{district} · {profile.described(facts)}")


def _said(reader: Reader) -> dict[str, object]:
    """Return the five measures with their passages, and the rest of the codes as lists."""
    card = EVERY_CARD["kommunekoder"](reader)
    received = EVERY_CARD["kommuneinnspill"](reader)
    measures = {answer_words.field_name(field) for field in FIELDS.values()}
    rows = [row for row in card.table.rows if row[1] in measures]
    columns = [Column(_("Om")), Column(_("Kodet som")), Column(_("Slik står det i svaret"))]
    table = Table.of(
        columns, [(row[1], row[2], clean(row[3], PASSAGE) if row[3] else None) for row in rows]
    )
    channels = {answer_words.field_name(field) for field in answer_words.channels()}
    unsaid = {answer_words.wishes()["ikke_nevnt"], words.values("onsker")["ikke_besvart"]}
    lists: dict[str, list[str]] = {}
    for _question, field, value, *_rest in card.table.rows:
        if field in channels and value not in unsaid:
            asked = f"{str(field).lower()} {str(value).lower()}"
            lists.setdefault(_("Kanaler"), []).append(asked)
        elif field not in measures and field not in channels:
            lists.setdefault(str(field), []).append(str(value))
    return {
        "title": card.title,
        "received": clean(received.title, 200) + ".",
        "lists": [
            {"name": name, "text": clean(", ".join(values), LISTED)}
            for name, values in lists.items()
        ],
        **grid(table, [0, 1, 2], len(rows), room=SAID),
    }


def _advised(card: Card) -> dict[str, object]:
    rows = card.table.rows[:ADVICE]
    date = card.table.columns[2].text
    return {
        "title": card.title,
        "none": no_rows(card),
        "list": [
            {
                "what": clean(row[1], 80),
                "who": clean(f"{row[0]}, {date(row[2])}", 80),
                "text": clean(row[3] or "", PASSAGE),
            }
            for row in rows
        ],
    }


def _decided(card: Card) -> dict[str, object]:
    return {
        "title": card.title,
        "none": no_rows(card),
        "list": [
            {
                "what": clean(_("Nytt tjenestested: {place}").format(place=row[0]), 80),
                "who": clean(
                    _("kunngjort {date}, etableres {year}").format(date=row[1], year=row[2]), 80
                ),
                "text": clean(row[4] or "", 40),
            }
            for row in card.table.rows
        ],
    }


def _short(card: Card) -> Card:
    """Return `card` with the rows the sheet has room for."""
    most = MOST.get(card.name)
    if most is None or len(card.table.rows) <= most:
        return card
    return replace(card, table=Table(card.table.columns, card.table.rows[:most]))
