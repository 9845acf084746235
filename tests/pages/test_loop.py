"""The loop Streamlit runs on: its own leaves Nagle's algorithm on, and every change waits 40 ms."""

import sys

import pytest
from streamlit.web import bootstrap


@pytest.mark.skipif(sys.platform == "win32", reason="uvloop is not made for Windows")
def test_the_server_runs_on_uvloop() -> None:
    factory = bootstrap._get_uvloop_loop_factory()
    assert factory
    loop = factory()
    loop.close()
    assert type(loop).__module__.startswith("uvloop")
