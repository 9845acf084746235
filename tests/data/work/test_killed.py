"""Nothing that was answered for is lost when a writer is killed, and nothing is there twice."""

import json
import os
import subprocess
import sys
from pathlib import Path

from tests.architecture.project import ROOT


def test_a_writer_killed_a_hundred_times_loses_nothing(tmp_path: Path) -> None:
    environment = os.environ | {"TJENESTESTED_ARBEID": str(tmp_path / "arbeid.sqlite3")}
    command = [sys.executable, "-m", "tests.data.work.killed", "7"]
    done = subprocess.run(
        command, cwd=ROOT, env=environment, check=True, capture_output=True, text=True
    )
    answered, kept = map(json.loads, done.stdout.splitlines())
    # Enough moments were in the middle of something for the test to mean anything.
    assert len(answered) >= 50
    assert set(answered) <= set(kept)
    assert len(kept) == len(set(kept))
    # What was kept and not answered for is at most the one that each was killed in.
    assert len(kept) - len(answered) <= 100
