"""Cards about premises that municipalities offer."""

from typing import Any, Final

from pages.parts import words
from pages.parts.card import Card
from pages.parts.language import _, ngettext
from pages.parts.numbers import NONE, kilometres, short_date, square_metres, whole
from pages.parts.reader import Reader
from pages.parts.table import Column, Table

# The column each way of sorting goes by; words sort as the SQL did, which knows Norwegian letters.
SORTED_BY: Final = {
    "km": "km_naermeste",
    "kommune": "kommune_rang",
    "lokaltype": "lokaltype",
    "tilbyr": "tilbyr",
    "onsker": "onsker",
    "naer": "innbyggere_15_km",
    "areal": "areal_m2",
    "ledig": "ledig_fra",
}


def offer_rows(reader: Reader) -> list[dict[str, Any]]:
    """Return one row per offer in the reader's order, with words instead of codes.

    Rows without a value come last whichever way the list is sorted.
    """
    by = SORTED_BY[reader.view.sorter.removeprefix("-")]
    falling = reader.view.sorter.startswith("-")
    found = reader.ask("lokaler").sort(by, descending=falling, nulls_last=True, maintain_order=True)
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


def headline(rows: list[dict[str, Any]]) -> str:
    """Return how many municipalities offer premises, and how many rooms that is."""
    if not rows:
        return _("Ingen lokaler passer med filteret")
    kommuner = len({row["kommunenummer"] for row in rows})
    return ngettext(
        "{n} kommune tilbyr {rooms} lokaler", "{n} kommuner tilbyr {rooms} lokaler", kommuner
    ).format(n=whole(kommuner), rooms=whole(len(rows)))


def offers(reader: Reader) -> Card:
    """Return every offer in the list, sorted as on the page."""
    rows = offer_rows(reader)
    kommuner = len({row["kommunenummer"] for row in rows})
    return Card(
        name="lokaler",
        query="lokaler",
        title=headline(rows),
        basis=ngettext("{n} lokale i {k} kommuner", "{n} lokaler i {k} kommuner", len(rows)).format(
            n=whole(len(rows)), k=whole(kommuner)
        ),
        table=Table.of(
            [
                Column(_("Kommune")),
                Column(_("Lokale")),
                Column(_("Delt med")),
                Column(_("Tilbud")),
                Column(_("Nytt tjenestested")),
                Column(_("Til nærmeste tjenestested"), "km"),
                Column(_("Innbyggere innen 15 km"), "whole"),
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
                    row["km_naermeste"],
                    row["innbyggere_15_km"],
                    row["areal_m2"],
                    row["ledig_fra"],
                    row["tilstand"],
                    row["politidistrikt"],
                    row["adresse"],
                )
                for row in rows
            ],
        ),
        links=tuple(reader.link("", kommune=row["kommunenummer"]) for row in rows),
    )


def comparison(reader: Reader) -> Card:
    """Return the chosen offers side by side, one column each, in the order they were chosen."""
    by_id = {row["lokale_id"]: row for row in offer_rows(reader)}
    chosen = [by_id[key] for key in reader.view.valgt if key in by_id]
    lines = [
        (_("Lokale"), [row["lokaltype"] for row in chosen]),
        (_("Delt med"), [", ".join(row["delt_med"]) or NONE for row in chosen]),
        (_("Tilbud"), [row["tilbyr"] for row in chosen]),
        (_("Nytt tjenestested"), [row["onsker"] for row in chosen]),
        (_("Nærmeste tjenestested i dag"), [row["naermeste_tjenestested"] for row in chosen]),
        (_("Luftlinje dit"), [kilometres(row["km_naermeste"]) for row in chosen]),
        (_("Innbyggere i kommunen"), [whole(row["innbyggere"]) for row in chosen]),
        (_("Innbyggere innen 15 km"), [whole(row["innbyggere_15_km"]) for row in chosen]),
        (_("Areal"), [square_metres(row["areal_m2"]) for row in chosen]),
        (_("Ledig fra"), [short_date(row["ledig_fra"]) for row in chosen]),
        (_("Tilstand"), [row["tilstand"] for row in chosen]),
        (_("Politidistrikt"), [row["politidistrikt"] for row in chosen]),
        (_("Adresse"), [row["adresse"] or NONE for row in chosen]),
        (_("Slik står det i svaret"), [row["utdrag"] or NONE for row in chosen]),
    ]
    return Card(
        name="sammenlign",
        query="lokaler",
        title=ngettext("{n} valgt lokale", "{n} valgte lokaler side om side", len(chosen)).format(
            n=len(chosen)
        ),
        basis=_("Valgt i listen over lokaler"),
        table=Table.of(
            [Column(_("Opplysning")), *(Column(row["kommune"]) for row in chosen)],
            [(name, *cells) for name, cells in lines],
        ),
        shown=len(lines),
    )
