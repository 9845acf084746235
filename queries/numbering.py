"""Municipalities as links name them: by number, by name, and as they were called in other years."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any, Final, Self

from babel.lists import format_list

from queries.called import Called, names_in

Translate = Callable[[str], str]
# A number is written with four digits; programs for tables drop the zero in front.
DIGITS: Final = 4


@dataclass(frozen=True)
class Numbering:
    """The municipalities of 2020–2023 by number, and the rows of other years' numbers and names."""

    names: Mapping[str, str] = field(default_factory=dict)
    # The rows of `kommune_endringer`, by number and by name in small letters.
    others: Mapping[str, tuple[Mapping[str, Any], ...]] = field(default_factory=dict)
    # Their Sámi and Kven names, and those of counties and districts.
    called: Called = field(default_factory=Called)

    @classmethod
    def of(
        cls,
        names: Mapping[str, str],
        rows: Iterable[Mapping[str, Any]],
        called: Iterable[Mapping[str, Any]] = (),
    ) -> Self:
        """Return the numbering of municipalities with `names` by number, and of other years.

        `called` are the rows of query `stedsnavn`.
        """
        others: dict[str, tuple[Mapping[str, Any], ...]] = {}
        for row in rows:
            for key in (row["kommunenummer"], row["navn"].casefold()):
                others[key] = (*others.get(key, ()), row)
        return cls(names, others, Called.of(called))

    def understood(self, written: str, tr: Translate, lang: str) -> tuple[str | None, str]:
        """Return which municipality `written` is, and what must be told of that, in a sentence.

        None where it is no municipality, or several; the sentence is empty where nothing is known
        of it, and where it is the number itself.
        """
        if written in self.names:
            return written, ""
        padded = written.zfill(DIGITS) if written.isdigit() else written
        if padded in self.names:
            told = tr("«{value}» er lest som {number} {name}.")
            return padded, told.format(value=written, number=padded, name=self.names[padded])
        named = [n for n, name in self.names.items() if name.casefold() == written.casefold()]
        if len(named) == 1:
            return named[0], ""
        if namesakes := self._namesakes(written):
            called = next(iter(namesakes.values())).partition(" (")[0]
            return None, _several(called, namesakes, tr, lang)
        number = self._of_other_language(written)
        return (number, "") if number else self._of_other_years(padded, tr, lang)

    def _of_other_language(self, written: str) -> str | None:
        """Return the municipality with all the names that `written` gives it, or None."""
        own = {name.casefold(): number for number, name in self.names.items()}
        found = {
            own.get(name.casefold()) or self.called.meant("kommune", name)
            for name in names_in(written)
        }
        return found.pop() if len(found) == 1 else None

    def _namesakes(self, written: str) -> dict[str, str]:
        """Return those that have the name in common, and are told apart by what is in brackets."""
        start = f"{written.casefold()} ("
        return {n: name for n, name in self.names.items() if name.casefold().startswith(start)}

    def _of_other_years(self, written: str, tr: Translate, lang: str) -> tuple[str | None, str]:
        rows = self.others.get(written) or self.others.get(written.casefold(), ())
        now = {row["kommunenummer_2022"]: row["navn_2022"] for row in rows}
        if not now:
            return None, ""
        who = tr("{number} {name}").format(number=rows[0]["kommunenummer"], name=rows[0]["navn"])
        if len({row["kommunenummer"] for row in rows}) > 1:
            who = rows[0]["navn"]
        if len(now) > 1:
            return None, _several(who, now, tr, lang)
        part = any(row["hva"] == "del_av" for row in rows)
        told = (
            tr("{who} er en del av {names} i inndelingen 2020–2023.")
            if part
            else tr("{who} er {names} i inndelingen 2020–2023.")
        )
        return next(iter(now)), told.format(who=who, names=_listed(now, lang))


def _several(who: str, now: Mapping[str, str], tr: Translate, lang: str) -> str:
    told = tr("{who} er flere kommuner i inndelingen 2020–2023: {names}.")
    return told.format(who=who, names=_listed(now, lang))


def _listed(now: Mapping[str, str], lang: str) -> str:
    return format_list([f"{name} ({number})" for number, name in now.items()], locale=lang)
