"""What lies in `pages/server/drift/` agrees with what is developed on."""

import json
import re
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Any, Final

import pytest

from queries import budgets
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


def test_the_health_check_is_kept_in_the_image() -> None:
    container = (DRIFT / "Containerfile").read_text("utf-8")
    assert "\nHEALTHCHECK " in container
    # The usual format of podman has none, and leaves it out with a warning.
    assert "# podman build --format docker " in container


def test_what_people_have_written_and_secrets_are_never_in_the_image() -> None:
    lines = (ROOT / ".dockerignore").read_text("utf-8").splitlines()
    rules = [line for line in lines if line and not line.startswith("#")]
    # First everything is left out; a later line goes before an earlier.
    assert rules[0] == "*"
    let_in = [rule for rule in rules if rule.startswith("!")]
    assert set(let_in) == {
        "!dashboard.py",
        "!.streamlit/config.toml",
        "!data",
        "!pages",
        "!queries",
        "!data/sources/innspill/README.md",
    }
    for left_out in ("data/build", "data/sources/innspill/*", "**/__pycache__"):
        assert rules.index(left_out) > rules.index("!data")
    for needed in let_in:
        assert (ROOT / needed.removeprefix("!")).exists(), needed


def test_the_service_has_what_it_names_and_others_cannot_read_what_it_writes() -> None:
    service = (DRIFT / "tjenestested@.service").read_text("utf-8")
    home, *_rest = re.findall(r"^WorkingDirectory=(.+)$", service, re.MULTILINE)
    assert f"ExecStart={home}/.venv/bin/streamlit run dashboard.py" in service
    assert f"ReadWritePaths={home}/data/build" in service
    assert "UMask=0077" in service
    told = (DRIFT / "README.md").read_text("utf-8")
    user, *_rest = re.findall(r"^User=(.+)$", service, re.MULTILINE)
    assert f"useradd --system --home-dir {home} {user}" in told
    assert f"install -d -o {user} data/build" in told


@pytest.mark.skipif(shutil.which("systemd-analyze") is None, reason="systemd er ikke installert")
def test_the_service_is_one_that_systemd_takes(tmp_path: Path) -> None:
    service = (DRIFT / "tjenestested@.service").read_text("utf-8")
    # The program lies elsewhere here.
    unit = tmp_path / "tjenestested@8501.service"
    unit.write_text(service.replace("/srv/tjenestested/.venv/bin/streamlit", sys.executable))
    command = ["systemd-analyze", "verify", "--man=no", str(unit)]
    said = subprocess.run(command, check=False, capture_output=True, text=True)
    assert (said.returncode, said.stdout, said.stderr) == (0, "", "")
    unit.write_text(unit.read_text("utf-8") + "\n[Tull]\n")
    said = subprocess.run(command, check=False, capture_output=True, text=True)
    assert "Tull" in said.stderr


def test_the_proxy_lets_in_as_many_pages_of_an_office_as_the_server_does() -> None:
    proxy = (DRIFT / "nginx.conf").read_text("utf-8")
    (pages,) = map(int, re.findall(r"limit_conn sider (\d+);", proxy))
    processes = len(re.findall(r"server 127\.0\.0\.1:\d+", proxy))
    assert pages == processes * budgets.PAGES_AN_ADDRESS
    assert "proxy_set_header X-Forwarded-For $remote_addr;" in proxy


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
