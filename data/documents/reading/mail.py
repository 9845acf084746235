"""Saved e-mails (EML, and Outlook's MSG), and pages saved as one file, which are made alike."""

import datetime as dt
import io
from collections.abc import Iterator
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
SUBJECT: Final = "emnefeltet i e-posten"
Members = tuple[tuple[str, bytes], ...]


def read_mail(content: bytes, fil: str) -> tuple[Document, Members]:
    """Return the e-mail `content` and the files attached to it, by name."""
    message = message_from_bytes(content, policy=policy.default)
    assert isinstance(message, EmailMessage)  # noqa: S101 (the policy says so, its type does not)
    body = message.get_body(("plain", "html"))
    written = _body(body, fil) if body is not None else Document(fil, "", fil)
    members = tuple(_attached(message, body))
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
    return _sent(written, message.subject or "", message.sender or "", message.sent_date, members)


def page_in(content: bytes) -> bytes:
    """Return the page that is saved, with its pictures, as the MHTML `content`.

    Raises `Unreadable` when there is none.
    """
    message = message_from_bytes(content, policy=policy.default)
    for part in message.walk():
        if isinstance(part, MIMEPart) and part.get_content_type() == "text/html":
            return _decoded(part).encode()
    raise Unreadable("filen har ingen nettside i seg")


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


def _body(part: MIMEPart, fil: str) -> Document:
    if part.get_content_type() == "text/html":
        return read_message(parsed(_decoded(part).encode()), fil)
    text = tidy(_decoded(part))
    return Document(fil, text, fil, characters=counted(text))


def _attached(message: EmailMessage, body: MIMEPart | None) -> Iterator[tuple[str, bytes]]:
    """Yield each file in `message` that is neither its text nor a picture inside the text."""
    place = 0
    for part in _leaves(message):
        is_text = part is body or (
            not part.get_filename() and part.get_content_maintype() == "text"
        )
        is_inside = part.get_content_maintype() == "image" and part.get("content-id")
        if is_text or is_inside:
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
