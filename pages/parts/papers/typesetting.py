"""Setting a paper with Typst: data in as JSON, a tagged PDF/UA-1 or a picture out.

The templates in maler/ hold no words and take every text as a value, so that nothing in a text can
be taken for markup. Typst works outside Python's lock, so other readers are not held up.
"""

import json
from functools import cache, lru_cache
from pathlib import Path
from typing import Final

import typst

from pages.parts.papers.text import printable

TEMPLATES: Final = Path(__file__).resolve().parent / "maler"
# Where Inter-Regular.ttf and Inter-SemiBold.ttf lie.
FONTS: Final = Path(__file__).resolve().parents[2] / "assets"
ACCESSIBLE: Final = "ua-1"
# For print and for projectors.
SHARP: Final = 3


def typeset(template: str, data: dict[str, object], picture: str = "") -> bytes:
    """Return `template` filled with `data` as PDF; `picture` is the SVG of its map."""
    inputs = {"data": json.dumps(_printable(data), ensure_ascii=False), "kart": picture}
    made = typst.compile(
        TEMPLATES / f"{template}.typ",
        root=TEMPLATES,
        font_paths=_fonts(),
        ignore_system_fonts=True,
        format="pdf",
        sys_inputs=inputs,
        pdf_standards=[ACCESSIBLE],
        # The same data give the same bytes whenever they are set.
        timestamp=0,
    )
    return bytes(made)


# Who takes a page along in Word often wants it on slides as well, with the same map.
@lru_cache(maxsize=4)
def drawn(svg: str, width: int, height: int) -> bytes:
    """Return an SVG of `width` × `height` pixels as PNG, with `SHARP` times as many each way."""
    page = f"#set page(width: {width}pt, height: {height}pt, margin: 0pt)\n"
    image = '#image(bytes(sys.inputs.kart), format: "svg", width: 100%)'
    made = typst.compile(
        (page + image).encode(),
        font_paths=_fonts(),
        ignore_system_fonts=True,
        format="png",
        ppi=72 * SHARP,
        sys_inputs={"kart": svg},
    )
    return bytes(made)


@cache
def _fonts() -> typst.Fonts:
    return typst.Fonts(
        include_system_fonts=False, include_embedded_fonts=False, font_paths=[str(FONTS)]
    )


def _printable(value: object) -> object:
    """Return `value` with every text in it such as our fonts can draw."""
    if isinstance(value, str):
        return printable(value)
    if isinstance(value, dict):
        return {key: _printable(each) for key, each in value.items()}
    if isinstance(value, list | tuple):
        return [_printable(each) for each in value]
    return value
