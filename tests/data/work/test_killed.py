"""Nothing that was answered for is lost when a writer is killed, and nothing is there twice."""

import json
import subprocess
import sys

from tests.architecture.project import ROOT


def test_a_writer_killed_over_and_over_loses_nothing(either: str) -> None:
    # Each has a new connection to open, which on a server is half the time.
    kills = 100 if either == "fil" else 20
    command = [sys.executable, "-m", "tests.data.work.killed", "7", str(kills)]
    done = subprocess.run(command, cwd=ROOT, check=True, capture_output=True, text=True)
    answered, kept = map(json.loads, done.stdout.splitlines())
    # Enough moments were in the middle of something for the test to mean anything.
    assert len(answered) >= kills // 2
    assert set(answered) <= set(kept)
    assert len(kept) == len(set(kept))
    # What was kept and not answered for is at most the one that each was killed in.
    assert len(kept) - len(answered) <= kills
