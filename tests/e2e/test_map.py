"""The map in a browser without WebGL: seen, hit, told of, moved through by keys, and printed."""

from typing import Final

import pytest
from playwright.sync_api import FloatRect, Locator, Page

from tests.e2e.harness import settled
from tests.e2e.steps import (
    QUICK,
    SLOW,
    answered,
    chosen,
    go,
    map_picture,
    municipality_spots,
    on_screen,
    press,
    walk,
)

MAPS: Final = ("/", "/lokaler", "/tjenestesteder", "/plassering", "/politidistrikt?distrikt=Troms")
OUTSIDE: Final = "#e6eaee"


def box_of(found: Locator) -> FloatRect:
    box = found.bounding_box()
    assert box is not None
    return box


def option(page: Page, number: str) -> Locator:
    return map_picture(page).locator(f"[data-nr='{number}']")


def apart(one: FloatRect, other: FloatRect) -> bool:
    return (
        one["x"] + one["width"] <= other["x"]
        or other["x"] + other["width"] <= one["x"]
        or one["y"] + one["height"] <= other["y"]
        or other["y"] + other["height"] <= one["y"]
    )


def within(one: FloatRect, other: FloatRect) -> bool:
    return (
        one["x"] >= other["x"]
        and one["y"] >= other["y"]
        and one["x"] + one["width"] <= other["x"] + other["width"]
        and one["y"] + one["height"] <= other["y"] + other["height"]
    )


def test_the_browser_has_no_webgl(desktop: Page) -> None:
    go(desktop, "/")
    assert desktop.evaluate("!document.createElement('canvas').getContext('webgl2')")


@pytest.mark.parametrize("address", MAPS)
def test_every_page_with_a_map_draws_all_of_it(walker: Page, address: str) -> None:
    walk(walker, address)
    shapes = map_picture(walker).locator("[role=option]")
    assert shapes.count() == 356
    assert len(set(shapes.evaluate_all("all => all.map(p => getComputedStyle(p).fill)"))) >= 3
    assert map_picture(walker).get_attribute("aria-label")
    assert map_picture(walker).locator(".grenser").bounding_box()
    assert map_picture(walker).locator(".steder path").count()


def test_what_is_chosen_is_outlined_and_keeps_its_colour(desktop: Page) -> None:
    go(desktop, "/?vis=onsker")
    trysil = option(desktop, "3421")
    before = trysil.get_attribute("fill")
    press(desktop, on_screen(desktop, municipality_spots()["3421"]), SLOW)
    assert trysil.get_attribute("aria-selected") == "true"
    assert trysil.get_attribute("fill") == before
    assert map_picture(desktop).locator(".valgte").get_attribute("d") == trysil.get_attribute("d")
    others = map_picture(desktop).locator("[aria-selected=true]")
    assert others.count() == 1


@pytest.mark.parametrize(
    ("address", "inside", "beyond"),
    [("/?distrikt=Troms", "5418", "5430"), ("/lokaler?fylke=Innlandet", "3424", "3825")],
)
def test_what_is_filtered_out_is_unlit_and_is_not_chosen(
    desktop: Page, address: str, inside: str, beyond: str
) -> None:
    go(desktop, address)
    assert option(desktop, beyond).get_attribute("fill") == OUTSIDE
    assert option(desktop, beyond).get_attribute("aria-disabled") == "true"
    assert option(desktop, inside).get_attribute("fill") != OUTSIDE
    before = desktop.url
    map_picture(desktop).press("0")
    for _turn in range(3):
        map_picture(desktop).press("-")
    x, y = on_screen(desktop, municipality_spots()[beyond])
    frame = box_of(desktop.locator(".kartflate"))
    if frame["x"] < x < frame["x"] + frame["width"]:
        desktop.mouse.move(x, y)
        desktop.mouse.down()
        desktop.wait_for_timeout(QUICK)
        desktop.mouse.up()
        desktop.wait_for_timeout(400)
        settled(desktop)
    assert desktop.url == before


# In the corners, at the coast, and where the key stands.
EDGES: Final = ("5405", "5404", "1101", "4647", "3001", "3421", "5441", "3011")


@pytest.mark.parametrize("address", ["/", "/plassering", "/?kartform=ruter"])
def test_what_is_told_stands_in_the_frame_beside_the_key(desktop: Page, address: str) -> None:
    go(desktop, address)
    frame, key = (box_of(desktop.locator(name)) for name in (".kart", ".kartside"))
    for number in EDGES:
        shape = box_of(option(desktop, number))
        desktop.mouse.move(frame["x"] + 3, frame["y"] + frame["height"] / 2)
        option(desktop, number).dispatch_event(
            "pointermove",
            {
                "clientX": shape["x"] + shape["width"] / 2,
                "clientY": shape["y"] + shape["height"] / 2,
                "bubbles": True,
            },
        )
        bubble = desktop.locator(".kartboble")
        assert bubble.is_visible()
        assert within(box_of(bubble), frame), number
        assert apart(box_of(bubble), key), number


def test_a_tap_tells_within_the_screen_of_a_phone(phone: Page) -> None:
    go(phone, "/")
    for number in ("5405", "1101", "3421"):
        _x, y = on_screen(phone, municipality_spots()[number])
        phone.evaluate(
            "y => document.querySelector('[data-testid=stMain]').scrollBy(0, y)", y - 400
        )
        phone.wait_for_timeout(200)
        with answered(phone):
            phone.touchscreen.tap(*on_screen(phone, municipality_spots()[number]))
        told = box_of(phone.locator(".kartboble"))
        assert told["x"] >= 0
        assert told["x"] + told["width"] <= 390
        assert chosen(phone)["kommune"]


