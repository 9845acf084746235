"""How long the import takes over a folder of mixed letters, and how much memory it holds.

Run by itself, since it needs neither a browser nor a build: `python -m tests.bench.importing`.
"""

import os
import sys
import tempfile
import threading
import time
from pathlib import Path
from typing import Final

import psutil

from data.documents.importing import Imported, import_folder
from tests.data.documents.papers import form, mail, packed, pdf, run, word, workbook
from tests.data.saved import ANSWERS, page, paragraphs, register

FILES: Final = 500
BROKEN: Final = 50
SECONDS: Final = 60
MEGABYTES: Final = 500
TEXT: Final = "Vi viser til brevet, og har behandlet saken i kommunestyret denne våren. " * 8


def main() -> int:
    """Import `FILES` letters, `BROKEN` of them unreadable, and print what it took; 1 if missed."""
    load = os.getloadavg()[0]
    with tempfile.TemporaryDirectory() as root:
        folder = Path(root, "brev")
        folder.mkdir()
        fill(folder)
        started = time.perf_counter()
        done, peak = _watched(folder, Path(root, "innspill"))
        took = time.perf_counter() - started
    print(f"Last på maskinen ved start: {load:.1f}")
    print(f"{FILES} filer, {BROKEN} av dem ødelagt, på {os.cpu_count()} kjerner")
    print(f"{took:.1f} s (mål {SECONDS}), høyest {peak:.0f} MB (mål {MEGABYTES})")
    unread = sum(each.characters is None for each in done.accounts)
    print(f"{len(done.written)} svar, {unread} filer ikke lest, {len(done.remarks)} merknader")
    return int(took > SECONDS or peak > MEGABYTES or unread != BROKEN)


def fill(folder: Path) -> None:
    """Write invented letters of every kind that needs no other program into `folder`."""
    for n in range(FILES):
        body = [f"{TEXT} {n}.", *ANSWERS, f"Saken er nummer {n}."]
        if n % (FILES // BROKEN) == 0:
            (folder / f"{n:03}.pdf").write_bytes(pdf(*body)[: 200 + n])
            continue
        name, content = _letter(n, body)
        (folder / name).write_bytes(content)


def _letter(n: int, body: list[str]) -> tuple[str, bytes]:
    match n % 8:
        case 0 | 1 | 2:
            html = page(f"Oppdiktet {n} kommune", paragraphs(*body), uid=f"{n:08x}")
            return f"{n:03}.html", html.encode()
        case 3 | 4:
            return f"{n:03}.pdf", pdf(*["\n".join(body[i:] + body[:i]) for i in range(4)])
        case 5:
            return f"{n:03}.docx", word(*map(run, body))
        case 6:
            attached = {"svar.pdf": form(dict.fromkeys(body, "Nei."))}
            return f"{n:03}.eml", mail(body[0], f"Sak {n} <sak{n}@kommune.example>", attached)
        case _:
            inside = {"a.txt": "\n".join(body).encode("cp1252"), "b.xlsx": workbook({"A": [body]})}
            return f"{n:03}.zip", packed(inside)


def _watched(folder: Path, target: Path) -> tuple[Imported, float]:
    """Return what came of the import, and the most memory it held, in MB, its workers included."""
    most = [0.0]
    ended = threading.Event()
    me = psutil.Process()

    def watch() -> None:
        while not ended.wait(0.1):
            try:
                held = sum(each.memory_info().rss for each in (me, *me.children(recursive=True)))
            except psutil.Error:
                continue
            most[0] = max(most[0], held / 1_000_000)

    watcher = threading.Thread(target=watch)
    watcher.start()
    try:
        return import_folder(folder, target, register()), most[0]
    finally:
        ended.set()
        watcher.join()


if __name__ == "__main__":
    sys.exit(main())
