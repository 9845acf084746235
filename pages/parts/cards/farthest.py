"""The card of the municipalities whose centre is farthest from a station."""

from collections.abc import Sequence
from typing import Any, Final

from pages.parts.drawing.card import Card
from pages.parts.drawing.table import Column, Table
from pages.parts.reading.language import _, ngettext
from pages.parts.reading.reader import Reader
from pages.parts.wording import station_words
from pages.parts.wording.claims import Standing, claim
from pages.parts.wording.distance import Distance, distance
from pages.parts.wording.numbers import listed, whole
from pages.parts.wording.seasonal import counted
from pages.parts.wording.words import district_name

FARTHEST: Final = 15


def farthest(reader: Reader) -> Card:
    """Return the municipalities whose centre is farthest from a station today."""
    measure = distance(reader)
    rows = reader.ask("lengst_unna").to_dicts()
    return Card(
        name="lengst-unna",
        query="lengst_unna",
        title=_farthest(rows, measure),
        lead=ngettext(
            "Kommunesenteret og det nærmeste tjenestestedet, {name}",
            "De {n} kommunesentrene som er lengst unna, {name}",
            min(FARTHEST, len(rows)),
        ).format(n=min(FARTHEST, len(rows)), name=measure.name),
        source=station_words.sources(),
        basis=ngettext("{n} kommune i utvalget", "{n} kommuner i utvalget", len(rows)).format(
            n=whole(len(rows))
        )
        + "".join(f". {each}" for each in (measure.inferred, counted(reader)) if each),
        table=Table.of(
            [
                Column(_("Kommune")),
                Column(_("Politidistrikt")),
                Column(_("Innbyggere"), "whole"),
                Column(_("Nærmeste i dag")),
                Column(_("Retning")),
                Column(_("I dag"), measure.kind),
                Column(_("Før 2017"), measure.kind),
                Column(station_words.structures(reader.view.sesong)["med_nye"], measure.kind),
            ],
            [
                (
                    row["navn"],
                    district_name(row["politidistrikt"]),
                    row["innbyggere"],
                    row["i_dag_navn"],
                    station_words.compass().get(row["himmelretning"]),
                    row["i_dag"],
                    row["foer_2017"],
                    row["med_nye"],
                )
                for row in rows
            ],
        ),
        links=tuple(reader.link("kommune", kommune=row["kommunenummer"]) for row in rows),
        shown=FARTHEST,
    )


def _farthest(rows: Sequence[dict[str, Any]], measure: Distance) -> str:
    """Return which municipality has farthest, as far as one alone has."""
    if not rows:
        return _("Ingen kommuner i utvalget")
    text = measure.text(rows[0]["i_dag"])
    if len(rows) == 1:
        return _("{name} har {km} til nærmeste tjenestested").format(name=rows[0]["navn"], km=text)
    found = claim(
        [Standing.of_fact(r["kommunenummer"], r["i_dag"], measure.text(r["i_dag"])) for r in rows]
    )
    if found.kind == "most":
        return _("{name} har lengst til et tjenestested: {km}").format(
            name=rows[0]["navn"], km=text
        )
    if found.kind == "tied" and measure.text(0) != text:
        return _("{names} har like langt til et tjenestested: {km}").format(
            names=listed(r["navn"] for r in rows if r["kommunenummer"] in found.codes), km=text
        )
    return _("Avstand til nærmeste tjenestested")
