"""The card of who asks for the police elsewhere than at a station, farthest from one first."""

from typing import Any, Final

from pages.parts.answers.coded import passage
from pages.parts.drawing.card import Card
from pages.parts.drawing.table import Column, Table
from pages.parts.reading.language import _, ngettext
from pages.parts.reading.reader import Reader
from pages.parts.reading.tongue import quoted
from pages.parts.wording import answer_words
from pages.parts.wording.distance import distance
from pages.parts.wording.numbers import whole
from pages.parts.wording.words import district_name

CHANNEL: Final = "kanal_annet_sted"
# The reach that the other pages start from.
FAR: Final = 15
SHOWN: Final = 15


def elsewhere(reader: Reader) -> Card:
    """Return who asks for the police elsewhere than at a station, farthest from one first."""
    asked = reader.having(kode=f"{CHANNEL}:mer", gruppe=None, samtidig=None)
    rows: list[dict[str, Any]] = (
        asked.ask("kodede_svar").sort(
            "til_naermeste", descending=True, nulls_last=True, maintain_order=True
        )
    ).to_dicts()
    far = sum((row["til_naermeste"] or 0) >= FAR for row in rows)
    title = _asks(len(rows), far).format(
        n=whole(len(rows)), far=whole(far), limit=distance(reader).limit(FAR)
    )
    return Card(
        name="annet_sted",
        query="kodede_svar",
        title=title if rows else _("Ingen i utvalget ber om politi til stede andre steder"),
        lead=_("De som er lengst fra et tjenestested først, med det de skriver"),
        basis=_("Kommuner som vil ha mer {what}").format(what=answer_words.wanted()[CHANNEL]),
        table=Table.of(
            [
                Column(_("Kommune")),
                Column(_("Politidistrikt")),
                Column(_("Til nærmeste tjenestested"), distance(reader).kind),
                Column(_("Innbyggere"), "whole"),
                Column(_("Slik står det i svaret")),
            ],
            [
                (
                    row["navn"],
                    district_name(row["politidistrikt"]),
                    row["til_naermeste"],
                    row["innbyggere"],
                    quoted(passage(row)[1], row["malform"]),
                )
                for row in rows
            ],
        ),
        links=tuple(reader.link("kommune", kommune=row["kommunenummer"]) for row in rows),
        shown=SHOWN,
    )


def _asks(n: int, far: int) -> str:
    """Return the sentence of how many ask, and how many of them are far from a station."""
    if not far:
        return ngettext(
            "{n} kommune ber om politi til stede andre steder, ingen med minst {limit} til "
            "tjenestestedet",
            "{n} kommuner ber om politi til stede andre steder, ingen med minst {limit} til "
            "tjenestestedet",
            n,
        )
    return ngettext(
        "{n} kommune ber om politi til stede andre steder, og har minst {limit} til tjenestestedet",
        "{n} kommuner ber om politi til stede andre steder, {far} av dem har minst {limit} til "
        "tjenestestedet",
        n,
    )
