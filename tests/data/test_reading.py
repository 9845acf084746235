"""Text cells become typed values, and what does not is named with row, column and value."""

from datetime import date
from pathlib import Path
from typing import Any

import dataframely as dy
import pytest

from data import answer_schemas, schemas
from data.problems import Problem
from data.reading import ROW, Table, expectation, read_table
from tests.data.workshop import workbook


class Prove(dy.Schema):
    """One column of each type that the sources use."""

    nr = dy.String(primary_key=True, regex=r"^\d{4}$", metadata={"ventet": "fire sifre"})
    antall = dy.Int64(nullable=True, min=0, max=10_000_000)
    verdi = dy.Float64(nullable=True)
    dato = dy.Date(nullable=True)
    tilstand = dy.Enum(("god", "middels"), nullable=True)
    merknad = dy.String(nullable=True)


class Par(dy.Schema):
    """A key of two columns."""

    a = dy.String(primary_key=True)
    b = dy.Int64(primary_key=True)


class Uten(dy.Schema):
    """No key at all."""

    a = dy.String()


def table(folder: Path, text: str, schema: type[dy.Schema] = Prove) -> Table:
    (folder / "t.csv").write_text(text, "utf-8")
    return read_table(folder / "t.csv", "t", schema)


def said(read: Table) -> list[str]:
    return [str(problem) for problem in read.problems]


def cell(folder: Path, column: str, text: str) -> Any:
    """Return what `text` in `column` is read as; the row is set aside when it is not accepted."""
    read = table(folder, f"nr;{column}\n0001;{text}\n")
    assert read.rows_in == 1
    if read.problems:
        (problem,) = read.problems
        assert (problem.rad, problem.kolonne, problem.verdi) == (2, column, text)
        assert read.frame.height == 0
        return problem
    return read.frame[column].item()


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("12", 12),
        ("5 425 270", 5_425_270),
        ("5\u00a0425\u00a0270", 5_425_270),
        ("5\u202f425\u202f270", 5_425_270),
        ("12.0", 12),
        ("12,00", 12),
    ],
)
def test_whole_numbers_as_people_and_excel_write_them(
    tmp_path: Path, text: str, value: int
) -> None:
    assert cell(tmp_path, "antall", text) == value


# 12.000 is twelve thousand to a Norwegian and twelve to a computer, so it is neither.
@pytest.mark.parametrize("text", ["12.000", "5,000", "12,5", "ca. 80", "80 m2", "-1", "99999999"])
def test_what_is_no_whole_number_within_bounds_is_refused(tmp_path: Path, text: str) -> None:
    problem = cell(tmp_path, "antall", text)
    assert problem.ventet == "et helt tall fra 0 til 10000000"


@pytest.mark.parametrize(
    ("text", "value"),
    [("80,5", 80.5), ("80.5", 80.5), ("1 234,5", 1234.5), ("1\u00a0234,5", 1234.5), ("-3", -3.0)],
)
def test_decimals_with_comma_or_point(tmp_path: Path, text: str, value: float) -> None:
    assert cell(tmp_path, "verdi", text) == value


@pytest.mark.parametrize("text", ["1.234,5", "1,234.5", "nan", "inf", "80 %"])
def test_what_is_no_number_is_refused(tmp_path: Path, text: str) -> None:
    assert cell(tmp_path, "verdi", text).ventet == "et tall"


@pytest.mark.parametrize(
    "text", ["2022-05-31", "31.05.2022", "31.5.2022", "2022-05-31 00:00:00", "2022-05-31 13:04:00"]
)
def test_both_forms_of_a_date(tmp_path: Path, text: str) -> None:
    assert cell(tmp_path, "dato", text) == date(2022, 5, 31)


@pytest.mark.parametrize("text", ["31.05.22", "22-05-31", "31.02.2022", "31/05/2022", "mai 2022"])
def test_what_is_no_certain_date_is_refused(tmp_path: Path, text: str) -> None:
    assert cell(tmp_path, "dato", text).ventet == "en dato som 2022-05-31 eller 31.05.2022"


