"""One saved file, whatever it is, read whole with all that lies in it; nothing is raised."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from pathlib import PurePosixPath
from typing import Final

from data.documents.document import Document, counted, tidy
from data.documents.reading import ocr, office
from data.documents.reading.archive import members_of
from data.documents.reading.kinds import Kind, sniff
from data.documents.reading.limits import FILE_BYTES, NESTING, Unreadable, within
from data.documents.reading.mail import page_in, read_mail, read_outlook
from data.documents.reading.page import Listed, parsed, read_list, read_page
from data.documents.reading.pdf import LEAST_TEXT, read_pdf
from data.documents.reading.plain import read_text, read_workbook
from data.documents.reading.word import read_word

UNSURE: Final = "{} er lest maskinelt fra bilde, {:.0f} % sikkert; les over"
PICTURE: Final = "bildet er ikke lest; det leses bare der Tesseract med norsk er installert"
NO_WORDS: Final = "fant ingen tekst på bildet"
PICTURES_ONLY: Final = "Word-filen har ingen tekst (kanskje bare bilder); skriv den inn i svar.csv"
TOO_DEEP: Final = f"filer i filer mer enn {NESTING} ganger leses ikke"


@dataclass(frozen=True)
class Trouble:
    """A file that could not be read, and why, in Norwegian."""

    fil: str
    why: str


@dataclass(frozen=True)
class Reading:
    """What came of one file: the letters in it, what could not be read, and answers it lists."""

    documents: tuple[Document, ...] = ()
    troubles: tuple[Trouble, ...] = ()
    listed: tuple[Listed, ...] = ()


def read(content: bytes, fil: str, depth: int = 0) -> Reading:
    """Return what is in `content`, saved as `fil`; `depth` is how many files it lies inside.

    Whatever goes wrong is a trouble, so that one file never stops another.
    """
    try:
        within(len(content), FILE_BYTES, "filen")
        if depth > NESTING:
            raise Unreadable(TOO_DEEP)
        kind = sniff(content)
        return _noted(_read(kind, content, fil, depth), kind, fil)
    except Unreadable as error:
        return Reading(troubles=(Trouble(fil, str(error)),))
    except MemoryError:
        return Reading(troubles=(Trouble(fil, "filen krever for mye minne"),))
    except Exception as error:
        why = f"filen er skadet og lar seg ikke lese ({type(error).__name__})"
        return Reading(troubles=(Trouble(fil, why),))


def _read(kind: Kind, content: bytes, fil: str, depth: int) -> Reading:
    match kind:
        case Kind.PAGE:
            return _page(content, fil)
        case Kind.ARCHIVED_PAGE:
            return _page(page_in(content), fil)
        case Kind.PDF:
            return _with_members(*read_pdf(content, fil), depth)
        case Kind.MAIL:
            return _with_members(*read_mail(content, fil), depth)
        case Kind.OUTLOOK:
            return _with_members(*read_outlook(content, fil), depth)
        case Kind.WORD:
            return Reading((_word(content, fil),))
        case Kind.WORKBOOK:
            return Reading(tuple(read_workbook(content, fil)))
        case Kind.RICH_TEXT if not office.is_installed():
            return Reading((office.read_simply(content, fil),))
        case Kind.OFFICE | Kind.RICH_TEXT:
            made, form = office.converted(content)
            is_sheet = form == "xlsx"
            return Reading(tuple(read_workbook(made, fil) if is_sheet else [_word(made, fil)]))
        case Kind.PICTURE:
            return Reading((_picture(content, fil),))
        case Kind.ARCHIVE:
            return _together(_inside(members_of(content), fil, depth))
        case Kind.TEXT:
            return Reading(tuple(read_text(content, fil)))


def _page(content: bytes, fil: str) -> Reading:
    page = parsed(content)
    listed = read_list(page)
    return Reading(listed=listed) if listed else Reading((read_page(page, fil),))


def _word(content: bytes, fil: str) -> Document:
    found = read_word(content, fil)
    return found if found.text else replace(found, lacks=(*found.lacks, PICTURES_ONLY))


def _picture(content: bytes, fil: str) -> Document:
    if not ocr.is_installed():
        raise Unreadable(PICTURE)
    scan = ocr.read(content)
    if scan is None or not scan.text:
        raise Unreadable(NO_WORDS)
    text = tidy(scan.text)
    return Document(
        fil,
        text,
        fil,
        letterhead=text,
        notes=(UNSURE.format("bildet", scan.confidence),),
        ocr_confidence=scan.confidence,
        characters=counted(text),
    )


def _with_members(document: Document, members: Iterable[tuple[str, bytes]], depth: int) -> Reading:
    inside = _inside(members, document.fil, depth)
    return _together([Reading((document,)), *inside])


def _inside(members: Iterable[tuple[str, bytes | str]], fil: str, depth: int) -> list[Reading]:
    """Return what is in each of `members`, files within `fil`, or why one could not be had."""
    found, taken = [], set()
    for name, content in members:
        path = PurePosixPath(name)
        # Two attachments may have the same name.
        while str(path) in taken:
            path = path.with_name(f"{path.stem} (1){path.suffix}")
        taken.add(str(path))
        inner = f"{fil}/{path}"
        if isinstance(content, str):
            found.append(Reading(troubles=(Trouble(inner, content),)))
        else:
            found.append(read(content, inner, depth + 1))
    return found


def _together(readings: Iterable[Reading]) -> Reading:
    all_of = list(readings)
    return Reading(
        tuple(each for one in all_of for each in one.documents),
        tuple(each for one in all_of for each in one.troubles),
        tuple(each for one in all_of for each in one.listed),
    )


def _noted(reading: Reading, kind: Kind, fil: str) -> Reading:
    """Return `reading` with a note where the name of the file says that it is something else."""
    suffix = PurePosixPath(fil).suffix.lower()
    claimed = [each for each in Kind if suffix in each.endings]
    if not suffix or not claimed or kind in claimed:
        return reading
    if kind is Kind.TEXT and sum(counted(each.text) for each in reading.documents) < LEAST_TEXT:
        raise Unreadable(f"filen er ikke en {claimed[0].words}, som navnet sier")
    note = f"filen heter {suffix}, men er en {kind.words} og er lest som det"
    return replace(
        reading,
        documents=tuple(
            replace(each, notes=(*each.notes, note)) if each.fil == fil else each
            for each in reading.documents
        ),
    )
