"""Cards about premises that municipalities offer."""

from collections.abc import Mapping, Sequence
from typing import Any, Final

from pages.parts.answers.masking import mask
from pages.parts.drawing.card import Card
from pages.parts.drawing.table import Column, Table
from pages.parts.reading.language import _, ngettext
from pages.parts.reading.memory import remembered
from pages.parts.reading.reader import Reader
from pages.parts.reading.tongue import quoted
from pages.parts.wording import words
from pages.parts.wording.answer_words import inline
from pages.parts.wording.distance import distance
from pages.parts.wording.groups import FOCUS
from pages.parts.wording.numbers import NONE, short_date, square_metres, whole

# The column each way of sorting goes by; words sort as the SQL did, which knows Norwegian letters.
SORTED_BY: Final = {
    "km": "til_naermeste",
    "kommune": "kommune_rang",
    "lokaltype": "lokaltype",
    "tilbyr": "tilbyr",
    "onsker": "onsker",
    "flere": "flere_innenfor",
    "naermere": "naermere",
    "spart": "spart",
    "areal": "areal_m2",
    "ledig": "ledig_fra",
}


def offer_rows(reader: Reader) -> list[dict[str, Any]]:
    """Return one row per offer in the reader's order, with words instead of codes.

    Rows without a value come last whichever way the list is sorted. They are remembered, and not to
    be changed.
    """
    return _remembered_rows(reader)


def _offer_rows(reader: Reader) -> list[dict[str, Any]]:
    by = SORTED_BY[reader.view.sorter.removeprefix("-")]
    falling = reader.view.sorter.startswith("-")
    gains = reader.ask("lokale_rekkevidde")
    asked = reader.ask("lokaler").join(gains, on="lokale_id", how="left", maintain_order="left")
    found = asked.sort(by, descending=falling, nulls_last=True, maintain_order=True)
    types, conditions = words.premises(), words.conditions()
    offered, wished = words.values("lokaler"), words.values("onsker")
    return [
        row
        | {
            "lokaltype": types[row["lokaltype"]],
            "tilstand": conditions[row["tilstand"]],
            "tilbyr": offered[row["tilbyr"]],
            "onsker": wished[row["onsker"]],
            "delt_med": row["delt_med"] or [],
        }
        for row in found.to_dicts()
    ]


# A page asks five times for the same rows, and they are many: only the last few are kept.
_remembered_rows = remembered(_offer_rows, most=16)


def headline(rows: list[dict[str, Any]], reader: Reader) -> str:
    """Return how many municipalities offer premises or consider it, and how many rooms that is."""
    view = reader.view
    if not rows and view.is_country and not (view.lokaltype or view.onsker or view.sok):
        return _("Ingen tilbud om lokaler er kjent")
    if not rows:
        return _("Ingen lokaler passer med filteret")
    kommuner = len({row["kommunenummer"] for row in rows})
    rooms = ngettext("{n} lokale", "{n} lokaler", len(rows)).format(n=whole(len(rows)))
    return ngettext(
        "{n} kommune tilbyr eller vurderer {rooms}",
        "{n} kommuner tilbyr eller vurderer {rooms}",
        kommuner,
    ).format(n=whole(kommuner), rooms=rooms)


def unnamed(rows: list[dict[str, Any]], reader: Reader) -> str:
    """Return how many offer premises, or consider it, without saying which, as a sentence."""
    view = reader.view
    offering = {
        row["kommunenummer"]
        for row in reader.ask("kart").to_dicts()
        if row["i_utvalg"] and row["verdi"] in FOCUS["lokaler"]
    }
    n = len(offering - {row["kommunenummer"] for row in rows})
    if not n or view.lokaltype or view.onsker or view.sok:
        return ""
    return ngettext(
        "I tillegg tilbyr eller vurderer {n} kommune det uten å nevne et bestemt lokale.",
        "I tillegg tilbyr eller vurderer {n} kommuner det uten å nevne et bestemt lokale.",
        n,
    ).format(n=whole(n))


def best(rows: list[dict[str, Any]], reader: Reader) -> str:
    """Return which room would bring most people within the reader's distance, as a sentence."""
    able = [row for row in rows if row["flere_innenfor"]]
    if not able:
        return ""
    top = max(able, key=lambda row: row["flere_innenfor"])
    return _("Et tjenestested i {name} gir {n} flere innen {limit}, {measure}.").format(
        name=top["kommune"],
        n=whole(top["flere_innenfor"]),
        limit=distance(reader).limit(reader.view.grense),
        measure=distance(reader).name,
    )


