"""A Word file with what Word files may hold beside paragraphs, and plain ones."""

from collections.abc import Sequence
from io import BytesIO
from typing import Final

import docx
from docx.document import Document
from docx.opc.constants import RELATIONSHIP_TYPE
from docx.opc.packuri import PackURI
from docx.opc.part import Part
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls

MARK: Final = "DEMODATA: Oppdiktet svar. Nome kommune har ikke skrevet dette."
_NAMESPACES: Final = nsdecls("w", "wp", "a")
_FOOTNOTES: Final = "application/vnd.openxmlformats-officedocument.wordprocessingml.footnotes+xml"
_WHO: Final = 'w:id="{number}" w:author="DEMODATA" w:date="2022-05-20T10:00:00Z"'


def plain(paragraphs: Sequence[str], head: str = "") -> bytes:
    """Return a Word file of `paragraphs`, with `head` on top of each page."""
    document = docx.Document()
    document.sections[0].header.paragraphs[0].text = head
    for paragraph in paragraphs:
        document.add_paragraph(paragraph)
    return _written(document)


def rich() -> bytes:
    """Return a Word file whose text is right only when everything in it is read once.

    It has a header, numbering that Word makes, a footnote, a text box (which Word writes twice, for
    new and old versions), inserted, deleted and moved text, hidden text, a hyphen and a space that
    do not break, and a table.
    """
    document = docx.Document()
    document.sections[0].header.paragraphs[0].text = "NOME KOMMUNE"
    document.sections[0].footer.paragraphs[0].text = "Side 1 – DEMODATA"
    document.add_paragraph(MARK)
    document.add_paragraph("Ulefoss 24. mai 2022")
    _numbered(document, _run("Rus blant unge, og flom i vassdraget."))
    _numbered(
        document,
        _run("Kommunen er ")
        + _deleted(1, "tilfreds")
        + _inserted(2, "ikke tilfreds")
        + _run(" med bemanningen.")
        + _reference(),
    )
    _numbered(
        document,
        "<w:r><w:t xml:space='preserve'>Kommunen kan sette av 2</w:t><w:noBreakHyphen/>"
        "<w:t>3 møter i året til politirådet, med innkalling på e</w:t><w:noBreakHyphen/>"
        "<w:t>post.</w:t></w:r>" + _run(" Dette er skjult.", hidden=True),
    )
    _numbered(document, _run("Kontoret bør ha lengre åpningstid. ") + _moved("To", 3))
    _numbered(document, _run("Ja, kommunen ønsker et nytt tjenestested."))
    _paragraph(document, _moved("From", 4))
    _paragraph(
        document, _text_box("I tekstboks: Kommunen tilbyr to rom i innbyggertorget, 35\u00a0m2.")
    )
    table = document.add_table(1, 2)
    table.cell(0, 0).text = "Ledig fra"
    table.cell(0, 1).text = "1. september 2022"
    _add_footnote(document, "I fotnote: Tre av seks stillinger er ubesatt.")
    return _written(document)


def _numbered(document: Document, runs: str) -> None:
    """Add a paragraph that Word numbers itself."""
    paragraph = document.add_paragraph(style="List Number")
    _fill(paragraph._p, runs)


def _paragraph(document: Document, runs: str) -> None:
    _fill(document.add_paragraph()._p, runs)


def _fill(paragraph: object, runs: str) -> None:
    for run in parse_xml(f"<w:p {_NAMESPACES} {_SHAPES}>{runs}</w:p>"):
        paragraph.append(run)  # type: ignore[attr-defined]


def _run(text: str, *, hidden: bool = False, element: str = "t") -> str:
    look = "<w:rPr><w:vanish/></w:rPr>" if hidden else ""
    return f"<w:r>{look}<w:{element} xml:space='preserve'>{text}</w:{element}></w:r>"


def _inserted(number: int, text: str) -> str:
    return f"<w:ins {_WHO.format(number=number)}>{_run(text)}</w:ins>"


def _deleted(number: int, text: str) -> str:
    return f"<w:del {_WHO.format(number=number)}>{_run(text, element='delText')}</w:del>"


def _moved(way: str, number: int) -> str:
    """Return the sentence that was moved, where it was («From») or where it is now («To»)."""
    text = _run("Setningen er flyttet: Telefon og internett er som de skal være.")
    return f"<w:move{way} {_WHO.format(number=number)}>{text}</w:move{way}>"


def _reference() -> str:
    return "<w:r><w:footnoteReference w:id='2'/></w:r>"


_SHAPES: Final = (
    'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" '
    'xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape" '
    'xmlns:v="urn:schemas-microsoft-com:vml"'
)


def _text_box(text: str) -> str:
    """Return a text box as Word writes it: once for new versions and once for old ones."""
    content = f"<w:txbxContent><w:p>{_run(text)}</w:p></w:txbxContent>"
    size = '<wp:extent cx="3600000" cy="720000"/><wp:docPr id="1" name="Tekstboks"/>'
    shape = (
        '<wps:wsp><wps:cNvSpPr txBox="1"/><wps:spPr><a:xfrm><a:off x="0" y="0"/>'
        '<a:ext cx="3600000" cy="720000"/></a:xfrm><a:prstGeom prst="rect"><a:avLst/>'
        f"</a:prstGeom></wps:spPr><wps:txbx>{content}</wps:txbx><wps:bodyPr/></wps:wsp>"
    )
    uri = "http://schemas.microsoft.com/office/word/2010/wordprocessingShape"
    graphic = f'<a:graphic><a:graphicData uri="{uri}">{shape}</a:graphicData></a:graphic>'
    new = f"<w:drawing><wp:inline>{size}{graphic}</wp:inline></w:drawing>"
    old = (
        "<w:pict><v:shape style='width:283pt;height:57pt'>"
        f"<v:textbox>{content}</v:textbox></v:shape></w:pict>"
    )
    return (
        f"<w:r><mc:AlternateContent><mc:Choice Requires='wps'>{new}</mc:Choice>"
        f"<mc:Fallback>{old}</mc:Fallback></mc:AlternateContent></w:r>"
    )


def _add_footnote(document: Document, text: str) -> None:
    """Give `document` the part that footnotes lie in, which python-docx does not write."""
    kinds = ("separator", "continuationSeparator")
    notes = "".join(
        f"<w:footnote w:type='{kind}' w:id='{number}'>"
        f"<w:p><w:r><w:{kind}/></w:r></w:p></w:footnote>"
        for number, kind in enumerate(kinds)
    )
    notes += f"<w:footnote w:id='{len(kinds)}'><w:p>{_run(text)}</w:p></w:footnote>"
    xml = f"<w:footnotes {_NAMESPACES}>{notes}</w:footnotes>"
    part = Part(PackURI("/word/footnotes.xml"), _FOOTNOTES, xml.encode(), document.part.package)
    document.part.relate_to(part, RELATIONSHIP_TYPE.FOOTNOTES)


def _written(document: Document) -> bytes:
    out = BytesIO()
    document.save(out)
    return out.getvalue()
