"""What many askers share is the same as each would have got by a question of her own."""

import random
from dataclasses import replace
from typing import Any, Final

import duckdb
import polars as pl
import pytest

from data import vocabulary as v
from data.schemas import FYLKER, POLITIDISTRIKTER
from queries import Version, View, ask, choices, openings, queries
from queries.answers import read
from queries.loader import Query, QueryFileError, parse
from queries.serving import connect

SHARED: Final = sorted(n for n, q in queries().items() if q.within or q.mark or q.parts)
# What the queries bind and a View has no field for, and what the parts are called.
EXTRA: Final[dict[str, tuple[str, ...]]] = {
    "gruppering": ("politidistrikt", "storrelse", "alle", "finnes_ikke"),
    "felt": ("tema", "samarbeid", "ressurs", "kanal"),
    "kandidater": choices.KANDIDATER,
    "vekt": choices.VEKT,
}
CODES: Final = ("onsker:ja-betinget", "tema:bemanning", "utenfor:i_dag", "kanal_telefon:mer")


def a_view(draw: random.Random) -> View:
    """Return a View of some of the municipalities, now and then of none of them."""
    return View(
        distrikt=tuple(draw.sample(POLITIDISTRIKTER, draw.choice((0, 1, 3, 6)))),
        fylke=tuple(draw.sample(FYLKER, draw.choice((0, 0, 0, 2)))),
        innbyggere=tuple(draw.sample(openings.STORRELSER, draw.choice((0, 0, 1)))),
        stasjon=draw.choice((None, None, None, *choices.JA_NEI)),
        svart=draw.choice((None, None, None, *choices.JA_NEI)),
        forslag=draw.choice(choices.JA_NEI),
        vis=draw.choice(choices.MAAL),
        grense=draw.choice((10, 30)),
        sesong=draw.choice((None, *choices.SESONG)),
        lokaltype=tuple(draw.sample(v.LOKALTYPE, draw.choice((0, 0, 2)))),
        sok=draw.choice(("", "", "rom")),
        kode=draw.choice(CODES),
    )


def asked_alone(version: Version, query: Query, view: View, extra: dict[str, Any]) -> pl.DataFrame:
    """Return what the file itself answers when the whole View is bound to it."""
    offered = {**view.parameters, **extra}
    bound = {name: offered[name] for name in query.parameters}
    table = connect(version).execute(query.sql, bound).to_arrow_table()
    found = pl.DataFrame(pl.from_arrow(table))
    for name in query.parts:
        found = found.filter(pl.col(name) == extra[name])
    return found.select(query.schema.names())


@pytest.mark.parametrize("name", SHARED)
def test_a_shared_answer_is_that_of_a_question_of_one_s_own(demo_built: Version, name: str) -> None:
    draw, query, rows = random.Random(name), queries()[name], 0
    for _each in range(12):
        view = a_view(draw)
        needed = (query.parameters | set(query.parts)) & EXTRA.keys()
        extra = {
            each: draw.choice(EXTRA[each])
            for each in sorted(needed)
            if each in query.parts or each not in view.parameters
        }
        expected = asked_alone(demo_built, query, view, extra)
        assert ask(demo_built, name, view, **extra).rows() == expected.rows(), (view, extra)
        rows += expected.height
    assert rows, "ingen av utvalgene hadde noe i seg"


@pytest.mark.parametrize("many", [0, 100_000], ids=["mange", "få"])
@pytest.mark.parametrize("name", ["plassering_par", "plassering_punkter"])
def test_very_many_rows_are_narrowed_as_few_are(
    demo_built: Version, name: str, many: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("queries.answers.MANY", many)
    query, extra = queries()[name], {"vekt": "misnoye"}
    for districts in (("Nordland",), ("Finnmark", "Agder"), ("Oslo",), ()):
        view = View(distrikt=districts, grense=20)
        expected = asked_alone(demo_built, query, view, extra)
        assert read(demo_built, name, view, **extra).rows() == expected.rows()


def test_what_is_shared_is_asked_for_once(small: Version, monkeypatch: pytest.MonkeyPatch) -> None:
    executed: list[Version] = []

    def connected(version: Version) -> duckdb.DuckDBPyConnection:
        executed.append(version)
        return connect(version)

    monkeypatch.setattr("queries.answers.connect", connected)
    # Another version in name, of which nothing has been asked.
    alone = replace(small, version="2026-01-02-0000000")
    view = View(distrikt=("Finnmark", "Agder", "Øst"), innbyggere=("liten",), grense=17)
    for grouping in ("politidistrikt", "fylke", "storrelse", "alle"):
        assert ask(alone, "rekkevidde", view, gruppering=grouping).height
    assert len(executed) == 1
    names = ("lengst_unna", "tjenestesteder", "kommune_liste")
    for districts in (("Finnmark",), ("Agder",), ("Øst", "Sør-Øst"), ()):
        for name in names:
            assert ask(alone, name, View(distrikt=districts)).height
    # The answers about all, and who is chosen three times.
    assert len(executed) == 1 + len(names) + 3


@pytest.mark.parametrize(
    ("line", "within", "mark", "parts"),
    [
        ("innenfor: kommunenummer", ("kommunenummer",), None, ()),
        ("innenfor: fra, til", ("fra", "til"), None, ()),
        ("merker: i_utvalg", (), "i_utvalg", ()),
        ("deler: gruppering, felt", (), None, ("gruppering", "felt")),
    ],
)
def test_a_file_tells_what_it_shares(
    line: str, within: tuple[str, ...], mark: str | None, parts: tuple[str, ...]
) -> None:
    query = parse(
        "x", f"-- T\n--\n-- B.\n--\n-- {line}\n--\n-- kolonner: a bigint\n\nselect 1 as a"
    )
    assert (query.within, query.mark, query.parts) == (within, mark, parts)
    assert query.description == "B."


def test_a_file_that_shares_and_says_nothing_is_refused() -> None:
    with pytest.raises(QueryFileError, match=r"^x\.sql: tittel, beskrivelse og kolonner"):
        parse("x", "-- T\n--\n-- deler: felt\n--\n-- kolonner: a bigint\n\nselect 1 as a")
