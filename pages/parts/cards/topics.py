"""Cards about questions 1 and 3: challenges, cooperation and resources that municipalities name."""

from html import escape
from typing import Any, Final

from pages.parts.answers.ways import opening
from pages.parts.cards.crossed import Crossed, Subject, by_value, crossed, differs_most
from pages.parts.drawing.bars import Bar, Part, bars
from pages.parts.drawing.card import Card
from pages.parts.drawing.colours import ink
from pages.parts.drawing.table import Column, Table
from pages.parts.reading.language import _
from pages.parts.reading.reader import Reader
from pages.parts.wording import answer_words, findings
from pages.parts.wording.answer_words import inline
from pages.parts.wording.mentions import answered
from pages.parts.wording.numbers import decimal, share, whole
from pages.parts.wording.topic_findings import standout

PAIRS: Final = 13


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
    tops = [_top(found, g) for g, n in found.groups.answered.items() if n >= findings.FEW_IN_GROUP]
    labels = found.subject.labels
    first = max(found.values, key=lambda v: sum(v in top for top in tops), default="")
    n = sum(first in top for top in tops)
    title = _("{what} er vanligst i {n} av {of} politidistrikter med minst fem svar").format(
        what=labels.get(first, ""), n=whole(n), of=whole(len(tops))
    )
    few = _("For få svar til å sammenlikne politidistriktene")
    return by_value(found, reader, "tema_distrikt", title if tops else few, _lead(reader))


def by_size(reader: Reader) -> Card:
    """Return what is named in municipalities of each size, of what the reader has chosen."""
    found = _crossed(reader, "storrelse")
    title = _("For få svar til å sammenlikne kommuner etter størrelse")
    if differs := differs_most(found):
        most, high, low = differs
        title = _(
            "{what} skiller mest: {high} i kommuner med {a} innbyggere, {low} der det er {b}"
        ).format(
            what=found.subject.labels[most],
            high=share(found.groups.share(high, most)),
            a=inline(found.names[high]),
            low=share(found.groups.share(low, most)),
            b=inline(found.names[low]),
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
    names = [
        _("{one} og {other}").format(one=labels[row["verdi"]], other=inline(labels[row["annen"]]))
        for row in rows
    ]
    of = answered(reader, felt)
    drawn = [
        _bar(name, row, way, reader, (whole(row["kommuner"]), decimal(row["ventet"])), (way,))
        for name, row, way in list(zip(names, rows, ways, strict=True))[:PAIRS]
    ]
    title = _("Ingen kommuner i utvalget nevner to sammen")
    if rows and rows[0]["kommuner"] < findings.FEW_IN_GROUP:
        title = _("For få svar til å si hva som oftest nevnes sammen")
    elif rows:
        title = _("{pair} nevnes oftest sammen, av {n} kommuner").format(
            pair=names[0], n=whole(rows[0]["kommuner"])
        )
    headings = (_("Nevnt sammen"), _("Kommuner"), _("Ventet"))
    return Card(
        name="tema_par",
        query="nevnt_par",
        title=title,
        lead=_("«Ventet» er hvor mange det ville vært om de to ikke hadde med hverandre å gjøre"),
        basis=_basis(of.svart_punkt, felt),
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
        figure=bars(drawn, headings, title) if drawn else "",
        links=tuple(ways),
    )


def choice(reader: Reader) -> str:
    """Return the heading over the tables by group, and what they may be about, as HTML."""
    current = ' aria-current="true"'
    links = "".join(
        f'<a href="{escape(reader.link(om=felt))}"'
        f"{current if felt == reader.view.om else ''}>{escape(name)}</a>"
        for felt, name in answer_words.subjects().items()
    )
    title = escape(_("Hvem nevner hva"))
    return f'<div class="emnevalg" role="group" aria-label="{title}">{links}</div>'


def _ranked(reader: Reader, felt: str, name: str) -> Card:
    labels = answer_words.labels(felt)
    rows = reader.ask("nevnt", felt=felt).to_dicts()
    everywhere = {r["verdi"]: r["andel"] for r in reader.country.ask("nevnt", felt=felt).to_dicts()}
    of = answered(reader, felt)
    compared = not reader.view.is_country
    drawn = [
        _bar(
            labels[row["verdi"]],
            row,
            opening(reader, f"{felt}:{row['verdi']}").link if row["kommuner"] else "",
            reader,
            (
                _few(row) if of.svart_punkt < findings.FEW else share(row["andel"]),
                whole(row["kommuner"]),
                *((share(everywhere[row["verdi"]]),) if compared else ()),
            ),
            (
                "",
                opening(reader, f"{felt}:{row['verdi']}").link if row["kommuner"] else "",
                opening(reader, f"{felt}:{row['verdi']}", "landet").link,
            ),
            everywhere[row["verdi"]] if compared else None,
        )
        for row in rows
    ]
    headings = [answer_words.subjects()[felt], _("Andel"), _("Kommuner")]
    title = standout(rows, everywhere, felt, compared=compared)
    lead = _("Andel av kommunene som nevner minst én")
    if compared:
        headings.append(_("Landet"))
        lead += _("; streken er hele landet")
    return Card(
        name=name,
        query="nevnt",
        title=title,
        lead=lead,
        basis=_basis(of.svart_punkt, felt),
        table=Table.of(
            [
                Column(headings[0]),
                Column(_("Kommuner"), "whole"),
                Column(_("Av kommuner som svarte"), "whole"),
                Column(_("Andel"), "share"),
                Column(_("Andel i hele landet"), "share"),
            ],
            [
                (
                    labels[row["verdi"]],
                    row["kommuner"],
                    row["svart_punkt"],
                    row["andel"],
                    everywhere[row["verdi"]],
                )
                for row in rows
            ],
        ),
        figure=bars(drawn, headings, title) if drawn else "",
        links=tuple(bar.link for bar in drawn),
    )


def _few(row: dict[str, Any]) -> str:
    return _("{n} av {of}").format(n=whole(row["kommuner"]), of=whole(row["svart_punkt"]))


def _bar(
    name: str,
    row: dict[str, Any],
    link: str,
    reader: Reader,
    values: tuple[str, ...],
    value_links: tuple[str, ...],
    line: float | None = None,
) -> Bar:
    blue, grey = (ink("onsker", value, dark=reader.dark) for value in ("ja", "nei"))
    part = row["kommuner"] / row["svart_punkt"]
    said = Part(part, blue, f"{name}: {share(part)}", link)
    rest = Part(1 - part, grey, _("nevner ikke dette"))
    return Bar(name, (said, rest), values, link, line=line, value_links=value_links[: len(values)])


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


def _top(found: Crossed, group: str) -> set[str]:
    """Return what most name in `group`; equals together."""
    most = max(found.groups.counts[group, v] for v in found.values)
    return {v for v in found.values if most and found.groups.counts[group, v] == most}


def _lead(reader: Reader) -> str:
    return _(
        "Andel av kommunene i gruppen som nevner {what}; velg et tall for å se svarene"
    ).format(what=_what()[reader.view.om])


def _what() -> dict[str, str]:
    return {
        "tema": _("minst én utfordring"),
        "samarbeid": _("minst én samarbeidsform"),
        "ressurs": _("ressurser"),
    }


def _basis(n: int, felt: str) -> str:
    return _("{n} kommuner nevner {what}").format(n=whole(n), what=_what()[felt])
