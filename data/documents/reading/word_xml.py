"""The parts of a Word file as XML, and the few names and values that are read from them."""

import io
import re
import zipfile
from collections.abc import Mapping
from typing import Final, TypeAlias

from lxml import etree

from data.documents.reading.limits import UNPACKED_BYTES, XML_BYTES, Unreadable, within

Element: TypeAlias = etree._Element
_W: Final = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_STRICT: Final = b"http://purl.oclc.org/ooxml/wordprocessingml/main"
_PARSER: Final = etree.XMLParser(resolve_entities=False, no_network=True)
_PART: Final = re.compile(
    r"word/(document|styles|numbering|comments|footnotes|endnotes|header|footer|diagrams/data)"
    r"\d*\.xml"
)
# The symbol fonts that letters use for check marks, boxes and dots, by their place in the font.
_WINGDINGS: Final = {
    0xA7: "▪", 0xA8: "☐", 0xB7: "•", 0xD8: "➢", 0xDF: "←", 0xE0: "→", 0xE8: "→", 0xF0: "⇨",
    0xFB: "✗", 0xFC: "✓", 0xFD: "☒", 0xFE: "☑", 0x6C: "●", 0x6E: "■", 0x6F: "☐", 0x76: "❖",
}  # fmt: skip
_SYMBOL: Final = {
    0x2D: "−", 0xA3: "≤", 0xAE: "→", 0xB0: "°", 0xB1: "±", 0xB3: "≥", 0xB4: "×", 0xB7: "•",
    0xB9: "≠", 0xDE: "⇒",
}  # fmt: skip


def w(name: str) -> str:
    """Return `name` as WordprocessingML has it."""
    return f"{{{_W}}}{name}"


def parts_of(content: bytes) -> dict[str, Element]:
    """Return the parts of the Word file `content` that hold text, by name without the ending.

    Raises `Unreadable` when they are too large, or the main one is missing.
    """
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        members = archive.infolist()
        within(sum(each.file_size for each in members), UNPACKED_BYTES, "filen utpakket")
        wanted = [each for each in members if _PART.fullmatch(each.filename)]
        within(sum(each.file_size for each in wanted), XML_BYTES, "teksten utpakket")
        parts = {
            each.filename.removeprefix("word/").removesuffix(".xml"): etree.fromstring(
                archive.read(each).replace(_STRICT, _W.encode()), _PARSER
            )
            for each in wanted
        }
    main = next((name for name in sorted(parts) if name.startswith("document")), None)
    if main is None:
        raise Unreadable("Word-filen er skadet (hoveddelen mangler)")
    parts["document"] = parts.pop(main)
    return parts


def named(parts: Mapping[str, Element], start: str) -> list[Element]:
    """Return the `parts` whose names begin with `start`, in their order."""
    return [parts[name] for name in sorted(parts) if name.startswith(start)]


def value_of(element: Element | None, path: str) -> str:
    """Return the value of the element at `path` (as «pPr/numPr/numId») in `element`, «» if none."""
    for name in path.split("/"):
        element = None if element is None else element.find(w(name))
    return "" if element is None else str(element.get(w("val"), ""))


def is_on(element: Element | None, path: str) -> bool | None:
    """Return whether the switch at `path` is on, None where it is not set."""
    for name in path.split("/"):
        element = None if element is None else element.find(w(name))
    if element is None:
        return None
    return element.get(w("val"), "1") not in ("0", "false", "off")


def symbol(element: Element) -> str:
    """Return the character that `element`, a w:sym, draws from a font of symbols."""
    try:
        code = int(element.get(w("char"), ""), 16)
    except ValueError:
        return "\ufffd"
    # Symbol fonts lie in the private area from F000.
    place = code - 0xF000 if 0xF000 <= code <= 0xF0FF else code
    font = str(element.get(w("font"), "")).casefold()
    known = _WINGDINGS if font.startswith("wingdings") else _SYMBOL if font == "symbol" else {}
    if place in known:
        return known[place]
    return "\ufffd" if place != code or font.startswith(("wingdings", "webdings")) else chr(code)
