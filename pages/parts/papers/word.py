"""The briefing as a Word document: real headings, tables with a heading row, a map that speaks."""

import io
from typing import Any, Final

from docx import Document
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.opc.constants import RELATIONSHIP_TYPE as RT
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Cm, Pt, RGBColor

from pages.parts.drawing.card import Card
from pages.parts.drawing.table import Table
from pages.parts.papers.briefing import Briefing, no_quotes, nothing, quoted
from pages.parts.papers.chart import beside, chart_of
from pages.parts.papers.quotes import Quote
from pages.parts.papers.source import Source
from pages.parts.papers.telling import (
    LIMITS,
    TOLD_BY,
    cells,
    chosen_columns,
    lead,
    left_out,
    listed,
    most_rows,
    no_rows,
    rests_on,
    weights,
)
from pages.parts.papers.text import CELL, clean
from pages.parts.papers.word_fonts import FONT, embed
from pages.parts.papers.word_tables import FEW_COLUMNS, ROOM, draw_table
from pages.parts.reading.language import _, locale

INK: Final = RGBColor(0x29, 0x2C, 0x30)
SUBTLE: Final = RGBColor(0x5B, 0x5D, 0x60)
AMBER: Final = RGBColor(0x80, 0x54, 0x0F)
ROWS: Final = 40
MOST: Final = 10
MAP_WIDTH: Final = Cm(12)


def to_docx(paper: Briefing) -> bytes:
    """Return `paper` as a document for those who write memos."""
    document = Document()
    _styles(document)
    _page(document, paper)
    _title(document, paper)
    if paper.figures:
        _figures(document, paper)
    if paper.picture:
        document.add_picture(io.BytesIO(paper.picture.png()), width=MAP_WIDTH)
        drawn = document.paragraphs[-1]._p.xpath(".//wp:docPr")[0]
        drawn.set("descr", paper.picture.alt)
        drawn.set("name", _("Kart"))
    for card in paper.cards:
        _card(document, card, paper.source)
    if paper.has_quotes:
        document.add_heading(quoted(paper), 1)
        for quote in paper.quotes:
            _quote(document, quote, last=quote is paper.quotes[-1])
        if not paper.quotes:
            document.add_paragraph(no_quotes())
    out = io.BytesIO()
    document.save(out)
    return out.getvalue()


def _quote(document: Any, quote: Quote, *, last: bool) -> None:
    """Write a passage over who wrote it, on the page of the other ones."""
    said = document.add_paragraph(f"«{quote.text}»", style="Quote")
    said.paragraph_format.space_after, said.paragraph_format.keep_with_next = Pt(0), True
    by = document.add_paragraph()
    by.paragraph_format.keep_with_next = not last
    _small(by, quote.who)


def _title(document: Any, paper: Briefing) -> None:
    document.add_heading(paper.title, 0)
    basis = nothing() if paper.empty else paper.basis
    document.add_paragraph(f"{paper.source.where}. {basis}")
    line = document.add_paragraph()
    if paper.source.demo:
        mark = line.add_run(f"{paper.source.demo}. ")
        mark.bold, mark.font.color.rgb = True, AMBER
    _small(line, f"{paper.source.line} ")
    _link(line, paper.source)
    if paper.missing:
        document.add_paragraph(paper.missing)


def _figures(document: Any, paper: Briefing) -> None:
    document.add_heading(_("Nøkkeltall"), 1)
    rows = [[clean(f.label), clean(f.value), clean(f.basis)] for f in paper.figures]
    draw_table(document, [_("Hva"), _("Verdi"), _("Grunnlag")], rows, [False, True, False])
    document.add_paragraph().paragraph_format.space_after = Pt(0)


def _card(document: Any, card: Card, source: Source) -> None:
    document.add_heading(clean(card.title, 200), 1)
    if text := lead(card):
        document.add_paragraph(text).paragraph_format.keep_with_next = True
    table = listed(card)
    if not table.rows:
        document.add_paragraph(no_rows(card))
        return
    columns, rows = _columns(card, table), most_rows(card, ROWS)
    chosen = [table.columns[i] for i in columns]
    draw_table(
        document,
        [clean(column.heading, 60) for column in chosen],
        cells(table, columns, rows, LIMITS.get(card.name, CELL)),
        [column.is_number for column in chosen],
    )
    notes = [rests_on(card, source, 400), left_out(table, rows)]
    below = document.add_paragraph()
    below.paragraph_format.space_before = Pt(4)
    _small(below, ". ".join(note for note in notes if note))


