"""How many cases are tried, and which: the same ones every time, until another seed is asked for.

`make fuzz` tries 10 000 of each kind; `make test` a sample. A case that has failed stays in its
test as an example.
"""

import gc
import os
import random
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from time import process_time
from typing import Any, Final, TypeVar

from hypothesis import HealthCheck, Phase, seed, settings
from hypothesis import strategies as st

from data.schemas import FYLKER, POLITIDISTRIKTER
from queries.openings import GRUPPER, KODER
from queries.page_names import PAGES
from queries.view import MAAL

Test = TypeVar("Test", bound=Callable[..., Any])
CASES: Final = int(os.environ.get("TJENESTESTED_TILFELLER") or 60)
SEED: Final = int(os.environ.get("TJENESTESTED_FROE") or 22_535)
# In seconds of this process's own work; a busy machine does not count.
MOST_CPU: Final = 1.0

# Values that mean something, so that cases come further in than the first check.
KNOWN: Final = (
    *POLITIDISTRIKTER, *FYLKER, *MAAL, *KODER, *GRUPPER, *PAGES,
    "demo", "kjente", "innspill", "ja", "nei", "liten", "0301", "1804", "kommune:0301",
    "2026-01-02-0123abc", "10-15-alle-innbyggere-dekning", "nn", "en", "-km", "i_dag", "5", "40",
)  # fmt: skip
FIELDS: Final = (
    "data", "versjon", "distrikt", "fylke", "innbyggere", "stasjon", "svart", "vis", "kommune",
    "finn", "lokaltype", "onsker", "sok", "sorter", "valgt", "kolonne", "lag", "sted", "grense",
    "antall", "kandidater", "vekt", "formaal", "festet", "kode", "samtidig", "gruppe", "om", "q",
    "side", "fra", "lang", "ark", "kort", "embed",
)  # fmt: skip
ODD: Final = (
    "", "\0", "'; drop table kommune; --", "../../etc/passwd", "%00", "\r\nSet-Cookie: a=b",
    "<script>", "9" * 400, "-1", "NaN", "1e999", "\u202e", "💥" * 30, "a," * 400, "Troms).",
    "[" * 500, "http://[::1", "//ondt.example", "{0.__class__}", "$distrikt", "%", "*" * 100,
    '"' * 99, "(" * 99,
)  # fmt: skip


def tried(test: Test) -> Test:
    """Try `test`, which takes generated values, so many times with the kept seed."""
    how = settings(
        max_examples=CASES,
        deadline=None,
        database=None,
        # What fails is printed as it is: to make it smaller would take longer than to read it.
        phases=(Phase.explicit, Phase.generate),
        suppress_health_check=list(HealthCheck),
    )
    return seed(SEED)(how(test))


def texts() -> st.SearchStrategy[str]:
    """Return texts that mean something, that hostile people write, and any others."""
    return st.one_of(
        st.sampled_from(KNOWN),
        st.sampled_from(ODD),
        st.text(max_size=60),
        st.lists(st.sampled_from(KNOWN + ODD), max_size=70).map(",".join),
        st.builds(lambda text, n: text * n, st.sampled_from(KNOWN + ODD), st.integers(1, 400)),
    )


def queries() -> st.SearchStrategy[list[tuple[str, str]]]:
    """Return the parameters of an address, some of them ours, in any order and number."""
    names = st.one_of(st.sampled_from(FIELDS), st.text(max_size=12))
    few = st.lists(st.tuples(names, texts()), max_size=6)
    many = st.lists(st.tuples(names, texts()), min_size=50, max_size=90)
    return st.one_of(few, few, few, many)


@contextmanager
def one_second(what: object) -> Iterator[None]:
    """Fail when what is done meanwhile takes more of the processor than any request may.

    To collect what thousands of cases have left behind is no request's work.
    """
    spent = [0.0]

    def collecting(phase: str, _about: object) -> None:
        spent[0] += process_time() if phase == "start" else -process_time()

    gc.callbacks.append(collecting)
    before = process_time()
    try:
        yield
    finally:
        used = process_time() - before + spent[0]
        gc.callbacks.remove(collecting)
    assert used < MOST_CPU, f"{used:.2f} s: {str(what)[:300]}"


def shuffled(values: list[Any], number: int) -> list[Any]:
    """Return `values` in the order that `number` gives."""
    return random.Random(number).sample(values, len(values))
