"""The card about why municipalities are dissatisfied."""

from collections.abc import Mapping, Sequence
from typing import Any

from pages.parts.answers.ways import opening
from pages.parts.drawing.bars import Bar, Part, bars
from pages.parts.drawing.card import Card
from pages.parts.drawing.colours import ink
from pages.parts.drawing.group_bars import drawn
from pages.parts.drawing.table import Column, Table, bound_columns, bounds
from pages.parts.reading.language import _, ngettext
from pages.parts.reading.markup import Markup
from pages.parts.reading.reader import Reader
from pages.parts.wording import words
from pages.parts.wording.answer_words import inline
from pages.parts.wording.claims import Standing, claim
from pages.parts.wording.numbers import listed, whole
from pages.parts.wording.rates import Rate


def reasons(reader: Reader) -> Card:
    """Return the reasons for being dissatisfied, selection against country."""
    labels = words.reasons()
    here = reader.ask("grunner").to_dicts()
    everywhere = {r["grunn"]: _rate(r) for r in reader.country.ask("grunner").to_dicts()}
    of = here[0]["misfornoyde"] if here else 0
    grey, blue = (ink("onsker", value, dark=reader.dark) for value in ("nei", "ja"))
    rows = [
        Bar(
            labels[row["grunn"]],
            (
                Part(
                    drawn(_rate(row)),
                    blue,
                    f"{labels[row['grunn']]}: {_rate(row).text}",
                    opening(reader, f"grunn:{row['grunn']}").link,
                ),
                Part(drawn(_without(row)), grey, _("oppgir ikke grunnen")),
            ),
            (_rate(row).text, whole(row["kommuner"]), everywhere[row["grunn"]].text),
            rate=_rate(row),
            value_links=(
                "",
                opening(reader, f"grunn:{row['grunn']}").link,
                opening(reader, f"grunn:{row['grunn']}", "landet").link,
            ),
        )
        for row in here
    ]
    title = _commonest(here, labels)
    heads = (_("Grunn"), _("Andel"), _("Kommuner"), _("Landet"))
    counted = Table.of(
        [
            Column(_("Grunn")),
            Column(_("Kommuner"), "whole"),
            Column(_("Av misfornøyde kommuner"), "whole"),
            Column(_("Andel"), "share"),
            *bound_columns(),
            Column(_("Andel i hele landet"), "share"),
        ],
        [
            (
                labels[row["grunn"]],
                row["kommuner"],
                row["misfornoyde"],
                _rate(row),
                *bounds(_rate(row)),
                everywhere[row["grunn"]],
            )
            for row in here
        ],
    )
    return Card(
        name="grunner",
        query="grunner",
        title=title,
        lead=_("Andel av kommunene som er misfornøyd med minst ett punkt; flere grunner er mulig")
        if here
        else _("Grunner som er gjengitt, står i merknaden til hver uttalelse")
        if reader.is_known
        else "",
        basis=ngettext(
            "{n} kommune er helt eller delvis misfornøyd",
            "{n} kommuner er helt eller delvis misfornøyd",
            of,
        ).format(n=whole(of))
        if here
        else "",
        table=counted,
        figure=bars(rows, heads, title) if here else Markup(""),
    )


def _commonest(rows: Sequence[Mapping[str, Any]], labels: Mapping[str, str]) -> str:
    """Return the reason that most give, as far as the answers carry it."""
    if not rows:
        return _("Ingen grunner er kodet i utvalget")
    found = claim([Standing.of_rate(row["grunn"], _rate(row)) for row in rows])
    rate = _rate(rows[0])
    if found.kind == "most":
        return _("{reason} er den vanligste grunnen til misnøye").format(reason=labels[found.code])
    if found.kind == "among":
        return _("{reason} er blant de vanligste grunnene til misnøye: {share}").format(
            reason=labels[found.code], share=rate.text
        )
    first, *rest = (labels[row["grunn"]] for row in rows if row["kommuner"] == rate.n)
    text = ngettext(
        "{reasons} oppgis av {n} av {of} misfornøyd kommune",
        "{reasons} oppgis av {n} av {of} misfornøyde kommuner",
        rate.of,
    )
    if rest:
        text = ngettext(
            "{reasons} oppgis like ofte: {n} av {of} misfornøyd kommune hver",
            "{reasons} oppgis like ofte: {n} av {of} misfornøyde kommuner hver",
            rate.of,
        )
    return text.format(
        reasons=listed([first, *map(inline, rest)]), n=whole(rate.n), of=whole(rate.of)
    )


def _rate(row: Mapping[str, Any]) -> Rate:
    """Return how many of the dissatisfied give a reason; the silent might all be dissatisfied."""
    of = row["misfornoyde"]
    return Rate(row["kommuner"], of, of + row["uavklarte"])


def _without(row: Mapping[str, Any]) -> Rate:
    given = _rate(row)
    return Rate(given.of - given.n, given.of, given.all)
