"""Reading a query string that anybody may have written: nothing raises, nothing is lost.

How much of one is read at all stands in `queries/budgets.py`.
"""

import difflib
import re
from collections.abc import Collection, Iterable, Mapping
from itertools import islice
from typing import Final

from queries import budgets
from queries.called import Called, names_in
from queries.numbering import Numbering, Translate

# What a sentence puts behind a link that stands in it, and people copy along with it.
SENTENCE_END: Final = ".,;:!?»”“\"'’)]}>…"
_KEY: Final = re.compile(r"[\w.\-][\w.\- ]{0,39}")
_PAIRS: Final = {")": "(", "]": "[", "}": "{", ">": "<", "»": "«", "”": "“"}


class LinkReader:
    """Takes values out of a query string, keeping what could not be understood as sentences."""

    def __init__(
        self, query: Mapping[str, str | Iterable[str]], tr: Translate, called: Called
    ) -> None:
        self.tr = tr
        self.called = called
        self.issues: list[str] = []
        self.suggested = 0
        self.query: dict[str, list[str]] = {}
        written = 0
        for name, values in islice(query.items(), budgets.PARAMETERS + 1):
            several = [values] if isinstance(values, str) else values
            self.query[name] = list(islice(several, budgets.VALUES + 1))
            written += len(name) + sum(map(len, self.query[name]))
        if written > budgets.LINK or len(self.query) > budgets.PARAMETERS:
            self.query = {}
            self.issues.append(tr("Lenken er for lang til å bli lest. Ingenting i den er valgt."))

    def many(self, name: str, allowed: Collection[str]) -> tuple[str, ...]:
        """Return the allowed values of `name`, each once, in the order of `allowed`."""
        asked = {self._meant(name, value, allowed) for value in self._values(name)}
        return tuple(a for a in allowed if a in asked)

    def one(self, name: str, allowed: Collection[str]) -> str | None:
        """Return the first allowed value of `name`, or None; those after it are told of."""
        values = self._values(name)
        for place, value in enumerate(values, 1):
            if meant := self._meant(name, value, allowed):
                self._tell_unread(name, values[place:])
                return meant
        return None

    def beside(self, name: str, value: str | None, code: str | None) -> str | None:
        """Return `value` of `name`, which narrows what `code` opens; without it, that is told."""
        if value and not code:
            says = self.tr("{name} i lenken gjelder bare sammen med kode, og er ikke lest.")
            self.issues.append(says.format(name=name))
        # A code narrowed by itself is that code.
        return value if code and value != code else None

    def order(self, name: str, allowed: Collection[str]) -> str | None:
        """Return the first of `allowed` in `name`, with a minus where it turns the order around."""
        return self.one(name, [sign + each for each in allowed for sign in ("", "-")])

    def municipality(self, name: str, numbering: Numbering, lang: str) -> str | None:
        """Return the number of the municipality that `name` gives by number or name, or None.

        One of another year's is told of. None is guessed at: numbers that look alike are nothing
        like each other.
        """
        values = self._values(name)
        for place, value in enumerate(values, 1):
            for read in dict.fromkeys((value, without_end(value))):
                number, told = numbering.understood(read, self.tr, lang)
                if told:
                    self.issues.append(told)
                elif number:
                    self._tell_read(name, value, read)
                if number or told:
                    self._tell_unread(name, values[place:])
                    return number
            self._report(name, value, ())
        return None

    def municipalities(
        self, name: str, numbering: Numbering, lang: str, but: Collection[str] = ()
    ) -> tuple[str, ...]:
        """Return the numbers of the municipalities in `name`, each once, lowest first.

        At most `budgets.PLACES`; those in `but` are left out and told of.
        """
        found = set()
        for value in self._values(name):
            number, told = numbering.understood(value, self.tr, lang)
            self.issues += [told] if told else []
            if number in but:
                says = self.tr("{number} er både med og ikke med i lenken; den er med.")
                self.issues.append(says.format(number=number))
            elif number:
                found.add(number)
            elif not told:
                self._report(name, value, ())
        if len(found) > budgets.PLACES:
            says = self.tr("Lenken har for mange verdier i {name}; de {max} første er lest.")
            self.issues.append(says.format(name=name, max=budgets.PLACES))
        return tuple(sorted(found)[: budgets.PLACES])

    def matching(self, name: str, pattern: re.Pattern[str]) -> str | None:
        """Return the value of `name` when `pattern` matches it, or None."""
        values = self._values(name)
        for place, value in enumerate(values, 1):
            for read in (value, without_end(value)):
                if pattern.fullmatch(read):
                    self._tell_read(name, value, read)
                    self._tell_unread(name, values[place:])
                    return read
            self._report(name, value, ())
        return None

    def text(self, name: str) -> str:
        """Return the words of `name`, white space folded, at most `budgets.TEXT` characters."""
        asked = " ".join(self.query.get(name, []))
        shown = "".join(c for c in asked if c.isprintable() or c.isspace())
        return " ".join(shown.split())[: budgets.TEXT].strip()

    def free(self, name: str) -> tuple[str, ...]:
        """Return at most `budgets.CHOSEN` keys of `name`, each once; they may not exist."""
        keys = []
        for value in self._values(name):
            if _KEY.fullmatch(value):
                keys.append(value)
            else:
                self._report(name, value, ())
        if len(keys) > budgets.CHOSEN:
            self.issues.append(
                self.tr("Lenken velger {n} lokaler; de {max} første vises.").format(
                    n=len(keys), max=budgets.CHOSEN
                )
            )
        return tuple(keys[: budgets.CHOSEN])

    def key(self, name: str) -> str | None:
        """Return the first key of `name`, which may not exist, or None; those after are told of."""
        values = self._values(name)
        for place, value in enumerate(values, 1):
            if _KEY.fullmatch(value):
                self._tell_unread(name, values[place:])
                return value
            self._report(name, value, ())
        return None

    def unknown(self, known: Iterable[str]) -> None:
        """Report each parameter that is not among `known`."""
        names = tuple(known)
        for name in self.query:
            # Streamlit's own parameters, such as embed, are not ours to judge.
            if name not in names and not name.startswith("embed"):
                self._report(self.tr("lenken"), name, names)

    def number(self, name: str, low: int, high: int, default: int) -> int:
        """Return the whole number of `name`, moved to the nearest end when it is outside."""
        values = self._values(name)
        for place, value in enumerate(values, 1):
            read = without_end(value)
            if re.fullmatch(r"\d{1,6}", read):
                self._tell_read(name, value, read)
                self._tell_unread(name, values[place:])
                return min(high, max(low, int(read)))
            self._report(name, value, ())
        return default

    def told(self) -> tuple[str, ...]:
        """Return a sentence for each thing not understood; of many the first few, and how many."""
        more = len(self.issues) - budgets.NOTICES
        if more <= 1:
            return tuple(self.issues)
        rest = self.tr("Og {n} ting til i lenken ble ikke forstått.").format(n=more)
        return (*self.issues[: budgets.NOTICES], rest)

    def _values(self, name: str) -> list[str]:
        parts = (p.strip() for value in self.query.get(name, []) for p in value.split(","))
        found = list(islice(dict.fromkeys(p for p in parts if p), budgets.VALUES + 1))
        if len(found) > budgets.VALUES:
            says = self.tr("Lenken har for mange verdier i {name}; de {max} første er lest.")
            self.issues.append(says.format(name=name, max=budgets.VALUES))
        return found[: budgets.VALUES]

    def _meant(self, name: str, value: str, allowed: Collection[str]) -> str | None:
        """Return the allowed value that `value` is, or that a sentence put its end behind."""
        for read in (value, without_end(value)):
            if read in allowed:
                self._tell_read(name, value, read)
                return read
        for read in (value, without_end(value)):
            places = {self.called.meant(name, each) or each for each in names_in(read)}
            if len(places) == 1 and (place := places.pop()) in allowed:
                self._tell_read(name, value, place)
                return place
        self._report(name, value, allowed)
        return None

    def _tell_unread(self, name: str, values: Iterable[str]) -> None:
        says = self.tr("Leste ikke «{value}» i {name}; der kan det bare stå én verdi.")
        self.issues += [says.format(value=_shown(value), name=name) for value in values]

    def _tell_read(self, name: str, value: str, read: str) -> None:
        if read != value:
            says = self.tr("Leste «{value}» i {name} som «{read}».")
            self.issues.append(says.format(value=_shown(value), name=name, read=read))

    def _report(self, name: str, value: str, allowed: Collection[str]) -> None:
        sentence = self.tr("Forsto ikke «{value}» i {name}.").format(
            value=_shown(value), name=_shown(name)
        )
        # Each comparison is with all there are; nobody reads a page of proposals either.
        if allowed and len(value) <= budgets.VALUE and self.suggested < budgets.SUGGESTIONS:
            self.suggested += 1
            near = difflib.get_close_matches(value[:40], list(allowed), n=1, cutoff=0.7)
            if near:
                sentence += " " + self.tr("Mente du «{near}»?").format(near=near[0])
        self.issues.append(sentence)


def without_end(value: str) -> str:
    """Return `value` without what a sentence put behind it: «Troms).» is «Troms».

    A bracket or a quote that is opened in the value belongs to it: «Våler (Viken)» is whole.
    """
    while value and value[-1] in SENTENCE_END:
        opening = _PAIRS.get(value[-1], value[-1] if value[-1] in "\"'" else "")
        if opening == value[-1] and value.count(opening) % 2 == 0:
            break
        if opening and opening != value[-1] and value.count(opening) >= value.count(value[-1]):
            break
        value = value[:-1].rstrip()
    return value


def _shown(value: str) -> str:
    return "".join(c for c in value[:200] if c.isprintable())[:40]
