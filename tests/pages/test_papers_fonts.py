"""The font inside a Word document: whole, ours, and found by the one key that stands beside it."""

import io
import re
import zipfile
from pathlib import Path

import pymupdf
import pytest

from pages.parts.papers import typesetting
from pages.parts.papers.briefing import Briefing, briefing
from pages.parts.papers.word import to_docx
from pages.parts.reading.reader import Reader

ENTRY = re.compile(
    r'<w:font w:name="Inter">.*?<w:embedRegular r:id="(\w+)" w:fontKey="\{(.+?)\}"/>'
    r'<w:embedBold r:id="(\w+)" w:fontKey="\{(.+?)\}"/></w:font>',
    re.DOTALL,
)
WRITTEN = "AaÆæØøÅåÁáČčŊŋŠšŦŧŽž0123456789 –«»−%"


@pytest.fixture
def paper(demo: Reader) -> Briefing:
    return briefing(demo, "oversikt", "https://tall.example")


def test_word_has_the_font_with_it_regular_and_bold(paper: Briefing) -> None:
    with zipfile.ZipFile(io.BytesIO(to_docx(paper))) as file:
        entry = ENTRY.search(file.read("word/fontTable.xml").decode())
        assert entry
        related = file.read("word/_rels/fontTable.xml.rels").decode()
        assert "<w:embedTrueTypeFonts/>" in file.read("word/settings.xml").decode()
        found = []
        for which, key in (entry.group(1, 2), entry.group(3, 4)):
            relation = next(each for each in related.split("<") if f'Id="{which}"' in each)
            target = re.search(r'Target="([^"]+)"', relation)
            assert target
            found.append(_shown(file.read(f"word/{target[1]}"), key))
    regular, bold = (pymupdf.Font(fontbuffer=each) for each in found)
    assert (regular.name, bool(regular.is_bold)) == ("Inter Regular", False)
    assert (bold.name, bool(bold.is_bold)) == ("Inter Bold", True)
    for font in (regular, bold):
        assert all(font.has_glyph(ord(each)) for each in WRITTEN)
    # The bold of Word is the semibold of PDF: its letters are as wide.
    semibold = pymupdf.Font(fontfile=str(Path(typesetting.FONTS) / "Inter-SemiBold.ttf"))
    assert bold.text_length(WRITTEN) == semibold.text_length(WRITTEN)
    assert bold.text_length(WRITTEN) > regular.text_length(WRITTEN)


def test_the_fonts_are_no_burden(paper: Briefing) -> None:
    with zipfile.ZipFile(io.BytesIO(to_docx(paper))) as file:
        sizes = [each.compress_size for each in file.infolist() if each.filename.endswith("odttf")]
    assert len(sizes) == 2
    assert sum(sizes) < 100_000


def _shown(hidden: bytes, key: str) -> bytes:
    """Return a font as it is, as ECMA-376 part 4 (2.8.1) has it: the key backwards, twice over."""
    mask = bytes.fromhex(key.replace("-", ""))[::-1] * 2
    return bytes(a ^ b for a, b in zip(hidden, mask, strict=False)) + hidden[32:]
