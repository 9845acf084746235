"""What a division of an answer is: parts that together are the whole text, each once."""

from dataclasses import dataclass
from typing import Final

# A division less sure than this is to be looked at.
SURE: Final = 0.75


@dataclass(frozen=True)
class Part:
    """The characters `start` to `end` of a text, which answer question `sporsmal`.

    0 is what cannot be placed: letterhead, case papers, greetings, and what is in doubt. `also` are
    further questions that the same words answer («Spørsmål 1 og 2»); a part is stored under the
    first of its questions, with a remark about the others.
    """

    sporsmal: int
    start: int
    end: int
    also: tuple[int, ...] = ()


@dataclass(frozen=True)
class Division:
    """The parts of a text in their order, with how sure it is (0–1) and why, in Norwegian."""

    parts: tuple[Part, ...]
    confidence: float
    reason: str

    def answers(self, text: str) -> dict[int, str]:
        """Return what `text`, which was divided, answers to each question, by number.

        Several parts of one question stand after one another with an empty line between, and no
        white space around; a question that only white space would answer is left out.
        """
        found: dict[int, list[str]] = {}
        for part in self.parts:
            if said := text[part.start : part.end].strip():
                found.setdefault(part.sporsmal, []).append(said)
        return {number: "\n\n".join(said) for number, said in sorted(found.items())}

    def remarks(self) -> list[str]:
        """Return what a person must know of the division, in Norwegian."""
        placed = {number for part in self.parts for number in (part.sporsmal, *part.also)} - {0}
        if not placed:
            return [f"svaret er ikke delt på spørsmål og ligger udelt ({self.reason})"]
        told = [
            f"svaret på spørsmål {part.sporsmal} gjelder også spørsmål "
            + " og ".join(map(str, part.also))
            for part in self.parts
            if part.also
        ]
        if missing := [str(number) for number in range(1, 6) if number not in placed]:
            told.append(f"fant ikke svar på spørsmål {', '.join(missing)}; kontroller delingen")
        if self.confidence < SURE:
            told.append(f"{self.reason}; kontroller delingen")
        return told


@dataclass(frozen=True)
class Span:
    """The characters `start` to `end` of a text that are not the sender's own view, and why."""

    start: int
    end: int
    reason: str
