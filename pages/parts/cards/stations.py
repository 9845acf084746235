"""The card that lists the stations: today's, those closed after 2017, and the 20 new."""

from typing import Any

from pages.parts.drawing.card import Card
from pages.parts.drawing.mapdata import station_line
from pages.parts.drawing.table import Column, Table
from pages.parts.reading.language import _, ngettext
from pages.parts.reading.reader import Reader
from pages.parts.reading.tongue import registered
from pages.parts.wording import station_words
from pages.parts.wording.numbers import begun, listed, whole
from pages.parts.wording.words import district_name


def station_rows(reader: Reader) -> list[dict[str, Any]]:
    """Return the stations of the chosen layers that the reader's words are found in."""
    words = reader.view.sok.lower().split()
    return [
        row
        for row in reader.ask("tjenestesteder").to_dicts()
        if row["lag"] in reader.view.lag and all(word in _searched(row) for word in words)
    ]


def stations(reader: Reader) -> Card:
    """Return the chosen layers as one list, each with source and what its point stands for."""
    rows = station_rows(reader)
    counts = {lag: sum(row["lag"] == lag for row in rows) for lag in reader.view.lag}
    names = station_words.layers()
    precisions = station_words.precisions()
    each = listed(
        f"{names[lag].lower()} {whole(n)}{_shut(rows, reader) if lag == 'nytt' else ''}"
        for lag, n in counts.items()
    )
    return Card(
        name="tjenestesteder",
        query="tjenestesteder",
        title=ngettext(
            "{n} tjenestested i utvalget", "{n} tjenestesteder i utvalget", len(rows)
        ).format(n=whole(len(rows)))
        if rows
        else _("Ingen tjenestesteder passer med filteret"),
        lead=_(
            "Status i 2022 er utledet av strukturen fra 2017; punktet er tettstedet, ikke bygget"
        ),
        source=station_words.sources(),
        basis=_("{where}. Antall: {listed}").format(
            where=begun(reader.sentence("tjenestesteder")), listed=each
        ),
        table=Table.of(
            [
                Column(_("Navn")),
                Column(_("Hva")),
                Column(_("Politidistrikt")),
                Column(_("Kommune")),
                Column(_("Sted")),
                Column(_("Punkt")),
                Column(_("Merknad")),
                Column(_("Kilde")),
            ],
            [
                (
                    row["navn"],
                    station_line(row, reader.view.sesong),
                    district_name(row["politidistrikt"]),
                    row["kommune"],
                    row["sted"],
                    precisions[row["presisjon"]],
                    registered(row["merknad"]),
                    registered(row["kilde"]),
                )
                for row in rows
            ],
        ),
        links=tuple(reader.link(sted=row["sted_id"]) for row in rows),
        shown=12,
    )


def _shut(rows: list[dict[str, Any]], reader: Reader) -> str:
    """Return how many of the new ones are not open in the season chosen, empty for none."""
    n = sum(not row["aapent"] for row in rows)
    if not n or not reader.view.sesong:
        return ""
    told = ngettext("{n} av dem ikke åpent {when}", "{n} av dem ikke åpne {when}", n)
    return f" ({told.format(n=whole(n), when=station_words.when()[reader.view.sesong])})"


def _searched(row: dict[str, Any]) -> str:
    return " ".join(str(row[c]) for c in ("navn", "sted", "kommune", "politidistrikt")).lower()
