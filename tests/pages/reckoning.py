"""The numbers behind sentences, reckoned anew from the tables: no query, and no wording, is asked.

Whoever reads a claim here counts the municipalities for herself.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal
from functools import cached_property
from typing import Final

import polars as pl

from queries import Version, View
from queries.serving import connect

SILENT: Final = ("ikke_besvart", "ikke_kodet", "ikke_svart", "ikke_innhentet")
POINTS: Final = ("bemanning", "tjenestestedstruktur", "tjenestetilbud")
FOCUS: Final = {
    **dict.fromkeys(POINTS, ("ikke_tilfreds",)),
    "onsker": ("ja", "betinget"),
    "lokaler": ("ja", "vurderes"),
}
QUESTION: Final = {"tema": 1, "samarbeid": 3, "ressurs": 3}
GROUPED: Final = {
    "politidistrikt": "politidistrikt",
    "fylke": "fylkesnavn",
    "storrelse": "storrelse",
    "avstand": "avstandsgruppe",
}
# So few answers are counted, and never ranked.
FEW: Final = 10


@dataclass(frozen=True)
class Counted:
    """How many of those that answered say something, among all there are."""

    n: int
    of: int
    all: int

    @property
    def percent(self) -> int:
        """Return whole per cent, halves away from zero."""
        exact = Decimal(100 * self.n) / Decimal(self.of)
        return int(exact.quantize(Decimal(1), ROUND_HALF_UP))

    @property
    def bounds(self) -> tuple[float, float]:
        """Return the share if none of the silent, or all of them, had said the same."""
        return self.n / self.all, (self.n + self.all - self.of) / self.all


class Facts:
    """The tables of one data version, read with the machine's suggestions or without them."""

    def __init__(self, version: Version, *, suggested: bool = True) -> None:
        self._database = connect(version)
        self._with = suggested

    def table(self, name: str) -> pl.DataFrame:
        """Return table `name` as it lies in the database."""
        return pl.DataFrame(pl.from_arrow(self._database.table(name).to_arrow_table()))

    def _suggested(self, rows: pl.DataFrame) -> pl.DataFrame:
        """Return what is read with the machine's suggestions, or without, as is wanted."""
        return rows.filter(med_forslag=self._with) if "med_forslag" in rows.columns else rows

    @cached_property
    def municipalities(self) -> pl.DataFrame:
        """Return every municipality with what it is chosen by, and what it answered."""
        return self._suggested(self.table("utvalgsgrunnlag"))

    @cached_property
    def codes(self) -> pl.DataFrame:
        """Return every coded value of every municipality, once."""
        coded = self._suggested(self.table("koder_for_kommuner"))
        return coded.select("kommunenummer", "felt", "verdi").unique()

    @cached_property
    def in_words(self) -> pl.DataFrame:
        """Return which municipality has text on which question, whatever is coded in it."""
        governing = self.table("gjeldende_innspill").select("kommunenummer", "innspill_id")
        return governing.join(self.table("svar"), on="innspill_id").unique(
            ["kommunenummer", "sporsmal"]
        )

    @cached_property
    def read_in_words(self) -> pl.DataFrame:
        """Return the same of those whose answers somebody has coded at all."""
        return self.in_words.join(self.codes, on="kommunenummer", how="semi")

    @cached_property
    def steps(self) -> pl.DataFrame:
        """Return how many live how far from a station, by municipality and structure."""
        return self.table("kommune_trinn")

    def decided(self, view: View) -> pl.DataFrame:
        """Return the decided stations that `view` lets through, in a season those open then."""
        new = self.table("nytt_tjenestested")
        if view.sesong:
            new = new.filter(pl.col("sesong").is_null() | (pl.col("sesong") == view.sesong))
        return new.join(self.chosen(view), on="kommunenummer", how="semi")

    def chosen(self, view: View, *, district: bool = True) -> pl.DataFrame:
        """Return the municipalities that `view` lets through."""
        rows = self.municipalities
        for column, values in (
            ("politidistrikt", view.distrikt if district else ()),
            ("fylkesnavn", view.fylke),
            ("storrelse", view.innbyggere),
        ):
            rows = rows.filter(pl.col(column).is_in(values)) if values else rows
        for column, wanted in (("har_tjenestested", view.stasjon), ("har_svart", view.svart)):
            rows = rows.filter(pl.col(column) == (wanted == "ja")) if wanted else rows
        return rows

    def measured(self, rows: pl.DataFrame, measure: str) -> Counted:
        """Return how many of `rows` say what `measure` is about."""
        return Counted(
            rows.filter(pl.col(measure).is_in(FOCUS[measure])).height,
            rows.filter(~pl.col(measure).is_in(SILENT)).height,
            rows.height,
        )

    def by_group(self, rows: pl.DataFrame, measure: str, grouping: str) -> dict[str, Counted]:
        """Return the same for each group that has municipalities in `rows`."""
        parts = rows.partition_by(GROUPED[grouping], as_dict=True)
        return {str(key[0]): self.measured(part, measure) for key, part in parts.items()}

    def named(self, rows: pl.DataFrame, felt: str) -> dict[str, Counted]:
        """Return how many of `rows` name each value of `felt`, of those that answered."""
        coded = self.codes.filter(felt=felt).join(rows, on="kommunenummer", how="semi")
        worded = self.read_in_words.filter(sporsmal=QUESTION[felt])
        answered = {*coded["kommunenummer"], *worded["kommunenummer"]} & {*rows["kommunenummer"]}
        counts = coded.group_by("verdi").len()
        return {v: Counted(n, len(answered), rows.height) for v, n in counts.iter_rows()}

    def reasons(self, rows: pl.DataFrame) -> dict[str, Counted]:
        """Return how many of the dissatisfied in `rows` give each reason."""
        unhappy = pl.any_horizontal(
            pl.col(point).is_in(("ikke_tilfreds", "delvis")) for point in POINTS
        )
        silent = pl.any_horizontal(pl.col(point).is_in(SILENT) for point in POINTS)
        those, open_ = rows.filter(unhappy), rows.filter(~unhappy & silent)
        counts = (
            self.codes.filter(felt="grunn")
            .join(those, on="kommunenummer", how="semi")
            .group_by("verdi")
            .len()
        )
        return {
            v: Counted(n, those.height, those.height + open_.height) for v, n in counts.iter_rows()
        }

    def outside(self, rows: pl.DataFrame, limit: float) -> int:
        """Return how many inhabitants of `rows` live farther than `limit` from a station today."""
        steps = self.steps.filter(struktur="i_dag").join(rows, on="kommunenummer", how="semi")
        return int(steps.filter(pl.col("trinn") > limit)["innbyggere"].sum() or 0)

    def together(self, rows: pl.DataFrame, felt: str, one: str, other: str) -> tuple[int, float]:
        """Return how many name both values, and how many would by chance."""
        coded = self.codes.filter(felt=felt).join(rows, on="kommunenummer", how="semi")
        a, b = ({*coded.filter(verdi=v)["kommunenummer"]} for v in (one, other))
        of = next(iter(self.named(rows, felt).values())).of
        return len(a & b), len(a) * len(b) / of


def may_be_first(
    code: str, groups: Mapping[str, Counted], whole: Counted | None, *, surely: bool
) -> str:
    """Return why `code` may not be called the largest of `groups`, empty when it may."""
    able = {g: c for g, c in groups.items() if c.of >= FEW}
    if code not in able:
        return f"{code} har for få svar"
    if len(able) < 2:
        return "bare én gruppe har nok svar"
    mine = able[code]
    share = mine.n / mine.of
    if not mine.n:
        return "verdien er null"
    for other, counted in groups.items():
        if other != code and counted.of and counted.n / counted.of >= share:
            return f"{other} er like stor eller større"
        if other in able and other != code and able[other].percent == mine.percent:
            return f"{other} er skrevet likt"
    if whole is not None and whole.of and share <= whole.n / whole.of:
        return "ikke over hele landet"
    if surely and any(
        counted.bounds[1] >= mine.bounds[0] for g, counted in groups.items() if g != code
    ):
        return "tausheten kan snu det"
    return ""
