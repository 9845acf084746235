"""The import: a folder of saved answers becomes rows of `innspill.csv` and `svar.csv`.

Rows that are there already are never touched, so what a person has corrected stays corrected and a
folder can be read again when more answers have come.
"""

import hashlib
import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import groupby
from pathlib import Path
from typing import Final

from data.documents.division import divide
from data.documents.document import Document
from data.documents.files import read_pdf, read_word
from data.documents.page import read_page
from data.documents.who import Register, dates_of, sender_of
from data.documents.writing import Row, add_rows, ids_in
from data.problems import Problem, SourceError

READERS: Final[Mapping[str, Callable[[Path], Document]]] = {
    ".html": read_page,
    ".htm": read_page,
    ".pdf": read_pdf,
    ".docx": read_word,
}
# A body this short that speaks of an attachment is not the answer.
SHORT: Final = 600
_REFERS: Final = re.compile(r"vedlegg|vedlagt|vedlagde|sjå vedl|se vedl", re.IGNORECASE)
_UUID: Final = re.compile(r"uid=([0-9a-f]{8})", re.IGNORECASE)
_NYNORSK: Final = re.compile(
    r"\b(?:ikkje|eit|ein|frå|kva|korleis|meir|vere|noko|kommunar|dei)\b", re.IGNORECASE
)
_BOKMAAL: Final = re.compile(
    r"\b(?:ikke|et|en|fra|hva|hvordan|mer|være|noe|kommuner|de)\b", re.IGNORECASE
)


@dataclass(frozen=True)
class Remark:
    """Something in one saved file that a person must look at, in Norwegian."""

    fil: str
    text: str

    def __str__(self) -> str:
        """Return the line a case worker reads."""
        return f"{self.fil}: {self.text}."


@dataclass(frozen=True)
class Imported:
    """What came of a folder: answers written, files known from before, and what to look at."""

    written: tuple[str, ...]
    known: tuple[str, ...]
    remarks: tuple[Remark, ...]


def import_folder(folder: Path, target: Path, register: Register) -> Imported:
    """Read every saved answer in `folder` into `innspill.csv` and `svar.csv` in `target`.

    Files are HTML pages, PDFs and DOCX. A file that an answer has as its attachment is read as part
    of that answer. A file that cannot be read is a remark, and the others are read all the same.

    Raises `SourceError` when `folder` holds no answers, or a table in `target` cannot be added to.
    """
    documents, remarks = _read_all(folder)
    if not documents:
        expected = "en mappe med lagrede svar (HTML, PDF eller DOCX)"
        raise SourceError([Problem(str(folder), 0, "", "", expected), *_told(remarks)])
    present, answered = (ids_in(target / f"{name}.csv") for name in ("innspill", "svar"))
    innspill: list[Row] = []
    svar: list[Row] = []
    known, written = [], []
    for document in _with_attachments(documents):
        key = _key(document)
        if key in present:
            known.append(document.fil)
            continue
        division = divide(document.text)
        row, notes = _row(key, document, register)
        innspill.append(row)
        svar += [
            {"innspill_id": key, "sporsmal": str(number), "tekst": part}
            for number, part in division.answers(document.text).items()
            if key not in answered
        ]
        written.append(document.fil)
        remarks += [Remark(document.fil, note) for note in notes]
        remarks += [Remark(document.fil, note) for note in division.remarks() if document.text]
    # The texts first: were this cut short, the answers would be read again, not left without words.
    add_rows(target / "svar.csv", svar)
    add_rows(target / "innspill.csv", innspill)
    remarks += _repeated(innspill, svar)
    return Imported(tuple(written), tuple(known), tuple(sorted(remarks, key=str)))


