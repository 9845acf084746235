"""Every page that is registered, so that a new page is tested from the day it is added."""

import ast
from functools import cache
from pathlib import Path
from typing import Final

ROOT: Final = Path(__file__).resolve().parents[1]
FRAME: Final = ROOT / "pages" / "frame.py"
REGISTER: Final = ROOT / "pages" / "parts" / "drawing" / "registered.py"


@cache
def pages() -> dict[str, str]:
    """Return the script of each page by its path below the root, Oversikt's being empty."""
    found = {}
    for call in ast.walk(ast.parse(REGISTER.read_text("utf-8"))):
        if isinstance(call, ast.Call) and ast.unparse(call.func) == "st.Page":
            given = {
                k.arg: k.value.value for k in call.keywords if isinstance(k.value, ast.Constant)
            }
            found[str(given.get("url_path", ""))] = str(ast.literal_eval(call.args[0]))
    return found
