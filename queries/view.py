"""The View: everything a reader has chosen, as one frozen value.

It round-trips through the URL, binds the SQL, writes the filter sentence, keys the caches and makes
the links. Nobody else builds any of these.
"""

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, fields, replace
from functools import cached_property, lru_cache
from typing import Final, Self
from urllib.parse import urlencode

from data import vocabulary as v
from data.schemas import FYLKER, POLITIDISTRIKTER
from data.versions import DATASETS, VERSION
from queries import choices, weights
from queries.bound import bound
from queries.budgets import CHOSEN as MAX_CHOSEN
from queries.budgets import TEXT as MAX_TEXT
from queries.choices import LANGUAGES, MAAL, SATISFACTION
from queries.link import LinkReader
from queries.numbering import Numbering, Translate
from queries.openings import GRUPPER, KODER, STORRELSER, of_municipality
from queries.page_names import PAGES
from queries.sentence import sentence
from queries.written import written

__all__ = ["LANGUAGES", "MAAL", "MAX_CHOSEN", "MAX_TEXT", "SATISFACTION", "STORRELSER", "View"]

# What chooses municipalities, and which codes of theirs count.
SELECTION: Final = ("data", "distrikt", "fylke", "innbyggere", "stasjon", "svart", "forslag")


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
    # Whether what rules and models suggest counts beside what a person has confirmed.
    forslag: str = "ja"
    # The measure that colours the map and heads the page.
    vis: str = "bemanning"
    kartform: str = "land"
    # The municipality whose answer is open, and the name it is searched for by.
    kommune: str | None = None
    finn: str = ""
    # The list of premises: what is in it, and which are set aside for comparison.
    lokaltype: tuple[str, ...] = ()
    onsker: tuple[str, ...] = ()
    sok: str = ""
    sorter: str = "-km"
    valgt: tuple[str, ...] = ()
    # The column a district's municipalities are sorted by; empty puts the unhappiest first.
    kolonne: str = ""
    # Stations and reach: layers shown, the station that is open, and how far is near.
    lag: tuple[str, ...] = choices.LAG
    sted: str | None = None
    grense: int = 15
    # The season that decided stations are counted for; None counts them all, whatever theirs is.
    sesong: str | None = None
    # The siting model's scenario, and another one pinned to compare with.
    antall: int = 10
    kandidater: str = "alle"
    vekt: str = "innbyggere"
    formaal: str = "dekning"
    festet: str | None = None
    # Places that must be among the chosen, and that may not.
    med: tuple[str, ...] = ()
    uten: tuple[str, ...] = ()
    # The candidates: why they are listed, the name they are searched for by, what each count
    # weighs, and what they are sorted by.
    grunnlag: tuple[str, ...] = ()
    navn: str = ""
    vekter: str = weights.WRITTEN
    rangering: str = "-poeng"
    # The letter that is reviewed; of those that are listed their status, and in which fields and
    # how sure the suggestions are that are left.
    brev: str | None = None
    brevstatus: tuple[str, ...] = ()
    brevfelt: tuple[str, ...] = ()
    sikkerhet: tuple[str, ...] = ()
    # The columns of their table, and the municipalities the reader keeps an eye on.
    felter: tuple[str, ...] = choices.FELTER
    liste: tuple[str, ...] = ()
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
        numbering: Numbering | None = None,
        tr: Translate = str,
    ) -> tuple[Self, tuple[str, ...]]:
        """Return the View that `query` asks for, and a sentence for each thing not understood.

        Total: any keys and values give a valid View. Lists are separated by commas or repeated
        parameters. `kommuner` are the municipality numbers that exist; `numbering` knows their
        names too, and what municipalities of other years are.
        """
        known = numbering or Numbering({number: number for number in kommuner})
        reader = LinkReader(query, tr, known.called)
        lang = reader.one("lang", LANGUAGES) or "nb"
        groups = (*GRUPPER, *map(of_municipality, known.names))
        view = cls(
            data=reader.one("data", DATASETS) or default_data,
            versjon=reader.matching("versjon", VERSION),
            distrikt=reader.many("distrikt", POLITIDISTRIKTER),
            fylke=reader.many("fylke", FYLKER),
            innbyggere=reader.many("innbyggere", STORRELSER),
            stasjon=reader.one("stasjon", choices.JA_NEI),
            svart=reader.one("svart", choices.JA_NEI),
            forslag=reader.one("forslag", choices.JA_NEI) or "ja",
            vis=reader.one("vis", MAAL) or "bemanning",
            kartform=reader.one("kartform", choices.KARTFORMER) or "land",
            kommune=reader.municipality("kommune", known, lang),
            finn=reader.text("finn"),
            lokaltype=reader.many("lokaltype", v.LOKALTYPE),
            onsker=reader.many("onsker", v.STASJONSONSKE),
            sok=reader.text("sok"),
            sorter=reader.order("sorter", choices.SORTERING) or "-km",
            valgt=reader.free("valgt"),
            kolonne=reader.order("kolonne", choices.KOLONNER) or "",
            lag=reader.many("lag", choices.LAG) or choices.LAG,
            sted=reader.key("sted"),
            grense=reader.number("grense", *choices.GRENSE, 15),
            sesong=reader.one("sesong", choices.SESONG),
            antall=reader.number("antall", *choices.ANTALL, 10),
            kandidater=reader.one("kandidater", choices.KANDIDATER) or "alle",
            vekt=reader.one("vekt", choices.VEKT) or "innbyggere",
            formaal=reader.one("formaal", choices.FORMAAL) or "dekning",
            festet=reader.matching("festet", choices.SCENARIO),
            med=(med := reader.municipalities("med", known, lang)),
            uten=reader.municipalities("uten", known, lang, but=med),
            grunnlag=reader.many("grunnlag", choices.GRUNNLAG),
            navn=reader.text("navn"),
            vekter=reader.matching("vekter", weights.PATTERN) or weights.WRITTEN,
            rangering=reader.order("rangering", choices.RANGERING) or "-poeng",
            brev=reader.key("brev"),
            brevstatus=reader.many("brevstatus", choices.BREVSTATUS),
            brevfelt=reader.many("brevfelt", tuple(v.FELT)),
            sikkerhet=reader.many("sikkerhet", choices.SIKKERHET),
            felter=reader.many("felter", choices.ALLE_FELTER) or choices.FELTER,
            liste=reader.municipalities("liste", known, lang),
            kode=(kode := reader.one("kode", KODER)),
            samtidig=reader.beside("samtidig", reader.one("samtidig", KODER), kode),
            gruppe=reader.beside("gruppe", reader.one("gruppe", groups), kode),
            om=reader.one("om", choices.OM) or "tema",
            q=reader.text("q"),
            side=reader.number("side", *choices.SIDE, 1),
            fra=reader.one("fra", PAGES),
            lang=lang,
        )
        reader.unknown(f.name for f in fields(cls))
        return view, reader.told()

    def query(self) -> dict[str, str]:
        """Return the URL parameters, in a fixed order, defaults left out.

        `data` is always there: what is shown by default may change, and a link must not.
        """
        values = {name: getattr(self, name) for name in _DEFAULTS}
        return {n: written(value) for n, value in values.items() if not _goes_without(n, value)}

    def url(self, path: str, **changes: object) -> str:
        """Return the link to the page at `path` that shows this View with `changes` made."""
        # A page has some hundred links, most of them a View with one field changed.
        parts = self._parts.copy()
        for name, value in changes.items():
            parts[_PLACES[name]] = _parameter(name, value)
        return f"{path}?{'&'.join(filter(None, parts))}"

    @cached_property
    def _parts(self) -> list[str]:
        """Return each parameter as it stands in the URL, in order; nothing for a default."""
        return [_parameter(name, getattr(self, name)) for name in _DEFAULTS]

    @cached_property
    def parameters(self) -> Mapping[str, object]:
        """Return the values that a query may bind, by name; lists are tuples."""
        return bound(self)

    @property
    def is_by_distance(self) -> bool:
        """Return whether the answers that are open are those at some distance from a station."""
        return self.group_of("avstand") is not None

    @property
    def alone(self) -> str | None:
        """Return the municipality whose answer is open when it is the only one."""
        return self.group_of("kommune")

    def group_of(self, kind: str) -> str | None:
        """Return the group the open answers are in, when it is of `kind`."""
        found, _colon, code = (self.gruppe or "").partition(":")
        return code if found == kind else None

    @property
    def opened(self) -> Self:
        """Return the View that selects the municipalities whose answers are open.

        A group that is a filter takes that filter's place, so that any bar can be opened whatever
        is chosen; a group by distance and a municipality alone are bound for themselves.
        """
        kind, _colon, code = (self.gruppe or "").partition(":")
        if kind in ("landet", "kommune"):
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

    def only(self, *fields: str) -> Self:
        """Return the View with what chooses municipalities and codes, and of the rest `fields`.

        Whoever looks at the same has an equal one, so it keys what is worked out from it.
        """
        return type(self)(**{name: getattr(self, name) for name in (*SELECTION, *fields)})

    def country(self) -> Self:
        """Return the same View of the whole country, to compare with."""
        return self.having(distrikt=(), fylke=(), innbyggere=(), stasjon=None, svart=None)

    @property
    def is_country(self) -> bool:
        """Return whether no filter restricts the municipalities."""
        return self == self.country()

    def sentence(self, tr: Translate = str, own: Collection[str] = (), unit: str = "km") -> str:
        """Return in words which municipalities the View covers, such as «Hele landet»."""
        return sentence(self, tr, own, unit)


# Every field in the order it has in a URL.
_DEFAULTS: Final = {field.name: field.default for field in fields(View)}
_PLACES: Final = {name: place for place, name in enumerate(_DEFAULTS)}


def _goes_without(name: str, value: object) -> bool:
    return name != "data" and value == _DEFAULTS[name]


# Some thousand values stand in the links of the pages that are read in an hour.
@lru_cache(maxsize=4096, typed=True)
def _parameter(name: str, value: object) -> str:
    """Return «name=value» as it stands in a URL, nothing for what goes without saying."""
    return "" if _goes_without(name, value) else urlencode({name: written(value)}, safe=",:")
