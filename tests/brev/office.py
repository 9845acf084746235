"""The other formats of an office: RTF, OpenDocument, a workbook, e-mails and an archive."""

from collections.abc import Mapping, Sequence
from datetime import UTC, datetime
from email.message import EmailMessage
from email.policy import SMTP
from html import escape
from io import BytesIO
from typing import Final
from zipfile import ZIP_DEFLATED, ZIP_STORED, ZipFile

import xlsxwriter
from aspose.email_foss.msg import MapiMessage

_ODT: Final = "application/vnd.oasis.opendocument.text"
_OASIS: Final = "urn:oasis:names:tc:opendocument:xmlns"
_MANIFEST: Final = (
    f'<manifest:manifest xmlns:manifest="{_OASIS}:manifest:1.0" manifest:version="1.2">'
    f'<manifest:file-entry manifest:full-path="/" manifest:media-type="{_ODT}"/>'
    '<manifest:file-entry manifest:full-path="content.xml" manifest:media-type="text/xml"/>'
    "</manifest:manifest>"
)
_SENT: Final = datetime(2022, 6, 1, 9, 30, tzinfo=UTC)
_TO: Final = "postmottak@departement.example"


def rtf(text: str) -> bytes:
    """Return `text` as an RTF file in the alphabet of Windows."""
    escaped = "".join(
        letter if letter.isascii() else f"\\'{letter.encode('cp1252').hex()}"
        for letter in text.replace("\\", "\\\\").replace("{", "\\{").replace("}", "\\}")
    )
    body = escaped.replace("\n", "\\par\n")
    head = "{\\rtf1\\ansi\\ansicpg1252\\deff0{\\fonttbl{\\f0 Times New Roman;}}\\f0\\fs22\n"
    return (head + body + "\\par\n}").encode("ascii")


def odt(paragraphs: Sequence[str]) -> bytes:
    """Return an OpenDocument text of `paragraphs`; a line break within one stays a line break."""
    written = "".join(
        f"<text:p>{'<text:line-break/>'.join(map(escape, each.splitlines()))}</text:p>"
        for each in paragraphs
    )
    content = (
        f'<office:document-content xmlns:office="{_OASIS}:office:1.0" '
        f'xmlns:text="{_OASIS}:text:1.0" office:version="1.2">'
        f"<office:body><office:text>{written}</office:text></office:body></office:document-content>"
    )
    out = BytesIO()
    with ZipFile(out, "w", ZIP_DEFLATED) as archive:
        archive.writestr("mimetype", _ODT, ZIP_STORED)
        archive.writestr("content.xml", content)
        archive.writestr("META-INF/manifest.xml", _MANIFEST)
    return out.getvalue()


def workbook(title: str, answers: Sequence[tuple[str, str]]) -> bytes:
    """Return a workbook with `title` on top and a row for each question with its answer."""
    out = BytesIO()
    with xlsxwriter.Workbook(out, {"in_memory": True}) as book:
        book.set_properties({"created": _SENT})
        sheet = book.add_worksheet("Svar")
        sheet.set_column(0, 1, 60)
        sheet.write_column(0, 0, [title, "Dato: 18.05.2022"])
        sheet.write_row(3, 0, ["Spørsmål", "Svar"])
        for row, pair in enumerate(answers, start=4):
            sheet.write_row(row, 0, pair)
        book.add_worksheet("Veiledning").write(0, 0, "DEMODATA: Ett svar per rad.")
    return out.getvalue()


def mail(sender: str, body: str, name: str = "", attached: bytes = b"") -> EmailMessage:
    """Return an e-mail from `sender`, with the Word file `name` attached when there is one."""
    message = EmailMessage(policy=SMTP)
    message["From"] = sender
    message["To"] = _TO
    message["Date"] = _SENT
    message["Subject"] = "DEMODATA: Svar på brev 22/535"
    message["Message-ID"] = "<demodata-22-535@example.no>"
    message.set_content(body, cte="quoted-printable")
    if name:
        kind = "vnd.openxmlformats-officedocument.wordprocessingml.document"
        message.add_attachment(attached, maintype="application", subtype=kind, filename=name)
    return message


def outlook(message: EmailMessage) -> bytes:
    """Return `message` as Outlook saves it (MSG)."""
    return MapiMessage.from_email_message(message).to_bytes()


def archive(files: Mapping[str, bytes]) -> bytes:
    """Return a ZIP of `files`, by their names in it."""
    out = BytesIO()
    with ZipFile(out, "w", ZIP_DEFLATED) as packed:
        for name, content in files.items():
            packed.writestr(name, content)
    return out.getvalue()
