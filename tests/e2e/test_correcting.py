"""Vurdering: sender, dates, division and premises corrected by keys and by mouse."""

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, Locator, Page, expect

from data.work.following import known
from tests.e2e import harness, lending
from tests.e2e.harness import axe, settled
from tests.e2e.people import let_in
from tests.e2e.people import office as office_at
from tests.e2e.test_review import at, field, saved

LETTER = "D013"


@pytest.fixture(scope="module")
def office(build: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """Return the address of a server whose people `let_in` lets in."""
    with pytest.MonkeyPatch.context() as patch:
        for name, value in office_at(tmp_path_factory.mktemp("arbeid")).items():
            patch.setenv(name, value)
        with harness.running(build, settings=harness.NO_PAPERS) as address:
            yield address


@pytest.fixture
def sara(browser: Browser, office: str) -> Iterator[Page]:
    yield from window(browser, office, "sara")


@pytest.fixture
def leo(browser: Browser, office: str) -> Iterator[Page]:
    yield from window(browser, office, "leo")


def window(browser: Browser, office: str, who: str) -> Iterator[Page]:
    with lending.window(browser, office) as page:
        let_in(page, office, who)
        yield page


def last(slag: str, key: str, letter: str = LETTER) -> Any:
    """Return what was said last of a letter, as the store has it."""
    about = known("demo").about.get(f"innspill:{letter}", ())
    said = [event.til for event in about if (event.slag, event.felt) == (slag, key)]
    return json.loads(said[-1] or "null") if said else None


def focus(page: Page, key: str) -> None:
    page.locator(field(page, key)).focus()


def test_a_sender_is_accepted_corrected_and_undone_by_keys_and_stands_after_a_reload(
    sara: Page,
) -> None:
    at(sara, LETTER)
    focus(sara, "avsender")
    sara.keyboard.press("a")
    saved(sara)
    suggested = last("brev", "avsender")
    assert suggested["status"] == "bekreftet"
    sara.keyboard.press("e")
    name = sara.locator(field(sara, "avsender")).locator("input[name=avsender]")
    expect(name).to_be_focused()
    name.fill("Bodø kommune")
    where = sara.locator("[data-kommuner]")
    where.fill("Bodø, Atlantis")
    sara.keyboard.press("Enter")
    # Nobody has heard of it, so nothing is kept.
    assert "Atlantis" in where.evaluate("input => input.validationMessage")
    assert last("brev", "avsender") == suggested
    where.fill("Bodø, Gildeskål (1838)")
    sara.keyboard.press("Enter")
    expect(sara.locator("h1")).to_have_text("Bodø kommune")
    saved(sara)
    assert last("brev", "avsender")["kommunenumre"] == "1804|1838"
    at(sara, LETTER)
    expect(sara.locator("h1")).to_have_text("Bodø kommune")
    focus(sara, "avsender")
    sara.keyboard.press("u")
    expect(sara.locator("h1")).to_have_text(suggested["avsender"])
    saved(sara)
    assert last("brev", "avsender") == suggested
    # The form shows what stands again.
    assert name.input_value() == suggested["avsender"]


def test_a_date_is_written_as_norwegians_do(sara: Page) -> None:
    at(sara, LETTER)
    box = sara.locator(field(sara, "dato"))
    day = box.locator("input[name=verdi]")
    day.fill("31.2.2022")
    day.press("Enter")
    assert day.evaluate("input => !input.validity.valid")
    day.fill("4.5.2022")
    day.press("Enter")
    expect(box.locator(".staar")).to_contain_text("Bekreftet 4. mai 2022")
    saved(sara)
    assert last("brev", "dato") == {"status": "bekreftet", "verdi": "2022-05-04"}


def test_a_paragraph_is_moved_by_keys_and_by_mouse_and_put_back(sara: Page) -> None:
    at(sara, LETTER)
    texts = sara.locator(".brevtekst")
    before = texts.all_inner_texts()
    first = int(texts.first.get_attribute("data-sporsmal") or "")
    other = 4 if first != 4 else 3
    bar = sara.locator("[data-merkebar]")
    assert not bar.is_visible()
    sara.locator(".funn h1").click()
    sara.keyboard.press("l")
    expect(bar).to_be_visible()
    marked = sara.evaluate("getSelection().toString()").strip()
    sara.keyboard.press(str(other))
    moved = sara.locator(f'[data-sporsmal="{other}"]')
    expect(moved).to_contain_text(marked)
    saved(sara)
    expect(sara.locator(field(sara, "deling"))).to_contain_text("fra «")
    assert not bar.is_visible()
    (piece,) = last("deling", "deling")["flyttet"]
    assert (piece[0], piece[3]) == (first, other)
    at(sara, LETTER)
    expect(moved).to_contain_text(marked)
    focus(sara, "deling")
    sara.keyboard.press("u")
    expect(sara.locator(field(sara, "deling")).locator(".staar")).to_contain_text("Forslag")
    saved(sara)
    assert texts.all_inner_texts() == before
    # The same by mouse: what is marked, and a button.
    sara.locator(".funn h1").click()
    sara.keyboard.press("l")
    sara.locator(f'[data-flytt="{other}"]').click()
    expect(moved).to_contain_text(marked)
    saved(sara)
    assert axe(sara) == []


def test_premises_are_added_with_a_passage_refused_and_taken_back(sara: Page) -> None:
    at(sara, LETTER)
    sara.locator(".funn h1").click()
    sara.keyboard.press("l")
    marked = sara.evaluate("getSelection().toString()").strip()
    focus(sara, "nytt-lokale")
    sara.keyboard.press("e")
    new = sara.locator(field(sara, "nytt-lokale"))
    new.locator("select[name=lokaltype]").select_option("brannstasjon")
    new.locator("input[name=areal_m2]").fill("80")
    new.locator("input[name=delt_med]").fill("NAV, bibliotek")
    new.locator("input[name=ledig_fra]").fill("01.01.2023")
    new.get_by_role("button").click()
    made = sara.locator(".kodefelt.bekreftet", has_text="Lokale: Brannstasjon")
    expect(made).to_be_visible()
    saved(sara)
    key = made.get_attribute("data-felt") or ""
    said = last("lokale", key)
    assert (said["areal_m2"], said["delt_med"]) == (80, "NAV|bibliotek")
    assert (said["ledig_fra"], said["utdrag"]) == ("2023-01-01", marked)
    expect(sara.locator(f'.brevtekst mark[data-felt~="{key}"]').first).to_be_visible()
    focus(sara, key)
    sara.keyboard.press("x")
    expect(sara.locator(field(sara, key)).locator(".staar")).to_contain_text("Avvist")
    saved(sara)
    sara.keyboard.press("u")
    expect(sara.locator(field(sara, key)).locator(".staar")).to_contain_text("Bekreftet")
    saved(sara)
    sara.goto("/vurdering?data=demo")
    settled(sara)
    expect(sara.locator(".vurdering")).to_contain_text("1 lokale")


def test_two_who_divide_one_letter_are_asked(sara: Page, leo: Page) -> None:
    letter = "D021"
    for page in (sara, leo):
        at(page, letter)
    expect(leo.locator(".funn")).to_contain_text("arbeider med brevet")
    for page, key in ((leo, "x"), (sara, "a")):
        focus(page, "deling")
        page.keyboard.press(key)
        settled(page)
    expect(leo.locator(field(leo, "deling")).locator(".staar")).to_contain_text("alt ligger udelt")
    asked = sara.locator("[data-konflikt]")
    expect(asked).to_contain_text("har avgjort «Deling på spørsmål»")
    asked.get_by_role("button", name="Mitt valg").click()
    saved(sara)
    about = known("demo").about[f"innspill:{letter}"]
    assert [each.hvem for each in about if each.slag == "deling"] == ["leo", "sara"]


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


def drop(page: Page, onto: Locator, letter: str, felt: str) -> None:
    """Mark the passage that `felt` rests on by clicking it, and drag it onto `onto`."""
    passage = page.locator(f'.brevtekst mark[data-felt~="{felt}"]').first
    passage.click()
    expect(page.locator("[data-merkebar]")).to_be_visible()
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
    drop(sara, sara.locator(field(sara, target)), letter, source)
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
    drop(sara, sara.locator(".pultlinje"), letter, source)
    drop(sara, sara.locator(field(sara, source)), letter, source)
    drop(sara, sara.locator(field(sara, "avsender")), letter, source)
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
    drop(sara, empty, letter, source)
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
    drop(sara, section.locator('[data-detalj="areal_m2"]'), letter, source)
    saved(sara)
    said = last("lokale", key, letter)
    assert said["utdrag_for"] == {"areal_m2": theirs}
    assert {name: said[name] for name in whole} == whole
    expect(section.locator('[data-detalj="areal_m2"]')).to_contain_text(theirs["utdrag"][:20])
    drop(sara, section.locator("h3"), letter, source)
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
    drop(sara, sara.locator(field(sara, "nytt-lokale")), letter, source)
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
