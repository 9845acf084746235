"""Arbitrary Views, as a reader may make them: for each field, the values it may hold."""

from dataclasses import fields
from typing import Any, Final

from hypothesis import strategies as st
from hypothesis.strategies import SearchStrategy

from data import vocabulary as v
from data.schemas import FYLKER, POLITIDISTRIKTER
from data.versions import DATASETS
from queries import View, choices, openings, weights
from queries.page_names import PAGES
from queries.view import MAX_CHOSEN, MAX_TEXT

NUMBERS: Final = ("0301", "1811", "1835", "5401")


def some(allowed: tuple[str, ...], least: int = 0) -> SearchStrategy[tuple[str, ...]]:
    """Draw some of `allowed`, in their own order."""
    drawn = st.sets(st.sampled_from(allowed), min_size=least)
    return drawn.map(lambda chosen: tuple(a for a in allowed if a in chosen))


def perhaps(drawn: SearchStrategy[str]) -> SearchStrategy[str | None]:
    """Draw a value or none."""
    return st.none() | drawn


WORDS: Final = st.text().map(
    lambda text: " ".join("".join(c for c in text if c.isprintable()).split())[:MAX_TEXT].strip()
)
KEYS: Final = st.text("abcæøå0189._-", min_size=1, max_size=40)
SCENARIOS: Final = st.builds(
    "{}-{}-{}-{}-{}".format,
    st.integers(*choices.ANTALL),
    st.integers(*choices.GRENSE),
    st.sampled_from(choices.KANDIDATER),
    st.sampled_from(choices.VEKT),
    st.sampled_from(choices.FORMAAL),
)
FIELDS: Final[dict[str, SearchStrategy[Any]]] = {
    "data": st.sampled_from(DATASETS),
    "versjon": perhaps(st.from_regex(r"\A20[0-9]{2}-[0-9]{2}-[0-9]{2}-[0-9a-f]{7}\Z")),
    "distrikt": some(POLITIDISTRIKTER),
    "fylke": some(FYLKER),
    "innbyggere": some(openings.STORRELSER),
    "stasjon": perhaps(st.sampled_from(choices.JA_NEI)),
    "svart": perhaps(st.sampled_from(choices.JA_NEI)),
    "forslag": st.sampled_from(choices.JA_NEI),
    "vis": st.sampled_from(choices.MAAL),
    "kartform": st.sampled_from(choices.KARTFORMER),
    "kommune": perhaps(st.sampled_from(NUMBERS)),
    "lokaltype": some(v.LOKALTYPE),
    "onsker": some(v.STASJONSONSKE),
    "sok": WORDS,
    "finn": WORDS,
    "sorter": st.sampled_from([s + n for n in choices.SORTERING for s in ("", "-")]),
    "kolonne": st.just("") | st.sampled_from([s + n for n in choices.KOLONNER for s in ("", "-")]),
    "valgt": st.lists(KEYS, unique=True, max_size=MAX_CHOSEN).map(tuple),
    "lag": some(choices.LAG, least=1),
    "sted": perhaps(KEYS),
    "grense": st.integers(*choices.GRENSE),
    "sesong": perhaps(st.sampled_from(choices.SESONG)),
    "antall": st.integers(*choices.ANTALL),
    "kandidater": st.sampled_from(choices.KANDIDATER),
    "vekt": st.sampled_from(choices.VEKT),
    "formaal": st.sampled_from(choices.FORMAAL),
    "festet": perhaps(SCENARIOS),
    # What is in both is with; that is a matter of reading links, and tested there.
    "med": some(NUMBERS[:2]),
    "uten": some(NUMBERS[2:]),
    "grunnlag": some(choices.GRUNNLAG),
    "navn": WORDS,
    "vekter": st.from_regex(weights.PATTERN, fullmatch=True),
    "rangering": st.sampled_from([s + r for r in choices.RANGERING for s in ("", "-")]),
    "brev": perhaps(KEYS),
    "brevstatus": some(choices.BREVSTATUS),
    "brevfelt": some(tuple(v.FELT)),
    "sikkerhet": some(choices.SIKKERHET),
    "felter": some(choices.ALLE_FELTER, least=1),
    "liste": some(NUMBERS),
    "kode": perhaps(st.sampled_from(openings.KODER)),
    "samtidig": perhaps(st.sampled_from(openings.KODER)),
    "gruppe": perhaps(st.sampled_from(openings.GRUPPER)),
    "om": st.sampled_from(choices.OM),
    "q": WORDS,
    "side": st.integers(*choices.SIDE),
    "fra": perhaps(st.sampled_from(PAGES)),
    "lang": st.sampled_from(choices.LANGUAGES),
}
NAMES: Final = tuple(field.name for field in fields(View))


def views() -> SearchStrategy[View]:
    """Draw any valid View."""
    return st.builds(View, **FIELDS).map(with_code)


def with_code(view: View) -> View:
    """Return `view` without what narrows the answers that are open, where none are, or nothing."""
    narrows_nothing = (None, view.kode) if view.kode else (view.samtidig, view.gruppe)
    return view.having(
        **{name: None for name in ("samtidig", "gruppe") if getattr(view, name) in narrows_nothing}
    )
