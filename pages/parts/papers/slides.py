"""The slides' own template, made in code: white, ink, one blue, 16:9; and what stands on each."""

import re
from collections.abc import Sequence
from typing import Any, Final

from lxml import etree
from pptx import Presentation
from pptx.dml.color import RGBColor
from pptx.enum.text import MSO_ANCHOR, PP_ALIGN
from pptx.opc.constants import RELATIONSHIP_TYPE as RT
from pptx.oxml.ns import qn
from pptx.util import Emu, Inches, Length, Pt

from pages.parts.papers.source import Source
from pages.parts.reading.language import _, locale

FONT: Final = "Inter"
INK: Final = RGBColor(0x29, 0x2C, 0x30)
SUBTLE: Final = RGBColor(0x5B, 0x5D, 0x60)
BLUE: Final = RGBColor(0x00, 0x62, 0xBA)
AMBER: Final = RGBColor(0x80, 0x54, 0x0F)
LINE: Final = RGBColor(0xBB, 0xBC, 0xBD)

WIDTH: Final = Inches(13.333)
HEIGHT: Final = Inches(7.5)
LEFT: Final = Inches(0.6)
INNER: Final = Emu(WIDTH - 2 * LEFT)
TITLE: Final = Inches(0.42)
TITLE_HEIGHT: Final = Inches(0.8)
LEAD: Final = Inches(1.26)
TOP: Final = Inches(1.66)
FOOT: Final = Inches(6.86)
# A longer foot is written smaller, so that it stands on one line above the link.
LONG_LINE: Final = 130
# Between title and foot.
BODY: Final = Emu(FOOT - TOP - Inches(0.12))

_COLOURS: Final = {
    "dk1": "292C30",
    "lt1": "FFFFFF",
    "dk2": "5B5D60",
    "lt2": "EEF4FA",
    "accent1": "0062BA",
    "accent2": "99C0E3",
    "accent3": "A56D13",
    "accent4": "BBBCBD",
    "accent5": "77797B",
    "accent6": "2A7CC5",
    "hlink": "0062BA",
    "folHlink": "5B5D60",
}
# A machine without Inter takes a sans serif of the same kind, as Arial is.
_PANOSE: Final = "020B0604020202020204"
_SANS: Final = "34"
Place = tuple[Length, Length, Length, Length]
_TITLE_SLIDE: Final = 0
_TITLE_ONLY: Final = 5


def new_deck(title: str, source: Source) -> Any:
    """Return an empty presentation in our own template."""
    deck = Presentation()
    deck.slide_width, deck.slide_height = WIDTH, HEIGHT
    _theme(deck)
    keep = {deck.slide_layouts[_TITLE_SLIDE].name, deck.slide_layouts[_TITLE_ONLY].name}
    for layout in [each for each in deck.slide_layouts if each.name not in keep]:
        deck.slide_layouts.remove(layout)
    opening, plain = deck.slide_layouts
    opening.name, plain.name = _("Forside"), _("Tittel og innhold")
    _master(deck.slide_master)
    _placed(
        opening,
        {0: (LEFT, Inches(1.35), INNER, Inches(1.5)), 1: (LEFT, Inches(2.95), INNER, Inches(0.9))},
    )
    _placed(plain, {0: (LEFT, TITLE, INNER, TITLE_HEIGHT)})
    properties = deck.core_properties
    properties.title, properties.author = title, "Tjenestested"
    properties.subject, properties.language = source.line, locale()
    properties.keywords = source.demo
    return deck


def new_slide(deck: Any, title: str, source: Source, *, opening: bool = False) -> Any:
    """Return a new slide with `title`, its foot and, where the answers are invented, the mark."""
    slide = deck.slides.add_slide(deck.slide_layouts[0 if opening else 1])
    slide.shapes.title.text = title
    write_foot(slide, source, len(deck.slides))
    if source.demo:
        write_mark(slide, source.demo)
    return slide


def write(
    slide: Any,
    text: str,
    place: Place,
    *,
    size: float = 14,
    colour: RGBColor = INK,
    bold: bool = False,
    right: bool = False,
    name: str = "",
) -> Any:
    """Write one paragraph on the slide and return its text frame."""
    box = slide.shapes.add_textbox(*place)
    box.name = name or _("Tekst")
    frame = box.text_frame
    frame.word_wrap = True
    frame.margin_left = frame.margin_right = frame.margin_top = frame.margin_bottom = 0
    paragraph = frame.paragraphs[0]
    paragraph.alignment = PP_ALIGN.RIGHT if right else PP_ALIGN.LEFT
    run(paragraph, text, size=size, colour=colour, bold=bold)
    return frame


def run(
    paragraph: Any, text: str, *, size: float, colour: RGBColor = INK, bold: bool = False
) -> Any:
    """Add `text` to a paragraph and return the run."""
    added = paragraph.add_run()
    added.text = text
    added.font.size, added.font.bold, added.font.name = Pt(size), bold, FONT
    added.font.color.rgb = colour
    added._r.get_or_add_rPr().set("lang", locale())
    return added


