"""Files are read as people save them: any of three encodings, three delimiters, two formats."""

from datetime import date, datetime
from pathlib import Path

import pytest

from data.problems import SourceError
from data.tabular import find, read_sheet
from tests.data.workshop import workbook

TEXT = "id;navn;merknad\n1;Sør-Varanger – «øst»;\n2;Bodø;æ\n"


def csv_file(folder: Path, content: str | bytes) -> Path:
    path = folder / "t.csv"
    path.write_bytes(content if isinstance(content, bytes) else content.encode())
    return path


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "cp1252"])
def test_norwegian_letters_survive_each_encoding(tmp_path: Path, encoding: str) -> None:
    sheet = read_sheet(csv_file(tmp_path, TEXT.encode(encoding)))
    assert sheet.headings == ("id", "navn", "merknad")
    assert sheet.rows == (("1", "Sør-Varanger – «øst»", None), ("2", "Bodø", "æ"))


@pytest.mark.parametrize("delimiter", [",", ";", "\t"])
def test_the_delimiter_is_the_one_in_the_heading(tmp_path: Path, delimiter: str) -> None:
    lines = [["id", "navn"], ["1", '"a, b; c\td"'], ["2", "x"]]
    text = "\n".join(delimiter.join(line) for line in lines)
    assert read_sheet(csv_file(tmp_path, text)).rows == (("1", "a, b; c\td"), ("2", "x"))


@pytest.mark.parametrize("newline", ["\n", "\r\n", "\r"])
def test_line_ends_of_every_system(tmp_path: Path, newline: str) -> None:
    sheet = read_sheet(csv_file(tmp_path, newline.join(["a,b", "1,2", "", "3,4"]) + newline))
    assert sheet.rows == (("1", "2"), ("3", "4"))
    assert sheet.numbers == (2, 4)


def test_empty_rows_are_left_out_but_counted_in_the_row_numbers(tmp_path: Path) -> None:
    sheet = read_sheet(csv_file(tmp_path, "a;b\n\n1;2\n;\n  ; \n3;4\n\n"))
    assert sheet.rows == (("1", "2"), ("3", "4"))
    assert sheet.numbers == (3, 6)


def test_a_cell_of_many_lines_is_one_cell_in_one_row(tmp_path: Path) -> None:
    sheet = read_sheet(csv_file(tmp_path, 'a,b\n1,"første\n\nandre ""linje"""\n2,x\n'))
    assert sheet.rows == (("1", 'første\n\nandre "linje"'), ("2", "x"))
    assert sheet.numbers == (2, 3)


@pytest.mark.parametrize("mark", ["\x0b", "\x0c", "\x1c", "\x85", "\u2028"])
def test_a_break_pasted_from_word_does_not_cut_the_row(tmp_path: Path, mark: str) -> None:
    sheet = read_sheet(csv_file(tmp_path, f"a,b,c\n1,over{mark}under,3\n"))
    assert sheet.rows == (("1", f"over{mark}under", "3"),)


def test_cells_are_trimmed_and_short_rows_filled(tmp_path: Path) -> None:
    sheet = read_sheet(csv_file(tmp_path, " a , b,c\n 1 ,\n"))
    assert sheet.headings == ("a", "b", "c")
    assert sheet.rows == (("1", None, None),)


def test_a_row_with_too_many_cells_is_a_problem_and_still_a_row(tmp_path: Path) -> None:
    sheet = read_sheet(csv_file(tmp_path, "a,b\n1,2\n3,fire, fem\n5,6,,\n"))
    assert [str(p) for p in sheet.problems] == [
        (
            "t.csv, rad 3, kolonne «b»: fant «fem», ventet høyst 2 celler, men raden har 3; "
            "mangler det anførselstegn?"
        )
    ]
    assert sheet.rows == (("1", "2"), ("3", "fire"), ("5", "6"))
    assert sheet.numbers == (2, 3, 4)


def test_a_cell_under_an_empty_heading_is_not_lost_in_silence(tmp_path: Path) -> None:
    sheet = read_sheet(
        workbook(tmp_path / "t.xlsx", ["a", "b"], ["1", "2"], ["3", "4", None, "notat"])
    )
    (problem,) = sheet.problems
    assert (problem.rad, problem.verdi) == (3, "notat")
    assert problem.ventet.startswith("høyst 2 celler, men raden har 4")
    middle = read_sheet(csv_file(tmp_path, "a,,c\n1,,3\n1,x,3\n"))
    assert [(p.rad, p.verdi) for p in middle.problems] == [(3, "x")]