def test_a_value_outside_the_vocabulary_is_shown_with_the_vocabulary(tmp_path: Path) -> None:
    assert cell(tmp_path, "tilstand", "god") == "god"
    assert str(cell(tmp_path, "tilstand", "Bra")) == (
        "t.csv, rad 2, kolonne «tilstand»: fant «Bra», ventet en av: god, middels."
    )


def test_an_excel_file_reads_like_a_csv_file(tmp_path: Path) -> None:
    path = workbook(
        tmp_path / "t.xlsx",
        ["nr", "antall", "verdi", "dato", "tilstand"],
        ["0301", 699827, 12.5, date(2022, 5, 31), "god"],
        [],
        [301, 2, 1, "31.05.2022", "middels"],
    )
    read = read_table(path, "t", Prove)
    assert read.frame.rows() == [(2, "0301", 699827, 12.5, date(2022, 5, 31), "god", None)]
    # Excel took the zero in front away from a number that was typed as a number.
    assert said(read) == ["t.xlsx, rad 4, kolonne «nr»: fant «301», ventet fire sifre."]


def test_every_mistake_of_a_row_is_told_once_and_good_rows_are_kept(tmp_path: Path) -> None:
    read = table(tmp_path, "nr;antall;dato\n0001;1;\n2;x;31.02.2022\n0003;3;\n")
    assert read.frame[ROW].to_list() == [2, 4]
    assert read.rows_in == 3
    assert [(p.rad, p.kolonne, p.verdi) for p in read.problems] == [
        (3, "antall", "x"),
        (3, "dato", "31.02.2022"),
        (3, "nr", "2"),
    ]


def test_a_required_cell_that_is_empty_says_what_it_may_hold(tmp_path: Path) -> None:
    read = table(tmp_path, "nr;antall\n;1\n;2\n")
    assert said(read) == [
        "t.csv, rad 2, kolonne «nr»: fant ingenting, ventet fire sifre.",
        "t.csv, rad 3, kolonne «nr»: fant ingenting, ventet fire sifre.",
    ]


def test_optional_columns_may_be_missing(tmp_path: Path) -> None:
    read = table(tmp_path, "nr\n0001\n")
    assert read.frame.rows() == [(2, "0001", None, None, None, None, None)]
    assert read.frame.columns == [ROW, *Prove.columns()]


def test_a_missing_required_column_is_told_once_not_per_row(tmp_path: Path) -> None:
    read = table(tmp_path, "antall;merknad\n1;x\n2;y\n3;z\n")
    assert said(read) == [
        "t.csv, rad 1, kolonne «nr»: fant ingenting, ventet en kolonne med dette navnet."
    ]
    assert (read.rows_in, read.frame.height) == (3, 0)


def test_a_misspelled_column_is_one_mistake_with_a_suggestion(tmp_path: Path) -> None:
    read = table(tmp_path, "NR;antal\n0001;1\n")
    assert said(read) == [
        "t.csv, rad 1, kolonne «NR»: fant «NR», ventet kolonnen «nr».",
        "t.csv, rad 1, kolonne «antal»: fant «antal», ventet kolonnen «antall».",
    ]


def test_an_unknown_column_is_told_which_columns_there_are(tmp_path: Path) -> None:
    read = table(tmp_path, "nr;saksbehandler\n0001;Kari\n")
    assert said(read) == [
        (
            "t.csv, rad 1, kolonne «saksbehandler»: fant «saksbehandler», "
            "ventet en av kolonnene nr, antall, verdi, dato, tilstand, merknad."
        )
    ]


def test_a_column_that_is_there_already_is_not_suggested(tmp_path: Path) -> None:
    read = table(tmp_path, "nr;antall;antall2\n0001;1;2\n")
    assert [p.ventet.startswith("en av kolonnene nr,") for p in read.problems] == [True]
    twice = table(tmp_path, "nr;antall;antall\n0001;1;2\n")
    assert [p.ventet for p in twice.problems] == ["kolonnen bare én gang"]