def offers(reader: Reader) -> Card:
    """Return every offer in the list, sorted as on the page."""
    rows = offer_rows(reader)
    measure = distance(reader)
    kommuner = len({row["kommunenummer"] for row in rows})
    return Card(
        name="lokaler",
        query="lokaler",
        title=headline(rows, reader),
        basis=""
        if not rows
        else _("{rooms} i {places}").format(
            rooms=ngettext("{n} lokale", "{n} lokaler", len(rows)).format(n=whole(len(rows))),
            places=ngettext("{n} kommune", "{n} kommuner", kommuner).format(n=whole(kommuner)),
        ),
        table=Table.of(
            [
                Column(_("Kommune")),
                Column(_("Lokale")),
                Column(_("Delt med")),
                Column(_("Tilbud")),
                Column(_("Nytt tjenestested")),
                Column(_("Til nærmeste tjenestested"), measure.kind),
                Column(_("Flere innenfor valgt avstand"), "whole"),
                Column(_("Får kortere vei"), "whole"),
                Column(_("Kortere i snitt"), measure.kind),
                Column(_("Spart i alt, person-km"), "whole"),
                Column(_("Areal"), "m2"),
                Column(_("Ledig fra"), "date"),
                Column(_("Tilstand")),
                Column(_("Politidistrikt")),
                Column(_("Adresse")),
            ],
            [
                (
                    row["kommune"],
                    row["lokaltype"],
                    row["delt_med"],
                    row["tilbyr"],
                    row["onsker"],
                    row["til_naermeste"],
                    row["flere_innenfor"],
                    row["naermere"],
                    row["snitt_naermere"],
                    row["spart"],
                    row["areal_m2"],
                    row["ledig_fra"],
                    row["tilstand"],
                    words.district_name(row["politidistrikt"]),
                    row["adresse"],
                )
                for row in rows
            ],
        ),
        links=tuple(reader.link("kommune", kommune=row["kommunenummer"]) for row in rows),
    )


def _called(chosen: Sequence[Mapping[str, Any]]) -> list[str]:
    """Return what each column is called: its municipality, with more where two have the same."""
    kommuner = [row["kommune"] for row in chosen]
    longer = [
        row["kommune"]
        if kommuner.count(row["kommune"]) == 1
        else f"{row['kommune']}, {inline(row['lokaltype'])}"
        for row in chosen
    ]
    return [
        name if longer.count(name) == 1 else f"{name} ({longer[: i + 1].count(name)})"
        for i, name in enumerate(longer)
    ]


def comparison(reader: Reader) -> Card:
    """Return the chosen offers side by side, one column each, in the order they were chosen."""
    by_id = {row["lokale_id"]: row for row in offer_rows(reader)}
    chosen = [by_id[key] for key in reader.view.valgt if key in by_id]
    measure = distance(reader)
    within = _("Flere innbyggere innen {limit}").format(limit=measure.limit(reader.view.grense))
    lines = [
        (_("Lokale"), [row["lokaltype"] for row in chosen]),
        (_("Delt med"), [", ".join(row["delt_med"]) or NONE for row in chosen]),
        (_("Tilbud"), [row["tilbyr"] for row in chosen]),
        (_("Nytt tjenestested"), [row["onsker"] for row in chosen]),
        (_("Nærmeste tjenestested i dag"), [row["naermeste_tjenestested"] for row in chosen]),
        (_("Avstand dit"), [measure.text(row["til_naermeste"]) for row in chosen]),
        (_("Innbyggere i kommunen"), [whole(row["innbyggere"]) for row in chosen]),
        (within, [whole(row["flere_innenfor"]) for row in chosen]),
        (_("Innbyggere som får kortere vei"), [whole(row["naermere"]) for row in chosen]),
        (_("Kortere for dem, i snitt"), [measure.text(row["snitt_naermere"]) for row in chosen]),
        (_("Spart i alt, person-km"), [whole(row["spart"]) for row in chosen]),
        (_("Areal"), [square_metres(row["areal_m2"]) for row in chosen]),
        (_("Ledig fra"), [short_date(row["ledig_fra"]) for row in chosen]),
        (_("Tilstand"), [row["tilstand"] for row in chosen]),
        (_("Politidistrikt"), [words.district_name(row["politidistrikt"]) for row in chosen]),
        (_("Adresse"), [row["adresse"] or NONE for row in chosen]),
        (
            _("Slik står det i svaret"),
            [quoted(mask(row["utdrag"] or ""), row["malform"]) or NONE for row in chosen],
        ),
    ]
    return Card(
        name="sammenlign",
        query="lokaler",
        title=ngettext("{n} valgt lokale", "{n} valgte lokaler side om side", len(chosen)).format(
            n=len(chosen)
        ),
        basis=_("Valgt i listen over lokaler"),
        table=Table.of(
            [Column(_("Opplysning")), *map(Column, _called(chosen))],
            [(name, *cells) for name, cells in lines],
        ),
        shown=len(lines),
    )
