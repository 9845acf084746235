"""Vurdering: what is marked in the letter is dragged to a question, a field or premises."""

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, Locator, Page, expect

from data.work.following import known
from tests.e2e.harness import settled
from tests.e2e.people import staffed
from tests.e2e.test_correcting import last, window
from tests.e2e.test_review import at, field, saved


@pytest.fixture(scope="module")
def office(build: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """Return the address of a server whose people `let_in` lets in."""
    with staffed(build, tmp_path_factory.mktemp("arbeid")) as address:
        yield address


@pytest.fixture
def sara(browser: Browser, office: str) -> Iterator[Page]:
    yield from window(browser, office, "sara")


def drag(page: Page, start: tuple[float, float], onto: Locator) -> None:
    """Drag what lies at `start` onto an element, as a hand does: in small steps."""
    onto.scroll_into_view_if_needed()
    box = onto.bounding_box()
    assert box is not None
    page.mouse.move(*start)
    page.mouse.down()
    page.mouse.move(start[0] + 8, start[1] + 4, steps=4)
    page.mouse.move(box["x"] + 30, box["y"] + 12, steps=8)
    page.mouse.up()


def test_what_is_marked_is_dragged_to_another_question(sara: Page) -> None:
    letter = "D034"
    at(sara, letter)
    sara.locator(".funn h1").click()
    sara.keyboard.press("l")
    marked = sara.evaluate("getSelection().toString()").strip()
    x, y = sara.evaluate(
        "() => { const r = getSelection().getRangeAt(0).getClientRects()[0];"
        " return [r.x + 20, r.y + r.height / 2]; }"
    )
    from_ = sara.evaluate(
        "getSelection().anchorNode.parentElement.closest('[data-sporsmal]').dataset.sporsmal"
    )
    other = 4 if int(from_) != 4 else 3
    drag(sara, (x, y), sara.locator(f'[data-til-sporsmal="{other}"]').first)
    expect(sara.locator(f'[data-sporsmal="{other}"]')).to_contain_text(marked)
    saved(sara)
    (piece,) = last("deling", "deling", letter)["flyttet"]
    assert (piece[0], piece[3]) == (int(from_), other)


def drop(page: Page, onto: Locator, felt: str) -> None:
    """Mark the passage that `felt` rests on by clicking it, and drag it onto `onto`."""
    passage = page.locator(f'.brevtekst mark[data-felt~="{felt}"]').first
    passage.click()
    page.wait_for_function("() => !getSelection().isCollapsed")
    x, y = page.evaluate(
        "() => { const r = getSelection().getRangeAt(0).getClientRects()[0];"
        " return [r.x + 20, r.y + r.height / 2]; }"
    )
    drag(page, (x, y), onto)


def passage_of(page: Page, key: str) -> dict[str, Any]:
    """Return where the passage of a field stands, as the desk has it."""
    found: dict[str, Any] = json.loads(
        page.locator(field(page, key)).get_attribute("data-utdrag") or "{}"
    )
    return found


def test_a_passage_is_dragged_to_another_field_and_back_by_undo(sara: Page) -> None:
    letter, source, target = "D013", "tema:naturfare_og_beredskap", "tilfreds_bemanning"
    at(sara, letter)
    theirs, mine = passage_of(sara, source), passage_of(sara, target)
    assert theirs
    assert theirs != mine
    drop(sara, sara.locator(field(sara, target)), source)
    saved(sara)
    said = last("kode", target, letter)
    value = sara.locator(field(sara, target)).get_attribute("data-verdi")
    assert said == {"status": "bekreftet", "verdi": value} | theirs
    # It is taken back where she stands, and the other field has kept its own all the while.
    assert passage_of(sara, source) == theirs
    sara.keyboard.press("u")
    saved(sara)
    assert last("kode", target, letter) is None
    assert passage_of(sara, target) == mine
    # Dropped nowhere, or where it lies already, it says nothing.
    before = known("demo").about[f"innspill:{letter}"]
    drop(sara, sara.locator(".pultlinje"), source)
    drop(sara, sara.locator(field(sara, source)), source)
    drop(sara, sara.locator(field(sara, "avsender")), source)
    settled(sara)
    assert known("demo").about[f"innspill:{letter}"] == before
    assert not sara.locator(".over").count()


def test_a_field_without_a_value_is_not_given_one_by_a_passage(sara: Page) -> None:
    letter, source = "D013", "tema:naturfare_og_beredskap"
    at(sara, letter)
    theirs = passage_of(sara, source)
    empty = sara.locator(".kodefelt.legg-til:has([data-endre])").first
    felt = empty.get_attribute("data-felt") or ""
    before = known("demo").about[f"innspill:{letter}"]
    drop(sara, empty, source)
    # She chooses the value herself, and the passage has waited for it.
    expect(empty.locator("select")).to_be_focused()
    assert known("demo").about[f"innspill:{letter}"] == before
    value = empty.locator("option").last.get_attribute("value")
    empty.locator("select").select_option(value)
    sara.keyboard.press("Enter")
    saved(sara)
    assert last("kode", f"{felt}:{value}", letter) == {
        "status": "bekreftet", "verdi": value, **theirs
    }  # fmt: skip


def test_a_passage_is_dragged_onto_premises_and_onto_one_detail_of_them(sara: Page) -> None:
    letter, source = "D001", "onsker_tjenestested"
    at(sara, letter)
    section = sara.locator(".kodefelt", has_text="Lokale: ").first
    key = section.get_attribute("data-felt") or ""
    whole, theirs = passage_of(sara, key), passage_of(sara, source)
    drop(sara, section.locator('[data-detalj="areal_m2"]'), source)
    saved(sara)
    said = last("lokale", key, letter)
    assert said["utdrag_for"] == {"areal_m2": theirs}
    assert {name: said[name] for name in whole} == whole
    expect(section.locator('[data-detalj="areal_m2"]')).to_contain_text(theirs["utdrag"][:20])
    drop(sara, section.locator("h3"), source)
    saved(sara)
    said = last("lokale", key, letter)
    assert {name: said[name] for name in theirs} == theirs
    assert said["utdrag_for"] == {"areal_m2": theirs}
    for _each in range(2):
        sara.keyboard.press("u")
        saved(sara)
    assert passage_of(sara, key) == whole
    assert not section.locator("[data-detaljutdrag]").count()
    # New premises are hers to describe; the passage waits for them.
    drop(sara, sara.locator(field(sara, "nytt-lokale")), source)
    new = sara.locator(field(sara, "nytt-lokale"))
    expect(new.locator("select[name=lokaltype]")).to_be_focused()
    new.locator("select[name=lokaltype]").select_option("brannstasjon")
    new.get_by_role("button").click()
    saved(sara)
    made = sara.locator(".kodefelt.bekreftet", has_text="Lokale: Brannstasjon")
    assert passage_of(sara, made.get_attribute("data-felt") or "") == theirs


def test_text_within_a_passage_can_be_marked_with_the_mouse(sara: Page) -> None:
    """Passages lie over one another, so another one may begin within the first."""
    at(sara, "D013")
    passage = sara.locator(".brevtekst mark").first
    box = passage.bounding_box()
    assert box
    y = box["y"] + 12
    sara.mouse.move(box["x"] + 60, y)
    sara.mouse.down()
    sara.mouse.move(box["x"] + 90, y, steps=3)
    sara.mouse.move(box["x"] + 240, y, steps=6)
    sara.mouse.up()
    marked = sara.evaluate("getSelection().toString()")
    assert 5 < len(marked) < len(passage.inner_text())
    expect(sara.locator("[data-merket]")).to_contain_text(marked)
