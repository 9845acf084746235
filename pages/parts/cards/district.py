"""Cards about one police district: its municipalities one by one, and it beside the country."""

from dataclasses import replace

from pages.parts.answers.ways import every_answer, in_focus, opening
from pages.parts.cards.satisfaction import unhappy_in_part
from pages.parts.drawing import heat
from pages.parts.drawing.bars import bars, legend
from pages.parts.drawing.card import Card
from pages.parts.drawing.colours import ink
from pages.parts.drawing.group_bars import bar, said
from pages.parts.drawing.table import Column, Table, bound_columns, bounds
from pages.parts.reading.language import _, ngettext
from pages.parts.reading.reader import Reader
from pages.parts.wording import answer_words, findings, words
from pages.parts.wording.answered import who_answered
from pages.parts.wording.claims import compare
from pages.parts.wording.distance import distance
from pages.parts.wording.groups import SEGMENTS, Group, everyone
from pages.parts.wording.numbers import whole
from queries.view import MAAL, SATISFACTION


def municipalities(reader: Reader) -> Card:
    """Return every municipality of the selection against every question, the unhappiest first."""
    rows = heat.ordered(reader.ask("distrikt_kommuner").to_dicts(), reader.view.kolonne)
    names = words.measures()
    silent = sum(not row["har_svart"] for row in rows)
    worst = [row for row in rows if heat.dissatisfied(row) == len(SATISFACTION)]
    title = ngettext(
        "{n} kommune er ikke tilfreds med noen av de tre punktene",
        "{n} kommuner er ikke tilfreds med noen av de tre punktene",
        len(worst),
    ).format(n=whole(len(worst)))
    if not worst:
        title = unhappy_in_part(rows)
    if not rows or silent == len(rows):
        title = _("Ingen kommuner i utvalget {answered}").format(answered=reader.answered)
    rest = (
        ("mer_av", Column(_("Vil ha mer av"))),
        ("innbyggere", Column(_("Innbyggere"), "whole")),
        ("til_naermeste", Column(_("Til tjenestested"), distance(reader).kind)),
    )
    return Card(
        name="distriktskommuner",
        query="distrikt_kommuner",
        title=title,
        lead=_lead(reader),
        basis=who_answered(len(rows) - silent, len(rows), reader),
        table=Table.of(
            [
                Column(_("Kommune")),
                *(Column(names[m]) for m in MAAL),
                *(column for _field, column in rest),
                Column(_("Nærmeste tjenestested")),
            ],
            [
                (
                    row["navn"],
                    *(words.values(m)[row[m]] for m in MAAL),
                    _channels(row["mer_av"]),
                    *(row[field] for field, _column in rest[1:]),
                    row["naermeste_tjenestested"],
                )
                for row in rows
            ],
        ),
        figure=heat.heat(reader, rows, title, rest, sorts=True),
        aside=True,
        links=tuple(reader.link("kommune", kommune=row["kommunenummer"]) for row in rows),
    )


def against_country(reader: Reader) -> Card:
    """Return the three points of question 2, the selection beside the whole country."""
    names = words.measures()
    first = SATISFACTION[0]
    labels = words.values(first)
    pairs = [(m, everyone(reader, m), everyone(reader.country, m)) for m in SATISFACTION]
    rows = [
        replace(
            bar(here, names[m], reader),
            values=(
                here.rate.text,
                country.rate.text,
                _("{n} av {all}").format(n=whole(here.svart_punkt), all=whole(here.kommuner)),
            ),
            line=country.share,
            value_links=_links(reader, m, here, country),
        )
        for m, here, country in pairs
    ]
    title = _against(pairs[0][1], pairs[0][2])
    return Card(
        name="distriktspunkter",
        query="fordeling_gruppe",
        title=title,
        lead=_("Andel av kommuner som har uttalt seg om punktet; streken er hele landet")
        if reader.is_known
        else _("Andel av kommuner som svarte på punktet; streken er hele landet"),
        basis=findings.coverage(pairs[0][1], reader),
        table=Table.of(
            [
                Column(_("Punkt")),
                Column(_("Gjelder")),
                Column(_("Andel ikke tilfreds"), "share"),
                *bound_columns(),
                *(Column(labels[s], "whole") for s in SEGMENTS[first]),
                Column(said(reader), "whole"),
            ],
            [
                (
                    names[m],
                    where,
                    g.rate,
                    *bounds(g.rate),
                    *(g.counts.get(s, 0) for s in SEGMENTS[m]),
                    g.svart_punkt,
                )
                for m, here, country in pairs
                for where, g in (
                    (reader.sentence(), here),
                    (_("Hele landet"), country),
                )
            ],
        ),
        figure=legend([(ink(first, s, dark=reader.dark), labels[s]) for s in SEGMENTS[first]])
        + bars(rows, (_("Punkt"), _("Ikke tilfreds"), _("Landet"), said(reader)), title),
    )


def _links(reader: Reader, measure: str, here: Group, country: Group) -> tuple[str, ...]:
    """Return what opens the values after a bar: the share here, in the country, who answered."""
    focus = in_focus(measure)
    return (
        opening(reader, focus).link if here.in_focus else "",
        opening(reader, focus, "landet").link if country.in_focus else "",
        opening(reader, every_answer(measure)).link if here.svart_punkt else "",
    )


def _lead(reader: Reader) -> str:
    """Return how the municipalities are sorted, and that every cell opens what it rests on."""
    silent = _("kommuner uten svar til sist")
    if reader.is_known:
        silent = _("kommuner uten kjent uttalelse til sist")
    order = _("Mest misfornøyd først, så lengst avstand")
    if reader.view.kolonne:
        order = _("Sortert etter kolonnen du valgte")
    if reader.view.kolonne.removeprefix("-") in ("kommune", "innbyggere", "km"):
        # These are known of every municipality, also of those that have not said anything.
        return _("{order}. Velg en celle for å se hva som er skrevet").format(order=order)
    return _("{order}; {silent}. Velg en celle for å se hva som er skrevet").format(
        order=order, silent=silent
    )


def _against(here: Group, country: Group) -> str:
    """Return whether the selection is more or less dissatisfied with staffing than the country.

    Where the silent could turn it around, the two are set side by side and nothing is claimed.
    """
    if not here.svart_punkt:
        return _("Misnøyen her og i hele landet")
    text = {
        "more": _("Misnøyen med bemanningen er større enn i hele landet: {here} mot {country}"),
        "less": _("Misnøyen med bemanningen er mindre enn i hele landet: {here} mot {country}"),
        "": _("Ikke tilfreds med bemanningen: {here} her, {country} i hele landet"),
    }[compare(here.rate, country.rate)]
    return text.format(here=here.rate.text, country=country.rate.text)


def _channels(fields: list[str]) -> str:
    """Return the channels of `fields` as one list in words."""
    # The first keeps its capital, as the cell begins with it.
    first, *more = [answer_words.channels()[field] for field in fields] or [""]
    return ", ".join([first, *map(answer_words.inline, more)])
