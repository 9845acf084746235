"""Cards about a search in the answers: the hits, and where they come from."""

from typing import Any

from pages.parts.answers import hits, snippets
from pages.parts.drawing.bars import Bar, Part, bars
from pages.parts.drawing.card import Card
from pages.parts.drawing.colours import ink
from pages.parts.drawing.group_bars import drawn
from pages.parts.drawing.table import Column, Table
from pages.parts.reading.language import _, ngettext
from pages.parts.reading.reader import Reader
from pages.parts.reading.tongue import quoted
from pages.parts.wording.claims import Standing, claim
from pages.parts.wording.letter import questions
from pages.parts.wording.numbers import FEW, whole
from pages.parts.wording.rates import Rate
from pages.parts.wording.words import district_name
from queries import ask, ask_briefly
from queries.search import PAGE, Found, find


def every_hit(reader: Reader) -> Card:
    """Return all answers that the search finds, the best first."""
    found = find(reader.version, reader.view)
    return with_rows(found, rows_of(reader, found.hits["svar_nr"].to_list()))


def rows_of(reader: Reader, numbers: list[int]) -> list[dict[str, Any]]:
    """Return the answers with `numbers`, in that order."""
    # Hundreds of whole answers are too much to keep beside what everybody asks.
    asked = ask if len(numbers) <= PAGE else ask_briefly
    found = asked(reader.version, "sok_tekst", reader.view, svar_nr=numbers)
    rows = {row["svar_nr"]: row for row in found.to_dicts()}
    return [rows[number] for number in numbers]


def by_district(reader: Reader) -> Card:
    """Return the hits by police district; all twelve, the chosen ones marked."""
    everywhere = reader.having(distrikt=())
    counts = find(reader.version, everywhere.view).by_district()
    rows = []
    for row in everywhere.ask("sok_distrikt").to_dicts():
        answers, kommuner = counts.get(row["politidistrikt"], (0, 0))
        rows.append((row["politidistrikt"], answers, kommuner, row["kommuner_svart"]))
    rows.sort(key=lambda row: (-row[2] / row[3] if row[3] else 1, -row[1]))
    grey, blue = (ink("onsker", value, dark=reader.dark) for value in ("nei", "ja"))
    figure = []
    for district, answers, kommuner, answered in rows:
        named, others = (Rate(n, answered, answered) for n in (kommuner, answered - kommuner))
        opens = reader.link(distrikt=(district,)) if answers else ""
        figure.append(
            Bar(
                district_name(district),
                (
                    Part(drawn(named), blue, _("nevner det: {n}").format(n=kommuner), opens),
                    Part(drawn(others), grey, _("nevner det ikke: {n}").format(n=others.n)),
                )
                if answered
                else (),
                (
                    _("{n} av {all}").format(n=whole(kommuner), all=whole(answered)),
                    whole(answers),
                ),
                opens,
                reference=district in reader.view.distrikt,
            )
        )
    title = _title(rows)
    return Card(
        name="sokedistrikt",
        query="sok_distrikt",
        title=title,
        lead=_("Kommuner med treff, av dem som har svart, og antall svar med treff"),
        basis=_answered(sum(row[3] for row in rows)),
        table=Table.of(
            [
                Column(_("Politidistrikt")),
                Column(_("Kommuner med treff"), "whole"),
                Column(_("Kommuner som har svart"), "whole"),
                Column(_("Andel"), "share"),
                Column(_("Svar med treff"), "whole"),
            ],
            [
                (
                    district_name(district),
                    kommuner,
                    answered,
                    Rate(kommuner, answered, answered),
                    answers,
                )
                for district, answers, kommuner, answered in rows
            ],
        ),
        figure=bars(figure, (_("Politidistrikt"), _("Kommuner"), _("Antall svar")), title),
        links=tuple(reader.link(distrikt=(row[0],)) for row in rows),
    )


def with_rows(found: Found, rows: list[dict[str, Any]]) -> Card:
    """Return the card of the hits with `rows` in its table: all of them, or those of one page."""
    return Card(
        name="sok",
        query="sok",
        title=hits.title(found),
        basis=ngettext("{n} svar", "{n} svar", found.hits.height).format(
            n=whole(found.hits.height)
        ),
        table=Table.of(
            [
                Column(_("Avsender")),
                Column(_("Kommuner")),
                Column(_("Politidistrikt")),
                Column(_("Spørsmål")),
                Column(_("Dato"), "date"),
                Column(_("Etter frist")),
                Column(_("Erstattet av et senere svar")),
                Column(_("Utdrag")),
            ],
            [
                (
                    hits.sender(row),
                    row["kommuner"] or [],
                    row["politidistrikter"] or [],
                    questions()[row["sporsmal"]],
                    row["dato"],
                    row["etter_frist"],
                    row["erstattet"],
                    quoted(snippets.excerpt(row["tekst"], found.search), row["malform"]),
                )
                for row in rows
            ],
        ),
        shown=PAGE,
    )


def _answered(n: int) -> str:
    return ngettext(
        "{n} kommune i utvalget har svart", "{n} kommuner i utvalget har svart", n
    ).format(n=whole(n))


def _title(rows: list[tuple[str, int, int, int]]) -> str:
    # A handful of hits is chance, and a district of two municipalities is no district to rank.
    rates = {district: Rate(kommuner, of, of) for district, _hits, kommuner, of in rows}
    found = claim([Standing.of_rate(district, rate) for district, rate in rates.items()])
    if found.kind != "most" or rates[found.code].n < FEW // 2:
        return _("Treff etter politidistrikt")
    return _("Vanligst i {district}: {share} av kommunene som svarte").format(
        district=district_name(found.code), share=rates[found.code].text
    )
