"""The command line: `python -m data build|check|describe|import|reisetid|code|koding|…`."""

import argparse
import sys
from collections.abc import Iterable
from pathlib import Path
from typing import Final

import duckdb
from tqdm import tqdm

from data import paths, pipeline, schemas
from data.building import BusyError, alone
from data.coding import model
from data.coding.asking import FILE, ask_all
from data.common import register
from data.documents.accounts import summary
from data.documents.importing import Read, import_folder
from data.documents.reading.files import Reading
from data.documents.remarks import TABLE
from data.drafts import refusal
from data.problems import SourceError, told
from data.reading import expectation
from data.routing import travel
from data.versions import DATASETS
from data.vocabulary import ALVOR
from data.work import coding_files, copies
from data.work.events import WorkError

# The list is kept; what scrolls by need not be all of it.
SHOWN: Final = 30


def main(arguments: list[str] | None = None) -> int:
    """Run one command and return the exit code, 1 when sources have mistakes."""
    parser = argparse.ArgumentParser(prog="python -m data", description="Bygger datasettene.")
    commands = parser.add_subparsers(dest="command", required=True)
    for name, text in (("build", "bygg det som er endret"), ("check", "kontroller uten å bygge")):
        command = commands.add_parser(name, help=text)
        command.add_argument("dataset", nargs="?", choices=DATASETS, help="alle når tom")
        if name == "build":
            command.add_argument(
                "--set-aside",
                action="store_true",
                help="bygg uten radene som har feil; de vises på datasiden med grunn",
            )
            command.add_argument("--trinn", action="store_true", help="si hvert trinn på veien")
            # The lock that the server gives a build it starts.
            command.add_argument("--laas", type=int, help=argparse.SUPPRESS)
    commands.add_parser("describe", help="skriv kolonnene i hver kildetabell")
    saved = commands.add_parser("import", help="les inn en mappe med lagrede svar som kildefiler")
    saved.add_argument("folder", type=Path, help="mappen de er lagret i")
    roads = commands.add_parser("reisetid", help="regn ut reisetid med bil av et kartuttrekk")
    roads.add_argument("extract", type=Path, help="uttrekket fra OpenStreetMap, på .osm.pbf")
    roads.add_argument("--ut", type=Path, help="filen det skrives til, ellers blant dine kilder")
    roads.add_argument("--erstatt", action="store_true", help="også når filen finnes")
    commands.add_parser("code", help="spør en språkmodell om forslag til koder (av uten oppsett)")
    coding = commands.add_parser("koding", help="ta kodingen ut som CSV eller XLSX, og inn")
    coding.add_argument("way", choices=("ut", "inn", "logg"), help="logg er alt som er skrevet")
    coding.add_argument("file", type=Path, help="filen, på .csv eller .xlsx")
    tables, usual = coding_files.TABLES, coding_files.CODES
    coding.add_argument("--hva", choices=tables, default=usual, help="tabellen, ellers kodene")
    coding.add_argument("--datasett", choices=DATASETS, default="innspill")
    coding.add_argument("--navn", default="", help="hvem som har kodet, når filen leses inn")
    for name, text in (("backup", "ta kopi av det folk har skrevet"), ("restore", "hent kopien")):
        command = commands.add_parser(name, help=text)
        command.add_argument("file", type=Path, help="filen med kopien")
        command.add_argument("--erstatt", action="store_true", help="også når noe nyere går tapt")
    chosen = parser.parse_args(arguments)
    if chosen.command in ("backup", "restore"):
        return _copies(chosen.command, chosen.file, replace=chosen.erstatt)
    if chosen.command == "koding":
        return _coding(chosen)
    if chosen.command == "describe":
        print(describe())
        return 0
    if chosen.command == "code":
        return _code()
    if chosen.command == "import":
        return _import(chosen.folder)
    if chosen.command == "reisetid":
        return _travel(chosen.extract, chosen.ut, replace=chosen.erstatt)
    everything = [d for d in DATASETS if pipeline.has_sources(d)]
    wanted = [chosen.dataset] if chosen.dataset else everything
    if chosen.command == "check":
        return _each(chosen, wanted)
    try:
        with alone(chosen.laas):
            return _each(chosen, wanted)
    except BusyError as other:
        print(other, file=sys.stderr)
    except OSError as error:
        print(f"ingenting er bygd, {refusal(error)}", file=sys.stderr)
    return 1


