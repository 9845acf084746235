"""Inter inside a Word document, so that it looks the same where nobody has installed it.

Its licence allows it. Word hides the first bytes of a font in a document behind a key that stands
beside it; the files in assets/word/ are hidden already, and their bold is the semibold of PDF.
"""

from functools import cache
from pathlib import Path
from typing import Any, Final

from docx.opc.constants import RELATIONSHIP_TYPE as RT
from docx.opc.packuri import PackURI
from docx.opc.part import Part
from docx.oxml import OxmlElement
from docx.oxml.ns import qn

FONT: Final = "Inter"
# Who does not heed what is embedded, takes this one.
FALLBACK: Final = "Arial"
KEY: Final = "{5F2A1C0E-6B7D-4E91-8A36-C4D20F9B1E77}"
TYPE: Final = "application/vnd.openxmlformats-officedocument.obfuscatedFont"
_FOLDER: Final = Path(__file__).resolve().parents[2] / "assets" / "word"
_EMBEDDED: Final = {"embedRegular": "Inter-vanlig", "embedBold": "Inter-fet"}


def embed(document: Any) -> None:
    """Put Inter into `document`, and name the font to take for it elsewhere."""
    package = document.part.package
    fonts = document.part.part_related_by(RT.FONT_TABLE)
    places = ""
    for place, name in _EMBEDDED.items():
        file = Part(PackURI(f"/word/fonts/{name}.odttf"), TYPE, _hidden(name), package)
        key = fonts.relate_to(file, RT.FONT)
        places += f'<w:{place} r:id="{key}" w:fontKey="{KEY}"/>'
    entry = (
        f'<w:font w:name="{FONT}"><w:altName w:val="{FALLBACK}"/><w:family w:val="swiss"/>'
        f'<w:pitch w:val="variable"/>{places}</w:font></w:fonts>'
    )
    fonts._blob = fonts.blob.replace(b"</w:fonts>", entry.encode())
    settings = document.settings.element
    # The schema has a place for it.
    settings.find(qn("w:zoom")).addnext(OxmlElement("w:embedTrueTypeFonts"))


@cache
def _hidden(name: str) -> bytes:
    return (_FOLDER / f"{name}.odttf").read_bytes()
