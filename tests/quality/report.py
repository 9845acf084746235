"""The report: what was measured as Markdown, one section for each half, figures and no texts."""

import datetime as dt
import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import Final

from data import vocabulary as v
from tests.quality.goals import goals
from tests.quality.measuring import Coded, Measured, passages
from tests.quality.scoring import Judged, Share, Tally, alpha, confusions
from tests.quality.splitting import QUESTIONS, Placed

REPORT: Final = Path(__file__).parents[2] / "data" / "documents" / "kvalitet.md"
# The half rules are written by, and the other: heading and command.
HALVES: Final[Mapping[bool, tuple[str, str]]] = {
    False: ("Utviklingshalvdelen", "make quality"),
    True: ("Den usette halvdelen", "make quality-unseen"),
}
# Whose values are texts and numbers of their own; how often they are wrong stands in the tables.
_FREE: Final = (
    "avsender",
    "kommunenumre",
    "brevdato",
    "mottatt",
    "delt_med",
    "adresse",
    "areal_m2",
    "ledig_fra",
    "betingelse",
)
HEAD: Final = """# Kjent kvalitet: hvor ofte maskinen har rett

Avsender, dato, deling og koder er holdt mot oppdiktede svar som er merket for hånd
(`tests/quality/`). Rapporten skrives av kommandoen som står under hver overskrift.

**Slik leses tallene.** *Merket* er hvor mange verdier fasiten har, *foreslått* hvor mange maskinen
ga. *Presisjon* er hvor mye av det foreslåtte som er riktig, *treff* hvor mye av det merkede som er
foreslått riktig, *dekning* hvor mye av det merkede det er foreslått noe om, riktig eller galt. Det
maskinen tier om, teller mot dekning og treff, aldri mot presisjon. I klammer står Wilsons intervall
på 95 prosent. *Alfa* er Krippendorffs alfa for nominale verdier, der «ikke kodet» er en verdi. En
*stille feil* er en feil uten at maskinen har sagt fra om tvil. Et *utdrag* er rett når det
overlapper det merkede eller står i samme setning. I felt med flere verdier telles hver verdi for
seg. Har kommunene bak et felles svar ulike verdier, er hver av dem rett.

**Hva tallene ikke kan si.** Svarene er skrevet og merket av oss, ikke av kommuner, og av én koder
hver: de viser ikke hvor ofte to mennesker ville vært uenige, og virkelige svar kan være annerledes
på måter vi ikke har tenkt på. Maskinen får teksten ferdig lest; hva som går tapt i PDF-er og
skanninger, måles ikke her. Begge halvdeler er merket etter samme veiledning. Reglene er skrevet
etter utviklingshalvdelen, så bare den usette sier noe om nye svar. Intervallene gjelder utvalget av
svar, ikke feil i merkingen.
"""


def written(measured: Measured, *, unseen: bool, today: dt.date) -> str:
    """Return the section of one half: figures alone, so that it may be read by rule writers."""
    heading, command = HALVES[unseen]
    missed = [goal.navn for goal in goals(measured) if not goal.met]
    lines = [
        f"## {heading}",
        "",
        f"Målt {today:%d.%m.%Y} med `{command}`: {measured.letters} svar.",
        "",
        "### Avsender og dato",
        "",
        *_table(measured.who, "stille feil", _silent),
        "",
        "### Deling på spørsmålene",
        "",
        *_division(measured),
        "",
        "### Koder, på maskinens egen deling",
        "",
        *_codes(measured.own),
        "",
        "### Koder, på den merkede delingen",
        "",
        *_codes(measured.given),
        "",
        "### Lokaler, på maskinens egen deling",
        "",
        *_table(measured.own.rooms, "alfa", _agreed),
        "",
        "### Forvekslinger, på maskinens egen deling",
        "",
        *_confused({**measured.who, **measured.own.codes, **measured.own.rooms}),
        "",
        "### Målene",
        "",
        *_goals(measured),
        "",
        f"Ikke nådd: {', '.join(missed) or 'ingen'}.",
    ]
    return "\n".join(lines) + "\n"