def write_foot(slide: Any, source: Source, number: int) -> None:
    """Write filter, source, data version and the link at the foot of the slide."""
    line = slide.shapes.add_connector(1, LEFT, FOOT, LEFT + INNER, FOOT)
    line.line.color.rgb, line.line.width = LINE, Pt(0.75)
    line.name = _("Skillelinje")
    decorative(line)
    lower: Place = (LEFT, Emu(FOOT + Inches(0.07)), Emu(INNER - Inches(0.8)), Inches(0.45))
    size = 9 if len(source.line) <= LONG_LINE else 8
    text = write(slide, source.line, lower, size=size, colour=SUBTLE, name=_("Kilde"))
    link = run(text.add_paragraph(), source.printed, size=size, colour=BLUE)
    link.hyperlink.address = source.url
    place = (Emu(LEFT + INNER - Inches(0.7)), Emu(FOOT + Inches(0.07)), Inches(0.7), Inches(0.25))
    frame = write(slide, "", place, size=9, colour=SUBTLE, right=True, name=_("Lysbildenummer"))
    _number_field(frame.paragraphs[0], number)


def write_mark(slide: Any, text: str) -> None:
    """Write in the upper right corner that the answers are invented."""
    place = (Emu(LEFT + INNER - Inches(4)), Inches(0.14), Inches(4), Inches(0.25))
    write(slide, text, place, size=11, colour=AMBER, bold=True, right=True, name=_("Merke"))


def describe(shape: Any, text: str) -> None:
    """Give a picture, chart or table the text that is read aloud instead of it."""
    shape._element.xpath(".//p:cNvPr")[0].set("descr", text)


def decorative(shape: Any) -> None:
    """Mark a shape as decoration, so that it is not read aloud."""
    properties = shape._element.xpath(".//p:cNvPr")[0]
    extensions = etree.SubElement(properties, qn("a:extLst"))
    extension = etree.SubElement(extensions, qn("a:ext"))
    extension.set("uri", "{C183D7F6-B498-43B3-948B-1728B52AA6E4}")
    namespace = "http://schemas.microsoft.com/office/drawing/2017/decorative"
    etree.SubElement(extension, f"{{{namespace}}}decorative", nsmap={"adec": namespace}).set(
        "val", "1"
    )


def write_notes(slide: Any, paragraphs: Sequence[str]) -> None:
    """Write what the speaker needs: definition, basis and source."""
    slide.notes_slide.notes_text_frame.text = "\n".join(p for p in paragraphs if p)


def _number_field(paragraph: Any, number: int) -> None:
    field = etree.SubElement(paragraph._p, qn("a:fld"))
    field.set("id", "{B6F15528-21DE-4FAA-801E-634DDDAF4B2B}")
    field.set("type", "slidenum")
    properties = etree.SubElement(field, qn("a:rPr"))
    properties.set("lang", locale())
    properties.set("sz", "900")
    etree.SubElement(field, qn("a:t")).text = str(number)


def _theme(deck: Any) -> None:
    """Give the theme our colours and font, so that what a reader adds looks like the rest."""
    part = deck.slide_master.part.part_related_by(RT.THEME)
    xml = part.blob.decode("utf-8")
    for name, colour in _COLOURS.items():
        xml = re.sub(
            rf"(<a:{name}>).*?(</a:{name}>)",
            rf'\1<a:srgbClr val="{colour}"/>\2',
            xml,
            flags=re.DOTALL,
        )
    latin = f'<a:latin typeface="{FONT}" panose="{_PANOSE}" pitchFamily="{_SANS}"/>'
    xml = re.sub(r"(<a:(?:major|minor)Font>\s*)<a:latin [^>]*/>", rf"\1{latin}", xml)
    part._blob = xml.encode("utf-8")


def _master(master: Any) -> None:
    styles = master._element.find(qn("p:txStyles"))
    for kind, size, bold in (("p:titleStyle", 2200, "1"), ("p:bodyStyle", 1600, "0")):
        for properties in styles.find(qn(kind)).iter(qn("a:defRPr")):
            properties.set("sz", str(size))
            properties.set("b", bold)
            properties.set("lang", locale())
        for level in styles.find(qn(kind)):
            level.set("algn", "l")
    for shape in list(master.placeholders):
        kind = shape.placeholder_format.type
        if shape.placeholder_format.idx in (10, 11, 12):
            shape._element.getparent().remove(shape._element)
        elif "TITLE" in str(kind):
            _place(shape, (LEFT, TITLE, INNER, TITLE_HEIGHT))
        else:
            _place(shape, (LEFT, TOP, INNER, BODY))


def _placed(layout: Any, places: dict[int, Place]) -> None:
    for shape in list(layout.placeholders):
        place = places.get(shape.placeholder_format.idx)
        if place:
            _place(shape, place)
            frame = shape.text_frame
            body = frame._txBody.bodyPr
            for fit in list(body):
                body.remove(fit)
            # Lines of a long finding grow upwards, away from the figure.
            frame.vertical_anchor = (
                MSO_ANCHOR.BOTTOM if shape.placeholder_format.idx == 0 else MSO_ANCHOR.TOP
            )
            frame.margin_left = frame.margin_right = 0
            for level in shape._element.iter(qn("a:lvl1pPr")):
                level.set("algn", "l")
        else:
            shape._element.getparent().remove(shape._element)


def _place(shape: Any, place: Place) -> None:
    shape.left, shape.top, shape.width, shape.height = place
