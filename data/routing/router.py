"""What is run by the Python that has the router: from a job in a file to lines of JSON.

It knows the standard library and the router alone, so that the router may live in an environment,
and with a version of Python, of its own. The first line tells which places lie by a road, the next
ones the seconds from each place of departure, in their order. Exit code 3 says there is no router.
"""

import importlib
import json
import subprocess
import sys
from pathlib import Path
from typing import Any, Final

NO_ROUTER: Final = 3
NOT_READ: Final = 4
# A point is moved to a road at most so far, in metres; an island must not be moved to the mainland.
# Of roads that are as near, one that leads to some others is meant, and not somebody's yard.
NEAR_M: Final = 2_000
LEADS_TO: Final = 5
# The router's own limits are for a public service.
_NO_LIMIT: Final = 10_000_000
Place = tuple[float, float]


def main() -> int:
    """Answer the job in the file that is named, and return the exit code."""
    try:
        valhalla: Any = importlib.import_module("valhalla")
    except ImportError:
        return NO_ROUTER
    job = json.loads(Path(sys.argv[1]).read_text("utf-8"))
    settings = _settings(valhalla, job["tiles"])
    file = Path(job["tiles"]) / "oppsett.json"
    file.write_text(json.dumps(settings), "utf-8")
    build = valhalla.PYVALHALLA_DIR / "bin" / "valhalla_build_tiles"
    done = subprocess.run(
        [build, "-c", file, job["extract"]], stdout=subprocess.DEVNULL, check=False
    )
    if done.returncode:
        return NOT_READ
    actor = valhalla.Actor(str(file))
    by_road = {side: _by_road(actor, job[side]) for side in ("from", "to")}
    _say(by_road)
    for start, wanted, has_road in zip(job["from"], job["pairs"], by_road["from"], strict=True):
        ends = [at for at in wanted if has_road and by_road["to"][at]]
        _say(_seconds(actor, start, [job["to"][at] for at in ends], ends))
    return 0


def _settings(valhalla: Any, tiles: str) -> dict[str, Any]:
    settings: dict[str, Any] = valhalla.get_config(tile_extract="", tile_dir=tiles, verbose=False)
    # In one thread, so that the same extract gives the same roads in the same order.
    settings["mjolnir"] |= {"concurrency": 1, "logging": {"type": ""}}
    # One island among the places must not stop the journeys between the others.
    settings["loki"]["use_connectivity"] = False
    limits = settings["service_limits"]["auto"]
    limits |= {"max_matrix_distance": _NO_LIMIT, "max_matrix_location_pairs": _NO_LIMIT}
    return settings


def _by_road(actor: Any, places: list[Place]) -> list[bool]:
    """Return of each of `places` whether a road for cars is near."""
    found = []
    for place in places:
        asked = {"locations": [_location(place)], "costing": "auto", "verbose": False}
        (answer,) = actor.locate(asked)
        found.append(bool(answer.get("edges")))
    return found


def _seconds(
    actor: Any, start: Place, ends: list[Place], numbers: list[int]
) -> list[tuple[int, int]]:
    """Return the number and the seconds of each of `ends` that can be driven to."""
    if not ends:
        return []
    asked = {
        "sources": [_location(start)],
        "targets": [_location(end) for end in ends],
        "costing": "auto",
        "verbose": False,
    }
    (row,) = actor.matrix(asked)["sources_to_targets"]["durations"]
    return [(at, s) for at, s in zip(numbers, row, strict=True) if s is not None]


def _location(place: Place) -> dict[str, float]:
    lat, lon = place
    return {
        "lat": lat,
        "lon": lon,
        "radius": 0,
        "search_cutoff": NEAR_M,
        "minimum_reachability": LEADS_TO,
    }


def _say(line: object) -> None:
    print(json.dumps(line), flush=True)


if __name__ == "__main__":
    sys.exit(main())
