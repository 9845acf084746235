"""Contrast, computed as WCAG 2.1 does: 4.5 for text, 3 for what must be seen to read a figure."""

import re
import tomllib
from pathlib import Path
from typing import Final

import pytest

from pages.parts.drawing.colours import BLANK, DARK, LIGHT, Palette, ink, rgb
from pages.parts.wording.groups import SEGMENTS, SILENT

ROOT: Final = Path(__file__).resolve().parents[2]
LOOK: Final = (ROOT / "pages/assets/look/1-ground.css").read_text("utf-8")
CONFIG: Final = tomllib.loads((ROOT / ".streamlit/config.toml").read_text("utf-8"))["theme"]
# The first block is the light one, the second the dark one.
VARIABLES: Final = [
    dict(re.findall(r"--([\w-]+): (#[0-9a-f]{6})", block))
    for block in re.findall(r":root \{(.*?)\}", LOOK, re.DOTALL)
]
MODES: Final = {"light": 0, "dark": 1}
TEXT, GRAPHIC = 4.5, 3.0


def luminance(colour: str) -> float:
    channels = [c / 255 for c in rgb(colour)]
    linear = [c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in channels]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def contrast(one: str, other: str) -> float:
    dark, light = sorted((luminance(one), luminance(other)))
    return (light + 0.05) / (dark + 0.05)


def test_the_computation_is_the_known_one() -> None:
    assert contrast("#ffffff", "#000000") == pytest.approx(21)
    assert contrast("#777777", "#ffffff") == pytest.approx(4.48, abs=0.01)


@pytest.mark.parametrize("mode", MODES)
@pytest.mark.parametrize("text", ["blekk", "dempet", "aksent", "varsel"])
@pytest.mark.parametrize("ground", ["bunn", "flate", "varsel-flate", "hav"])
def test_text_of_ours_can_be_read(mode: str, text: str, ground: str) -> None:
    colours = VARIABLES[MODES[mode]]
    assert contrast(colours[text], colours[ground]) >= TEXT


@pytest.mark.parametrize("mode", MODES)
@pytest.mark.parametrize("text", ["textColor", "linkColor", "primaryColor"])
@pytest.mark.parametrize("ground", ["backgroundColor", "secondaryBackgroundColor"])
def test_text_of_streamlits_can_be_read(mode: str, text: str, ground: str) -> None:
    assert contrast(CONFIG[mode][text], CONFIG[mode][ground]) >= TEXT


@pytest.mark.parametrize("mode", MODES)
def test_edges_of_controls_hatching_and_focus_can_be_seen(mode: str) -> None:
    colours = VARIABLES[MODES[mode]]
    for name in ("strek-sterk", "skravur", "aksent"):
        assert contrast(colours[name], colours["bunn"]) >= GRAPHIC, name


@pytest.mark.parametrize("mode", MODES)
def test_the_stylesheet_and_streamlits_theme_agree(mode: str) -> None:
    colours, theme = VARIABLES[MODES[mode]], CONFIG[mode]
    assert colours["bunn"] == theme["backgroundColor"]
    assert colours["flate"] == theme["secondaryBackgroundColor"]
    assert colours["blekk"] == theme["textColor"]
    assert colours["aksent"] == theme["linkColor"]
    assert colours["strek"] == theme["borderColor"]


@pytest.mark.parametrize("mode", MODES)
@pytest.mark.parametrize("measure", SEGMENTS)
def test_every_value_can_be_seen_by_its_fill_or_its_outline(mode: str, measure: str) -> None:
    ground = CONFIG[mode]["backgroundColor"]
    for value in (*SEGMENTS[measure], *SILENT):
        drawn = ink(measure, value, dark=mode == "dark")
        seen = [c for c in (drawn.fill, drawn.outline) if c != BLANK]
        assert max(contrast(colour, ground) for colour in seen) >= GRAPHIC, value


@pytest.mark.parametrize("measure", SEGMENTS)
@pytest.mark.parametrize("dark", [False, True])
def test_no_two_values_look_the_same(measure: str, *, dark: bool) -> None:
    drawn = [ink(measure, value, dark=dark) for value in SEGMENTS[measure]]
    drawn += [ink(measure, value, dark=dark) for value in ("ikke_besvart", "ikke_svart")]
    assert len({(each.fill, each.hatched) for each in drawn}) == len(drawn)


def test_colour_of_satisfaction_is_for_satisfaction_only() -> None:
    brown = ink("bemanning", "ikke_tilfreds").fill
    others = {ink(m, v).fill for m in ("onsker", "lokaler") for v in SEGMENTS[m]}
    assert brown not in others
    with pytest.raises(KeyError):
        ink("onsker", "ikke_tilfreds")


@pytest.mark.parametrize("palette", [LIGHT, DARK], ids=["light", "dark"])
def test_what_lies_on_the_map_can_be_seen(palette: Palette) -> None:
    assert contrast(palette.hatch, palette.silent) >= GRAPHIC
    assert contrast(palette.station, palette.sea) >= GRAPHIC
    assert contrast(palette.chosen, palette.sea) >= GRAPHIC
    assert contrast(palette.district, palette.outside) >= GRAPHIC
