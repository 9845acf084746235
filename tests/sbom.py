"""`make sbom`: what is installed in operation, under which licences, and what is known against it.

The list of parts is of the lock, for every platform; the licences are as the packages installed
here state them. Nothing of it is kept in the repository, since it is as new as its command.
"""

import json
import re
import subprocess
import sys
from pathlib import Path
from typing import Any, Final

from packaging.requirements import Requirement

ROOT: Final = Path(__file__).resolve().parents[1]
LOCK: Final = ROOT / "pages" / "server" / "drift" / "requirements.lock"
FOLDER: Final = ROOT / ".venv" / "sbom"
PARTS: Final = "tjenestested.cdx.json"
LICENCES: Final = "lisenser.md"
AUDIT: Final = "pip-audit.json"
# How long a service that knows of flaws is waited for, in seconds.
PATIENCE: Final = 15


def locked() -> list[Requirement]:
    """Return every part in the lock, with the platforms it is for."""
    lines = re.findall(r"^[\w.-]+==[^\\\n]+", LOCK.read_text("utf-8"), re.MULTILINE)
    return [Requirement(line.strip()) for line in lines]


def write_parts(target: Path) -> int:
    """Write the lock to `target` as CycloneDX 1.6, checked against its schema; return the parts."""
    _run("cyclonedx-py", "requirements", LOCK, "--output-reproducible", "--validate", "-o", target)
    return len(json.loads(target.read_text("utf-8"))["components"])


def write_licences(target: Path) -> int:
    """Write the licence of every part that is installed here to `target`; return how many."""
    here = [each.name for each in locked() if each.marker is None or each.marker.evaluate()]
    # Those it uses itself are ours too.
    how = ("--format", "json", "--with-urls", "--with-system")
    text = ("--with-license-file", "--no-license-path")
    found = json.loads(_run("pip-licenses", *how, *text, "--packages", *here))
    rows = [f"| {each['Name']} | {each['Version']} | {_cell(each)} |" for each in found]
    target.write_text("\n".join(("| pakke | versjon | lisens |", "|---|---|---|", *rows, "")))
    if missing := {*map(_plain, here)} - {_plain(each["Name"]) for each in found}:
        raise SystemExit(f"Ikke installert her: {', '.join(sorted(missing))}. Kjør: make build")
    return len(found)


def audited(target: Path) -> str:
    """Write what `pip-audit` knows against the parts to `target`, and return it as a sentence.

    Where it does not reach its data it knows nothing, which is not the same as nothing wrong.
    """
    command = ("pip-audit", "-r", LOCK, "--disable-pip", "--require-hashes", "-f", "json")
    quiet = ("--timeout", str(PATIENCE), "--progress-spinner", "off", "-o", target)
    target.unlink(missing_ok=True)
    _run(*command, *quiet, check=False)
    return judged(json.loads(target.read_text("utf-8")) if target.exists() else {})


def judged(report: dict[str, Any]) -> str:
    """Return what a report of `pip-audit` says, as a sentence."""
    parts = report.get("dependencies", [])
    known = [each for each in parts if "skip_reason" not in each]
    if not known:
        return "pip-audit nådde ikke dataene sine, så ingenting er slått opp."
    flaws = [f"{each['name']}: {flaw['id']}" for each in known for flaw in each["vulns"]]
    looked = f"pip-audit slo opp {len(known)} av {len(parts)} pakker"
    return f"{looked}, og {len(flaws)} feil er kjent: {', '.join(flaws) or 'ingen'}."


def main() -> int:
    """Write all three, and tell where they lie; 1 when something is known against a part."""
    FOLDER.mkdir(parents=True, exist_ok=True)
    print(f"{write_parts(FOLDER / PARTS)} deler i {FOLDER / PARTS}")
    print(f"{write_licences(FOLDER / LICENCES)} lisenser i {FOLDER / LICENCES}")
    says = audited(FOLDER / AUDIT)
    print(says)
    return 1 if "feil er kjent" in says and not says.endswith("ingen.") else 0


def _run(program: str, *arguments: object, check: bool = True) -> str:
    path = Path(sys.executable).with_name(program)
    command = [str(each) for each in (path, *arguments)]
    done = subprocess.run(command, check=check, capture_output=True, text=True)
    return done.stdout


def _cell(found: dict[str, str]) -> str:
    stated = found["License"]
    if stated == "UNKNOWN":
        # Its metadata says nothing; then its licence says what it is in its first line.
        stated = found["LicenseText"].strip().partition("\n")[0] or stated
    licence = " ".join(stated.split()).replace("|", "\\|")
    url = found.get("URL", "")
    return f"[{licence}]({url})" if url.startswith("https://") else licence


def _plain(name: str) -> str:
    return re.sub(r"[-_.]+", "-", name).lower()


if __name__ == "__main__":
    sys.exit(main())
