"""QR codes of links, as pictures for slides and drawings for posters."""

import io
import math
from typing import Final

import segno

from pages.parts.reading.language import _

# The empty edge that scanners need, in modules.
EDGE: Final = 4
# So many dots that a slide can show it as large as it likes.
PNG_SIDE: Final = 1000


def code(url: str) -> segno.QRCode:
    """Return the QR code of `url`, with as much repair as its size gives for nothing."""
    try:
        return segno.make_qr(url, error="m")
    except segno.DataOverflowError:
        return segno.make_qr(url, error="l")


def to_png(url: str) -> bytes:
    """Return the code of `url` as a picture for slides."""
    made, out = code(url), io.BytesIO()
    scale = math.ceil(PNG_SIDE / made.symbol_size(border=EDGE)[0])
    made.save(out, kind="png", scale=scale, border=EDGE, light="#fff")
    return out.getvalue()


def to_svg(url: str) -> bytes:
    """Return the code of `url` as a drawing that says in words what it is."""
    made, out = code(url), io.BytesIO()
    title = _("QR-kode som åpner {url}").format(url=url)
    # A millimetre a module on paper; the unit also makes the drawing grow with its frame.
    made.save(out, kind="svg", unit="mm", border=EDGE, light="#fff", title=title, nl=False)
    return out.getvalue()
