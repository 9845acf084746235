"""A PDF: its text page by page, with what is filled in and noted, and the pages without text."""

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

import pypdfium2
import pypdfium2.raw as pdfium

from data.documents.document import Document, LeftOut, counted, tidy
from data.documents.reading import ocr
from data.documents.reading.limits import PAGES, SCANNED_PAGES, Unreadable
from data.documents.reading.pdf_marks import with_marks

# A line at the top or bottom of more than so many of the pages belongs to the paper, not the text.
REPEATED: Final = 0.5
EDGE: Final = 3
# A scan may have a stamp or two that somebody typed.
LEAST_TEXT: Final = 40
# A scan that an archive has stamped has more, but is a picture all over.
STAMPED_TEXT: Final = 250
COVERED: Final = 0.6
# Signs without meaning: the file does not tell which letters its shapes are.
MOST_SENSELESS: Final = 0.3
LETTERHEAD_LINES: Final = 12
HEADS: Final = "topp- og bunntekst og sidetall"
SCANNED: Final = "PDF-en har ingen tekst (skannet); skriv inn teksten i svar.csv"
LITTLE: Final = "PDF-en har nesten ingen tekst; er den skannet, må den skrives inn i svar.csv"
LOCKED: Final = "PDF-en er låst med passord; lagre den uten passord"
DAMAGED: Final = "PDF-en er skadet og lar seg ikke åpne"
DYNAMIC: Final = "PDF-en er et skjema (XFA) som bare Adobe Reader viser; skriv det ut til PDF"
_SENSELESS: Final = re.compile("[\ufffd\ue000-\uf8ff\x00-\x08\x0e-\x1f]|\\(cid:\\d+\\)")
# What a line ends with where a word goes on in the next.
_DIVIDED: Final = "\ufffe"
_PAGE_NUMBER: Final = re.compile(
    r"^\s*(?:[-–]\s*)?(?:side\s+)?\d{1,3}\s*(?:(?:av|/|of)\s*\d{1,3})?(?:\s*[-–])?\s*$",
    re.IGNORECASE,
)
# What a form with a question on each page may have below all of them.
_REPLY: Final = re.compile(
    r"^\W*(?:svar\W*)?(?:ja|nei|nja|delvis|ve[ti]t? ikk[je]+|ingen|ingenting|ikke aktuelt"
    r"|(?:uten|utan|ingen) merknad\w*)\W*$",
    re.IGNORECASE,
)
_NUMBERED: Final = re.compile(r"\bside\s+\d+|\d+\s*(?:av|/|of)\s*\d+", re.IGNORECASE)


@dataclass(frozen=True)
class Page:
    """One page: its text with line breaks, and whether it is (in part) a picture of text."""

    text: str
    is_scan: bool


def read_pdf(content: bytes, fil: str) -> tuple[Document, tuple[tuple[str, bytes], ...]]:
    """Return the text of the PDF `content`, page after page, and the files that lie in it.

    A page that is a picture is read by machine where Tesseract is installed, and else listed as
    unread. Raises `Unreadable` when the file is damaged, locked or too long.
    """
    book = _opened(content)
    if len(book) > PAGES:
        raise Unreadable(f"PDF-en har {len(book)} sider, og grensen er {PAGES}")
    if book.get_formtype() != pdfium.FORMTYPE_NONE:
        book.init_forms()
    if book.get_formtype() == pdfium.FORMTYPE_XFA_FULL:
        raise Unreadable(DYNAMIC)
    pages = [_page(book, i) for i in range(len(book))]
    scans = [i for i, page in enumerate(pages) if page.is_scan]
    found = {i: ocr.read(ocr.picture_of(book[i])) for i in scans[:SCANNED_PAGES]}
    seen = {i: scan for i, scan in found.items() if scan and scan.text}
    texts = [_joined(page.text, seen.get(i)) for i, page in enumerate(pages)]
    kept, heads = without_edges(texts)
    text = tidy("\n".join(kept))
    unread = tuple(i + 1 for i in scans if i not in seen)
    whole = counted(tidy("\n".join(texts)))
    document = Document(
        fil,
        text,
        fil,
        letterhead="\n".join(_written(texts[0])[:LETTERHEAD_LINES]) if texts else "",
        page_header="\n".join(dict.fromkeys(" ".join(line.split()) for line in heads)),
        notes=_read_by_machine(seen),
        lacks=_lacks(text, len(pages), unread),
        left_out=tuple(filter(lambda each: each.characters, (_account(heads),))),
        unread=unread,
        ocr_confidence=ocr.together(list(seen.values())),
        characters=whole,
    )
    inside = (book.get_attachment(i) for i in range(book.count_attachments()))
    return document, tuple((each.get_name(), bytes(each.get_data())) for each in inside)