def _columns(card: Card, table: Table) -> list[int]:
    """Return the columns that stand side by side on a page, silence and then the last left out.

    Where answers are parts of a whole, what they are counted of goes before who was silent.
    """
    chart = chart_of(card) if table is card.table else None
    columns = chosen_columns(card, table, MOST)
    if chart and chart.form == "stacked" and card.name not in TOLD_BY:
        columns = sorted({*chart.columns, *beside(card, chart)})
    while len(columns) > FEW_COLUMNS:
        headings = [clean(table.columns[i].heading, 60) for i in columns]
        if sum(weights(headings, cells(table, columns, ROWS), 0)) <= ROOM:
            break
        columns = columns[:-1]
    return columns


def _page(document: Any, paper: Briefing) -> None:
    section = document.sections[0]
    section.page_width, section.page_height = Cm(21), Cm(29.7)
    section.left_margin = section.right_margin = Cm(2)
    section.top_margin, section.bottom_margin = Cm(2), Cm(2.2)
    if paper.source.demo:
        head = section.header.paragraphs[0]
        head.alignment = WD_ALIGN_PARAGRAPH.RIGHT
        mark = head.add_run(paper.source.demo)
        mark.bold, mark.font.color.rgb, mark.font.size = True, AMBER, Pt(11)
    foot = section.footer.paragraphs[0]
    _small(foot, f"{paper.source.line} ")
    _small(foot, paper.source.printed + " ")
    before, between, after = (
        _("Side {page} av {pages}").replace("{pages}", "{page}").split("{page}")
    )
    _small(foot, before)
    _field(foot, "PAGE")
    _small(foot, between)
    _field(foot, "NUMPAGES")
    _small(foot, after)
    properties = document.core_properties
    properties.title, properties.author = paper.title, "Tjenestested"
    properties.subject, properties.language = paper.source.line, locale()
    properties.keywords = paper.source.demo


def _styles(document: Any) -> None:
    for name, size, bold in (
        ("Normal", 10, False),
        ("Title", 20, True),
        ("Heading 1", 13, True),
        ("Quote", 10, False),
    ):
        style = document.styles[name]
        style.font.name, style.font.size, style.font.bold = FONT, Pt(size), bold
        style.font.italic, style.font.color.rgb = False, INK
        fonts = style.element.get_or_add_rPr().get_or_add_rFonts()
        for theme in ("asciiTheme", "hAnsiTheme", "eastAsiaTheme", "cstheme"):
            fonts.attrib.pop(qn(f"w:{theme}"), None)
        fonts.set(qn("w:hAnsi"), FONT)
    document.styles["Normal"].paragraph_format.space_after = Pt(5)
    for border in document.styles["Title"].element.iter(qn("w:pBdr")):
        border.getparent().remove(border)
        break
    language = OxmlElement("w:lang")
    language.set(qn("w:val"), locale())
    defaults = document.styles.element.find(qn("w:docDefaults"))
    properties = defaults.find(qn("w:rPrDefault")).find(qn("w:rPr"))
    for old in properties.findall(qn("w:lang")):
        properties.remove(old)
    properties.append(language)
    embed(document)
    # The template's second set of styles, for a Word that is long gone, would contradict ours.
    for key, relation in list(document.part.rels.items()):
        if relation.reltype.endswith("/stylesWithEffects"):
            document.part.rels.pop(key)


def _small(paragraph: Any, text: str) -> None:
    run = paragraph.add_run(text)
    run.font.size, run.font.color.rgb = Pt(8.5), SUBTLE


def _link(paragraph: Any, source: Source) -> None:
    key = paragraph.part.relate_to(source.url, RT.HYPERLINK, is_external=True)
    link = OxmlElement("w:hyperlink")
    link.set(qn("r:id"), key)
    run = paragraph.add_run(_("Åpne i Tjenestested, slik tallene var da arket ble laget."))
    run.font.size, run.font.color.rgb, run.font.underline = Pt(8.5), RGBColor(0, 0x62, 0xBA), True
    link.append(run._r)
    paragraph._p.append(link)


def _field(paragraph: Any, code: str) -> None:
    field = OxmlElement("w:fldSimple")
    field.set(qn("w:instr"), code)
    run = paragraph.add_run("1")
    run.font.size, run.font.color.rgb = Pt(8.5), SUBTLE
    field.append(run._r)
    paragraph._p.append(field)
