"""Which files are one answer: a page or an e-mail, and what was saved with it.

An attachment belongs to the page and the folder it was saved with. A file that two pages may mean
goes to the one that has the same sender, or to neither.
"""

from collections import defaultdict
from collections.abc import Callable, Mapping, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass, field, replace
from pathlib import PurePosixPath
from typing import Final

from data.documents.document import Attachment, Document, LeftOut, counted
from data.documents.gathering import BESIDE
from data.documents.likeness import is_within, seen_name

# Folders that people make beside a page for what belongs to it.
_NAMED: Final = ("vedlegg", "vedlagt")
SAME_TEXT: Final = "samme tekst som i {}"
SEVERAL: Final = (
    "vedlegget «{}» kan høre til flere sider og er ikke lest som del av noen av dem; "
    "legg hver side i sin egen mappe med vedlegget sitt"
)

Who = Callable[[Document], tuple[str, ...]]


@dataclass(frozen=True)
class Answer:
    """One answer: `whole`, all its text in one document, and the files it was put together from.

    `placed` is what each file gave to the text, in characters, by the file's name.
    """

    whole: Document
    parts: tuple[Document, ...]
    placed: Mapping[str, int] = field(default_factory=dict)


def put_together(documents: Sequence[Document], failed: Sequence[str], who: Who) -> list[Answer]:
    """Return `documents` as answers, in their order.

    `failed` are the files that could not be read, and `who` tells which municipalities a document
    names as its sender.
    """
    belongs = _carried(documents)
    lacks = _give(documents, belongs, failed, who)
    inside: dict[str, list[Document]] = defaultdict(list)
    for document in documents:
        if document.fil in belongs:
            inside[belongs[document.fil]].append(document)
    return [
        _answer(document, inside[document.fil], lacks[document.fil])
        for document in documents
        if document.fil not in belongs
    ]


def _carried(documents: Sequence[Document]) -> dict[str, str]:
    """Return which file each document was in or beside: in an e-mail, or in a page's own folder.

    An e-mail that carries several e-mails or pages only passes them on.
    """
    belongs: dict[str, str] = {}
    by_fil = {each.fil: each for each in documents}
    for carrier in sorted(documents, key=lambda each: len(each.fil)):
        stem = str(PurePosixPath(carrier.fil).with_suffix(""))
        within = [f"{carrier.fil}/", *(f"{stem}{ending}/" for ending in BESIDE)]
        held = [fil for fil in by_fil if fil.startswith(tuple(within)) and fil not in belongs]
        sent = [fil for fil in held if by_fil[fil].mail_from or by_fil[fil].title]
        passed_on = sent if len(sent) > 1 else []
        for fil in held:
            if fil not in passed_on and not fil.startswith(tuple(f"{each}/" for each in passed_on)):
                belongs[fil] = belongs.get(carrier.fil, carrier.fil)
    return belongs


def _give(
    documents: Sequence[Document], belongs: dict[str, str], failed: Sequence[str], who: Who
) -> dict[str, list[str]]:
    """Give each file that a page points to by name to that page; return what the pages lack."""
    lacks: dict[str, list[str]] = defaultdict(list)
    by_fil = {each.fil: each for each in documents}
    named: dict[str, list[str]] = defaultdict(list)
    for fil in (*by_fil, *failed):
        named[seen_name(_last(fil))].append(fil)
    claims: dict[tuple[str, ...], list[tuple[Document, Attachment]]] = defaultdict(list)
    for page in documents:
        for attachment in page.attachments:
            seen = {seen_name(name) for name in (attachment.name, *attachment.also)}
            near = [f for name in seen for f in named[name] if f != page.fil and _is_near(f, page)]
            # What is packed in a ZIP is read file by file, and the ZIP itself is no document.
            near += [fil for fil in by_fil if _is_packed(fil, seen, page)]
            found = sorted(fil for fil in near if fil in by_fil)
            # What an e-mail carries has been given to it, or is only passed on.
            has_own = any(
                belongs.get(fil) == page.fil or fil.startswith(f"{page.fil}/") for fil in found
            )
            if not found:
                why = "som ikke lot seg lese" if near else "som ikke er i mappen"
                told = f"siden har vedlegget «{attachment.name}», {why}; svaret kan stå der"
                lacks[page.fil].append(told)
            elif not has_own:
                claims[tuple(fil for fil in found if fil not in belongs)].append((page, attachment))
    for files, claimed in claims.items():
        given = _settled([by_fil[fil] for fil in files], claimed, who)
        belongs |= given
        for page, attachment in claimed:
            if page.fil not in given.values():
                lacks[page.fil].append(SEVERAL.format(attachment.name))
    return lacks


