"""The theme each reader is sent is the one Streamlit would have put together."""

import pytest
from streamlit import config
from streamlit.proto.NewSession_pb2 import CustomThemeConfig
from streamlit.runtime import app_session

from pages.server.theme import remember_theme

SECTIONS = ("theme", *(f"theme.{each.value}" for each in config.CustomThemeCategories))


def theme() -> list[CustomThemeConfig]:
    made = []
    for section in SECTIONS:
        message = CustomThemeConfig()
        app_session._populate_theme_msg(message, section)
        made.append(message)
    return made


def test_the_theme_is_the_same_each_time_and_put_together_once(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    asked: list[str] = []
    made = app_session._populate_theme_msg

    def counted(message: CustomThemeConfig, section: str = "theme") -> None:
        asked.append(section)
        made(message, section)

    expected = theme()
    assert expected[0].body_font.startswith("Inter")
    monkeypatch.setattr(app_session, "_populate_theme_msg", counted)
    remember_theme()
    assert theme() == expected
    assert theme() == expected
    assert sorted(asked) == sorted(SECTIONS)


def test_what_a_reader_is_sent_is_her_own(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(app_session, "_populate_theme_msg", app_session._populate_theme_msg)
    remember_theme()
    hers, theirs = theme()[0], theme()[0]
    hers.primary_color = "red"
    assert theirs.primary_color != "red"
    assert theme()[0].primary_color != "red"