def keep(section: str, path: Path = REPORT) -> None:
    """Write `section` into the report at `path`, in place of the one with the same heading."""
    old = path.read_text("utf-8") if path.exists() else ""
    sections = {
        part.splitlines()[0]: part for part in re.split(r"^(?=## )", old, flags=re.MULTILINE)[1:]
    }
    sections[section.splitlines()[0]] = section
    order = [f"## {heading}" for heading, _command in HALVES.values()]
    parts = [sections[heading].rstrip() + "\n" for heading in order if heading in sections]
    path.write_text("\n".join([HEAD, *parts]), encoding="utf-8")


def _table(
    judged: Mapping[str, Sequence[Judged]],
    column: str,
    cell: Callable[[Sequence[Judged]], str],
) -> list[str]:
    """Return a row for each field, with one `column` of its own before the passages."""
    rows = [
        f"| felt | merket | foreslått | dekning | presisjon | treff | F1 | {column} | utdrag |",
        "|---|---:|---:|---:|---:|---:|---:|---:|---:|",
    ]
    for felt, each in judged.items():
        tally = Tally.of(each)
        rows.append(
            f"| {felt} | {tally.labelled} | {tally.said} | {_percent(tally.coverage.value)} |"
            f" {_with_interval(tally.precision)} | {_with_interval(tally.recall)} |"
            f" {_decimal(tally.f1)} | {cell(each)} | {_percent(tally.passages.value)} |"
        )
    return rows


def _silent(judged: Sequence[Judged]) -> str:
    return str(Tally.of(judged).silently_wrong)


def _agreed(judged: Sequence[Judged]) -> str:
    """Return alpha; a field with several values is no choice between them, so it has none."""
    several = any(each.felt in v.FLERE for each in judged)
    return "–" if several else _decimal(alpha(judged))


def _codes(coded: Coded) -> list[str]:
    return [
        *_table(coded.codes, "alfa", _agreed),
        "",
        (
            f"Utdrag på rett sted: {_with_interval(passages(coded))}."
            f" Utdrag som ikke står i teksten: {coded.strangers}."
        ),
    ]


def _division(measured: Measured) -> list[str]:
    total = sum(each.total for each in measured.places)
    astray = Share(sum(each.astray for each in measured.places), total)
    whole = Share(sum(each.right == each.total for each in measured.places), measured.letters)
    return [
        (
            f"Tegn under rett spørsmål: {_percent(measured.in_place.value)} av {total}."
            f" Tegn med et svar under et annet spørsmål: {_percent(astray.value)}."
            f" Svar delt helt riktig: {_with_interval(whole)}."
            f" Svar med stille feil: {measured.silently_astray}."
        ),
        "",
        "Tegn etter merket spørsmål (rad) og maskinens (kolonne):",
        "",
        "| | " + " | ".join(map(str, QUESTIONS)) + " |",
        "|---|" + "---:|" * len(QUESTIONS),
        *(
            f"| {label} | "
            + " | ".join(str(_cell(measured.places, label, said)) for said in QUESTIONS)
            + " |"
            for label in QUESTIONS
        ),
    ]


def _cell(places: Iterable[Placed], label: int, said: int) -> int:
    return sum(each.cells.get((label, said), 0) for each in places)


def _confused(judged: Mapping[str, Sequence[Judged]]) -> Iterator[str]:
    yield "Fasit → maskinen, antall:"
    yield ""
    for felt, each in judged.items():
        if felt in _FREE:
            continue
        wrong = [f"{label} → {said} {times}" for label, said, times in confusions(each)]
        if wrong:
            yield f"- **{felt}**: {'; '.join(wrong)}"


def _goals(measured: Measured) -> Iterator[str]:
    yield "| mål | nådd | ønsket | |"
    yield "|---|---:|---:|---|"
    for goal in goals(measured):
        if goal.at_most:
            reached, wanted = f"{goal.reached:.0f}", f"{goal.wanted:.0f}"
        else:
            reached, wanted = _decimal(goal.reached), f"≥ {_decimal(goal.wanted)}"
        yield f"| {goal.navn} | {reached} | {wanted} | {'ja' if goal.met else '**nei**'} |"


def _with_interval(share: Share) -> str:
    if share.interval is None:
        return "–"
    low, high = share.interval
    return f"{_percent(share.value)} [{100 * low:.0f}–{100 * high:.0f}]"


def _percent(value: float | None) -> str:
    return "–" if value is None else f"{100 * value:.1f} %".replace(".", ",")


def _decimal(value: float | None) -> str:
    return "–" if value is None else f"{value:.3f}".replace(".", ",")
