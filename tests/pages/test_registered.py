"""The pages Streamlit is given: made once for each language, and each drawing's own."""

import pytest
from streamlit.navigation.page import StreamlitPage

from pages.parts.drawing import registered
from tests.pages.app import opened
from tests.registered import pages


@pytest.fixture
def given(monkeypatch: pytest.MonkeyPatch) -> list[list[StreamlitPage]]:
    """Return what each drawing has given to navigation, filled in as pages are opened."""
    found: list[list[StreamlitPage]] = []
    made = registered.registered

    def noted(called: dict[str, str]) -> list[StreamlitPage]:
        found.append(made(called))
        return found[-1]

    monkeypatch.setattr(registered, "registered", noted)
    return found


def test_every_page_is_there_with_its_name_in_the_language_of_the_reader(
    given: list[list[StreamlitPage]],
) -> None:
    for lang, called in (("nb", "Bemanning"), ("en", "Staffing"), ("nb", "Bemanning")):
        opened("", data="demo", lang=lang)
        assert [page.url_path for page in given[-1]] == list(pages())
        assert given[-1][1].title == called


def test_what_one_drawing_does_with_its_pages_the_next_does_not_see(
    given: list[list[StreamlitPage]],
) -> None:
    opened("", data="demo")
    opened("", data="demo")
    first, second = given[-2:]
    assert all(one is not other for one, other in zip(first, second, strict=True))
