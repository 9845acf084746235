"""Cards about questions 1 and 3: challenges, cooperation and resources that municipalities name."""

from typing import Any, Final

from pages.parts.answers.ways import opening
from pages.parts.cards.crossed import Crossed, Subject, by_value, crossed, differs_most
from pages.parts.drawing.bars import Bar, Part, bars
from pages.parts.drawing.card import Card
from pages.parts.drawing.colours import ink
from pages.parts.drawing.group_bars import drawn
from pages.parts.drawing.table import Column, Table, bound_columns, bounds
from pages.parts.reading.language import _, ngettext
from pages.parts.reading.markup import Markup
from pages.parts.reading.reader import Reader
from pages.parts.wording import answer_words, words
from pages.parts.wording.answer_words import inline
from pages.parts.wording.claims import Standing, claim
from pages.parts.wording.groups import Group
from pages.parts.wording.mentions import answered, nothing_named
from pages.parts.wording.numbers import FEW, decimal, listed, whole
from pages.parts.wording.rates import Rate
from pages.parts.wording.topic_findings import rate_of, standout

PAIRS: Final = 13
_CHOICE: Final = Markup('<div class="emnevalg" role="group" aria-label="{}">{}</div>')


def themes(reader: Reader) -> Card:
    """Return the challenges of question 1, those that most name first."""
    return _ranked(reader, "tema", "temaer")


def cooperation(reader: Reader) -> Card:
    """Return the forms of cooperation of question 3, those that most name first."""
    return _ranked(reader, "samarbeid", "samarbeid")


def resources(reader: Reader) -> Card:
    """Return the resources of question 3, those that most name first."""
    return _ranked(reader, "ressurs", "ressurser")


def by_district(reader: Reader) -> Card:
    """Return what is named in each police district, of what the reader has chosen to see."""
    found = _crossed(reader, "politidistrikt")
    return by_value(found, reader, "tema_distrikt", _everywhere(found), _lead(reader))


def by_size(reader: Reader) -> Card:
    """Return what is named in municipalities of each size, of what the reader has chosen."""
    found = _crossed(reader, "storrelse")
    title = _("For få svar til å sammenlikne kommuner etter størrelse")
    if differs := differs_most(found):
        most, high, a, low, b = differs
        title = _("{what}: {high} i kommuner med {a}, {low} i dem med {b}").format(
            what=found.subject.labels[most],
            high=high.text,
            a=words.inhabitants()[a],
            low=low.text,
            b=words.inhabitants()[b],
        )
    return by_value(found, reader, "tema_storrelse", title, _lead(reader))


def pairs(reader: Reader) -> Card:
    """Return what the same municipalities name together, the commonest pairs first."""
    felt = reader.view.om
    labels = answer_words.labels(felt)
    rows = reader.ask("nevnt_par", felt=felt).to_dicts()
    ways = [
        opening(reader, f"{felt}:{row['verdi']}", samtidig=f"{felt}:{row['annen']}").link
        for row in rows
    ]
    names = [listed([labels[row["verdi"]], inline(labels[row["annen"]])]) for row in rows]
    of = answered(reader, felt)
    drawn = [
        _bar(name, row, way, reader, (whole(row["kommuner"]), decimal(row["ventet"])), (way,))
        for name, row, way in list(zip(names, rows, ways, strict=True))[:PAIRS]
    ]
    title = _("Ingen kommuner i utvalget nevner to sammen")
    if rows:
        # How many name both says little without how many would have by chance.
        title = ngettext(
            "{pair} nevnes sammen av {n} kommune, {expected} ventet",
            "{pair} nevnes sammen av {n} kommuner, {expected} ventet",
            rows[0]["kommuner"],
        ).format(pair=names[0], n=whole(rows[0]["kommuner"]), expected=decimal(rows[0]["ventet"]))
    headings = (_("Nevnt sammen"), _("Kommuner"), _("Ventet"))
    return Card(
        name="tema_par",
        query="nevnt_par",
        title=title,
        lead=_("«Ventet» er hvor mange det ville vært om de to ikke hadde med hverandre å gjøre"),
        basis=_basis(of, reader, felt),
        table=Table.of(
            [
                Column(headings[0]),
                Column(headings[1], "whole"),
                Column(headings[2], "decimal"),
                Column(_("Av kommuner som svarte"), "whole"),
            ],
            [
                (name, row["kommuner"], row["ventet"], row["svart_punkt"])
                for name, row in zip(names, rows, strict=True)
            ],
        ),
        figure=bars(drawn, headings, title) if drawn else Markup(""),
        links=tuple(ways),
    )


def choice(reader: Reader) -> Markup:
    """Return the heading over the tables by group, and what they may be about, as HTML."""
    link, current = Markup('<a href="{}"{}>{}</a>'), Markup(' aria-current="true"')
    links = Markup("").join(
        link.format(reader.link(om=felt), current if felt == reader.view.om else "", name)
        for felt, name in answer_words.subjects().items()
    )
    return _CHOICE.format(_("Hvem nevner hva"), links)


