"""Saved e-mails (EML, and Outlook's MSG), and pages saved as one file, which are made alike."""

import datetime as dt
import io
from collections.abc import Iterator, Sequence
from dataclasses import replace
from email import message_from_bytes, policy
from email.message import EmailMessage, MIMEPart
from typing import Final

from oxmsg import Message

from data.documents.document import Attachment, Document, LeftOut, counted, tidy
from data.documents.reading.encoding import decode
from data.documents.reading.limits import Unreadable
from data.documents.reading.page import parsed, read_message

LETTERHEAD_LINES: Final = 12
# A picture inside the text that takes less is a logo or an icon.
LOGO_BYTES: Final = 10_000
# The same letter in two forms: the plain one goes first unless it only says «se HTML».
FULLER: Final = 1.5
_SHOWN: Final = ("text/plain", "text/html")
SUBJECT: Final = "emnefeltet i e-posten"
ENCLOSED: Final = "{} brev inni e-posten fra Outlook er ikke lest; lagre det som en egen fil"
Members = tuple[tuple[str, bytes], ...]


def read_mail(content: bytes, fil: str) -> tuple[Document, Members]:
    """Return the e-mail `content` and the files attached to it, by name."""
    message = message_from_bytes(content, policy=policy.default)
    assert isinstance(message, EmailMessage)  # noqa: S101 (the policy says so, its type does not)
    written, shown = _written(message, fil)
    members = tuple(_attached(message, shown))
    sent = message["date"].datetime if message["date"] else None
    return _sent(written, str(message["subject"] or ""), str(message["from"] or ""), sent, members)


def read_outlook(content: bytes, fil: str) -> tuple[Document, Members]:
    """Return the e-mail that Outlook saved as `content`, and the files attached to it, by name."""
    message = Message.load(io.BytesIO(content))
    if message.body:
        text = tidy(message.body)
        written = Document(fil, text, fil, characters=counted(text))
    elif message.html_body:
        written = read_message(parsed(message.html_body.encode()), fil)
    else:
        written = Document(fil, "", fil)
    members = tuple(
        (each.file_name or f"vedlegg {place}", each.file_bytes)
        for place, each in enumerate(message.attachments, start=1)
        if each.file_bytes
    )
    found = _sent(written, message.subject or "", message.sender or "", message.sent_date, members)
    if within := len(message.attachments) - len(members):
        return replace(found[0], lacks=(ENCLOSED.format(within),)), members
    return found


def page_in(content: bytes) -> bytes:
    """Return the page that is saved, with its pictures, as the MHTML `content`.

    Raises `Unreadable` when there is none.
    """
    message = message_from_bytes(content, policy=policy.default)
    pages = [
        part
        for part in message.walk()
        if isinstance(part, MIMEPart) and part.get_content_type() == "text/html"
    ]
    if not pages:
        raise Unreadable("filen har ingen nettside i seg")
    # What stands in a frame of the page may be stored before it.
    saved = message["snapshot-content-location"]
    return _decoded(
        next((part for part in pages if saved and part["content-location"] == saved), pages[0])
    ).encode()


def _sent(
    written: Document, subject: str, sender: str, sent: dt.datetime | None, members: Members
) -> tuple[Document, Members]:
    """Return `written` with what the head of an e-mail tells."""
    first = [line for line in written.text.splitlines() if line.strip()][:LETTERHEAD_LINES]
    about = counted(tidy(subject))
    left_out = (LeftOut(about, SUBJECT),) if about else ()
    document = replace(
        written,
        letterhead="\n".join(filter(None, [subject, *first])),
        mail_from=sender,
        received=sent.date() if sent else None,
        attachments=tuple(Attachment(name) for name, _content in members),
        notes=(),
        left_out=(*written.left_out, *left_out),
        characters=written.characters + about,
    )
    return document, members


def _written(part: MIMEPart, fil: str) -> tuple[Document, list[MIMEPart]]:
    """Return all that an e-mail shows as text, also after what is attached, and the parts it is."""
    if part.get_content_type() in _SHOWN and not part.is_attachment() and not part.get_filename():
        return _body(part, fil), [part]
    if part.get_content_maintype() != "multipart":
        return Document(fil, "", fil), []
    inside = [_written(each, fil) for each in part.iter_parts()]
    shown = [each for _document, parts in inside for each in parts]
    said = [document for document, _parts in inside if document.text]
    if part.get_content_type() == "multipart/alternative" and said:
        fullest = max(said, key=lambda each: counted(each.text))
        is_short = counted(said[0].text) * FULLER < counted(fullest.text)
        return (fullest if is_short else said[0]), shown
    return _joined(said, fil), shown


def _joined(said: Sequence[Document], fil: str) -> Document:
    text = "\n\n".join(each.text for each in said)
    left_out = tuple(gone for each in said for gone in each.left_out)
    characters, added = sum(each.characters for each in said), sum(each.added for each in said)
    return Document(fil, text, fil, left_out=left_out, characters=characters, added=added)


def _body(part: MIMEPart, fil: str) -> Document:
    if part.get_content_type() == "text/html":
        return read_message(parsed(_decoded(part).encode()), fil)
    text = tidy(_decoded(part))
    return Document(fil, text, fil, characters=counted(text))


def _attached(message: EmailMessage, shown: Sequence[MIMEPart]) -> Iterator[tuple[str, bytes]]:
    """Yield each file in `message` that is neither its text nor a small picture inside the text."""
    place = 0
    for part in _leaves(message):
        is_inside = part.get_content_maintype() == "image" and part.get("content-id")
        if any(part is each for each in shown) or (is_inside and len(_raw(part)) < LOGO_BYTES):
            continue
        place += 1
        if part.get_content_type() == "message/rfc822":
            inner = next(iter(part.iter_parts()))
            yield f"{inner['subject'] or f'videresendt {place}'}.eml", inner.as_bytes()
        else:
            yield part.get_filename() or f"vedlegg {place}", _raw(part)


def _leaves(message: MIMEPart) -> Iterator[MIMEPart]:
    """Yield the parts of `message` that hold no others; a forwarded e-mail is one."""
    if message.get_content_type() == "message/rfc822" or not message.is_multipart():
        yield message
        return
    for part in message.iter_parts():
        yield from _leaves(part)


def _decoded(part: MIMEPart) -> str:
    """Return the text of `part` in the encoding it declares, or the one it is in."""
    raw = _raw(part)
    try:
        return raw.decode(part.get_content_charset() or "utf-8")
    except (LookupError, UnicodeDecodeError):
        return decode(raw)


def _raw(part: MIMEPart) -> bytes:
    content = part.get_payload(decode=True)
    return content if isinstance(content, bytes) else b""