def _each(chosen: argparse.Namespace, wanted: Iterable[str]) -> int:
    """Build or check each data set, whatever comes of the others, and return the exit code."""
    failed = False
    for dataset in wanted:
        try:
            print(f"{dataset}: {_run(chosen, dataset)}")
        except SourceError as error:
            failed = True
            print(f"{dataset}: {len(error.problems)} feil, ingenting er bygd", file=sys.stderr)
            print(*told(error.problems), sep="\n", file=sys.stderr)
        except (OSError, duckdb.Error) as error:
            failed = True
            print(f"{dataset}: ingenting er bygd, {refusal(error)}", file=sys.stderr)
    return 1 if failed else 0


def describe() -> str:
    """Return every source table's columns as Markdown tables, from the schemas themselves."""
    tables = schemas.COMMON | schemas.OPTIONAL | schemas.ANSWERS | schemas.IMPORTED
    parts = []
    for name, schema in tables.items():
        key = schema.primary_key()
        lines = [
            f"### {name}",
            "",
            schema.__doc__ or "",
            "",
            "| kolonne | må ha verdi | nøkkel | hva som godtas | betydning |",
            "|---|---|---|---|---|",
        ]
        for column, spec in schema.columns().items():
            required = "nei" if spec.nullable else "ja"
            is_key = "ja" if column in key else ""
            accepted = expectation(spec).replace("|", "\\|")
            meaning = (spec.description or "").replace("|", "\\|")
            lines.append(f"| {column} | {required} | {is_key} | {accepted} | {meaning} |")
        parts.append("\n".join(lines))
    return "\n\n".join(parts)


def _import(folder: Path) -> int:
    """Read the answers saved in `folder` into the ministry's source files, and tell the outcome."""
    target = paths.source_dir("innspill")
    try:
        done = import_folder(folder, target, register(), _watched)
    except SourceError as error:
        print("Ingenting er lest inn", *error.problems, sep="\n", file=sys.stderr)
        return 1
    except OSError as error:
        print(f"Importen ble avbrutt, {refusal(error)}. Kjør den igjen.", file=sys.stderr)
        return 1
    print(f"{len(done.written)} svar lest inn i {target}, {len(done.known)} var lest inn fra før")
    print(summary(done.accounts))
    if done.remarks:
        print(f"{len(done.remarks)} ting å se på, alle i {target / TABLE}:")
        by_weight = sorted(done.remarks, key=lambda each: ALVOR.index(each.alvor))
        print(*(f"- {each}" for each in by_weight[:SHOWN]), sep="\n")
        if len(by_weight) > SHOWN:
            print(f"- … og {len(by_weight) - SHOWN} til")
    return 0


def _travel(extract: Path, out: Path | None, *, replace: bool) -> int:
    """Write the travel times that an extract gives as a source file, and tell the outcome."""
    target = out or paths.source_dir("innspill") / f"{travel.NAME}.csv"
    try:
        done = travel.travel_times(extract, target, replace=replace)
    except SourceError as error:
        print("Ingenting er skrevet", *error.problems, sep="\n", file=sys.stderr)
        return 1
    except OSError as error:
        print(f"Ingenting er skrevet, {refusal(error)}", file=sys.stderr)
        return 1
    print(f"{done.journeys} reiser skrevet til {done.file}")
    print(*done.remarks, sep="\n", end="\n" if done.remarks else "")
    return 0


