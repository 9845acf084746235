"""Searching the answers: which words of theirs the terms meet, and which answers have them."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from functools import lru_cache
from typing import Final

import polars as pl

from data.versions import Version
from data.wordforms import stem
from queries.answers import ask, ask_anew
from queries.terms import Term, parse
from queries.view import View

PAGE: Final = 20
# With fewer answers than this the word may be misspelt; short words are too like each other.
FEW_ANSWERS: Final = 3
SHORTEST_MISSPELT: Final = 4
SHORTEST_RARE: Final = 6
SUGGESTIONS: Final = 2
# What is only alike counts for less than what was asked for.
ALIKE: Final = 0.4

# How many searches are kept with all their hits, which a common word makes many.
REMEMBERED: Final = 64

_NOTHING: Final[Mapping[str, object]] = {
    "ledd": [],
    "ord_nr": [],
    "vekt": [],
    "fraser": [],
    "uten_ord": [],
    "uten_fraser": [],
    "krav": 1,
}


@dataclass(frozen=True)
class _Asked:
    """One word to look up, and the term it belongs to."""

    word: str
    term: Term

    @property
    def excluded(self) -> bool:
        return self.term.excluded


@dataclass(frozen=True)
class Search:
    """What was asked for, and which words of the answers it meets."""

    terms: tuple[Term, ...]
    # Words in the answers that meet the terms, in common form, to be marked.
    words: frozenset[str] = frozenset()
    # What few answers have as it was written, and what was searched for besides.
    alike: tuple[tuple[str, tuple[str, ...]], ...] = ()
    # What no answer has.
    missing: tuple[str, ...] = ()
    # The parameters of query «sok».
    bound: Mapping[str, object] = field(default_factory=lambda: _NOTHING, hash=False)

    @property
    def phrases(self) -> tuple[tuple[str, ...], ...]:
        """Return the phrases that must be there, word by word."""
        return tuple(t.words for t in self.terms if t.phrase and not t.excluded)

    @property
    def is_empty(self) -> bool:
        """Return whether there is nothing to search for."""
        return not any(not t.excluded for t in self.terms)


@dataclass(frozen=True)
class Found:
    """The answers that were found, the best first, and the selection they were found in."""

    search: Search
    # One row per answer, as query «sok» gives it.
    hits: pl.DataFrame
    # One row per submission and municipality, as query «sok_innspill» gives it.
    selection: pl.DataFrame
    # Whether no answer had all the terms, so that these have at least one.
    loosened: bool = False

    @property
    def spoken_for(self) -> pl.DataFrame:
        """Return the hits with a row for each municipality of the selection they speak for."""
        return self.hits.join(self.selection, on="innspill_id")

    @property
    def kommuner(self) -> int:
        """Return how many municipalities of the selection the hits speak for."""
        return self.spoken_for["kommunenummer"].drop_nulls().n_unique()

    @property
    def from_others(self) -> int:
        """Return how many senders among the hits are no municipality."""
        rows = self.spoken_for.filter(pl.col("kommunenummer").is_null())
        return rows["innspill_id"].n_unique()

    def by_district(self) -> dict[str, tuple[int, int]]:
        """Return for each district with hits how many answers and municipalities they are."""
        counted = (
            self.spoken_for.drop_nulls("politidistrikt")
            .group_by("politidistrikt")
            .agg(pl.col("svar_nr").n_unique(), pl.col("kommunenummer").n_unique())
        )
        return {district: (answers, kommuner) for district, answers, kommuner in counted.rows()}


def look_up(version: Version, text: str) -> Search:
    """Return the search for `text` in the answers of `version`."""
    terms = parse(text)
    if not any(not t.excluded for t in terms):
        return Search(terms)
    # A phrase is looked up word by word, each standing for itself alone.
    asked = [_Asked(word, term) for term in terms for word in term.words]
    met = _words(version, [(a.word, stem(a.word), a.term.phrase) for a in asked])
    alike, near = _alike(version, asked, met)
    there = set(met["ledd"])
    met = pl.concat([met, near]).unique(["ledd", "ord_nr"], keep="first", maintain_order=True)

    wanted = met.filter(pl.col("ledd").is_in([i for i, a in enumerate(asked) if not a.excluded]))
    unwanted = [i for i, a in enumerate(asked) if a.excluded and not a.term.phrase]
    single = [i for i, a in enumerate(asked) if not a.term.phrase]
    phrases = [t for t in terms if t.phrase]
    return Search(
        terms,
        # A phrase is marked as a whole; its words are not marked wherever else they stand.
        words=frozenset(wanted.filter(pl.col("ledd").is_in(single))["ord"]),
        alike=alike,
        missing=tuple(
            dict.fromkeys(
                a.term.text for i, a in enumerate(asked) if not a.excluded and i not in there
            )
        ),
        bound={
            "ledd": wanted["ledd"].to_list(),
            "ord_nr": wanted["ord_nr"].to_list(),
            "vekt": wanted["vekt"].to_list(),
            "fraser": [f" {' '.join(t.words)} " for t in phrases if not t.excluded],
            "uten_ord": met.filter(pl.col("ledd").is_in(unwanted))["ord_nr"].unique().to_list(),
            "uten_fraser": [f" {' '.join(t.words)} " for t in phrases if t.excluded],
            "krav": sum(not a.excluded for a in asked),
        },
    )


def find(version: Version, view: View) -> Found:
    """Return what the search in `view` finds among the answers that its filter lets through.

    When no answer has all the terms, those with any of them are found instead.
    """
    selection = ask(version, "sok_innspill", view)
    search, ranked = _ranked(version, view.q)
    any_of = ranked.filter(pl.col("innspill_id").is_in(selection["innspill_id"].implode()))
    here = any_of.filter("har_alle")
    loosened = here.is_empty() and not any_of.is_empty() and len(search.terms) > 1
    return Found(search, any_of if loosened else here, selection, loosened)


@lru_cache(maxsize=REMEMBERED)
def _ranked(version: Version, text: str) -> tuple[Search, pl.DataFrame]:
    """Return the search for `text` and every answer with any of it, the best first."""
    search = look_up(version, text)
    return search, ask_anew(version, "sok", View(), **search.bound)


def _words(version: Version, asked: Sequence[tuple[str, str, bool]]) -> pl.DataFrame:
    return ask_anew(
        version,
        "sokeord",
        View(),
        hele=[word for word, _stem, _exact in asked],
        stammer=[stem_ for _word, stem_, _exact in asked],
        ordrett=[exact for _word, _stem, exact in asked],
    )


def _alike(
    version: Version, asked: Sequence[_Asked], met: pl.DataFrame
) -> tuple[tuple[tuple[str, tuple[str, ...]], ...], pl.DataFrame]:
    """Return the words to search for besides those that few answers have, and what they meet."""
    in_answers = dict(met.group_by("ledd").agg(pl.col("i_svar").sum()).rows())
    doubtful = [
        i
        for i, a in enumerate(asked)
        if not a.term.phrase
        and not a.excluded
        and in_answers.get(i, 0) < FEW_ANSWERS
        and len(a.word) >= (SHORTEST_RARE if i in in_answers else SHORTEST_MISSPELT)
    ]
    nothing = met.clear()
    if not doubtful:
        return (), nothing
    words = [asked[i].word for i in doubtful]
    near = ask_anew(version, "sokeforslag", View(), hele=words, stammer=[stem(w) for w in words])
    notes, more = [], [nothing]
    for i, number in enumerate(doubtful):
        rows = near.filter(pl.col("ledd") == i).unique("stamme", keep="first", maintain_order=True)
        if rows.is_empty():
            continue
        rows = rows.head(SUGGESTIONS)
        notes.append((asked[number].term.text, tuple(rows["vist"])))
        found = _words(version, [(o, s, False) for o, s in rows.select("ord", "stamme").rows()])
        more.append(
            found.with_columns(ledd=pl.lit(number, dtype=pl.Int64), vekt=pl.col("vekt") * ALIKE)
        )
    return tuple(notes), pl.concat(more)
