"""Patience with slow machines: a press on the map is a press however long it takes to look it up.

deck.gl looks up what lies under the pointer before it goes on, which takes a second or more without
a GPU, and counts that time as if the button were held down; after a quarter of a second it says
that nothing was pressed. Its scripts are served from here, so the limit is raised on the way out; a
test fails when an upgrade has another one.
"""

from functools import lru_cache
from typing import Final

from pages.server.content import Content

LIMIT: Final = b"taps:1,interval:300,time:250,"
RAISED: Final = b"taps:1,interval:300,time:9e3,"


@lru_cache(maxsize=512)
def patient(script: Content) -> Content:
    """Return one of Streamlit's scripts with the limit raised; the same one when it has none."""
    if LIMIT not in script.body:
        return script
    return Content(script.body.replace(LIMIT, RAISED), script.media_type)
