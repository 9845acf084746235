"""The View: everything a reader has chosen, as one frozen value.

It round-trips through the URL, binds the SQL, writes the filter sentence, keys the caches and makes
the links. Nobody else builds any of these.
"""

import difflib
import re
from collections.abc import Callable, Collection, Iterable, Mapping
from dataclasses import dataclass, fields, replace
from typing import Final, Self
from urllib.parse import urlencode

from data import vocabulary as v
from data.schemas import FYLKER, POLITIDISTRIKTER
from data.versions import DATASETS, VERSION

Translate = Callable[[str], str]

STORRELSER: Final = ("liten", "middels", "stor")
JA_NEI: Final = ("ja", "nei")
SATISFACTION: Final = ("bemanning", "tjenestestedstruktur", "tjenestetilbud")
MAAL: Final = (*SATISFACTION, "onsker", "lokaler")
# What the list of premises may be sorted by; a minus in front turns the order around.
SORTERING: Final = ("km", "kommune", "lokaltype", "tilbyr", "onsker", "naer", "areal", "ledig")
MAX_TEXT: Final = 100
MAX_CHOSEN: Final = 5


@dataclass(frozen=True)
class View:
    """What is shown: a data set, a selection of municipalities, and how it is looked at."""

    data: str = "demo"
    # Pinned by a link that must keep its word; None follows the newest.
    versjon: str | None = None
    # The selection. Empty means no restriction; several values of one kind are alternatives.
    distrikt: tuple[str, ...] = ()
    fylke: tuple[str, ...] = ()
    innbyggere: tuple[str, ...] = ()
    stasjon: str | None = None
    svart: str | None = None
    # The measure that colours the map and heads the page.
    vis: str = "bemanning"
    # The municipality whose answer is open.
    kommune: str | None = None
    # The list of premises: what is in it, and which are set aside for comparison.
    lokaltype: tuple[str, ...] = ()
    onsker: tuple[str, ...] = ()
    sok: str = ""
    sorter: str = "-km"
    valgt: tuple[str, ...] = ()

    @classmethod
    def parse(
        cls,
        query: Mapping[str, str | Iterable[str]],
        *,
        default_data: str = "demo",
        kommuner: Collection[str] = (),
        tr: Translate = str,
    ) -> tuple[Self, tuple[str, ...]]:
        """Return the View that `query` asks for, and a sentence for each thing not understood.

        Total: any keys and values give a valid View. Lists are separated by commas or repeated
        parameters. `kommuner` are the municipality numbers that exist.
        """
        reader = _Reader(query, tr)
        view = cls(
            data=reader.one("data", DATASETS) or default_data,
            versjon=reader.matching("versjon", VERSION),
            distrikt=reader.many("distrikt", POLITIDISTRIKTER),
            fylke=reader.many("fylke", FYLKER),
            innbyggere=reader.many("innbyggere", STORRELSER),
            stasjon=reader.one("stasjon", JA_NEI),
            svart=reader.one("svart", JA_NEI),
            vis=reader.one("vis", MAAL) or "bemanning",
            kommune=reader.one("kommune", kommuner),
            lokaltype=reader.many("lokaltype", v.LOKALTYPE),
            onsker=reader.many("onsker", v.STASJONSONSKE),
            sok=reader.text("sok"),
            sorter=reader.one("sorter", [sign + s for s in SORTERING for sign in ("", "-")])
            or "-km",
            valgt=reader.free("valgt"),
        )
        reader.unknown(f.name for f in fields(cls))
        return view, tuple(reader.issues)

    def query(self) -> dict[str, str]:
        """Return the URL parameters, in a fixed order, defaults left out.

        `data` is always there: what is shown by default may change, and a link must not.
        """
        found = {}
        for field in fields(self):
            value = getattr(self, field.name)
            if field.name == "data" or value != field.default:
                found[field.name] = ",".join(value) if isinstance(value, tuple) else value
        return found

    def url(self, path: str) -> str:
        """Return the link to the page at `path` that shows this View."""
        return f"{path}?{urlencode(self.query(), safe=',')}"

    def parameters(self) -> dict[str, object]:
        """Return the values that a query may bind, by name."""
        return {
            "distrikt": list(self.distrikt),
            "fylke": list(self.fylke),
            "innbyggere": list(self.innbyggere),
            "stasjon": self.stasjon,
            "svart": self.svart,
            "maal": self.vis,
            "kommune": self.kommune,
            "lokaltype": list(self.lokaltype),
            "onsker": list(self.onsker),
            "sok": self.sok,
        }

    def having(self, **changes: object) -> Self:
        """Return the View with `changes` made."""
        return replace(self, **changes)  # type: ignore[arg-type]

    def country(self) -> Self:
        """Return the same View of the whole country, to compare with."""
        return self.having(distrikt=(), fylke=(), innbyggere=(), stasjon=None, svart=None)

    @property
    def is_country(self) -> bool:
        """Return whether no filter restricts the municipalities."""
        return self == self.country()

    def sentence(self, tr: Translate = str) -> str:
        """Return in words which municipalities the View covers, such as «Hele landet»."""
        parts = []
        sizes = {
            "liten": tr("under 5 000 innbyggere"),
            "middels": tr("5 000–19 999 innbyggere"),
            "stor": tr("20 000 innbyggere og mer"),
        }
        if self.distrikt:
            noun = tr("politidistrikt") if len(self.distrikt) == 1 else tr("politidistrikter")
            parts.append(f"{_listed(self.distrikt, tr)} {noun}")
        if self.fylke:
            noun = tr("fylke") if len(self.fylke) == 1 else tr("fylker")
            parts.append(f"{_listed(self.fylke, tr)} {noun}")
        if self.innbyggere:
            parts.append(_listed([sizes[s] for s in self.innbyggere], tr, tr("eller")))
        if self.stasjon:
            has = self.stasjon == "ja"
            parts.append(tr("med tjenestested i dag") if has else tr("uten tjenestested i dag"))
        if self.svart:
            parts.append(tr("har svart") if self.svart == "ja" else tr("har ikke svart"))
        return ", ".join(parts) if parts else tr("Hele landet")


