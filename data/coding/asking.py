"""The command that asks a language model about every answer, and keeps what it suggests."""

import csv
import os
from collections import Counter
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Final

import polars as pl

from data import vocabulary as v
from data.answer_schemas import Forslag
from data.coding.model import Answered
from data.coding.spans import text_hash
from data.coding.texts import Texts

FILE: Final = "forslag.csv"
Ask = Callable[[Mapping[int, str]], Answered]


@dataclass(frozen=True)
class Asked:
    """The outcome: how many answers were asked about, codes kept, and claims thrown away by why."""

    answers: int
    codes: int
    discarded: Mapping[str, int]


def ask_all(innspill: pl.DataFrame, svar: pl.DataFrame, target: Path, ask: Ask) -> Asked:
    """Ask about every answer that speaks for municipalities, and write `forslag.csv` in `target`.

    The file is written whole or not at all, and takes the place of the one before it.
    """
    texts = Texts.of(svar)
    kind = pl.col("avsendertype").cast(pl.String)
    speaking = innspill.filter(kind.is_in(v.TALER_FOR))["innspill_id"].sort().to_list()
    asked = [key for key in speaking if key in texts.by_answer]
    rows: list[dict[str, object]] = []
    discarded: Counter[str] = Counter()
    for key in asked:
        answered = ask(texts.by_answer[key])
        discarded.update(answered.discarded)
        rows += [
            {
                "innspill_id": key,
                "felt": code.felt,
                "verdi": code.verdi,
                "utdrag": code.utdrag,
                "kodet_av": "modell",
                "sporsmal": code.sporsmal,
                "start": code.start,
                "slutt": code.end,
                "regel": code.regel,
                "sikkerhet": code.confidence,
                "status": "forslag",
                "teksthash": text_hash(texts.by_answer[key][code.sporsmal]),
            }
            for code in answered.suggestions.codes
        ]
    _write(target / FILE, rows)
    return Asked(len(asked), len(rows), dict(discarded))


def _write(path: Path, rows: list[dict[str, object]]) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    draft = path.with_suffix(f".{os.getpid()}.tmp")
    try:
        with draft.open("w", encoding="utf-8-sig", newline="") as file:
            writer = csv.DictWriter(file, list(Forslag.columns()), delimiter=";")
            writer.writeheader()
            writer.writerows(rows)
        draft.replace(path)
    finally:
        draft.unlink(missing_ok=True)
