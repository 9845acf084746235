"""A press on the map counts however long a slow machine needs to look up what was pressed."""

from pathlib import Path

from streamlit.file_util import get_static_dir

from pages.server.content import Content
from pages.server.patience import LIMIT, RAISED, patient


def test_streamlits_map_still_has_the_limit_we_raise() -> None:
    (script,) = (Path(get_static_dir()) / "static" / "js").glob("DeckGlJsonChart.*.js")
    served = patient(Content(script.read_bytes(), "text/javascript")).body
    assert LIMIT in script.read_bytes()
    assert LIMIT not in served
    assert RAISED in served
    assert len(served) == len(script.read_bytes()) + served.count(RAISED) * (
        len(RAISED) - len(LIMIT)
    )


def test_other_scripts_are_left_alone() -> None:
    other = Content(b"let time = 250;", "text/javascript")
    assert patient(other) is other
