"""Cards that set a municipality beside others: district, country, neighbours, and its like."""

from collections.abc import Sequence
from typing import Any, Final

from pages.parts.answers.ways import in_focus, opening
from pages.parts.drawing import heat
from pages.parts.drawing.card import Card
from pages.parts.drawing.table import Column, Table
from pages.parts.reading.language import _, ngettext
from pages.parts.reading.markup import Markup
from pages.parts.reading.reader import Reader
from pages.parts.wording import words
from pages.parts.wording.answered import who_answered
from pages.parts.wording.distance import distance
from pages.parts.wording.numbers import whole
from pages.parts.wording.rates import Rate
from queries.view import MAAL, SATISFACTION

Row = dict[str, Any]
GROUPS: Final = ("distrikt", "landet", "liknende")
_TABLE: Final = Markup(
    '<div class="tabell varme" tabindex="0"><table><caption>{caption}</caption>'
    '<thead><tr><th scope="col">{subject}</th><th scope="col">{here}</th>{head}</tr></thead>'
    "<tbody>{body}</tbody></table></div>"
)
_HEAD: Final = Markup('<th scope="col" class="tall">{}</th>')
_ROW: Final = Markup('<tr><th scope="row">{name} <small>{about}</small></th>{own}{shares}</tr>')
_SHARE: Final = Markup('<td class="tall" data-navn="{name}">{number}{small}</td>')


def comparison(reader: Reader) -> Card:
    """Return the municipality beside its district, the country and the ten most like it."""
    facts = _fact(reader)
    found = {(r["maal"], r["gruppe"]): r for r in reader.ask("kommune_sammenlikning").to_dicts()}
    groups = {
        "distrikt": _("{name} politidistrikt").format(
            name=words.district_name(facts["politidistrikt"])
        )
        if facts
        else _("Politidistriktet"),
        "landet": _("Hele landet"),
        "liknende": _("De ti mest like"),
    }
    focus = {"onsker": _("ønsker"), "lokaler": _("tilbyr eller vurderer")}
    names = words.measures()
    known = reader.is_known
    here = _("Kjent uttalelse") if known else _("Kommunens svar")
    number = facts["kommunenummer"] if facts else ""
    measures = [m for m in MAAL if (m, "landet") in found]
    table = Table.of(
        [
            Column(_("Tema")),
            Column(here),
            *(Column(f"{groups[g]}, {c}", "whole") for g in GROUPS for c in (_("antall"), _("av"))),
        ],
        [
            (
                f"{names[m]}, {focus.get(m, _('ikke tilfreds'))}",
                words.values(m)[found[m, "landet"]["kommunens_verdi"]],
                *(found[m, g][field] for g in GROUPS for field in ("i_fokus", "svart_punkt")),
            )
            for m in measures
        ],
    )
    body = Markup("").join(
        _ROW.format(
            name=names[m],
            about=_("andel {what}").format(what=focus.get(m, _("ikke tilfreds"))),
            own=heat.cell(reader, m, found[m, "landet"]["kommunens_verdi"], here, number),
            shares=Markup("").join(
                _share(groups[g], found[m, g], _way(reader, facts, m, g), counted=known)
                for g in GROUPS
            ),
        )
        for m in measures
    )
    title = _compared(facts, found) if facts else _("Kommunen og andre kommuner")
    return Card(
        name="kommunesammenlikning",
        query="kommune_sammenlikning",
        title=title,
        basis=_("Andel av kommunene som har uttalt seg om punktet")
        if known
        else _("Andel av kommunene som har svart på punktet"),
        aside=True,
        table=table,
        figure=_TABLE.format(
            caption=title,
            subject=_("Tema"),
            here=here,
            head=Markup("").join(_HEAD.format(groups[g]) for g in GROUPS),
            body=body,
        )
        if facts
        else Markup(""),
    )


def alike(reader: Reader) -> Card:
    """Return the ten municipalities most like the chosen one in size and distance."""
    rows = reader.ask("kommune_liknende").to_dicts()
    title = _("De ti kommunene som likner mest i folketall og avstand")
    rest = (
        ("innbyggere", Column(_("Innbyggere"), "whole")),
        ("til_naermeste", Column(_("Til tjenestested"), distance(reader).kind)),
    )
    return _heat(reader, rows, "kommuneliknende", "kommune_liknende", title, "", rest)


