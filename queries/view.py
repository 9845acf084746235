"""The View: everything a reader has chosen, as one frozen value.

It round-trips through the URL, binds the SQL, writes the filter sentence, keys the caches and makes
the links. Nobody else builds any of these.
"""

import re
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, fields, replace
from typing import Final, Self
from urllib.parse import urlencode

from data import vocabulary as v
from data.schemas import FYLKER, POLITIDISTRIKTER
from data.versions import DATASETS, VERSION
from queries.link import MAX_CHOSEN, MAX_TEXT, LinkReader, Translate
from queries.page_names import PAGES

__all__ = ["MAX_CHOSEN", "MAX_TEXT", "View"]

# The languages of the pages, the source language first.
LANGUAGES: Final = ("nb", "nn", "en")
STORRELSER: Final = ("liten", "middels", "stor")
JA_NEI: Final = ("ja", "nei")
SATISFACTION: Final = ("bemanning", "tjenestestedstruktur", "tjenestetilbud")
MAAL: Final = (*SATISFACTION, "onsker", "lokaler")
# What the list of premises may be sorted by; a minus in front turns the order around.
SORTERING: Final = (
    "km",
    "kommune",
    "lokaltype",
    "tilbyr",
    "onsker",
    "flere",
    "naermere",
    "spart",
    "areal",
    "ledig",
)
# Where a station would help: the layers of the map, and the scenario of the model.
LAG: Final = ("i_dag", "nedlagt", "nytt")
KANDIDATER: Final = ("alle", "onsker", "tilbyr")
VEKT: Final = ("innbyggere", "misnoye")
FORMAAL: Final = ("dekning", "avstand")
# A scenario in one word, as the link pins it: antall-grense-kandidater-vekt-formaal.
SCENARIO: Final = re.compile(
    r"([1-9]|[123]\d|40)-([5-9]|[1-5]\d|60)"
    rf"-({'|'.join(KANDIDATER)})-({'|'.join(VEKT)})-({'|'.join(FORMAAL)})"
)
# Which answers may be opened: a coded value, and a group that is not a filter of its own.
KODER: Final = tuple(f"{felt}:{verdi}" for felt, values in v.FELT.items() for verdi in values)
# By straight line in kilometres, or by travel time where the data have it.
AVSTANDER: Final = (
    "under_5",
    "5_14",
    "15_29",
    "30_og_mer",
    "under_5_min",
    "5_14_min",
    "15_29_min",
    "30_og_mer_min",
    "uten_reisetid",
)
GRUPPER: Final = (
    "landet",
    *(f"politidistrikt:{d}" for d in POLITIDISTRIKTER),
    *(f"storrelse:{s}" for s in STORRELSER),
    *(f"avstand:{a}" for a in AVSTANDER),
)
# What the tables of questions 1 and 3 are about.
OM: Final = ("tema", "samarbeid", "ressurs")
GRENSE: Final = (5, 60)
ANTALL: Final = (1, 40)
SIDE: Final = (1, 10_000)


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
    # The municipality whose answer is open, and the name it is searched for by.
    kommune: str | None = None
    finn: str = ""
    # The list of premises: what is in it, and which are set aside for comparison.
    lokaltype: tuple[str, ...] = ()
    onsker: tuple[str, ...] = ()
    sok: str = ""
    sorter: str = "-km"
    valgt: tuple[str, ...] = ()
    # Stations and reach: layers shown, the station that is open, and how far is near.
    lag: tuple[str, ...] = LAG
    sted: str | None = None
    grense: int = 15
    # The siting model's scenario, and another one pinned to compare with.
    antall: int = 10
    kandidater: str = "alle"
    vekt: str = "innbyggere"
    formaal: str = "dekning"
    festet: str | None = None
    # The answers that are open: a coded value, one that the same municipality has besides, and the
    # group they are in where a figure divides the selection.
    kode: str | None = None
    samtidig: str | None = None
    gruppe: str | None = None
    om: str = "tema"
    # What is searched for in the answers, and which page of hits.
    q: str = ""
    side: int = 1
    # The page whose figures are compared with those of another data version.
    fra: str | None = None
    # The language of the pages; what municipalities wrote stays in their own.
    lang: str = "nb"

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
        reader = LinkReader(query, tr)
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
            finn=reader.text("finn"),
            lokaltype=reader.many("lokaltype", v.LOKALTYPE),
            onsker=reader.many("onsker", v.STASJONSONSKE),
            sok=reader.text("sok"),
            sorter=reader.one("sorter", [sign + s for s in SORTERING for sign in ("", "-")])
            or "-km",
            valgt=reader.free("valgt"),
            lag=reader.many("lag", LAG) or LAG,
            sted=next(iter(reader.free("sted")), None),
            grense=reader.number("grense", *GRENSE, 15),
            antall=reader.number("antall", *ANTALL, 10),
            kandidater=reader.one("kandidater", KANDIDATER) or "alle",
            vekt=reader.one("vekt", VEKT) or "innbyggere",
            formaal=reader.one("formaal", FORMAAL) or "dekning",
            festet=reader.matching("festet", SCENARIO),
            kode=reader.one("kode", KODER),
            samtidig=reader.one("samtidig", KODER),
            gruppe=reader.one("gruppe", GRUPPER),
            om=reader.one("om", OM) or "tema",
            q=reader.text("q"),
            side=reader.number("side", *SIDE, 1),
            fra=reader.one("fra", PAGES),
            lang=reader.one("lang", LANGUAGES) or "nb",
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
                found[field.name] = ",".join(value) if isinstance(value, tuple) else str(value)
        return found

    def url(self, path: str) -> str:
        """Return the link to the page at `path` that shows this View."""
        return f"{path}?{urlencode(self.query(), safe=',:')}"

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
            "finn": self.finn,
            "lokaltype": list(self.lokaltype),
            "onsker": list(self.onsker),
            "sok": self.sok,
            "grense": float(self.grense),
            "felt": _part(self.kode, 0),
            "verdi": _part(self.kode, 1),
            "samtidig_felt": _part(self.samtidig, 0),
            "samtidig_verdi": _part(self.samtidig, 1),
            "avstandsgruppe": _part(self.gruppe, 1) if self.is_by_distance else None,
        }

    @property
    def is_by_distance(self) -> bool:
        """Return whether the answers that are open are those at some distance from a station."""
        return bool(self.gruppe) and str(self.gruppe).startswith("avstand:")

    @property
    def opened(self) -> Self:
        """Return the View that selects the municipalities whose answers are open.

        A group that is a filter takes that filter's place, so that any bar can be opened whatever
        is chosen; a group by distance is bound as a parameter of its own.
        """
        kind, _colon, code = (self.gruppe or "").partition(":")
        if kind == "landet":
            return self.country()
        field = {"politidistrikt": "distrikt", "storrelse": "innbyggere"}.get(kind)
        return self.having(**{field: (code,)}) if field else self

    @property
    def scenario(self) -> str:
        """Return the siting scenario in one word, as `festet` pins it."""
        return f"{self.antall}-{self.grense}-{self.kandidater}-{self.vekt}-{self.formaal}"

    def with_scenario(self, scenario: str) -> Self:
        """Return the View with the `scenario` that was pinned, which matches `SCENARIO`."""
        antall, grense, *rest = scenario.split("-")
        kandidater, vekt, formaal = rest
        return self.having(
            antall=int(antall),
            grense=int(grense),
            kandidater=kandidater,
            vekt=vekt,
            formaal=formaal,
        )

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
            parts.append(f"{_listed([tr(d) for d in self.distrikt], tr)} {noun}")
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


def _part(code: str | None, i: int) -> str | None:
    """Return the field or the value of a code such as «tema:rus», None when there is none."""
    return code.split(":")[i] if code else None


def _listed(words: Collection[str], tr: Translate, joint: str | None = None) -> str:
    """Return `words` as «a, b og c»."""
    *first, last = words
    return f"{', '.join(first)} {joint or tr('og')} {last}" if first else last
