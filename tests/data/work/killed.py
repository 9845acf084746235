"""A writer that is killed at so many random moments: started alone, so that forks are cheap.

Prints the events that were answered for, then those that are in the store, one JSON list each.
"""

import json
import os
import random
import signal
import sys
import time
import uuid

from data.work import store
from data.work.events import Event


def write(answered: int) -> None:
    """Append for ever, and tell of each event once it has been answered for."""
    while True:
        event = Event(
            id=str(uuid.uuid4()), hvem="u1", navn="Kari", rolle="leder", datasett="demo",
            slag="kode", gjelder="innspill:R1", felt="bemanning", til='"' + "x" * 2000 + '"',
        )  # fmt: skip
        # Sent twice, as by a browser that heard nothing.
        store.append([event])
        store.append([event])
        os.write(answered, event.id.encode() + b"\n")


def main(seed: int, kills: int) -> None:
    """Start and kill the writer, over and over."""
    chance = random.Random(seed)
    told = b""
    for turn in range(kills):
        read, answered = os.pipe()
        child = os.fork()
        if not child:
            write(answered)
        os.close(answered)
        # Every other one is let to answer once, however slow the machine is.
        told += os.read(read, 37) if turn % 2 else b""
        time.sleep(chance.uniform(0, 0.03))
        os.kill(child, signal.SIGKILL)
        os.waitpid(child, 0)
        with os.fdopen(read, "rb") as heard:
            told += heard.read()
    print(json.dumps([line.decode() for line in told.splitlines()]))
    print(json.dumps([event.id for event in store.all("demo")]))


if __name__ == "__main__":
    main(*map(int, sys.argv[1:]))