def _copies(command: str, file: Path, *, replace: bool) -> int:
    """Copy the store of what people write, or bring a copy back, and tell the outcome."""
    try:
        if command == "backup":
            print(f"{copies.backup(file, replace=replace)} hendelser kopiert til {file}")
        else:
            print(f"{copies.restore(file, replace=replace)} hendelser hentet fra {file}")
    except WorkError as wrong:
        print(wrong, file=sys.stderr)
    except OSError as error:
        print(f"Ingenting er kopiert, {refusal(error)}", file=sys.stderr)
    else:
        return 0
    return 1


def _coding(chosen: argparse.Namespace) -> int:
    """Take a table or the log out to a file, or what was changed in it in, and tell it."""
    way, dataset, file, name = chosen.way, chosen.datasett, chosen.file, chosen.navn.strip()
    if way == "inn" and not name:
        print('Si hvem som har kodet: --navn "Fornavn Etternavn".', file=sys.stderr)
        return 1
    try:
        if way == "inn":
            events = coding_files.take_in(dataset, file, name, chosen.hva)
            print(f"{dataset}: {len(events)} avgjørelser lest inn fra {file} som {name}")
        else:
            what = coding_files.LOG if way == "logg" else chosen.hva
            rows = coding_files.take_out(dataset, file, what=what)
            print(f"{dataset}: {rows} rader skrevet til {file}")
    except SourceError as error:
        print(f"{dataset}: ingenting er gjort", *told(error.problems), sep="\n", file=sys.stderr)
    except WorkError as wrong:
        print(wrong, file=sys.stderr)
    except OSError as error:
        print(f"{dataset}: ingenting er gjort, {refusal(error)}", file=sys.stderr)
    else:
        return 0
    return 1


def _code() -> int:
    """Ask the language model that is plugged in about every answer, and tell the outcome."""
    try:
        plugged = model.Model.plugged_in()
    except ValueError as error:
        print(error, file=sys.stderr)
        return 1
    if plugged is None:
        print(f"Ingen språkmodell er koblet til. Sett {model.ADDRESS} først.", file=sys.stderr)
        return 1
    target = paths.source_dir("innspill")
    try:
        tables = pipeline.read_sources("innspill")
    except SourceError as error:
        print("Ingenting er spurt om", *error.problems, sep="\n", file=sys.stderr)
        return 1
    innspill, svar = (tables[name].frame for name in ("innspill", "svar"))
    asked = ask_all(innspill, svar, target, lambda texts: model.suggest(texts, plugged))
    print(f"{asked.answers} svar spurt om, {asked.codes} forslag skrevet til {target / FILE}")
    for why, n in sorted(asked.discarded.items()):
        print(f"- forkastet: {why}: {n}")
    return 0


def _watched(read: Read, total: int) -> Iterable[tuple[str, Reading]]:
    """Return `read` with a bar on the screen that tells how far it has come."""
    return tqdm(read, total=total, desc="Leser", unit=" filer", file=sys.stderr, disable=None)


def _run(chosen: argparse.Namespace, dataset: str) -> str:
    if chosen.command == "check":
        tables = pipeline.read_sources(dataset)
        if problems := pipeline.problems_of(tables):
            raise SourceError(problems)
        for note in pipeline.notes_of(tables):
            print(f"{dataset}: {note}", file=sys.stderr)
        return "ingen feil"

    def tell(step: str) -> None:
        if chosen.trinn:
            print(f"{dataset}: trinn {step}", flush=True)

    built = pipeline.build(dataset, set_aside=chosen.set_aside, tell=tell)
    if built.set_aside:
        print(*told(built.set_aside), sep="\n", file=sys.stderr)
    for remark in built.remarks:
        print(f"{dataset}: {remark}", file=sys.stderr)
    aside = f", {len({(p.fil, p.rad) for p in built.set_aside})} rader satt til side"
    state = "bygd" if built.made else "uendret"
    return f"{built.version.version} {state}{aside if built.set_aside else ''}"


if __name__ == "__main__":
    sys.exit(main())
