"""`make quality`: how often the application is right about answers whose truth is known.

The half that rules are written by is measured unless `--unseen` is given; of the other, figures
alone are ever shown.
"""

import argparse
import datetime as dt
import sys
from collections.abc import Sequence

from data.common import register
from tests.quality import machine
from tests.quality.corpus import LETTERS, UNSEEN, Letter, read_letters
from tests.quality.measuring import Measured, measure
from tests.quality.report import REPORT, keep, written


def main(arguments: Sequence[str]) -> int:
    """Measure one half, print the report and keep it; 1 when there are no answers to measure."""
    parser = argparse.ArgumentParser(prog="python -m tests.quality")
    parser.add_argument("--unseen", action="store_true", help="mål den usette halvdelen")
    parser.add_argument("--vis", metavar="FELT", help="skriv ut feilene i ett felt i stedet")
    chosen = parser.parse_args(arguments)
    if chosen.unseen and chosen.vis:
        parser.error("den usette halvdelen vises ikke, bare tallene")
    letters = read_letters(UNSEEN if chosen.unseen else LETTERS)
    if not letters:
        print("Det er ingen svar å måle.", file=sys.stderr)
        return 1
    known = register()
    measured = measure(letters, lambda letter: machine.answer(letter, known))
    if chosen.vis:
        _show(measured, letters, chosen.vis)
        return 0
    today = dt.datetime.now().astimezone().date()
    section = written(measured, unseen=chosen.unseen, today=today)
    keep(section)
    print(section)
    print(f"Skrevet til {REPORT.relative_to(REPORT.parents[2])}.")
    return 0


def _show(measured: Measured, letters: Sequence[Letter], felt: str) -> None:
    """Print what is wrong in `felt`: the letter, the label and what the machine said."""
    passages = {
        (letter.navn, code.verdi): code.utdrag
        for letter in letters
        for code in letter.koder
        if code.felt == felt
    }
    for judged in {**measured.who, **measured.own.codes, **measured.own.rooms}.get(felt, ()):
        if not judged.right:
            fasit = "/".join(sorted(judged.fasit))
            said = passages.get((judged.letter, fasit), "")
            print(f"{judged.letter}: {fasit or '–'} → {judged.sagt or '–'}  {said}")


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
