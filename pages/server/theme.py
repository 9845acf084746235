"""The theme in what Streamlit sends before every run, put together once and not each time."""

from functools import cache

from streamlit.proto.NewSession_pb2 import CustomThemeConfig
from streamlit.runtime import app_session


def remember_theme() -> None:
    """Have Streamlit put its own answer into each message again: the theme is set at the start.

    It looks through some two hundred settings for each of six sections, before every run of every
    reader, and has no setting for leaving that out.
    """
    made = app_session._populate_theme_msg

    @cache
    def of(section: str) -> CustomThemeConfig:
        found = CustomThemeConfig()
        made(found, section)
        return found

    def populate(msg: CustomThemeConfig, section: str = "theme") -> None:
        msg.MergeFrom(of(section))

    app_session._populate_theme_msg = populate
