"""Offences reported to the police by municipality, as Statistics Norway's table 08487 has them.

«Anmeldte lovbrudd, etter lovbruddsgruppe og gjerningssted (kommune). Gjennomsnitt per år. Absolutte
tall og per 1 000 innbyggere» (www.ssb.no/statbank/table/08487). Each number is a yearly mean of two
years, and groups with fewer than five cases are not shown.
"""

import re
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Final

import dataframely as dy
import polars as pl
from scipy.special import gammaincinv

from data import vocabulary as v
from data.former import former_municipalities
from data.problems import Problem
from data.reading import ROW, Table, check_sheet, read_table
from data.statbank import NOUGHT, PERIOD, Cell, cells_of, is_value, plain
from data.tabular import Sheet, lines_of

NAME: Final = "anmeldte_lovbrudd"
# What Statistics Norway calls each group, without what it adds in brackets.
GROUPS: Final[dict[str, tuple[str, ...]]] = {
    "alle": ("alle lovbruddsgrupper",),
    "eiendomstyveri": ("eiendomstyveri",),
    "annet_vinningslovbrudd": ("annet vinningslovbrudd", "andre vinningslovbrudd"),
    "eiendomsskade": ("eiendomsskade", "skadeverk"),
    "vold_og_mishandling": ("vold og mishandling",),
    "seksuallovbrudd": ("seksuallovbrudd",),
    "rusmiddellovbrudd": ("rusmiddellovbrudd",),
    "ordens_og_integritetskrenkelse": (
        "ordens- og integritetskrenkelse",
        "ordens- og integritetskrenkelser",
    ),
    "trafikkovertredelse": ("trafikkovertredelse", "trafikkovertredelser"),
    "andre_lovbrudd": ("andre lovbrudd", "annet lovbrudd"),
}
COLUMNS: Final = (
    *("kommunenummer", "fra_aar", "til_aar", "lovbruddsgruppe", "antall", "per_tusen", "merke"),
)
# How sure an interval is.
LEVEL: Final = 0.95
_RATE: Final = re.compile(r"\b(?:1[\s\u00a0]?000|tusen)\b", re.IGNORECASE)
# Numbers that stand for no municipality: unspecified in a county, Svalbard, abroad.
_NOWHERE: Final = re.compile(
    r"uoppgitt|svalbard|jan mayen|sokkel|utland|hele landet", re.IGNORECASE
)
_SHOWN: Final = 3


def read(path: Path, schema: type[dy.Schema], common: Mapping[str, Table]) -> Table:
    """Return the table at `path`: with our own columns, or as exported from the StatBank.

    A municipality that has only changed number is read as what it is in the division of 2020–2023.
    Rows for the country, counties and municipalities that were merged or split are told and left
    out.
    """
    heads = [[(cell or "").strip().lower() for cell in line] for line in lines_of(path, COLUMNS)[0]]
    if any({"kommunenummer", "lovbruddsgruppe", "fra_aar"} <= set(line) for line in heads[:12]):
        return read_table(path, NAME, schema)
    return check_sheet(_sheet(path, common), NAME, schema)


def frames(tables: Mapping[str, Table]) -> dict[str, pl.DataFrame]:
    """Return the rates of the newest period by place, by the table's name in the database.

    A place is a municipality, a police district or the country; of the latter two, the sum over
    the municipalities whose number is known, and the inhabitants of these alone.
    """
    known = tables[NAME].frame.drop(ROW)
    places = tables["kommuner"].frame.select("kommunenummer", "politidistrikt", "innbyggere_2022")
    newest = known.filter(pl.col("antall").is_not_null() | pl.col("per_tusen").is_not_null())
    period = newest.sort("til_aar", "fra_aar").select("fra_aar", "til_aar").tail(1)
    told = known.join(period, on=["fra_aar", "til_aar"]).drop("fra_aar", "til_aar")
    # A municipality that the file leaves out is one without a number, as one with a sign is.
    rows = (
        places.join(told.select("lovbruddsgruppe").unique(), how="cross")
        .join(period, how="cross")
        .join(told, on=["kommunenummer", "lovbruddsgruppe"], how="left")
        .with_columns(pl.col("lovbruddsgruppe", "politidistrikt").cast(pl.String))
    )
    levels = (
        ("kommune", pl.col("kommunenummer")),
        ("distrikt", pl.col("politidistrikt")),
        ("landet", pl.lit("")),
    )
    found = pl.concat([_summed(rows, level, key) for level, key in levels])
    return {"anmeldt": _with_rates(found)}


