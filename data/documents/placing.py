"""Where each letter of a folder belongs: in an answer that is there, or in one of its own."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass

from data.documents.attachments import Answer
from data.documents.versions import Earlier, Letter, corrections, match, new_id
from data.documents.writing import Row


@dataclass(frozen=True)
class Placed:
    """One letter and the answer it is: a new one, or one that is there.

    `copy_of` is the file that was read instead, where the same letter is saved twice.
    """

    letter: Letter
    answer: Answer
    earlier: Earlier
    copy_of: str
    is_new: bool

    @property
    def fil(self) -> str:
        """Return the file, within the folder."""
        return self.letter.document.fil

    @property
    def innspill_id(self) -> str:
        """Return the key of the answer."""
        return self.earlier.innspill_id


def place(
    letters: Sequence[tuple[Letter, Answer]], earlier: list[Earlier], here: Collection[str]
) -> list[Placed]:
    """Return where each of `letters` belongs: among `earlier`, or as an answer of its own."""
    fresh: dict[str, Letter] = {}
    placed = []
    known = list(earlier)
    for letter, answer in letters:
        found = match(letter, known, fresh, here)
        if found.same is not None:
            twin = fresh.get(found.same.innspill_id)
            first = twin.document.fil if twin else found.same.fil
            is_copy = first != letter.document.fil and first in here
            placed.append(
                Placed(letter, answer, found.same, first if is_copy else "", is_new=False)
            )
            continue
        key = new_id(letter, {each.innspill_id for each in known})
        row, written = _rows(key, letter, found.replaces)
        fresh[key] = letter
        made = Earlier(
            key,
            letter.document.text,
            frozenset((letter.prints,)),
            row,
            written,
            letter.page,
            letter.document.fil,
            letter.mappe,
        )
        known.append(made)
        placed.append(Placed(letter, answer, made, "", is_new=True))
    return placed


def _rows(key: str, letter: Letter, replaces: Earlier | None) -> tuple[Row, Row]:
    """Return the row of `letter` in `innspill`, corrected as the one it replaces, and as it is."""
    told, document = letter.told, letter.document
    notes = (*document.lacks, *document.notes, *told.doubts)
    row = {
        "innspill_id": key,
        "avsender": told.avsender,
        "avsendertype": told.avsendertype,
        "kommunenumre": "|".join(told.kommunenumre),
        "dato": told.mottatt.isoformat() if told.mottatt else "",
        "brevdato": told.brev.isoformat() if told.brev else "",
        "malform": told.malform,
        "erstatter": "",
        "belegg": "",
        "kilde": document.kilde,
        "merknad": ". ".join(notes),
    }
    if replaces is None:
        return row, row
    corrected = corrections(replaces)
    spoke_for = set((replaces.row or {}).get("kommunenumre", "").split("|"))
    # Those that the new one does not speak for would be left without an answer.
    if spoke_for <= set({**row, **corrected}["kommunenumre"].split("|")):
        row["erstatter"] = replaces.innspill_id
    return {**row, **corrected}, row
