"""How long a search takes among 10 000 long answers, from the reader's words to the page's rows."""

import random
import statistics
import tempfile
import time
from pathlib import Path
from typing import Final

import polars as pl

from data import paths, pipeline
from queries import Version, View, ask
from queries.search import PAGE, _ranked, find
from tests.small_set import places

ANSWERS: Final = 10_000
WORDS: Final = 220
RARE_WORDS: Final = 60_000
ROUNDS: Final = 11
GOAL_MS: Final = 100.0
# Common and rare words, many words, a phrase, exclusion, a misspelling, and everything at once.
SEARCHES: Final = (
    "politi",
    "vold",
    "vold i nære relasjoner",
    '"nærmeste tjenestested"',
    "beredskap -rus",
    "tjenestestedstrukturr",
    "ungdomskriminalitet rus psykisk helse samarbeid beredskap avstand",
    'politi kommune "for lang tid" -sommer "psykisk helse" trafik lokaler Bodø',
    # No answer has it all, so the common words find every answer there is.
    "politi kommune vold rus trafikk beredskap samarbeid xyzzyq",
    'kommune politi innbyggere "finnes ikke slik" avstand tjenestested bemanning beredskap',
)


def rows() -> list[tuple[str, float, float]]:
    """Return each search with its median time in a scratch build and the goal, both in ms."""
    with tempfile.TemporaryDirectory() as folder:
        version = _built(Path(folder))
        return [(f"søk: {text}", _median(version, text), GOAL_MS) for text in SEARCHES]


def _median(version: Version, text: str) -> float:
    times = []
    for _ in range(ROUNDS):
        _ranked.cache_clear()
        start = time.perf_counter()
        found = find(version, View(q=text))
        shown = found.hits["svar_nr"].head(PAGE).to_list()
        ask(version, "sok_tekst", View(), svar_nr=shown)
        found.by_district()
        times.append(1000 * (time.perf_counter() - start))
        assert shown, text
    return statistics.median(times)


def _built(folder: Path) -> Version:
    """Build answers for every municipality from the demo's sentences and made-up compounds."""
    chance = random.Random(4)
    with places(folder / "build", folder):
        demo = pipeline.read_sources("demo")["svar"].frame["tekst"].to_list()
        sentences = [s for text in demo for s in text.replace("\n", " ").split(". ") if s]
        lexicon = sorted({w for s in sentences for w in s.lower().split() if w.isalpha()})
        # As many words as Norwegian would have in a text of this length, most of them rare.
        compounds = [chance.choice(lexicon) + chance.choice(lexicon) for _ in range(RARE_WORDS)]
        kommuner = pl.read_csv(paths.COMMON / "kommuner.csv", infer_schema=False)
        numbers = kommuner["kommunenummer"].to_list()
        innspill, svar = [], []
        for i in range(ANSWERS // 5):
            innspill.append((f"B{i}", "Kommune", "kommune", numbers[i % len(numbers)], "bokmaal"))
            for q in range(1, 6):
                said: list[str] = []
                while len(said) < WORDS:
                    said += chance.choice(sentences).split()
                    said.append(chance.choice(compounds))
                svar.append((f"B{i}", q, " ".join(said)))
        columns = ["innspill_id", "avsender", "avsendertype", "kommunenumre", "malform"]
        pl.DataFrame(innspill, schema=columns, orient="row").with_columns(
            kilde=pl.lit("benk")
        ).write_csv(folder / "innspill.csv")
        pl.DataFrame(svar, schema=["innspill_id", "sporsmal", "tekst"], orient="row").write_csv(
            folder / "svar.csv"
        )
        return pipeline.build("innspill").version


if __name__ == "__main__":
    for name, measured, goal in rows():
        print(f"{measured:7.1f} ms av {goal:.0f}  {name}")