def _ranked(reader: Reader, felt: str, name: str) -> Card:
    labels = answer_words.labels(felt)
    rows = reader.ask("nevnt", felt=felt).to_dicts()
    everywhere = {r["verdi"]: r for r in reader.country.ask("nevnt", felt=felt).to_dicts()}
    of = answered(reader, felt)
    compared = not reader.view.is_country
    drawn = [
        _bar(
            labels[row["verdi"]],
            row,
            opening(reader, f"{felt}:{row['verdi']}").link if row["kommuner"] else "",
            reader,
            (
                rate_of(row).text,
                whole(row["kommuner"]),
                *((rate_of(everywhere[row["verdi"]]).text,) if compared else ()),
            ),
            (
                "",
                opening(reader, f"{felt}:{row['verdi']}").link if row["kommuner"] else "",
                opening(reader, f"{felt}:{row['verdi']}", "landet").link,
            ),
            everywhere[row["verdi"]]["andel"] if compared else None,
            rate_of(row),
        )
        for row in rows
    ]
    headings = [answer_words.subjects()[felt], _("Andel"), _("Kommuner")]
    title = standout(rows, everywhere, felt, own=compared)
    lead = _("Andel av kommunene som svarte på spørsmålet")
    if compared:
        headings.append(_("Landet"))
        lead += _("; streken er hele landet")
    return Card(
        name=name,
        query="nevnt",
        title=title,
        lead=lead,
        basis=_basis(of, reader, felt),
        table=Table.of(
            [
                Column(headings[0]),
                Column(_("Kommuner"), "whole"),
                Column(_("Av kommuner som svarte"), "whole"),
                Column(_("Andel"), "share"),
                *bound_columns(),
                Column(_("Andel i hele landet"), "share"),
            ],
            [
                (
                    labels[row["verdi"]],
                    row["kommuner"],
                    row["svart_punkt"],
                    rate_of(row),
                    *bounds(rate_of(row)),
                    rate_of(everywhere[row["verdi"]]),
                )
                for row in rows
            ],
        ),
        figure=bars(drawn, headings, title) if drawn else Markup(""),
        links=tuple(bar.link for bar in drawn),
    )


def _bar(
    name: str,
    row: dict[str, Any],
    link: str,
    reader: Reader,
    values: tuple[str, ...],
    value_links: tuple[str, ...],
    line: float | None = None,
    rate: Rate | None = None,
) -> Bar:
    blue, grey = (ink("onsker", value, dark=reader.dark) for value in ("ja", "nei"))
    n, of = row["kommuner"], row["svart_punkt"]
    named, others = Rate(n, of, of), Rate(of - n, of, of)
    said = Part(drawn(named), blue, f"{name}: {named.text}", link)
    rest = Part(drawn(others), grey, _("nevner ikke dette"))
    used = value_links[: len(values)]
    return Bar(name, (said, rest), values, link, line=line, value_links=used, rate=rate)


def _crossed(reader: Reader, grouping: str) -> Crossed:
    felt = reader.view.om
    ranked = [row["verdi"] for row in reader.country.ask("nevnt", felt=felt).to_dicts()]
    labels = answer_words.labels(felt)
    subject = Subject(
        "nevnt_gruppe",
        answer_words.subjects()[felt],
        {v: labels[v] for v in ranked},
        lambda value: f"{felt}:{value}",
        {"felt": felt},
    )
    return crossed(reader, subject, grouping)


def _everywhere(found: Crossed) -> str:
    """Return what is among the most named in most districts, as far as the answers carry it."""
    able = [g for g, n in found.groups.answered.items() if n >= FEW]
    tops = [
        claim([Standing.of_rate(v, found.groups.rate(g, v)) for v in found.values]).codes
        for g in able
    ]
    often = {v: sum(v in top for top in tops) for v in found.values}
    most = max(often.values(), default=0)
    first = [v for v, n in often.items() if n == most]
    if len(able) < 2 or not most:
        return _("For få svar til å sammenlikne politidistriktene")
    if len(first) > 1:
        return _("Hva som nevnes i hvert politidistrikt")
    return ngettext(
        "{what} er blant det mest nevnte i {n} av {of} politidistrikt med minst ti svar",
        "{what} er blant det mest nevnte i {n} av {of} politidistrikter med minst ti svar",
        len(able),
    ).format(what=found.subject.labels[first[0]], n=whole(most), of=whole(len(able)))


def _lead(reader: Reader) -> str:
    return _(
        "Andel av kommunene i gruppen som har svart på spørsmålet om {what}; velg et tall for å se "
        "svarene"
    ).format(what=inline(answer_words.subjects()[reader.view.om]))


def _basis(of: Group, reader: Reader, felt: str) -> str:
    """Return how many answered the question, and how many of them named nothing that is coded."""
    n, without = of.svart_punkt, nothing_named(reader, felt)
    if not without:
        return ngettext(
            "{n} kommune har svart på spørsmålet", "{n} kommuner har svart på spørsmålet", n
        ).format(n=whole(n))
    text = ngettext(
        "{n} kommune har svart på spørsmålet, uten å nevne noe som er kodet",
        "{n} kommuner har svart på spørsmålet, {without} av dem uten å nevne noe som er kodet",
        n,
    )
    return text.format(n=whole(n), without=whole(without))