def without_edges(pages: Sequence[str]) -> tuple[list[str], list[str]]:
    """Return `pages` without page numbers and the lines that most pages begin or end with.

    The lines that were taken out come second, in their order. A line is paper only where it has the
    same place on the pages; an answer that is given twice is not, nor all that a page says.
    """
    split = [page.splitlines() for page in pages]
    edges = [_edges(lines) for lines in split]
    seen = Counter(key for keys in edges for key in {k for each in keys.values() for k in each})
    common = {key for key, times in seen.items() if times > max(1, REPEATED * len(pages))}
    kept, out = [], []
    for lines, keys in zip(split, edges, strict=True):
        numbers = {i for i in keys if _PAGE_NUMBER.match(lines[i])}
        heads = {i for i, own in keys.items() if common & own and not _REPLY.match(lines[i])}
        gone = numbers | heads
        if not any(line.strip() for i, line in enumerate(lines) if i not in gone):
            gone = numbers
        kept.append("\n".join(line for i, line in enumerate(lines) if i not in gone))
        out += [lines[i] for i in sorted(gone)]
    return kept, out


def _opened(content: bytes) -> pypdfium2.PdfDocument:
    try:
        book = pypdfium2.PdfDocument(content)
    except pypdfium2.PdfiumError as error:
        is_locked = error.err_code in (pdfium.FPDF_ERR_PASSWORD, pdfium.FPDF_ERR_SECURITY)
        raise Unreadable(LOCKED if is_locked else DAMAGED) from error
    if not len(book):
        raise Unreadable(DAMAGED)
    return book


def _page(book: pypdfium2.PdfDocument, place: int) -> Page:
    try:
        page = book[place]
        text = with_marks(book, page)
        text = text.replace(_DIVIDED, "-\n")
        return Page(text, _is_scan(page, text))
    except pypdfium2.PdfiumError:
        # A page that is damaged is one without text; the others are read.
        return Page("", is_scan=True)


def _is_scan(page: pypdfium2.PdfPage, text: str) -> bool:
    length = counted(text)
    if len(_SENSELESS.findall(text)) > MOST_SENSELESS * max(1, length):
        return True
    if length >= STAMPED_TEXT:
        return False
    drawn = list(page.get_objects(max_depth=2))
    if length < LEAST_TEXT:
        # The back of a sheet has nothing on it; a letter of one line has its words.
        return (
            any(each.type != pdfium.FPDF_PAGEOBJ_TEXT for each in drawn) if length else bool(drawn)
        )
    width, height = page.get_size()
    pictures = [each.get_bounds() for each in drawn if each.type == pdfium.FPDF_PAGEOBJ_IMAGE]
    covered = sum((right - left) * (top - bottom) for left, bottom, right, top in pictures)
    return covered > COVERED * width * height


def _joined(text: str, scan: ocr.Scan | None) -> str:
    if scan is None:
        return text
    senseless = len(_SENSELESS.findall(text)) > MOST_SENSELESS * max(1, counted(text))
    return scan.text if senseless else "\n".join(filter(str.strip, (text, scan.text)))


def _lacks(text: str, pages: int, unread: Sequence[int]) -> tuple[str, ...]:
    if not text:
        return (SCANNED,)
    if not unread:
        return (LITTLE,) if counted(text) < LEAST_TEXT else ()
    which = f"side {_listed(unread)} av {pages}"
    return (f"{which} har ingen tekst (skannet) og er ikke lest; skriv den inn i svar.csv",)


def _read_by_machine(seen: dict[int, ocr.Scan]) -> tuple[str, ...]:
    if not seen:
        return ()
    which, sure = _listed([i + 1 for i in seen]), ocr.together(list(seen.values())) or 0
    return (f"side {which} er lest maskinelt fra bilde, {sure:.0f} % sikkert; les over",)


def _listed(numbers: Sequence[int]) -> str:
    """Return page `numbers` as people write them: 2, 4–6."""
    runs: list[list[int]] = []
    for number in numbers:
        if runs and number == runs[-1][-1] + 1:
            runs[-1].append(number)
        else:
            runs.append([number])
    return ", ".join(str(r[0]) if len(r) == 1 else f"{r[0]}–{r[-1]}" for r in runs)


def _account(heads: Sequence[str]) -> LeftOut:
    return LeftOut(counted(tidy("\n".join(heads))), HEADS)


def _written(text: str) -> list[str]:
    return [line.strip() for line in text.splitlines() if line.strip()]


def _edges(lines: Sequence[str]) -> dict[int, set[tuple[str, int, str]]]:
    """Return the places of the outermost lines with anything on them, and what to know them by.

    A line is known by its distance from the top and from the bottom, and by its words.
    """
    written = [i for i, line in enumerate(lines) if line.strip()]
    found: dict[int, set[tuple[str, int, str]]] = {}
    for edge, order in (("top", written), ("bottom", written[::-1])):
        for distance, i in enumerate(order[:EDGE]):
            found.setdefault(i, set()).add((edge, distance, _same(lines[i])))
    return found


def _same(line: str) -> str:
    """Return what two heads have in common: all but the number of the page.

    «Spørsmål 1» and «Spørsmål 2» on top of two pages are two headings.
    """
    line = " ".join(line.split())
    return _NUMBERED.sub("#", line)
