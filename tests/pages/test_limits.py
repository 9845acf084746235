"""What is open when the server starts is its own, and no process it starts later is handed it."""

import os
import socket
import subprocess
import sys

from pages.server.limits import keep_descriptors

READS = "import os, sys; os.fstat(int(sys.argv[1]))"


def handed(number: int) -> bool:
    """Return whether a process that is started as it comes has the file `number` open."""
    command = [sys.executable, "-c", READS, str(number)]
    done = subprocess.run(command, close_fds=False, check=False, capture_output=True)
    return done.returncode == 0


def test_what_listens_is_handed_to_nobody() -> None:
    with socket.socket() as listening:
        listening.bind(("127.0.0.1", 0))
        # As the server binds its port.
        listening.set_inheritable(True)
        assert handed(listening.fileno())
        keep_descriptors()
        assert not handed(listening.fileno())
        assert listening.getsockname()[1]


def test_what_everybody_writes_to_is_still_handed_on() -> None:
    before = [os.get_inheritable(number) for number in range(3)]
    keep_descriptors()
    assert [os.get_inheritable(number) for number in range(3)] == before
    done = subprocess.run(
        [sys.executable, "-c", "print('sagt')"], check=True, capture_output=True, text=True
    )
    assert done.stdout == "sagt\n"
