"""People by point as Statistics Norway publishes its grid: cells or coordinates, no municipality.

A cell's id is twenty million millions, plus ten million times the east and the north of its south
west corner, in metres of UTM 33: 2·10¹³ + 10⁷·x + y (Strand and Bloch, «Statistical grids for
Norway», Statistics Norway, Documents 2009/9). The people of a cell are taken to live at its middle.

A point belongs to the municipality it lies in. The borders are simplified and cut at the coast, so
a point outside all of them belongs to the nearest within `NEAR_KM`; one still farther off is left
out. People in = people in a municipality + put to the nearest + left out, and all three are told.
"""

import re
from pathlib import Path
from typing import Final

import dataframely as dy
import numpy as np
import polars as pl
import pyproj
import shapely
from numpy.typing import NDArray
from tqdm import tqdm

from data import paths
from data.geometry.projection import OFFSET_EAST_KM, OFFSET_NORTH_KM, to_map
from data.problems import Problem
from data.reading import ROW, SPACES, Table, check_sheet
from data.tabular import Sheet, read_sheet

NAME: Final = "befolkning_punkt"
NEAR_KM: Final = 5
_COUNT: Final = "et helt tall fra 0 og oppover"
Floats = NDArray[np.float64]
# What the columns are called in what Statistics Norway and Geonorge give out, in small letters.
_ID: Final = re.compile(r"(?:ssb|rute)_?id(?:_?(\d+)_?m?)?")
_EAST: Final = ("x", "øst", "ost", "east", "easting", "x_utm33", "utm_x", "xcoor", "x_koordinat")
_NORTH: Final = ("y", "nord", "north", "northing", "y_utm33", "utm_y", "ycoor", "y_koordinat")
_PEOPLE: Final = ("innbyggere", "pop_tot", "poptot", "pop", "bosatte", "befolkning", "folkemengde")
_IDS: Final = (
    *("ssbid", "ssbid250m", "ssbid0250m", "ssbid1000m", "ssbid_250", "ssbid_1000"),
    *("ssb_id", "ssb_id_250m", "ssb_id_1000m"),
    *("rute_id", "ruteid", "rute_id_250m", "rute_id_1000m"),
)
# What stands beside the people of a cell in the files of Statistics Norway, and is not read.
_BESIDE: Final = ("ogc_fid", "pop_mal", "pop_fem", "pop_ave", "pop_ave2")
_KNOWN: Final = ("lat", "lon", "kommunenummer", *_IDS, *_EAST, *_NORTH, *_PEOPLE, *_BESIDE)
# Where the country lies in UTM 33, Svalbard and the sea not counted, in metres.
_WEST_EAST: Final = (-120_000, 1_140_000)
_SOUTH_NORTH: Final = (6_400_000, 8_100_000)
_SHIFT_EAST: Final = 2_000_000
_SHIFT: Final = 10_000_000
# As the first characters of a file show it; and how far the people of a file may exceed those of
# the country before it must hold them twice. Ten years of growth are less than a tenth.
_HEAD: Final = 4_096
_SHOWN: Final = 5
_TWICE: Final = 1.25


def is_grid(path: Path) -> bool:
    """Return whether `path` is a grid as it is published, whatever the file is called."""
    if path.suffix.lower() != ".csv":
        return False
    with path.open("rb") as file:
        words = re.split(rb"[^a-z0-9_]+", file.read(_HEAD).lower())
    return any(_ID.fullmatch(word.decode()) for word in words if word)