def interval(count: float, years: int, inhabitants: int) -> tuple[float, float]:
    """Return the 95 per cent interval of yearly offences per 1 000, from a yearly mean `count`.

    Exact for a Poisson number of `count` times `years` (Garwood, Biometrika 28, 1936): half a
    chi-square quantile with twice the count, above with two more, degrees of freedom, which is the
    inverse of the incomplete gamma function. It holds only chance; offences that come in rows vary
    more.
    """
    cases, exposed = round(count * years), years * inhabitants / 1_000
    tail = (1 - LEVEL) / 2
    # Not by scipy.stats, which takes longer to load than all the rest of the pipeline.
    low = float(gammaincinv(cases, tail)) if cases else 0.0
    return low / exposed, float(gammaincinv(cases + 1, 1 - tail)) / exposed


def _summed(rows: pl.DataFrame, level: str, key: pl.Expr) -> pl.DataFrame:
    counted = pl.col("antall").is_not_null()
    single = level == "kommune"
    return (
        rows.with_columns(key.alias("sted"))
        .group_by("sted", "lovbruddsgruppe", "fra_aar", "til_aar")
        .agg(
            pl.when(counted.any()).then(pl.col("antall").sum()).alias("antall"),
            pl.col("innbyggere_2022").filter(counted).sum().alias("innbyggere"),
            counted.sum().cast(pl.Int64).alias("med_tall"),
            pl.len().cast(pl.Int64).alias("kommuner"),
            (pl.col("per_tusen") if single else pl.lit(None, pl.Float64)).first().alias("ssb"),
            (pl.col("merke").cast(pl.String) if single else pl.lit(None, pl.String))
            .first()
            .alias("merke"),
        )
        .with_columns(pl.lit(level).alias("nivaa"))
        .sort("nivaa", "sted", "lovbruddsgruppe")
    )


def _with_rates(found: pl.DataFrame) -> pl.DataFrame:
    ends = [
        interval(row["antall"], row["til_aar"] - row["fra_aar"] + 1, row["innbyggere"])
        if row["antall"] is not None and row["innbyggere"]
        else (None, None)
        for row in found.iter_rows(named=True)
    ]
    rate = 1_000 * pl.col("antall") / pl.when(pl.col("innbyggere") > 0).then("innbyggere")
    return found.with_columns(
        # Where only their own rate was fetched, that is what there is.
        pl.coalesce(rate, "ssb").alias("per_tusen"),
        pl.Series("lavest", [low for low, _high in ends], pl.Float64),
        pl.Series("hoyest", [high for _low, high in ends], pl.Float64),
    )


def _sheet(path: Path, common: Mapping[str, Table]) -> Sheet:
    """Return the StatBank's table at `path` with our columns."""
    cells, notes = cells_of(path)
    places = common["kommuner"].frame
    names = {name.casefold() for name in places["kommunenavn"]}
    changes = former_municipalities(common["kommuneendringer"].frame, places)
    former = {each.kommunenummer: each.numbers[0] if each.whole else "" for each in changes}
    current = set(places["kommunenummer"])
    rows: dict[tuple[str, ...], dict[str, str]] = {}
    problems: list[Problem] = []
    apart: dict[str, set[str]] = {"sum": set(), "annen": set()}
    for cell in cells:
        code = cell.kode
        told = f"{code} {cell.navn}".strip()
        if code not in current and (
            (len(code) < 3 and cell.navn.casefold() not in names) or _NOWHERE.match(cell.navn)
        ):
            apart["sum"].add(told)
            continue
        if code not in current and code in former:
            if not former[code]:
                apart["annen"].add(told)
                continue
            if cell.verdi in v.STANDARDTEGN:
                # The number is not in use in these years.
                continue
            code = former[code]
        _place(path.name, cell, code, rows, problems)
    notes = (*notes, *_told(path.name, apart))
    table = tuple(tuple(row[c] or None for c in COLUMNS) for row in rows.values())
    numbers = tuple(int(row[ROW]) for row in rows.values())
    return Sheet(path.name, COLUMNS, table, numbers, tuple(problems), notes)


