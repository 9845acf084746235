"""Vurdering with letters that are not as letters are: odd signs, no text, as long as a book."""

import json
from collections.abc import Iterator
from typing import Any, Final

import pytest
from playwright.sync_api import Browser, Page, expect

from data import pipeline
from data.work.following import known
from tests.e2e import harness, lending
from tests.e2e.harness import settled
from tests.e2e.people import let_in, office
from tests.e2e.test_review import field, saved
from tests.small_set import places, write

# Signs of two halves, of many parts, of another direction, and one letter written as two.
FIRST: Final = "Vi 👮🏽\u200d♀️ ønsker 🚓 kontor i Tra\u030ana."
SECOND: Final = "עברית og <b>ikke fet</b> & «sitat» \U0001d54f."
SIGNS: Final = f"{FIRST}\n\n{SECOND}"
LONG: Final = "\n\n".join(
    f"Avsnitt {n} om bemanning, beredskap og avstander i kommunen." for n in range(4000)
)
INNSPILL: Final = """\
innspill_id,avsender,avsendertype,kommunenumre,dato,malform,kilde
S1,Bodø kommune,kommune,1804,2022-05-20,bokmaal,sak 1
S2,Træna kommune,kommune,1835,2022-05-21,bokmaal,sak 2
S3,Bindal kommune,kommune,1811,2022-05-22,bokmaal,sak 3
"""


@pytest.fixture(scope="module")
def address(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    folder = tmp_path_factory.mktemp("rare")
    svar = f'innspill_id,sporsmal,tekst\nS1,1,"{SIGNS}"\nS3,0,"{LONG}"\n'
    sources = write(folder / "innspill", innspill=INNSPILL, svar=svar)
    with pytest.MonkeyPatch.context() as patch, places(folder / "bygg", sources):
        for name, value in office(tmp_path_factory.mktemp("arbeid")).items():
            patch.setenv(name, value)
        pipeline.build("innspill")
        with harness.running(folder / "bygg", settings=harness.NO_PAPERS) as address:
            yield address


@pytest.fixture
def sara(browser: Browser, address: str) -> Iterator[Page]:
    with lending.window(browser, address) as page:
        let_in(page, address, "sara")
        yield page


def at(page: Page, letter: str) -> None:
    page.goto(f"/vurdering?data=innspill&brev={letter}")
    page.locator(".pultlinje").wait_for()
    settled(page)


def last(letter: str, key: str) -> dict[str, Any]:
    about = known("innspill").about[f"innspill:{letter}"]
    said: dict[str, Any] = json.loads([e.til for e in about if e.felt == key][-1] or "{}")
    return said


def test_signs_of_many_parts_are_marked_where_they_stand(sara: Page) -> None:
    at(sara, "S1")
    sara.locator(".funn h1").click()
    for words in (FIRST, SECOND):
        sara.keyboard.press("l")
        assert sara.evaluate("getSelection().toString()") == words
    sara.locator("[data-bruk-i]").select_option("kanal_telefon")
    sara.locator("[data-bruk]").click()
    chosen = sara.locator(field(sara, "kanal_telefon")).locator("select")
    expect(chosen).to_be_focused()
    chosen.select_option("mer")
    sara.keyboard.press("Enter")
    saved(sara)
    said = last("S1", "kanal_telefon")
    assert SIGNS[said["start"] : said["slutt"]] == said["utdrag"] == SECOND
    mark = sara.locator('.brevtekst mark[data-felt="kanal_telefon"]')
    assert mark.inner_text() == SECOND
    # What is marked by clicking on it is the same, though it is cut in two by another.
    mark.click()
    expect(sara.locator("[data-merkebar]")).to_be_visible()
    assert sara.evaluate("getSelection().toString()") == SECOND
    # It is moved, and the signs stand as they were.
    sara.keyboard.press("3")
    saved(sara)
    expect(sara.locator('[data-sporsmal="3"]')).to_have_text(SECOND)
    expect(sara.locator('[data-sporsmal="1"]')).to_have_text(FIRST)


def test_a_letter_without_text_is_decided_all_the_same(sara: Page) -> None:
    at(sara, "S2")
    expect(sara.locator(".brev")).to_have_text("Brevet har ingen tekst.")
    sara.locator(".funn h1").click()
    for key in "lm3":
        sara.keyboard.press(key)
    assert not sara.locator("[data-merkebar]").is_visible()
    box = sara.locator(field(sara, "onsker_tjenestested"))
    box.locator("select").select_option("ja")
    box.locator("[data-endre]").click()
    saved(sara)
    assert last("S2", "onsker_tjenestested") == {"status": "bekreftet", "verdi": "ja"}
    sara.locator(".funn h1").click()
    sara.keyboard.press("f")
    saved(sara)
    expect(sara.locator(".funn")).to_contain_text("Ferdig")


def test_a_letter_as_long_as_a_book_is_marked_at_its_end(sara: Page) -> None:
    at(sara, "S3")
    sara.locator(".funn h1").click()
    sara.keyboard.press("Shift+L")
    marked = sara.evaluate("getSelection().toString()")
    assert marked.startswith("Avsnitt 3999 ")
    sara.keyboard.press("5")
    saved(sara)
    expect(sara.locator('[data-sporsmal="5"]')).to_have_text(marked)
    (move,) = last("S3", "deling")["flyttet"]
    assert LONG[move[1] : move[2]] == marked
