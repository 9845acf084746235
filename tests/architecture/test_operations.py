"""What lies in `pages/server/drift/` agrees with what is developed on."""

import json
import re
from pathlib import Path
from typing import Any, Final

import pytest

from tests import sbom
from tests.architecture.project import ROOT

DRIFT: Final = ROOT / "pages" / "server" / "drift"
PIN: Final = re.compile(r"^([\w.-]+)==([\w.]+)", re.MULTILINE)


def test_the_lock_has_every_pin_with_hashes() -> None:
    pinned = dict(PIN.findall((ROOT / "requirements.txt").read_text("utf-8")))
    lock = (DRIFT / "requirements.lock").read_text("utf-8")
    locked = dict(PIN.findall(lock))
    assert pinned.items() <= locked.items(), "make lock"
    for block in re.split(r"\n(?=\w)", lock.strip()):
        assert "--hash=sha256:" in block, block.partition("\n")[0]


def test_the_proxy_leads_to_the_ports_that_the_service_is_told_of() -> None:
    ports = set(re.findall(r"server 127\.0\.0\.1:(\d+)", (DRIFT / "nginx.conf").read_text("utf-8")))
    service = (DRIFT / "tjenestested@.service").read_text("utf-8")
    assert ports == set(re.findall(r"tjenestested@(\d+)", service))


def test_the_container_runs_as_nobody_in_particular_from_the_lock() -> None:
    container = (DRIFT / "Containerfile").read_text("utf-8")
    assert "--require-hashes -r requirements.lock" in container
    assert re.search(r"^USER 10001$", container, re.MULTILINE)
    assert "/helse" in container


def test_the_list_of_parts_is_the_lock(tmp_path: Path) -> None:
    n = sbom.write_parts(tmp_path / "deler.json")
    told = json.loads((tmp_path / "deler.json").read_text("utf-8"))
    assert told["bomFormat"] == "CycloneDX"
    lock = (DRIFT / "requirements.lock").read_text("utf-8")
    parts = [(each["name"], each["version"]) for each in told["components"]]
    assert sorted(parts) == sorted(PIN.findall(lock))
    assert n == len(parts)


def test_every_part_that_runs_here_has_a_licence(tmp_path: Path) -> None:
    n = sbom.write_licences(tmp_path / "lisenser.md")
    rows = (tmp_path / "lisenser.md").read_text("utf-8").splitlines()[2:]
    assert len(rows) == n > 50
    assert not [row for row in rows if "UNKNOWN" in row]


@pytest.mark.parametrize(
    ("report", "says"),
    [
        ({}, "nådde ikke dataene"),
        ({"dependencies": [{"name": "a", "skip_reason": "ikke funnet"}]}, "nådde ikke dataene"),
        (
            {"dependencies": [{"name": "a", "vulns": []}, {"name": "b", "skip_reason": "x"}]},
            "slo opp 1 av 2 pakker, og 0 feil er kjent: ingen",
        ),
        (
            {"dependencies": [{"name": "a", "vulns": [{"id": "CVE-1"}]}]},
            "1 feil er kjent: a: CVE-1",
        ),
    ],
)
def test_not_looked_up_is_not_the_same_as_nothing_wrong(report: dict[str, Any], says: str) -> None:
    assert says in sbom.judged(report)
