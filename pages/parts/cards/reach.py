"""Cards about how many live within reach of a station: today, before 2017 and with the 20 new."""

from collections.abc import Mapping, Sequence
from typing import Any, Final

from pages.parts.answers.ways import opening
from pages.parts.drawing.bars import Bar, Part, bars
from pages.parts.drawing.card import Card
from pages.parts.drawing.colours import ink
from pages.parts.drawing.table import Column, Table
from pages.parts.reading.language import _, ngettext
from pages.parts.reading.markup import Markup
from pages.parts.reading.reader import Reader
from pages.parts.wording import station_words, words
from pages.parts.wording.answer_words import inline
from pages.parts.wording.claims import Standing, claim
from pages.parts.wording.distance import distance
from pages.parts.wording.leading import place
from pages.parts.wording.numbers import Kind, begun, many, share, some, whole
from pages.parts.wording.seasonal import reach_basis

STRUCTURES: Final = ("foer_2017", "i_dag", "med_nye")


def by_structure(reader: Reader) -> dict[str, dict[str, Any]]:
    """Return reach for the whole selection, one row per structure; empty when the selection is."""
    rows = reader.ask("rekkevidde", gruppering="alle").to_dicts()
    return {row["struktur"]: row for row in rows}


def headline(found: dict[str, dict[str, Any]], reader: Reader) -> str:
    """Return how many live within the reader's distance of a station today."""
    today = found.get("i_dag")
    if not today or not today["innbyggere"]:
        return _("Ingen kommuner passer med filteret")
    said = _("{share} av innbyggerne bor innen {limit} fra et tjenestested i dag").format(
        share=share(today["andel"]), limit=distance(reader).limit(reader.view.grense)
    )
    return begun(said)


def reach(reader: Reader) -> Card:
    """Return reach before 2017, today and with the 20 new stations."""
    found = by_structure(reader)
    measure = distance(reader)
    names = station_words.structures(reader.view.sesong)
    rows = [found[s] for s in STRUCTURES if s in found]
    longest = max((_outside(row) for row in rows), default=0)
    drawn = [
        _bar(reader, names[row["struktur"]], row, longest, reference=row["struktur"] == "i_dag")
        for row in rows
    ]
    return Card(
        name="rekkevidde",
        query="rekkevidde",
        title=_reach_title(found, reader.view.sesong),
        lead=_("Innbyggere mer enn {limit} unna, {name}").format(
            limit=measure.limit(reader.view.grense), name=measure.name
        ),
        source=station_words.sources(),
        basis=reach_basis(reader),
        table=Table.of(
            [
                Column(_("Struktur")),
                Column(_("Innbyggere"), "whole"),
                Column(_("Innenfor"), "whole"),
                Column(_("Andel innenfor"), "share"),
                Column(_("Snitt per innbygger"), measure.kind),
            ],
            [
                (
                    names[row["struktur"]],
                    row["innbyggere"],
                    row["innenfor"],
                    row["andel"],
                    row["snitt"],
                )
                for row in rows
            ],
        ),
        figure=bars(drawn, _headings(_("Struktur")), _("Innbyggere utenfor"))
        if rows
        else Markup(""),
    )


def by_district(reader: Reader) -> Card:
    """Return reach by police district; all twelve, the chosen ones marked."""
    return _by(reader.having(distrikt=()), "politidistrikt", reader, reader.view.distrikt)


def by_county(reader: Reader) -> Card:
    """Return reach by county, of those in the selection."""
    return _by(reader, "fylke", reader)


def by_size(reader: Reader) -> Card:
    """Return reach by size of municipality."""
    return _by(reader, "storrelse", reader)


def _by(counted: Reader, grouping: str, reader: Reader, chosen: Sequence[str] = ()) -> Card:
    measure = distance(reader)
    field = {"politidistrikt": "distrikt", "fylke": "fylke", "storrelse": "innbyggere"}[grouping]
    groups: dict[str, dict[str, dict[str, Any]]] = {}
    for row in counted.ask("rekkevidde", gruppering=grouping).to_dicts():
        groups.setdefault(row["gruppe"], {})[row["struktur"]] = row
    ranked = sorted(groups.items(), key=lambda g: -_outside(g[1]["i_dag"]))
    longest = max((_outside(each["i_dag"]) for _code, each in ranked), default=0)
    names = {code: words.group(grouping, code) for code in groups}
    structures = station_words.structures(reader.view.sesong)
    links = tuple(reader.having(**{field: (code,)}).link() for code, _each in ranked)
    drawn = [
        _bar(
            reader.having(fylke=(code,)) if grouping == "fylke" else reader,
            names[code],
            each["i_dag"],
            longest,
            link=link,
            reference=code in chosen,
            gruppe=None if grouping == "fylke" else f"{grouping}:{code}",
        )
        for (code, each), link in zip(ranked, links, strict=True)
    ]
    outside = {code: _outside(each["i_dag"]) for code, each in ranked}
    title = _most_outside(outside, grouping, beyond=bool(chosen))
    heading = words.groupings()[grouping]
    return Card(
        name=f"rekkevidde-{field}",
        query="rekkevidde",
        title=title,
        lead=_("Innbyggere mer enn {limit} fra et tjenestested i dag").format(
            limit=measure.limit(reader.view.grense)
        ),
        source=station_words.sources(),
        basis=reach_basis(reader),
        table=Table.of(
            [
                Column(heading),
                *(
                    column
                    for s in STRUCTURES
                    for column in _columns(structures[s].lower(), measure.kind)
                ),
                Column(_("Utenfor i dag"), "whole"),
            ],
            [
                (
                    names[code],
                    *(each[s][k] for s in STRUCTURES for k in ("andel", "snitt")),
                    _outside(each["i_dag"]),
                )
                for code, each in ranked
            ],
        ),
        figure=bars(drawn, _headings(heading), title),
        links=links,
    )


