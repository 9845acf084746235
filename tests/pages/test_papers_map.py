"""The map as a picture: every municipality, the screen's counts, and a mark that cannot be cut."""

import re
import xml.etree.ElementTree as ET

import pytest

from data.schemas import POLITIDISTRIKTER
from pages.parts.drawing.colours import LIGHT
from pages.parts.drawing.map import country_map
from pages.parts.openings import PAGES, at
from pages.parts.papers.briefing import briefing
from pages.parts.papers.mapimage import legend, map_picture
from pages.parts.papers.placeimage import place_picture
from pages.parts.reading.reader import Reader
from queries.choices import KARTFORMER, LAG, MAAL, SESONG

SVG = "{http://www.w3.org/2000/svg}"


def texts(svg: str) -> list[str]:
    return [str(text.text) for text in ET.fromstring(svg).iter(f"{SVG}text")]  # noqa: S314 – ours


@pytest.mark.parametrize("kartform", KARTFORMER)
@pytest.mark.parametrize("measure", [*MAAL, "avstand"])
@pytest.mark.parametrize("dataset", ["demo", "kjente"])
def test_the_country_has_every_municipality_and_the_counts_of_the_screen(
    dataset: str, measure: str, kartform: str, request: pytest.FixtureRequest
) -> None:
    reader: Reader = request.getfixturevalue(dataset).having(vis=measure, kartform=kartform)
    picture = map_picture(reader, "Funn")
    fills = next(g for g in ET.fromstring(picture.svg).iter(f"{SVG}g"))  # noqa: S314 – ours
    assert len(list(fills)) == 356
    rows = reader.ask("kart").to_dicts()
    entries = legend(reader, rows)
    assert sum(n for _ink, _label, n in entries) == 356
    shown = texts(picture.svg)
    for _ink, label, n in entries:
        assert label in shown
        assert str(n) in shown
        assert f"{label}: {n}" in picture.alt
    assert ("DEMODATA" in shown) == (dataset == "demo")
    assert picture.alt.startswith("DEMODATA") == (dataset == "demo")
    assert "Funn" in picture.alt


def test_silence_is_hatched_and_what_is_outside_is_counted(demo: Reader) -> None:
    silent = map_picture(demo.having(svart="nei", distrikt=("Nordland",)), "Funn")
    hatching = re.search(
        r'<path d="([^"]*)" fill="none" stroke="#8d9197" stroke-width="0.8"', silent.svg
    )
    assert hatching
    assert len(hatching[1]) > 1000
    assert "Utenfor utvalget" in texts(silent.svg)
    answered = map_picture(demo.having(svart="ja"), "Funn")
    assert '<path d="" fill="none" stroke="#8d9197" stroke-width="0.8"' in answered.svg


def drawn(svg: str) -> list[tuple[str, str, int]]:
    """Return the layers of stations in a picture: fill, line, and how many points."""
    groups = ET.fromstring(svg).iter(f"{SVG}g")  # noqa: S314 – ours
    found = [(g, g.findall(f"{SVG}circle")) for g in groups if g.get("stroke-width") != "2"]
    return [(str(g.get("fill")), str(g.get("stroke")), len(dots)) for g, dots in found if dots]


@pytest.mark.parametrize("kartform", KARTFORMER)
@pytest.mark.parametrize("sesong", [None, *SESONG])
@pytest.mark.parametrize("lag", [LAG, ("i_dag",), ("nedlagt", "nytt"), ("nytt",)])
def test_the_stations_are_those_of_the_page_in_every_choice_of_layers(
    lag: tuple[str, ...], sesong: str | None, kartform: str, demo: Reader
) -> None:
    reader = demo.having(lag=lag, sesong=sesong, kartform=kartform)
    reader = at(reader, "tjenestesteder")
    said = PAGES["tjenestesteder"].opening(reader)
    screen = country_map(reader, alt="x", lag=said.lag)
    paper = map_picture(reader, "x", lag=said.lag)
    # By hand: 223 today, 95 closed, 20 new, of which 3 in a season only.
    shut = {None: 0, "helaar": 3, "sommer": 1, "vinter": 2}[sesong]
    seasonal = {None: 3, "helaar": 0, "sommer": 2, "vinter": 1}[sesong]
    counts = {"i_dag": 223, "nedlagt": 95, "nytt": 17, "nytt_stengt": shut, "nytt_sesong": seasonal}
    layers = [address.rpartition("tjenestesteder-")[2] for address, *_look in screen["stations"]]
    names = [re.split(r"-|\.", each)[0] for each in layers]
    looks = [(fill, line) for _address, fill, line, *_size in screen["stations"]]
    expected = [(*look, counts[name]) for name, look in zip(names, looks, strict=True)]
    assert drawn(paper.svg) == [each for each in expected if each[2]]
    assert {"nytt_stengt", "nytt_sesong"} & {*names} or "nytt" not in lag
    # The key of the paper has the words of the screen's, in its order.
    key = re.findall(r'<li class="stasjon [^"]*"><i></i><span>([^<]*)', screen["key"])
    assert [text for text in texts(paper.svg) if text in key] == key
    assert len(key) == len(names)