@pytest.mark.parametrize("end", ["", "\n"])
def test_a_quote_that_is_never_closed_does_not_swallow_the_rest(tmp_path: Path, end: str) -> None:
    with pytest.raises(SourceError) as caught:
        read_sheet(csv_file(tmp_path, f'a,b\n1,x\n2,"åpen\n3,y\n4,z{end}'))
    assert str(caught.value) == ("t.csv: ventet at anførselstegnet som åpnes i rad 3, også lukkes.")


def test_a_quote_inside_a_cell_is_only_a_character(tmp_path: Path) -> None:
    assert read_sheet(csv_file(tmp_path, 'a,b\n1,5" rør\n2,x')).rows == (
        ("1", '5" rør'),
        ("2", "x"),
    )


def test_excel_dates_and_numbers_become_text_that_reads_back(tmp_path: Path) -> None:
    path = workbook(
        tmp_path / "t.xlsx",
        ["dato", "tid", "heltall", "tall", "nummer", "tekst"],
        [date(2022, 5, 31), datetime(2022, 5, 31, 13, 4), 12, 12.5, "0301", "æ\nø"],  # noqa: DTZ001
    )
    (row,) = read_sheet(path).rows
    assert row == ("2022-05-31 00:00:00", "2022-05-31 13:04:00", "12", "12.5", "0301", "æ\nø")


def test_excel_rows_keep_the_numbers_excel_shows(tmp_path: Path) -> None:
    sheet = read_sheet(
        workbook(tmp_path / "t.xlsx", ["a", "b"], [], ["1", "2"], [None, None], ["3", "4"])
    )
    assert sheet.rows == (("1", "2"), ("3", "4"))
    assert sheet.numbers == (3, 5)


def test_empty_files_have_no_headings_and_no_rows(tmp_path: Path) -> None:
    for path in (csv_file(tmp_path, ""), workbook(tmp_path / "t.xlsx")):
        sheet = read_sheet(path)
        assert (sheet.headings, sheet.rows, sheet.problems) == ((), (), ())


def test_a_broken_workbook_is_named(tmp_path: Path) -> None:
    (tmp_path / "t.xlsx").write_bytes(b"not a workbook")
    with pytest.raises(SourceError, match=r"^t\.xlsx: ventet en lesbar XLSX-fil\.$"):
        read_sheet(tmp_path / "t.xlsx")


def test_a_table_is_found_in_either_format_but_not_both(tmp_path: Path) -> None:
    assert find(tmp_path, "t") is None
    assert find(tmp_path, "t") != (book := workbook(tmp_path / "t.xlsx", ["a"]))
    assert find(tmp_path, "t") == find(tmp_path, "T") == book
    csv_file(tmp_path, "a\n1\n")
    with pytest.raises(SourceError, match=r"t\.csv: ventet én fil, men t\.xlsx finnes også"):
        find(tmp_path, "t")


@pytest.mark.parametrize("other", ["~$t.xlsx", ".t.csv", "t.md", "t"])
def test_what_is_no_table_is_not_taken_for_one(other: str, tmp_path: Path) -> None:
    (tmp_path / other).write_bytes(b"a\n1\n")
    assert find(tmp_path, "t") is find(tmp_path, Path(other).stem) is None
    table = csv_file(tmp_path, "a\n1\n")
    assert find(tmp_path, "t") == table


def test_there_is_no_table_where_there_is_no_folder(tmp_path: Path) -> None:
    assert find(tmp_path / "borte", "t") is None
    assert find(csv_file(tmp_path, "a\n"), "t") is None


@pytest.mark.parametrize("written", ["Innspill_ID;AVSENDER", "innspill_id;avsender"])
def test_headings_below_a_title_are_found_however_they_are_written(
    written: str, tmp_path: Path
) -> None:
    file = csv_file(tmp_path, f"Svar fra kommunene\n{written}\nA1;Bodø\n")
    for known in (("innspill_id", "avsender"), ("Innspill_id", "Avsender")):
        sheet = read_sheet(file, known)
        assert (sheet.headings, sheet.heading_row) == (tuple(written.split(";")), 2)
        assert sheet.rows == (("A1", "Bodø"),)


def test_commas_in_a_quoted_heading_set_no_columns_apart(tmp_path: Path) -> None:
    sheet = read_sheet(csv_file(tmp_path, '"a";"b, etter c, d og e"\n"1";"2"\n'))
    assert sheet.headings == ("a", "b, etter c, d og e")
    assert sheet.rows == (("1", "2"),)
