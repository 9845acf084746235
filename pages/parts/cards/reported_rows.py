"""What the two cards of reported offences share: the rows, the table behind, and what is told."""

from collections.abc import Mapping, Sequence
from typing import Any, Final

from pages.parts.drawing.card import Card
from pages.parts.drawing.table import Column, Table
from pages.parts.reading.language import _, ngettext
from pages.parts.reading.markup import Markup
from pages.parts.reading.reader import Reader
from pages.parts.wording import reported
from pages.parts.wording.numbers import decimal, whole

Row = dict[str, Any]
ALL: Final = "alle"


class Reported:
    """The rows of one query of offences, by group and whom they are about.

    `levels` is who has a number, by `nivaa`, in the order shown; the first is whom the card is of.
    """

    def __init__(self, reader: Reader, query: str, levels: Mapping[str, str]) -> None:
        """Ask `query` for what `reader` has chosen."""
        self.query, self.levels = query, levels
        self.rows = reader.ask(query).to_dicts()
        self._found = {(row["lovbruddsgruppe"], row["nivaa"]): row for row in self.rows}
        own = next(iter(levels))
        self.groups = [group for group in reported.groups() if (group, own) in self._found]

    def at(self, group: str, level: str) -> Row | None:
        """Return the row of `group` for `level`, None where there is none."""
        return self._found.get((group, level))

    def per_thousand(self, group: str, level: str) -> float | None:
        """Return the rate, None where there is no number."""
        row = self.at(group, level)
        return row["per_tusen"] if row else None

    def rate(self, group: str, level: str, *, bounds: bool) -> str:
        """Return the rate in words, with its interval where `bounds`, or why there is none."""
        row = self.at(group, level)
        if row is None or row["per_tusen"] is None:
            return reported.lacking(row["merke"] if row else None)
        if not bounds:
            return decimal(row["per_tusen"])
        return reported.per_thousand(row["per_tusen"], row["lavest"], row["hoyest"])

    def card(self, name: str, title: str, sums: Sequence[str], figure: Markup) -> Card:
        """Return the card `name`; `sums` tells how many municipalities the sums hold.

        The table has no rows, and the card no figure, where nobody has supplied the numbers.
        """
        return Card(
            name=name,
            query=self.query,
            title=title if self.rows else _("Ingen har lagt inn tall for anmeldte lovbrudd"),
            lead=reported.lead(self.rows[0]) if self.rows else "",
            basis="; ".join((self._told(), *sums)) if self.rows else "",
            source=reported.source(self.rows),
            real=_("DEMODATA – men tallene her er lagt inn fra SSB"),
            table=self._table(),
            figure=figure if self.rows else Markup(""),
            aside=True,
        )

    def held(self, says: str, level: str) -> str:
        """Return in the words of `says` how many municipalities of how many a sum holds."""
        row = self.at(self.groups[0], level) if self.groups else None
        return says.format(n=whole(row["med_tall"]), all=whole(row["kommuner"])) if row else ""

    def _told(self) -> str:
        own = next(iter(self.levels))
        known = sum(self.per_thousand(group, own) is not None for group in self.groups)
        return ngettext(
            "Tall for {n} av {all} gruppe", "Tall for {n} av {all} grupper", len(self.groups)
        ).format(n=known, all=len(self.groups))

    def _table(self) -> Table:
        # What Statistics Norway has worked out itself is of municipalities.
        own = "kommune" in self.levels
        columns = [
            Column(_("Lovbruddsgruppe")),
            Column(_("Gjelder")),
            Column(_("Anmeldt per år"), "decimal"),
            Column(_("Per 1 000 innbyggere"), "decimal"),
            *(Column(heading, "decimal") for heading in reported.bounds()),
            Column(_("Innbyggere"), "whole"),
            Column(_("Kommuner med tall"), "whole"),
            Column(_("Av"), "whole"),
            *([Column(_("SSBs eget tall per 1 000"), "decimal")] if own else []),
            Column(_("Hvorfor tallet mangler")),
        ]
        names = ("antall", "per_tusen", "lavest", "hoyest", "innbyggere", "med_tall", "kommuner")
        shown = (*names, "ssb") if own else names
        rows = [
            (
                reported.groups()[group],
                called,
                *(row[name] for name in shown),
                reported.lacking(row["merke"]) if row["per_tusen"] is None else None,
            )
            for group in self.groups
            for level, called in self.levels.items()
            if (row := self.at(group, level))
        ]
        return Table.of(columns, rows)
