"""A PostgreSQL of the tests' own: a cluster in a folder, reached by a socket, gone afterwards.

`python -m tests.postgres` installs Debian's package where that is possible and needed.
"""

import os
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Final

from tests.debian import install

MISSING: Final = "PostgreSQL er ikke installert (Debian: postgresql)"
# It will not run as root; Debian's package makes this user.
USER: Final = "postgres"


def programs() -> Path | None:
    """Return the folder with `initdb` and `pg_ctl`, or None where PostgreSQL is not installed."""
    if found := shutil.which("pg_ctl"):
        return Path(found).resolve().parent
    # Debian keeps them off the path, since there may be several versions.
    versions = sorted(Path("/usr/lib/postgresql").glob("*/bin/pg_ctl"))
    return versions[-1].parent if versions else None


@contextmanager
def cluster() -> Iterator[str]:
    """Run a new cluster without any TCP port, and give the address of its database."""
    folder = programs()
    assert folder is not None, MISSING
    with tempfile.TemporaryDirectory(prefix="pg-") as place:
        who = USER if os.geteuid() == 0 else None
        if who:
            shutil.chown(place, USER, USER)
        data = f"{place}/data"
        # Nothing here is to outlive a power cut.
        settings = f"-c listen_addresses= -c fsync=off -c shared_buffers=16MB -k {place}"

        def run(program: str, *arguments: str) -> None:
            command = [str(folder / program), "-D", data, *arguments]
            # Not even with the groups of root.
            subprocess.run(
                command,
                cwd=place,
                check=True,
                stdout=subprocess.DEVNULL,
                user=who,
                group=who,
                extra_groups=[] if who else None,
            )

        run("initdb", "-A", "trust", "-U", USER, "--no-sync", "-E", "UTF8", "--locale=C.UTF-8")
        run("pg_ctl", "-w", "-o", settings, "-l", f"{place}/log", "start")
        try:
            yield f"postgresql://{USER}@/postgres?host={place}"
        finally:
            run("pg_ctl", "-m", "immediate", "stop")


def main() -> int:
    """Install PostgreSQL where it is missing; without it the tests that need it are skipped."""
    if programs() is None:
        install("postgresql")
    if programs() is None:
        print(MISSING, file=sys.stderr)
    return 0


if __name__ == "__main__":
    sys.exit(main())
