"""The index behind the search, made at build time so that a search only looks up.

Four tables: `soketekst` is what can be found, one row per answer; `sokeord` the words; `sokedel`
what a word may be found by; `sokepost` which words stand in which answer.
"""

from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Final, TypeAlias

import polars as pl

from data.privacy import mask
from data.wordforms import may_be_head, stem, tokens, undivided

# A name in the sender counts as if the answer said it so many times.
SENDER_WEIGHT: Final = 3
# A word found through a part of it counts for less than the word itself.
FIRST_PART: Final = 0.8
LATER_PART: Final = 0.7
# What stands beside a border must be too long to be an accident.
SHORTEST: Final = 3
LONG: Final = 5

# The ways each word is written, with how often.
Written: TypeAlias = defaultdict[str, Counter[str]]

_COLUMNS: Final[dict[str, dict[str, type[pl.DataType]]]] = {
    "soketekst": {
        "svar_nr": pl.Int64,
        "innspill_id": pl.String,
        "sporsmal": pl.Int64,
        "lengde": pl.Int64,
        # The words in order, so that a phrase is a part of it.
        "ordrekke": pl.String,
    },
    "sokeord": {
        "ord_nr": pl.Int64,
        "ord": pl.String,
        "stamme": pl.String,
        # As it is most often written.
        "vist": pl.String,
        "i_svar": pl.Int64,
        # A place is found by its name alone: «Volda» is no form of «vold».
        "navn": pl.Boolean,
    },
    "sokedel": {
        "del": pl.String,
        "ord_nr": pl.Int64,
        "vekt": pl.Float64,
        "navn": pl.Boolean,
    },
    "sokepost": {"ord_nr": pl.Int64, "svar_nr": pl.Int64, "antall": pl.Int64},
}


def index(
    innspill: pl.DataFrame,
    svar: pl.DataFrame,
    kommuner: pl.DataFrame,
    kommunenavn: pl.DataFrame,
) -> dict[str, pl.DataFrame]:
    """Return the tables of the index over the accepted rows of the four source tables.

    What `mask` leaves out of an answer cannot be found, and no private person's name can.
    """
    senders = _senders(innspill, kommuner, kommunenavn)
    numbers: dict[str, int] = {}
    written: Written = defaultdict(Counter)
    named_by: Written = defaultdict(Counter)
    texts, posts = [], []
    answers = svar.sort("innspill_id", "sporsmal").select("innspill_id", "sporsmal", "tekst")
    for number, (innspill_id, sporsmal, tekst) in enumerate(answers.iter_rows()):
        named = _words(senders[innspill_id], named_by)
        said = _words(mask(tekst), written)
        counts = Counter(said)
        for word in named:
            counts[word] += SENDER_WEIGHT
        posts += [(numbers.setdefault(w, len(numbers)), number, n) for w, n in counts.items()]
        # The stroke keeps the sender's name and the answer's first word from being one phrase.
        row = f" {' '.join(named)} | {' '.join(said)} "
        texts.append((number, innspill_id, sporsmal, len(said), row))
    names = {word for word in named_by if _is_name(written[word])}
    stems = {word: word if word in names else stem(word) for word in numbers}
    answers_with = Counter(n for n, _number, _count in posts)
    words = [
        (n, w, stems[w], _usual(written[w] or named_by[w]), answers_with[n], w in names)
        for w, n in numbers.items()
    ]
    lexicon = Lexicon.of({w: s for w, s in stems.items() if w not in names})
    parts = [
        (part, n, weight, word in names)
        for word, n in numbers.items()
        for part, weight in ({word: 1.0} if word in names else found_by(word, lexicon)).items()
    ]
    return {
        "soketekst": _frame("soketekst", texts),
        "sokeord": _frame("sokeord", words),
        "sokedel": _frame("sokedel", parts).sort("del", "ord_nr"),
        "sokepost": _frame("sokepost", posts).sort("ord_nr", "svar_nr"),
    }


@dataclass(frozen=True)
class Lexicon:
    """The words that compounds may be made of."""

    words: frozenset[str]
    stems: frozenset[str]
    # Saves stemming every possible end of every word.
    beginnings: frozenset[str]

    @classmethod
    def of(cls, stems: Mapping[str, str]) -> "Lexicon":
        """Return the lexicon of the words in `stems`, which gives each its stem."""
        known = frozenset(stems.values())
        return cls(frozenset(stems), known, frozenset(s[: LONG - 1] for s in known))

    def end(self, tail: str) -> str:
        """Return the stem of `tail` when it is a word of the lexicon in some form, or nothing."""
        if tail in self.words:
            return stem(tail)
        if len(tail) < LONG - 1 or tail[: LONG - 1] not in self.beginnings:
            return ""
        last = stem(tail)
        return last if len(last) >= LONG - 1 and last in self.stems else ""


def found_by(word: str, lexicon: Lexicon) -> dict[str, float]:
    """Return the stems that `word` is found by, with what each counts for.

    The whole word counts 1. «voldshendelser» is also found by its first part «vold» and by what
    follows a border, «hendelser», when the lexicon knows both, or the latter and it is long.
    """
    whole = stem(word)
    parts = {whole: 1.0}
    for i in range(SHORTEST, len(word) - SHORTEST + 1):
        head, tail = word[:i], word[i:]
        if not may_be_head(head) or not (last := lexicon.end(tail)):
            continue
        bare = next((h for h in (head, _unlinked(head)) if h in lexicon.words), "")
        if bare and may_be_head(bare) and stem(bare) != whole:
            parts.setdefault(stem(bare), FIRST_PART)
            parts.setdefault(last, LATER_PART)
        elif not bare and len(last) >= LONG:
            parts.setdefault(last, LATER_PART)
    return parts


def _unlinked(head: str) -> str:
    """Return `head` without the s or e that Norwegian joins words with."""
    return head[:-1] if len(head) > SHORTEST and head[-1] in "se" else ""


def _is_name(written: Counter[str]) -> bool:
    """Return whether a word of a sender's name is always a name in the answers too.

    «Time» is a municipality and «time» an hour; «Bodø» is only ever Bodø.
    """
    return not any(form[0].islower() for form in written)


def _usual(written: Counter[str]) -> str:
    return written.most_common(1)[0][0]


def _words(text: str, written: Written) -> list[str]:
    found = list(tokens(text))
    for token in found:
        written[token.word][undivided(text[token.start : token.end])] += 1
    return [token.word for token in found]


def _senders(
    innspill: pl.DataFrame, kommuner: pl.DataFrame, kommunenavn: pl.DataFrame
) -> dict[str, str]:
    """Return what each answer is found by beside its text: municipalities, or the sender's name."""
    names = dict(kommuner.select("kommunenummer", "kommunenavn").rows())
    for number, other in kommunenavn.select("kommunenummer", "navn").iter_rows():
        names[number] += f" {other}"
    senders = {}
    for key, name, kind, numbers in innspill.select(
        "innspill_id", "avsender", pl.col("avsendertype").cast(pl.String), "kommunenumre"
    ).iter_rows():
        spoken_for = [names.get(number, "") for number in (numbers or "").split("|")]
        own = "" if kind in ("kommune", "privatperson") else name
        senders[key] = " ".join([own, *spoken_for])
    return senders


def _frame(name: str, rows: Sequence[tuple[object, ...]]) -> pl.DataFrame:
    return pl.DataFrame(rows, schema=_COLUMNS[name], orient="row")