def _place(
    fil: str,
    cell: Cell,
    code: str,
    rows: dict[tuple[str, ...], dict[str, str]],
    problems: list[Problem],
) -> None:
    """Put `cell` in its row of `rows`; what is wrong with it is added to `problems`."""

    def wrong(column: str, value: str, expected: str) -> None:
        problems.append(Problem(fil, cell.rad, column, value, expected))

    group = next(filter(None, map(_group, cell.sagt)), "")
    period = next(filter(None, map(PERIOD.search, cell.sagt)), None)
    years = (period[1], period[2] or period[1]) if period else ("", "")
    measure = "per_tusen" if any(map(_RATE.search, _measures(cell))) else "antall"
    known = len(problems)
    if len(code) != 4:
        told = f"{cell.kode} {cell.navn}".strip()
        wrong("region", told, "kommunens nummer med fire sifre og navn, for eksempel «0301 Oslo»")
    if not group:
        names = ", ".join(names[0] for names in GROUPS.values())
        said = next((text for text in cell.sagt[:-1] if not PERIOD.fullmatch(text)), "")
        wrong("lovbruddsgruppe", said, f"en av: {names}")
    if not period:
        wrong(cell.kolonne, cell.sagt[-1], "et år eller en periode som 2020-2021")
    if not is_value(cell.verdi) or (cell.verdi.startswith(("-", "–", "−")) and len(cell.verdi) > 1):
        signs = " ".join(v.STANDARDTEGN)
        expected = f"et tall fra 0 og oppover, eller et av SSBs tegn for tall som mangler: {signs}"
        wrong(cell.kolonne, cell.verdi, expected)
    key: tuple[str, ...] = (code, *years, group)
    if len(problems) > known:
        # Kept for itself, so that it is counted among the rows that were set aside.
        key = (*key, str(cell.rad), cell.kolonne)
    row = rows.setdefault(
        key,
        {
            **dict.fromkeys(COLUMNS, ""),
            "kommunenummer": code,
            "fra_aar": years[0],
            "til_aar": years[1],
            "lovbruddsgruppe": group,
            ROW: str(cell.rad),
        },
    )
    if cell.verdi in v.STANDARDTEGN:
        if measure == "antall" and not row["antall"]:
            row["merke"] = cell.verdi
        return
    if row[measure]:
        wrong(cell.kolonne, cell.verdi, f"ett tall, men {row[measure]} står også i rad {row[ROW]}")
        return
    row[measure] = "0" if cell.verdi in NOUGHT else plain(cell.verdi)
    if measure == "antall":
        row["merke"] = ""


def _measures(cell: Cell) -> Sequence[str]:
    """Return the texts that may say what is counted: those beside the value before its heading.

    Where all goes down, the heading is the title of the table, which speaks of both.
    """
    beside = [text for text in cell.sagt[:-1] if not _group(text) and not PERIOD.fullmatch(text)]
    return beside or cell.sagt[-1:]


def _group(text: str) -> str:
    """Return the group of offences that `text` names, or nothing."""
    bare = " ".join(re.sub(r"\(.*?\)|¬", " ", text).lower().split())
    found = [
        (len(name), code)
        for code, names in GROUPS.items()
        for name in names
        if re.search(rf"(?<!\w){re.escape(name)}(?!\w)", bare)
    ]
    return max(found, default=(0, ""))[1]


def _told(fil: str, apart: Mapping[str, set[str]]) -> list[str]:
    reasons = {
        "sum": "gjelder ikke én kommune",
        "annen": "er slått sammen eller delt i inndelingen 2020–2023",
    }
    return [
        f"{fil}: {', '.join(sorted(found)[:_SHOWN])}"
        f"{f' og {len(found) - _SHOWN} til' if len(found) > _SHOWN else ''} {reasons[why]}, "
        "og er ikke lest."
        for why, found in apart.items()
        if found
    ]
