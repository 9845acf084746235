"""Pages as a browser saves them: one answer, the list of answers, and a page in one file."""

from collections.abc import Sequence
from email.message import EmailMessage
from email.policy import SMTP
from html import escape
from typing import Final

_CASE: Final = "https://www.regjeringen.no/no/dokumenter/brev-til-kommunene/id2901765/"
_PAGE: Final = """<!doctype html>
<html lang="no"><head><meta charset="utf-8"><title>{title} - regjeringen.no (DEMODATA)</title>
<meta property="og:url" content="{address}"></head>
<body><nav><a href="#">Meny</a></nav><main>
<header class="article-header"><h1>{title}</h1>
{top}</header>
{body}</main><footer><p>Ansvarlig for disse sidene: ingen, siden er oppdiktet</p></footer>
</body></html>
"""


def answer(
    sender: str, received: str, body: str, *, uid: str, heading: str = "Høringssvar fra"
) -> str:
    """Return the saved page of one answer; `body` is HTML and holds the attachments too."""
    timestamp = (
        '<div class="hearing-answer-timestamp"><span>Dato:</span> '
        f"<span>{received}</span></div><p>Svartype: Med merknad</p>"
    )
    address = f"{_CASE}?uid={uid}-0000-4000-8000-00000000de30"
    title = escape(f"{heading} {sender}")
    return _PAGE.format(title=title, address=address, top=timestamp, body=body)


def article(paragraphs: Sequence[str], answers: Sequence[str] = ()) -> str:
    """Return the body of an answer: paragraphs, then `answers` as a numbered list of the page."""
    listed = "".join(f"<li>{escape(each)}</li>" for each in answers)
    written = "".join(f"<p>{escape(each)}</p>" for each in paragraphs)
    return f'<div class="article-body">{written}{f"<ol>{listed}</ol>" if listed else ""}</div>'


def attachment(name: str) -> str:
    """Return what stands under an answer that the file `name` was attached to."""
    address = f"{_CASE}Download/?vedleggId=0000de30-0000-4000-8000-000000000001"
    return f'<h2>Vedlegg</h2><ul><li><a href="{address}">{escape(name)} (PDF, 20 kB)</a></li></ul>'


def listing(senders: Sequence[tuple[str, str]]) -> str:
    """Return the saved list of answers: pairs of the sender's category and the name."""
    rows = "".join(
        f'<li id="0000de{number:02}-0000-4000-8000-000000000000" data-instans="{category}">'
        f'<a href="?uid=0000de{number:02}">{escape(name)}</a></li>'
        for number, (category, name) in enumerate(senders, start=1)
    )
    body = (
        f"<p>DEMODATA: oppdiktet liste</p><p>Viser 1–{len(senders)} av {len(senders)} treff</p>"
        f"<ul data-horingssvar-list>{rows}</ul>"
    )
    top = "<p>Status: Ferdigbehandlet</p><p>Høringsfrist: 01.06.2022</p><p>Vår ref.: 22/535</p>"
    return _PAGE.format(title="Brev til kommunene", address=_CASE, top=top, body=body)


def in_one_file(page: str) -> bytes:
    """Return `page` as a browser saves it in one file, MHTML."""
    saved = EmailMessage(policy=SMTP)
    saved["From"] = "<Saved by a browser>"
    saved["Subject"] = "DEMODATA"
    saved["Snapshot-Content-Location"] = _CASE
    saved.set_content(page, subtype="html", cte="quoted-printable")
    saved.make_related(boundary="----MultipartBoundary--demodata----")
    return saved.as_bytes()