def test_a_repeated_key_is_told_where_it_was_before(tmp_path: Path) -> None:
    read = table(tmp_path, "nr\n0001\n0002\n0001\n0001\n")
    assert said(read) == [
        f"t.csv, rad {rad}, kolonne «nr»: fant «0001», "
        "ventet en nøkkel som bare finnes én gang, men den står også i rad 2."
        for rad in (4, 5)
    ]
    assert read.frame[ROW].to_list() == [2, 3]


def test_a_key_of_two_columns_repeats_only_as_a_pair(tmp_path: Path) -> None:
    read = table(tmp_path, "a,b\nx,1\nx,2\ny,1\nx,1\n", Par)
    assert [(p.rad, p.kolonne, p.verdi) for p in read.problems] == [(5, "a, b", "x, 1")]


def test_a_required_value_of_the_wrong_type_is_not_called_missing_too(tmp_path: Path) -> None:
    assert said(table(tmp_path, "a,b\nx,to\n", Par)) == [
        "t.csv, rad 2, kolonne «b»: fant «to», ventet et helt tall."
    ]


def test_a_table_without_key_may_repeat_itself(tmp_path: Path) -> None:
    assert table(tmp_path, "a\nx\nx\n", Uten).frame.height == 2


def test_a_row_with_too_many_cells_is_set_aside_with_one_reason(tmp_path: Path) -> None:
    read = table(tmp_path, "nr,antall,dato\n0001,1,\n0002,et,ord,for mye\n")
    (problem,) = read.problems
    assert (problem.rad, problem.verdi) == (3, "for mye")
    assert (read.rows_in, read.frame[ROW].to_list()) == (2, [2])
    assert read.raw.filter(rad=3)["antall"].item() == "et"


def test_a_message_is_one_line_however_much_is_in_the_cell() -> None:
    text = str(Problem("t.csv", 2, "dato", "første\nlinje " + "x" * 500, "en dato"))
    assert text.startswith("t.csv, rad 2, kolonne «dato»: fant «første linje xxx")
    assert text.endswith("x…», ventet en dato.")
    assert len(text) < 160
    assert "\n" not in text


def test_a_municipality_names_itself_and_replaces_only_others(tmp_path: Path) -> None:
    read = table(
        tmp_path,
        "innspill_id,avsender,avsendertype,kommunenumre,malform,erstatter,kilde\n"
        "A,Oslo,kommune,,bokmaal,,k\n"
        "B,Oslo,kommune,0301,bokmaal,B,k\n"
        "C,Norges Bilforening,organisasjon,,bokmaal,A,k\n"
        "D,Oslo,kommune,0301;1101,bokmaal,,k\n",
        answer_schemas.Innspill,
    )
    assert said(read) == [
        (
            "t.csv, rad 2, kolonne «kommunenumre»: fant ingenting, "
            "ventet minst ett kommunenummer når avsendertypen er «kommune»."
        ),
        (
            "t.csv, rad 3, kolonne «erstatter»: fant «B», "
            "ventet innspill_id for et annet innspill enn dette."
        ),
        (
            "t.csv, rad 5, kolonne «kommunenumre»: fant «0301;1101», "
            "ventet kommunenumre med fire sifre, skilt med | (skriv «0301|1101»)."
        ),
    ]
    assert read.frame["innspill_id"].to_list() == ["C"]


@pytest.mark.parametrize("name", [*schemas.COMMON, *schemas.OPTIONAL, *schemas.ANSWERS])
def test_every_declared_column_can_say_in_norwegian_what_it_accepts(name: str) -> None:
    schema = (schemas.COMMON | schemas.OPTIONAL | schemas.ANSWERS)[name]
    for column, spec in schema.columns().items():
        assert len(expectation(spec)) >= 5, column
        assert spec.description, column