def neighbours(reader: Reader) -> Card:
    """Return the municipalities that share a border, or the nearest where none does."""
    rows = reader.ask("kommune_naboer").to_dicts()
    by_land = any(row["landgrense"] for row in rows)
    title = ngettext("{n} nabokommune", "{n} nabokommuner", len(rows)).format(n=len(rows))
    return _heat(
        reader,
        rows,
        "kommunenaboer",
        "kommune_naboer",
        title if by_land else _("De fem nærmeste kommunene"),
        "" if by_land else _("Ingen kommune grenser til denne på land"),
        (("km", Column(_("Mellom sentrene"), "km")),),
    )


def _fact(reader: Reader) -> Row | None:
    return next(iter(reader.ask("kommune_fakta").to_dicts()), None)


def _way(reader: Reader, facts: Row | None, measure: str, group: str) -> str:
    """Return the way into the municipalities of `group` that a share counts.

    The ten most similar have none: they stand on the same page, each with its answer.
    """
    if facts is None or group == "liknende":
        return ""
    where = "landet" if group == "landet" else f"politidistrikt:{facts['politidistrikt']}"
    return opening(reader, in_focus(measure), where).link


def _share(name: str, row: Row, link: str, *, counted: bool) -> Markup:
    of = _("{n} av {of}").format(n=whole(row["i_fokus"]), of=whole(row["svart_punkt"]))
    rate = Rate(row["i_fokus"], row["svart_punkt"], row["svart_punkt"], counted)
    text = of if row["gruppe"] == "liknende" and rate.of else rate.text
    small = Markup(" <small>{}</small>").format(of) if rate.of and text != of else ""
    if link and row["i_fokus"]:
        text = Markup('<a href="{}">{}</a>').format(link, text)
    return _SHARE.format(name=name, number=text, small=small)


def _compared(facts: Row, found: dict[tuple[str, str], Row]) -> str:
    """Return how many others in the district share what the municipality is least pleased with."""
    title = _("{name} og andre kommuner").format(name=facts["navn"])
    worst = [m for m in SATISFACTION if facts[m] == "ikke_tilfreds"]
    here = found[worst[0], "distrikt"] if worst else None
    if here and here["svart_punkt"] > 1 and here["i_fokus"] == 1:
        alone = _("Av {n} i {district} politidistrikt er bare {name} ikke tilfreds med {what}")
        return alone.format(
            n=whole(here["svart_punkt"]),
            district=words.district_name(facts["politidistrikt"]),
            name=facts["navn"],
            what=words.measure_with()[worst[0]],
        )
    if here and here["svart_punkt"] > 1:
        title = ngettext(
            "{n} av {of} annen i {name} politidistrikt er heller ikke tilfreds med {what}",
            "{n} av {of} andre i {name} politidistrikt er heller ikke tilfreds med {what}",
            here["svart_punkt"] - 1,
        ).format(
            n=whole(here["i_fokus"] - 1),
            of=whole(here["svart_punkt"] - 1),
            name=words.district_name(facts["politidistrikt"]),
            what=words.measure_with()[worst[0]],
        )
    return title


def _heat(
    reader: Reader,
    rows: Sequence[Row],
    name: str,
    query: str,
    title: str,
    lead: str,
    rest: Sequence[tuple[str, Column]],
) -> Card:
    names = words.measures()
    return Card(
        name=name,
        query=query,
        title=title,
        lead=lead,
        basis=who_answered(sum(row["har_svart"] for row in rows), len(rows), reader),
        table=Table.of(
            [
                Column(_("Kommune")),
                Column(_("Politidistrikt")),
                *(Column(names[m]) for m in MAAL),
                *(column for _field, column in rest),
            ],
            [
                (
                    row["navn"],
                    words.district_name(row["politidistrikt"]),
                    *(words.values(m)[row[m]] for m in MAAL),
                    *(row[field] for field, _column in rest),
                )
                for row in rows
            ],
        ),
        figure=heat.heat(reader, rows, title, rest),
        aside=True,
        links=tuple(reader.link("kommune", kommune=row["kommunenummer"]) for row in rows),
    )
