"""Cards about premises that municipalities offer."""

from typing import Any, Final

from pages.parts import words
from pages.parts.card import Card
from pages.parts.language import _, ngettext
from pages.parts.numbers import kilometres, short_date, square_metres, whole
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


def headline(rows: list[dict[str, Any]], reader: Reader) -> str:
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
        title=headline(rows, reader),
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
    lines = {
        _("Lokale"): lambda r: r["lokaltype"],
        _("Delt med"): lambda r: ", ".join(r["delt_med"]) or "–",
        _("Tilbud"): lambda r: r["tilbyr"],
        _("Nytt tjenestested"): lambda r: r["onsker"],
        _("Nærmeste tjenestested i dag"): lambda r: r["naermeste_tjenestested"],
        _("Luftlinje dit"): lambda r: kilometres(r["km_naermeste"]),
        _("Innbyggere i kommunen"): lambda r: whole(r["innbyggere"]),
        _("Innbyggere innen 15 km"): lambda r: whole(r["innbyggere_15_km"]),
        _("Areal"): lambda r: square_metres(r["areal_m2"]),
        _("Ledig fra"): lambda r: short_date(r["ledig_fra"]),
        _("Tilstand"): lambda r: r["tilstand"],
        _("Politidistrikt"): lambda r: r["politidistrikt"],
        _("Adresse"): lambda r: r["adresse"] or "–",
        _("Slik står det i svaret"): lambda r: r["utdrag"] or "–",
    }
    table = Table.of(
        [Column(""), *(Column(str(row["kommune"])) for row in chosen)],
        [(name, *(line(row) for row in chosen)) for name, line in lines.items()],
    )
    return Card(
        name="sammenlign",
        query="lokaler",
        title=_("{n} valgte lokaler side om side").format(n=len(chosen)),
        basis=_("Valgt i listen over lokaler"),
        table=table,
        shown=len(lines),
    )
