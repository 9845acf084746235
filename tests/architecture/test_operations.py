"""What lies in `pages/server/drift/` agrees with what is developed on."""

import re
from typing import Final

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