def test_arrows_move_between_municipalities_and_enter_chooses(desktop: Page) -> None:
    go(desktop, "/")
    map_picture(desktop).focus()
    visited = []
    for key in ("ArrowUp", "ArrowUp", "ArrowUp", "ArrowRight", "ArrowDown", "ArrowLeft"):
        desktop.keyboard.press(key)
        active = str(map_picture(desktop).get_attribute("aria-activedescendant"))
        said = str(desktop.locator(f"#{active}").get_attribute("aria-label"))
        assert desktop.locator(".kartboble b").inner_text() == said.partition(". ")[0]
        marked = map_picture(desktop).locator(".pekt").get_attribute("d")
        assert marked == desktop.locator(f"#{active}").get_attribute("d")
        visited.append(active)
    assert len(set(visited)) >= 5
    with answered(desktop):
        desktop.keyboard.press("Enter")
    assert chosen(desktop)["kommune"] == visited[-1].removeprefix("kart-")
    assert desktop.locator(".kommune h2").inner_text() == said.partition(". ")[0]


def test_every_municipality_can_be_reached_by_arrows(desktop: Page) -> None:
    go(desktop, "/?distrikt=Finnmark")
    map_picture(desktop).focus()
    reached = set()
    for key in ["ArrowLeft"] * 18 + ["ArrowDown", "ArrowRight", "ArrowUp", "ArrowRight"] * 25:
        desktop.keyboard.press(key)
        reached.add(map_picture(desktop).get_attribute("aria-activedescendant"))
    lit = map_picture(desktop).locator("[role=option]:not([aria-disabled])").count()
    assert lit == 18
    # One after the other, not all by one walk.
    assert len(reached) >= 10


def test_the_focus_is_seen(desktop: Page) -> None:
    go(desktop, "/")
    map_picture(desktop).focus()
    desktop.keyboard.press("ArrowUp")
    style = map_picture(desktop).evaluate("svg => getComputedStyle(svg).outlineStyle")
    assert style == "solid"


def test_a_station_is_pressed_where_stations_are_what_the_page_is_about(desktop: Page) -> None:
    go(desktop, "/tjenestesteder?distrikt=Finnmark")
    frame = box_of(desktop.locator(".kartflate"))
    boxes: list[tuple[str, FloatRect]] = (
        map_picture(desktop)
        .locator(".sted")
        .evaluate_all("all => all.map(each => [each.dataset.id, each.getBoundingClientRect()])")
    )
    station, box = next((name, box) for name, box in boxes if within(box, frame))
    press(desktop, (box["x"] + box["width"] / 2, box["y"] + box["height"] / 2), SLOW)
    assert chosen(desktop)["sted"] == station


def test_proposed_and_decided_places_are_drawn(desktop: Page) -> None:
    go(desktop, "/plassering?distrikt=Troms&antall=3")
    spots = map_picture(desktop).locator(".punkter path").count()
    assert spots >= 6
    assert spots % 2 == 0


def test_the_south_east_is_enlarged_and_pressed_beside_the_country(desktop: Page) -> None:
    go(desktop, "/")
    part = desktop.locator(".innfelt")
    # No land lies below it.
    corners = box_of(part)
    land = (
        map_picture(desktop)
        .locator("[role=option]")
        .evaluate_all(
            """(all, [right, bottom]) => all.filter((path) => {
          const box = path.getBoundingClientRect();
          return box.left < right && box.top < bottom;
        }).length""",
            [corners["x"] + corners["width"], corners["y"] + corners["height"]],
        )
    )
    assert land == 0
    small, large = (
        box_of(desktop.locator(f"{name} [data-nr='3020']")) for name in (".hovedkart", ".innfelt")
    )
    assert large["width"] > 2 * small["width"]
    shape = box_of(desktop.locator(".innfelt [data-nr='3030']"))
    press(desktop, (shape["x"] + shape["width"] / 2, shape["y"] + shape["height"] / 2), SLOW)
    assert chosen(desktop)["kommune"] == "3030"
    go(desktop, "/?distrikt=Troms")
    assert part.is_hidden()


def test_the_readers_zoom_stays_when_something_else_changes(desktop: Page) -> None:
    go(desktop, "/")
    whole = map_picture(desktop).get_attribute("viewBox")
    desktop.mouse.move(*on_screen(desktop, municipality_spots()["3421"]))
    desktop.mouse.wheel(0, -300)
    desktop.wait_for_timeout(200)
    near = map_picture(desktop).get_attribute("viewBox")
    assert near != whole
    press(desktop, on_screen(desktop, municipality_spots()["3421"]))
    assert chosen(desktop)["kommune"] == "3421"
    assert map_picture(desktop).get_attribute("viewBox") == near
    desktop.get_by_role("button", name="Vis hele utvalget").click()
    assert map_picture(desktop).get_attribute("viewBox") == whole


def test_a_drag_moves_a_map_that_is_near_and_chooses_nothing(desktop: Page) -> None:
    go(desktop, "/")
    x, y = on_screen(desktop, municipality_spots()["3421"])
    desktop.mouse.move(x, y)
    desktop.mouse.wheel(0, -600)
    desktop.wait_for_timeout(200)
    before = map_picture(desktop).get_attribute("viewBox")
    desktop.mouse.down()
    desktop.mouse.move(x - 80, y - 40, steps=4)
    desktop.mouse.up()
    desktop.wait_for_timeout(300)
    assert map_picture(desktop).get_attribute("viewBox") != before
    assert "kommune" not in chosen(desktop)