def test_the_paper_of_the_page_has_its_layers_and_the_station_that_is_open(demo: Reader) -> None:
    reader = at(demo.having(lag=("nytt",), sted="Hvaler"), "tjenestesteder")
    picture = briefing(reader, "tjenestesteder", "").picture
    assert picture is not None
    assert sum(n for _fill, _line, n in drawn(picture.svg)) == 20
    assert "Tjenestested i dag" not in texts(picture.svg)
    assert PAGES["tjenestesteder"].opening(reader).outlined == ("3011",)
    elsewhere = briefing(demo.having(lag=("nytt",)), "oversikt", "").picture
    assert elsewhere is not None
    assert [n for _fill, _line, n in drawn(elsewhere.svg)] == [223]


def test_a_chosen_municipality_is_outlined(demo: Reader) -> None:
    none, one = (map_picture(demo, "Funn", outlined=chosen) for chosen in ((), ("1804",)))
    ring = re.compile(r'<path d="([^"]*)" fill="none" stroke="#292c30" stroke-width="2.5"')
    assert ring.findall(none.svg) == [""]
    assert len(ring.findall(one.svg)[0]) > 100


def test_the_picture_is_sharp(demo: Reader) -> None:
    picture = map_picture(demo.having(distrikt=("Oslo",)), "Funn")
    png = picture.png()
    assert png.startswith(b"\x89PNG")
    width, height = (int.from_bytes(png[i : i + 4], "big") for i in (16, 20))
    assert (width, height) == (3 * picture.width, 3 * picture.height)


def test_the_place_of_a_municipality_has_its_three_nearest_stations(demo: Reader) -> None:
    picture = place_picture(demo.having(kommune="1804"), "1804", "Bodø")
    assert texts(picture.svg) == ["3", "2", "1"]
    assert "Bodø" in picture.alt
    nearest = demo.having(kommune="1804").ask("kommune_stasjoner").row(0, named=True)
    assert f"1 {nearest['navn']}" in picture.alt


@pytest.mark.parametrize("kartform", KARTFORMER)
@pytest.mark.parametrize("district", ["", *POLITIDISTRIKTER])
def test_the_key_hides_nothing_of_what_is_chosen(
    district: str, kartform: str, demo: Reader
) -> None:
    chosen = demo.having(distrikt=(district,) if district else (), kartform=kartform)
    picture = map_picture(chosen, "Funn")
    key = re.search(r'<rect x="(\d+)" y="(\d+)" width="(\d+)" height="(\d+)" rx="4"', picture.svg)
    assert key
    left, top, wide, high = map(int, key.groups())
    assert 0 <= left <= picture.width - wide
    assert 0 <= top <= picture.height - high
    fills = next(g for g in ET.fromstring(picture.svg).iter(f"{SVG}g"))  # noqa: S314 – ours
    seen = 0
    for shape in fills:
        if shape.get("fill") != LIGHT.outside:
            for x, y in re.findall(r"(-?[\d.]+) (-?[\d.]+)", str(shape.get("d"))):
                assert not (left < float(x) < left + wide and top < float(y) < top + high)
                assert 0 <= float(x) <= picture.width
                assert 0 <= float(y) <= picture.height
            seen += 1
    assert seen == len(chosen.ask("kommune_liste"))


def test_in_the_grid_every_municipality_is_as_large(demo: Reader) -> None:
    picture = map_picture(demo.having(kartform="ruter"), "Funn")
    fills = next(g for g in ET.fromstring(picture.svg).iter(f"{SVG}g"))  # noqa: S314 – ours
    sides = set()
    for shape in fills:
        corners = re.findall(r"(-?[\d.]+) (-?[\d.]+)", str(shape.get("d")))
        xs, ys = ([float(corner[axis]) for corner in corners] for axis in (0, 1))
        sides |= {round(max(xs) - min(xs)), round(max(ys) - min(ys))}
    assert max(sides) - min(sides) <= 1


def test_what_the_list_leaves_out_is_unlit_on_paper_too(demo: Reader) -> None:
    reader = demo.having(vis="lokaler")
    lit = reader.ask("kart")["kommunenummer"].to_list()[:3]
    picture = map_picture(reader, "Funn", lit=lit)
    assert picture.svg.count(f'fill="{LIGHT.outside}"') >= 353
    assert "Ikke i listen: 353" in picture.alt