class _Reader:
    """Takes values out of a query string, keeping what could not be understood as sentences."""

    def __init__(self, query: Mapping[str, str | Iterable[str]], tr: Translate) -> None:
        self.query = {k: [w] if isinstance(w, str) else list(w) for k, w in query.items()}
        self.tr = tr
        self.issues: list[str] = []

    def many(self, name: str, allowed: Collection[str]) -> tuple[str, ...]:
        """Return the allowed values of `name`, each once, in the order of `allowed`."""
        asked = self._values(name)
        for value in asked:
            if value not in allowed:
                self._report(name, value, allowed)
        return tuple(a for a in allowed if a in asked)

    def one(self, name: str, allowed: Collection[str]) -> str | None:
        """Return the first allowed value of `name`, or None."""
        asked = self._values(name)
        for value in asked:
            if value in allowed:
                return value
            self._report(name, value, allowed)
        return None

    def matching(self, name: str, pattern: re.Pattern[str]) -> str | None:
        """Return the value of `name` when `pattern` matches it, or None."""
        for value in self._values(name):
            if pattern.fullmatch(value):
                return value
            self._report(name, value, ())
        return None

    def text(self, name: str) -> str:
        """Return the words of `name`, white space folded, at most `MAX_TEXT` characters."""
        words = " ".join(w for value in self.query.get(name, []) for w in value.split())
        return "".join(c for c in words if c.isprintable())[:MAX_TEXT].strip()

    def free(self, name: str) -> tuple[str, ...]:
        """Return at most `MAX_CHOSEN` keys of `name`, each once; they may not exist."""
        keys = [k for k in self._values(name) if re.fullmatch(r"[\w.\-]{1,40}", k)]
        if len(keys) > MAX_CHOSEN:
            self.issues.append(
                self.tr("Lenken velger {n} lokaler; de {max} første vises.").format(
                    n=len(keys), max=MAX_CHOSEN
                )
            )
        return tuple(dict.fromkeys(keys))[:MAX_CHOSEN]

    def unknown(self, known: Iterable[str]) -> None:
        """Report each parameter that is not among `known`."""
        names = tuple(known)
        for name in self.query:
            # Streamlit's own parameters, such as embed, are not ours to judge.
            if name not in names and not name.startswith("embed"):
                self._report(self.tr("lenken"), name, names)

    def _values(self, name: str) -> list[str]:
        parts = [p.strip() for value in self.query.get(name, []) for p in value.split(",")]
        return list(dict.fromkeys(p for p in parts if p))

    def _report(self, name: str, value: str, allowed: Collection[str]) -> None:
        shown = "".join(c for c in value if c.isprintable())[:40]
        sentence = self.tr("Forsto ikke «{value}» i {name}.").format(value=shown, name=name)
        near = difflib.get_close_matches(value[:40], list(allowed), n=1, cutoff=0.7)
        if near:
            sentence += " " + self.tr("Mente du «{near}»?").format(near=near[0])
        self.issues.append(sentence)


def _listed(words: Collection[str], tr: Translate, joint: str | None = None) -> str:
    """Return `words` as «a, b og c»."""
    *first, last = words
    return f"{', '.join(first)} {joint or tr('og')} {last}" if first else last