def _read_all(folder: Path) -> tuple[list[Document], list[Remark]]:
    documents, remarks = [], []
    for path in sorted(folder.rglob("*")):
        # Browsers save pictures and styles in a folder beside the page, and Word leaves locks.
        beside = any(part.endswith(("_files", "_filer")) for part in path.parent.parts)
        if not path.is_file() or beside or path.name.startswith((".", "~$")):
            continue
        reader = READERS.get(path.suffix.lower())
        if reader is None:
            remarks.append(Remark(path.name, "filtypen leses ikke; lagre som HTML, PDF eller DOCX"))
            continue
        try:
            documents.append(reader(path))
        except SourceError as error:
            remarks += [Remark(p.fil, f"ikke lest, ventet {p.ventet}") for p in error.problems]
    return documents, remarks


def _with_attachments(documents: Sequence[Document]) -> list[Document]:
    """Return the answers, those that are only a pointer with the text of what they point to."""
    by_name = {_bare(Path(each.fil).stem): each for each in documents}
    attached, answers = set(), []
    for document in documents:
        found = [by_name.get(_bare(Path(name).stem)) for name in document.attachments]
        attached |= {each.fil for each in found if each}
        is_pointer = len(document.text) <= SHORT and bool(_REFERS.search(document.text))
        if not document.attachments or not (is_pointer or not document.text):
            answers.append(document)
            continue
        missing = [name for name, each in zip(document.attachments, found, strict=True) if not each]
        notes = [f"svaret ligger i vedlegget «{name}», som ikke er i mappen" for name in missing]
        texts = [document.text, *(each.text for each in found if each)]
        notes += [note for each in found if each for note in each.notes]
        answers.append(
            replace(
                document,
                text="\n\n".join(filter(None, texts)),
                notes=(*document.notes, *notes),
            )
        )
    return [each for each in answers if each.fil not in attached]


def _row(key: str, document: Document, register: Register) -> tuple[Row, tuple[str, ...]]:
    """Return the row of `document` in `innspill`, and what in it a person must look at."""
    sender, dates = sender_of(document, register), dates_of(document)
    notes = tuple(filter(None, (*document.notes, sender.doubt)))
    date = dates.mottatt or dates.brev
    row = {
        "innspill_id": key,
        "avsender": sender.avsender,
        "avsendertype": sender.avsendertype,
        "kommunenumre": "|".join(sender.kommunenumre),
        "dato": date.isoformat() if date else "",
        "malform": _language(document.text),
        "erstatter": "",
        "belegg": "",
        "kilde": document.kilde,
        "merknad": ". ".join(notes),
    }
    return row, notes


def _repeated(innspill: Sequence[Row], svar: Sequence[Row]) -> list[Remark]:
    """Return a remark for each municipality with several answers, and each text sent twice."""
    remarks = []
    senders = {row["innspill_id"]: row["avsender"] for row in innspill}

    def who(row: Row) -> str:
        return row["kommunenumre"]

    for numbers, rows in groupby(sorted(filter(who, innspill), key=who), key=who):
        several = [row["avsender"] for row in rows]
        if len(several) > 1:
            text = f"{len(several)} svar; det siste gjelder, om «erstatter» ikke sier noe annet"
            remarks.append(Remark(f"{several[0]} ({numbers})", text))
    texts: dict[str, set[str]] = {}
    for row in svar:
        texts.setdefault(_bare(row["tekst"]), set()).add(senders[row["innspill_id"]])
    alike = {", ".join(sorted(names)) for names in texts.values() if len(names) > 1}
    return remarks + [Remark(names, "har sendt samme tekst") for names in alike]


def _key(document: Document) -> str:
    """Return a key that is the same each time the same answer is read."""
    found = _UUID.search(document.kilde)
    if found:
        return f"H{found[1].lower()}"
    content = "\0".join((document.fil, document.text))
    return f"F{hashlib.sha256(content.encode()).hexdigest()[:8]}"


def _language(text: str) -> str:
    nynorsk, bokmaal = len(_NYNORSK.findall(text)), len(_BOKMAAL.findall(text))
    if nynorsk == bokmaal:
        return "ukjent"
    return "nynorsk" if nynorsk > bokmaal else "bokmaal"


def _told(remarks: Sequence[Remark]) -> list[Problem]:
    return [Problem(each.fil, 0, "", "", each.text) for each in remarks]


def _bare(text: str) -> str:
    return re.sub(r"\W+", "", text.casefold())
