"""The texts of the answers, as coding and its checks look them up."""

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Self

import polars as pl

from data.coding.spans import is_at, stands_in, text_hash


@dataclass(frozen=True)
class Texts:
    """The text of every answer: by its key, then by question from 0 to 5."""

    by_answer: Mapping[str, Mapping[int, str]]

    @classmethod
    def of(cls, svar: pl.DataFrame) -> Self:
        """Return the texts in `svar`, which has `innspill_id`, `sporsmal` and `tekst`."""
        found: dict[str, dict[int, str]] = defaultdict(dict)
        for key, question, text in svar.select("innspill_id", "sporsmal", "tekst").iter_rows():
            found[key][question] = text
        return cls(dict(found))

    def hash_of(self, key: str, question: int | None = None) -> str:
        """Return the hash of one text, or of the whole answer; empty when there is none."""
        texts = self.by_answer.get(key, {})
        if question is not None:
            return text_hash(texts[question]) if question in texts else ""
        return text_hash("\n".join(texts[n] for n in sorted(texts))) if texts else ""

    def holds(self, key: str, passage: str) -> bool:
        """Return whether `passage` stands in the answer, true where its text is not here at all."""
        texts = self.by_answer.get(key, {})
        return not texts or any(stands_in(passage, text) for text in texts.values())

    def holds_at(self, key: str, question: int, passage: str, start: int, end: int) -> bool:
        """Return whether `passage` stands at that place, true where the text is not here at all."""
        texts = self.by_answer.get(key, {})
        return not texts or is_at(passage, texts.get(question, ""), start, end)