def read(path: Path, schema: type[dy.Schema], inhabitants: int) -> Table:
    """Return the points at `path`: with our own columns, or as the grid is published.

    `inhabitants` are those of the country; a file with many more holds some of them twice.
    """
    with tqdm(total=3, desc="Befolkningspunkter", disable=None, leave=False) as steps:
        sheet = read_sheet(path, _KNOWN)
        steps.update()
        columns = {heading.lower(): heading for heading in sheet.headings if heading}
        people = next((columns[name] for name in _PEOPLE if name in columns), "")
        # Where cells of two sizes have a column each, a row is one of the smallest.
        sizes = {heading: _size(name) for name, heading in columns.items() if _ID.fullmatch(name)}
        ids = min(sizes, key=lambda heading: sizes[heading] or np.inf, default="")
        east = next((columns[name] for name in _EAST if name in columns), "")
        north = next((columns[name] for name in _NORTH if name in columns), "")
        degrees = {"lat", "lon"} <= set(columns) and "kommunenummer" not in columns
        if not people or not (ids or (east and north) or degrees):
            return check_sheet(sheet, NAME, schema)
        raw = _raw(sheet)
        number = _whole(raw, people)
        problems = [*sheet.problems]
        problems += _wrong(sheet, raw, people, number.is_null() | (number < 0), _COUNT)
        problems += _too_many(sheet.fil, people, number, inhabitants)
        if ids:
            found, x, y = _cells(sheet, raw, ids)
            problems += found
        elif degrees:
            lat, lon = (_number(raw, columns[name]) for name in ("lat", "lon"))
            problems += _outside(sheet, raw, columns["lat"], lat, (57, 82))
            problems += _outside(sheet, raw, columns["lon"], lon, (4, 32))
            x, y = (pl.Series(1_000 * metres) for metres in _metres(lat, lon))
        else:
            x, y = _number(raw, east), _number(raw, north)
            problems += _outside(sheet, raw, east, x, _WEST_EAST)
            problems += _outside(sheet, raw, north, y, _SOUTH_NORTH)
        steps.update()
        frame = pl.DataFrame({ROW: raw[ROW], "innbyggere": number, "x": x, "y": y})
        frame = frame.filter(~pl.col(ROW).is_in([p.rad for p in problems]))
        placed, notes = _placed(sheet.fil, frame, schema)
        steps.update()
    # What lies outside the country is told, and is nobody's mistake.
    left = set(frame[ROW]) - set(placed[ROW]) if placed.height < frame.height else set()
    kept = raw.filter(~pl.col(ROW).is_in(list(left)))
    return Table(NAME, sheet.fil, placed, kept, tuple(sorted(problems)), (*sheet.notes, *notes))


def _raw(sheet: Sheet) -> pl.DataFrame:
    named = {h: [row[i] for row in sheet.rows] for i, h in enumerate(sheet.headings) if h}
    return pl.DataFrame(named, schema_overrides=dict.fromkeys(named, pl.String)).with_columns(
        pl.Series(ROW, sheet.numbers, dtype=pl.Int64)
    )


def _whole(raw: pl.DataFrame, column: str) -> pl.Series:
    digits = raw[column].str.replace_all(SPACES, "").str.replace(r"[.,]0+$", "")
    return digits.cast(pl.Int64, strict=False)


def _number(raw: pl.DataFrame, column: str) -> pl.Series:
    digits = raw[column].str.replace_all(SPACES, "").str.replace(",", ".", literal=True)
    return digits.cast(pl.Float64, strict=False)


def _cells(
    sheet: Sheet, raw: pl.DataFrame, column: str
) -> tuple[list[Problem], pl.Series, pl.Series]:
    """Return what is wrong with the cells' ids, and the middle of each cell in metres."""
    ids = _whole(raw, column)
    x, y = ids // _SHIFT - _SHIFT_EAST, ids % _SHIFT
    size = _size(column.lower())
    if not size:
        # An id does not say how large its cell is; only the small ones have corners in between.
        size = 250 if ((x % 1_000 != 0) | (y % 1_000 != 0)).any() else 1_000
    bad = ~ids.is_between(10**13, 10**14 - 1) | (x % size != 0) | (y % size != 0)
    bad = bad.fill_null(value=True)
    away = ~bad & ~(x.is_between(*_WEST_EAST) & y.is_between(*_SOUTH_NORTH))
    expected = (
        f"rutens nummer i SSBs rutenett på {size} m, 14 sifre som 22620006650000; et regneark som "
        "viser 2,26E+13, har mistet sifre"
    )
    problems = _wrong(sheet, raw, column, bad, expected)
    outside = "en rute på fastlandet i Norge; denne ligger langt utenfor, eller sifre er byttet om"
    problems += _wrong(sheet, raw, column, away, outside)
    again = ids.is_duplicated() & ~ids.is_first_distinct() & ~bad
    once = "hver rute bare én gang; er filen fra flere år, ta med ett"
    problems += _wrong(sheet, raw, column, again, once)
    half = size / 2
    return problems, x.cast(pl.Float64) + half, y.cast(pl.Float64) + half


def _size(name: str) -> int:
    """Return the metres that the name of a column of ids says a cell is wide, 0 for none."""
    match = _ID.fullmatch(name)
    return int((match and match[1]) or 0)


def _too_many(fil: str, column: str, number: pl.Series, inhabitants: int) -> list[Problem]:
    """Return the mistake that more people are in the file than can live in the country."""
    found = int(number.filter(number > 0).sum())
    if found <= _TWICE * inhabitants:
        return []
    expected = (
        f"om lag {_spaced(inhabitants)} innbyggere i alt; er ruter på både 250 m og 1 km, eller "
        "flere år, i samme fil?"
    )
    return [Problem(fil, 0, column, _spaced(found), expected)]


