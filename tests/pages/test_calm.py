"""A server that is away opens no dialog over the page, whatever Streamlit says in it."""

from pathlib import Path

from streamlit.file_util import get_static_dir

from pages.server.calm import OPENS, calm
from pages.server.content import Content


def test_streamlit_still_opens_its_dialog_where_we_leave_it_out() -> None:
    folder = Path(get_static_dir()) / "static" / "js"
    scripts = (path.read_bytes() for path in folder.glob("*.js"))
    (script,) = [body for body in scripts if b"Is Streamlit still running" in body]
    assert script.count(OPENS) == 1
    assert OPENS not in calm(Content(script, "text/javascript")).body


def test_other_scripts_are_left_alone() -> None:
    other = Content(b"let e = 6;", "text/javascript")
    assert calm(other) is other
