"""Programs that tests need beside Python: Debian's packages, where they can be installed."""

import os
import subprocess
from pathlib import Path


def install(package: str) -> None:
    """Install a package where this is Debian and we may; elsewhere, or when it fails, nothing."""
    if not Path("/etc/debian_version").exists() or os.geteuid() != 0:
        return
    quiet = {**os.environ, "DEBIAN_FRONTEND": "noninteractive"}
    subprocess.run(["apt-get", "-qq", "update"], env=quiet, check=False)
    subprocess.run(["apt-get", "-qq", "install", "-y", package], env=quiet, check=False)