def _most_outside(people: Mapping[str, int], grouping: str, *, beyond: bool) -> str:
    """Return where most live out of reach today, or how many do where no place stands out.

    The groups go `beyond` the selection where a district is chosen and all are shown.
    """
    if not people:
        return _("Ingen innbyggere i utvalget")
    total = sum(people.values())
    if not total:
        return _("Ingen i distriktene bor utenfor") if beyond else _("Ingen i utvalget bor utenfor")
    found = claim([Standing.of_fact(code, n, whole(n)) for code, n in people.items()])
    if found.kind != "most" and beyond:
        return ngettext(
            "{n} innbygger i distriktene bor utenfor",
            "{n} innbyggere i distriktene bor utenfor",
            total,
        ).format(n=whole(total))
    if found.kind != "most":
        return ngettext(
            "{n} innbygger i utvalget bor utenfor", "{n} innbyggere i utvalget bor utenfor", total
        ).format(n=whole(total))
    n = people[found.code]
    return ngettext(
        "Flest bor utenfor {place}: {n} innbygger", "Flest bor utenfor {place}: {n} innbyggere", n
    ).format(place=place(grouping, found.code), n=whole(n))


def _bar(
    reader: Reader,
    name: str,
    row: dict[str, Any],
    longest: int,
    *,
    link: str = "",
    reference: bool = False,
    gruppe: str | None = None,
) -> Bar:
    """Return who is out of reach as a bar; nearly all are within it, so that is what is seen.

    The bar and its number open the municipalities they live in, those in `gruppe`.
    """
    outside = _outside(row)
    opens = opening(reader, f"utenfor:{row['struktur']}", gruppe).link if outside else ""
    drawn = ink("avstand", "15_29", dark=reader.dark)
    label = _("utenfor: {n}").format(n=whole(outside))
    away = None if row["andel"] is None else 1 - row["andel"]
    return Bar(
        name,
        (Part(outside / longest if longest else 0, drawn, label, opens),),
        (whole(outside), share(away), distance(reader).text(row["snitt"])),
        link,
        reference,
        (opens, opens),
    )


def _columns(structure: str, kind: Kind) -> tuple[Column, Column]:
    within = _("Andel innenfor, {structure}").format(structure=structure)
    return Column(within, "share"), Column(
        _("Snitt, {structure}").format(structure=structure), kind
    )


def _outside(row: dict[str, Any]) -> int:
    return int(row["innbyggere"] - row["innenfor"])


def _headings(first: str) -> tuple[str, ...]:
    return first, _("Utenfor"), _("Andel"), _("Snitt")


def _reach_title(found: dict[str, dict[str, Any]], season: str | None) -> str:
    if not {"i_dag", "med_nye", "foer_2017"} <= set(found):
        return _("Ingen innbyggere i utvalget")
    lost = found["foer_2017"]["innenfor"] - found["i_dag"]["innenfor"]
    gained = found["med_nye"]["innenfor"] - found["i_dag"]["innenfor"]
    if season:
        return ngettext(
            "{lost} innbygger falt utenfor etter 2017, {gained} kommer innenfor {structure}",
            "{lost} innbyggere falt utenfor etter 2017, {gained} kommer innenfor {structure}",
            lost,
        ).format(
            lost=many(lost),
            gained=some(gained),
            structure=inline(station_words.structures(season)["med_nye"]),
        )
    return ngettext(
        "{lost} innbygger falt utenfor etter 2017, {gained} kommer innenfor med de 20 nye",
        "{lost} innbyggere falt utenfor etter 2017, {gained} kommer innenfor med de 20 nye",
        lost,
    ).format(lost=many(lost), gained=some(gained))
