"""Answers as a case worker saves them, all of them invented."""

from functools import cache
from pathlib import Path

import docx
import polars as pl
import typst

from data.documents.who import Register
from data.paths import COMMON

ANSWERS = (
    "1. Oppdiktet: vi venter mer trafikk.",
    "2. Nei. Oppdiktet svar.",
    "3. Politirådet er nyttig, og vi kan sette av en halv stilling.",
    "4. Mer synlig politi, ikke bare på telefon.",
    "5. Ja, i rådhuset.",
)


@cache
def register() -> Register:
    """Return the names of the real municipalities."""
    frames = [
        pl.read_csv(COMMON / f"{name}.csv", infer_schema=False)
        for name in ("kommuner", "kommunenavn", "stedsnavn", "kommuneendringer")
    ]
    return Register.of(*frames)


def page(
    sender: str,
    body: str,
    *,
    uid: str = "0a1b2c3d",
    heading: str = "Høringssvar fra",
    links: str = "",
) -> str:
    """Return a saved answer page from `sender`; `body` and `links` are HTML."""
    return (
        '<!doctype html><html lang="no"><head><meta charset="utf-8"><title>Svar</title>'
        '<meta property="og:url" content="https://www.regjeringen.no/no/dokumenter/brev/id2901765/'
        f'?uid={uid}-1111-2222-3333-444455556666"></head><body><nav><p>Meny</p></nav><main>'
        f'<header class="article-header"><h1>{heading} {sender}</h1>'
        '<div class="hearing-answer-timestamp"><span>Dato:</span> 31.05.2022</div></header>'
        f'<div class="article-body">{body}<script>x()</script></div>{links}</main></body></html>'
    )


def paragraphs(*texts: str) -> str:
    """Return `texts` as HTML paragraphs."""
    return "".join(f"<p>{text}</p>" for text in texts)


def pdf(path: Path, pages: list[str]) -> Path:
    """Write a PDF with `pages` of plain text, a head and a page number on each."""
    bodies = "#pagebreak()\n".join(each.replace("\n", " \\\n") for each in pages)
    source = '#set page(header: [Prøvekommunen – sak 22/1], numbering: "1/1")\n' + bodies
    path.write_bytes(typst.compile(source.encode()))
    return path


def word(path: Path, lines: list[str], bullets: tuple[str, ...] = ()) -> Path:
    """Write a Word file with `lines` as paragraphs, then `bullets`, then a table of one cell."""
    document = docx.Document()
    for line in lines:
        document.add_paragraph(line)
    for bullet in bullets:
        document.add_paragraph(bullet, style="List Bullet")
    document.add_table(1, 1).cell(0, 0).text = "I tabellen"
    document.save(str(path))
    return path