def _settled(
    files: Sequence[Document], claimed: Sequence[tuple[Document, Attachment]], who: Who
) -> dict[str, str]:
    """Return which page each of `files` belongs to, where that can be known."""
    pages = {page.fil: page for page, _attachment in claimed}
    if len(pages) == 1:
        page, attachment = claimed[0]
        names = {seen_name(name) for name in (attachment.name, *attachment.also)}
        if all(_is_packed(each.fil, names, page) for each in files):
            return {each.fil: page.fil for each in files}
        exact = {name.casefold() for name in (attachment.name, *attachment.also)}
        same_name = [each for each in files if _last(each.fil).casefold() in exact]
        if len(same_name) == 1 or len(files) == 1:
            return {(*same_name, *files)[0].fil: page.fil}
    senders = {fil: who(page) for fil, page in pages.items()}
    given = {}
    for each in files:
        own = [fil for fil, numbers in senders.items() if numbers and numbers == who(each)]
        if len(own) == 1:
            given[each.fil] = own[0]
    return given


def _answer(document: Document, inside: Sequence[Document], lacks: Sequence[str]) -> Answer:
    """Return `document` with the text of what is `inside` it after its own, nothing twice."""
    parts = [document, *inside]
    kept: list[Document] = []
    for part in sorted(parts, key=lambda each: -counted(each.text)):
        holder = next((each for each in kept if is_within(part.text, each.text)), None)
        if holder is None:
            kept.append(part)
        else:
            why = SAME_TEXT.format(f"«{_last(holder.fil)}»")
            twice = LeftOut(counted(part.text) - part.added, why)
            at = parts.index(part)
            parts[at] = replace(part, text="", added=0, left_out=(*part.left_out, twice))
    texts = [each.text for each in parts if each.text]
    sure = [each.ocr_confidence for each in parts if each.ocr_confidence is not None]
    whole = replace(
        document,
        text="\n\n".join(texts),
        letterhead="\n".join(filter(None, (each.letterhead for each in parts))),
        page_header="\n".join(filter(None, (each.page_header for each in parts))),
        notes=tuple(dict.fromkeys(note for each in parts for note in each.notes)),
        lacks=(*lacks, *dict.fromkeys(lack for each in parts for lack in each.lacks)),
        unread=tuple(page for each in parts for page in each.unread),
        ocr_confidence=min(sure, default=None),
    )
    return Answer(whole, tuple(parts), {each.fil: counted(each.text) for each in parts})


def _is_near(fil: str, page: Document) -> bool:
    """Return whether `fil` lies where an attachment of `page` is saved."""
    folder, own = PurePosixPath(fil).parent, PurePosixPath(page.fil)
    if folder == own.parent:
        return True
    name = folder.name.casefold()
    beside = {f"{own.stem}{ending}" for ending in BESIDE}
    is_its_own = (
        folder.name in beside
        or seen_name(folder.name) == seen_name(own.name)
        or name.startswith(_NAMED)
    )
    return folder.parent == own.parent and is_its_own


def _is_packed(fil: str, seen: AbstractSet[str], page: Document) -> bool:
    """Return whether `fil` lies in an archive of one of the names `seen`, in or beside `page`."""
    path = PurePosixPath(fil)
    return any(
        seen_name(each.name) in seen
        and each.suffix.lower() == ".zip"
        and (str(each).startswith(f"{page.fil}/") or _is_near(str(each), page))
        for each in path.parents
        if each.name
    )


def _last(fil: str) -> str:
    return PurePosixPath(fil).name
