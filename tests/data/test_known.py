"""The public statements: what they say is shown with its evidence, and nothing is added."""

import csv
import re
import shutil
from pathlib import Path
from typing import Final

import polars as pl
import pytest

from data import known, paths, pipeline
from data.problems import SourceError
from queries import Version
from tests.data.workshop import rows

VALUES: Final = ("bemanning", "tjenestestedstruktur", "tjenestetilbud", "onsker", "lokaler")


def statements() -> list[dict[str, str]]:
    with (paths.SOURCES / "kjente" / "kjente_svar.csv").open(encoding="utf-8") as file:
        return list(csv.DictReader(file))


def answers(version: Version) -> dict[object, tuple[object, ...]]:
    question = (
        "select kommunenummer, svarstatus, bemanning, tjenestestedstruktur, tjenestetilbud, "
        "onsker, lokaler, belegg from kommunesvar"
    )
    return {number: values for number, *values in rows(version, question)}  # type: ignore[misc]


def test_26_statements_and_the_rest_was_not_collected(known_version: Version) -> None:
    found = answers(known_version)
    counts = [values[0] for values in found.values()]
    assert len(statements()) == 26
    assert (counts.count("uttalelse"), counts.count("ikke_innhentet")) == (26, 330)
    never_asked = [v for v in found.values() if v[0] == "ikke_innhentet"]
    assert all(set(values[:-1]) == {"ikke_innhentet"} for values in never_asked)


def test_each_statement_says_what_its_source_says_and_no_more(known_version: Version) -> None:
    found = answers(known_version)
    words = {"ja": "tilfreds", "delvis": "delvis", "nei": "ikke_tilfreds"}
    for row in statements():
        satisfaction = [
            words.get(row[f"tilfreds_{c}"], "ikke_innhentet")
            for c in ("bemanning", "struktur", "tilbud")
        ]
        wishes = [
            "ikke_innhentet" if row[c] == "ukjent" else row[c]
            for c in ("onsker_tjenestested", "tilbyr_lokaler")
        ]
        expected = ["uttalelse", *satisfaction, *wishes, row["belegg"]]
        assert list(found[row["kommunenummer"]]) == expected, row["kommunenummer"]


def test_a_statement_is_never_called_unanswered_or_uncoded(known_version: Version) -> None:
    wrong = {"ikke_besvart", "ikke_kodet", "ikke_svart", "ukjent"}
    assert not [v for values in answers(known_version).values() for v in values if v in wrong]
    assert rows(known_version, "select distinct verdi from koding where verdi = 'ukjent'") == []


def test_the_text_answer_we_have_is_shown_as_it_is(known_version: Version) -> None:
    assert list(answers(known_version)["3449"]) == [
        "uttalelse",
        "ikke_tilfreds",
        "tilfreds",
        "delvis",
        "ikke_innhentet",
        "ikke_innhentet",
        "svartekst_avkortet",
    ]


def test_every_statement_keeps_its_source_and_what_was_retold(known_version: Version) -> None:
    kept = rows(known_version, "select kommunenumre[1], kilde, merknad from innspill order by 1")
    told = {row["kommunenummer"]: row for row in statements()}
    assert [number for number, _, _ in kept] == sorted(told)
    for number, source, remark in kept:
        row = told[str(number)]
        assert source == row["kilde"]
        # A whole date has a column of its own; what is left of a date is told in words.
        assert not re.search(r"\d{4}-\d\d", str(remark))
        assert str(remark).endswith(".")
        assert ". ." not in str(remark)
        for column in ("grunner", "utfordringer", "merknad"):
            assert row[column] in str(remark)


@pytest.mark.parametrize(
    ("dato", "told"),
    [
        ("2022-06-16", None),
        ("2022-08", "Kilden er fra august 2022."),
        ("2023-10/11", "Kilden er fra oktober eller november 2023."),
        ("2024", "Kilden er fra 2024."),
        ("ukjent", "Datoen er ikke kjent."),
        ("ukjent (etter okt. 2021)", "Datoen er ikke kjent (etter okt. 2021)."),
    ],
)
def test_a_date_is_told_in_norwegian(dato: str, told: str | None) -> None:
    kommuner = pl.DataFrame({"kommunenummer": ["3449"], "kommunenavn": ["Sør-Aurdal"]})
    row = dict(next(iter(statements()))) | {"kommunenummer": "3449", "dato": dato}
    given = pl.DataFrame([row | {"grunner": "Avstand", "merknad": "Ikke svaret!"}])
    empty = given.with_columns(
        pl.lit(None, pl.String).alias(c)
        for c in ("onsket_tilgjengelighet", "utfordringer", "lokaltype")
    )
    remark = known.to_answers(empty, kommuner)["innspill"]["merknad"][0]
    rest = "Grunner (gjengitt): Avstand. Ikke svaret!"
    assert remark == (f"{told} {rest}" if told else rest)


def test_no_text_and_no_offer_is_made_of_a_statement(known_version: Version) -> None:
    for question in ("from svar", "from lokale", "from raad"):
        assert rows(known_version, question) == []


def test_a_statement_from_nowhere_is_a_mistake_not_a_silence(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    shutil.copytree(paths.SOURCES / "kjente", tmp_path / "kjente")
    source = tmp_path / "kjente" / "kjente_svar.csv"
    source.write_text(source.read_text("utf-8").replace("\n3449,", "\n0540,"), "utf-8")
    monkeypatch.setattr(paths, "SOURCES", tmp_path)
    monkeypatch.setenv("TJENESTESTED_BUILD", str(tmp_path / "build"))
    with pytest.raises(SourceError) as caught:
        pipeline.build("kjente")
    assert str(caught.value) == (
        "kjente_svar.csv, rad 2, kolonne «kommunenummer»: fant «0540», "
        "ventet et kommunenummer i inndelingen 2020–2023 (0540 Sør-Aurdal (til og med 2019) er "
        "Sør-Aurdal (3449) i inndelingen 2020–2023)."
    )