def _outside(
    sheet: Sheet, raw: pl.DataFrame, column: str, numbers: pl.Series, ends: tuple[float, float]
) -> list[Problem]:
    bad = numbers.is_null() | ~numbers.is_between(*ends).fill_null(value=False)
    return _wrong(sheet, raw, column, bad, f"et tall fra {ends[0]} til {ends[1]}")


def _wrong(
    sheet: Sheet, raw: pl.DataFrame, column: str, bad: pl.Series, expected: str
) -> list[Problem]:
    rows = raw.filter(bad.fill_null(value=True)).select(ROW, column).rows()
    return [Problem(sheet.fil, rad, column, value or "", expected) for rad, value in rows]


def _metres(lat: pl.Series, lon: pl.Series) -> tuple[Floats, Floats]:
    east, north = to_map(lat.to_numpy(), lon.to_numpy())
    return east + OFFSET_EAST_KM, north + OFFSET_NORTH_KM


def _placed(
    fil: str, frame: pl.DataFrame, schema: type[dy.Schema]
) -> tuple[pl.DataFrame, list[str]]:
    """Return the points of `frame` with degrees and municipality, and where they were put."""
    x, y, people = (frame[name].to_numpy() for name in ("x", "y", "innbyggere"))
    numbers, inside, near = municipalities(x / 1_000 - OFFSET_EAST_KM, y / 1_000 - OFFSET_NORTH_KM)
    lon, lat = pyproj.Transformer.from_crs(25833, 4326, always_xy=True).transform(x, y)
    placed = frame.select(ROW).with_columns(
        pl.Series("lat", lat),
        pl.Series("lon", lon),
        frame["innbyggere"],
        pl.Series("kommunenummer", numbers, pl.String),
    )
    parts = (inside, near, ~inside & ~near)
    told = [
        f"{_spaced(people[part].sum())} (i {_spaced(int(part.sum()))} punkter)" for part in parts
    ]
    note = (
        f"{fil}: {_spaced(people.sum())} innbyggere i {_spaced(people.size)} punkter: {told[0]} "
        f"innenfor en kommunegrense, {told[1]} lagt til den nærmeste kommunen innen {NEAR_KM} km, "
        f"{told[2]} utelatt fordi de ligger lenger unna{_first(frame[ROW], parts[2])}."
    )
    return placed.drop_nulls("kommunenummer").select(ROW, *schema.columns()), [note]


def municipalities(
    x_km: Floats, y_km: Floats
) -> tuple[NDArray[np.object_], NDArray[np.bool_], NDArray[np.bool_]]:
    """Return each point's municipality or None, whether it lies in it, and whether it lies near.

    `x_km` and `y_km` are the map's own kilometres. Of two that are as near, the lower number.
    """
    shapes = shapely.from_geojson((paths.GEOMETRY / "kommuner-fin.geojson").read_text("utf-8"))
    areas = np.array(shapely.get_parts(shapes))
    keys = _keys()
    points = shapely.points(x_km, y_km)
    at = np.full(points.size, -1)
    # Asked this way about, each area is prepared once and not compared with every point anew.
    area, point = shapely.STRtree(points).query(areas, predicate="intersects")
    at[point[::-1]] = area[::-1]
    inside = at >= 0
    outside = np.flatnonzero(~inside)
    if outside.size:
        lost, nearest = shapely.STRtree(areas).query_nearest(
            points[outside], max_distance=NEAR_KM, all_matches=True
        )
        order = np.lexsort((nearest, lost))[::-1]
        at[outside[lost[order]]] = nearest[order]
    found = np.array([*keys, None], object)[at]
    return found, inside, ~inside & (at >= 0)


def _keys() -> list[str]:
    """Return the number of each municipality in the order of the file with their borders."""
    text = (paths.GEOMETRY / "kommuner-fin.geojson").read_text("utf-8")
    return re.findall(r'"nr":"(\d{4})"', text)


def _first(numbers: pl.Series, left_out: NDArray[np.bool_]) -> str:
    """Return in which rows of the file the first that are left out stand, empty for none."""
    found = numbers.filter(pl.Series(left_out)).to_list()
    if not found:
        return ""
    shown = ", ".join(map(str, found[:_SHOWN])) + (" …" if len(found) > _SHOWN else "")
    return f" (rad {shown})"


def _spaced(number: int) -> str:
    return f"{number:,}".replace(",", " ")
