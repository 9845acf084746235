"""Source files as offices really save them: read right, or told so that they can be mended."""

from pathlib import Path

import pytest
import xlsxwriter

from data.problems import Problem, told
from data.tabular import read_sheet
from tests.data.workshop import GOOD, HEADING, ROW, Workshop, rows, workbook

CODED = "innspill_id,kommunenummer,felt,verdi,kodet_av\n"


def errors(workshop: Workshop) -> list[str]:
    code, _out, err = workshop.run("check", "innspill")
    assert code == 1
    return err[1:]


@pytest.mark.parametrize(
    "cell", ["#N/A", "#DIV/0!", "#REF!", "#VERDI!", "#I/T", "#NAVN?", "####", "Err:502"]
)
def test_an_error_in_any_cell_is_named_and_never_read_as_empty(
    workshop: Workshop, cell: str
) -> None:
    workshop.write(innspill=GOOD, koding=f"{CODED}A1,{cell},tema,rus,fil\n")
    (message,) = errors(workshop)
    assert message.startswith(f"koding.csv, rad 2, kolonne «kommunenummer»: fant «{cell}», ")
    workshop.write(koding=CODED, svar=f"innspill_id,sporsmal,tekst\nA1,1,{cell}\n")
    assert "kolonne «tekst»" in errors(workshop)[0]


@pytest.mark.parametrize(
    ("formula", "shown"), [("=NA()", "#N/A"), ("=1/0", "#DIV/0!"), ("=A1:A2*X", "#NAME?")]
)
def test_an_error_in_a_workbook_is_named_by_its_cell(
    workshop: Workshop, formula: str, shown: str
) -> None:
    workshop.write(innspill=GOOD)
    with xlsxwriter.Workbook(workshop.sources / "koding.xlsx") as book:
        sheet = book.add_worksheet()
        sheet.write_row(0, 0, CODED.strip().split(","))
        sheet.write_row(1, 0, ["A1", None, "tema", "rus", "fil"])
        sheet.write_formula(1, 1, formula, None, shown)
    (message,) = errors(workshop)
    assert message.startswith(f"koding.xlsx, rad 2, kolonne «kommunenummer»: fant «{shown}», ")


def test_the_visible_sheet_is_read_and_the_others_are_told(workshop: Workshop) -> None:
    with xlsxwriter.Workbook(workshop.sources / "innspill.xlsx") as book:
        hidden, shown = book.add_worksheet("Gammel"), book.add_worksheet("Svar")
        extra = book.add_worksheet("Notater")
        hidden.write_row(0, 0, ["noe", "annet"])
        hidden.hide()
        shown.activate()
        for number, line in enumerate(GOOD.splitlines()):
            shown.write_row(number, 0, line.split(","))
        extra.write_row(0, 0, ["husk"])
    code, _out, err = workshop.run("build", "innspill")
    assert code == 0
    assert rows(workshop.newest(), "select innspill_id from innspill") == [("A1",)]
    assert err == [
        (
            "innspill: innspill.xlsx: arket «Gammel» har 1 rader, er skjult og er ikke lest, "
            "bare «Svar»."
        ),
        "innspill: innspill.xlsx: arket «Notater» har 1 rader og er ikke lest, bare «Svar».",
    ]


@pytest.mark.parametrize("title", ["Les meg først", "innspill_id"])
def test_the_sheet_with_the_tables_headings_is_read_whatever_stands_before_it(
    workshop: Workshop, title: str
) -> None:
    with xlsxwriter.Workbook(workshop.sources / "innspill.xlsx") as book:
        book.add_worksheet("Veiledning").write_row(0, 0, [title, "Slik fyller du ut"])
        table = book.add_worksheet("Data")
        for number, line in enumerate(GOOD.splitlines()):
            table.write_row(number + 2, 0, line.split(","))
    code, _out, err = workshop.run("build", "innspill")
    assert code == 0
    assert rows(workshop.newest(), "select innspill_id from innspill") == [("A1",)]
    assert any("arket «Veiledning» har 1 rader og er ikke lest" in line for line in err)


@pytest.mark.parametrize("above", [1, 3])
def test_rows_have_the_numbers_of_the_spreadsheet_after_blank_ones(
    tmp_path: Path, above: int
) -> None:
    book = read_sheet(workbook(tmp_path / "t.xlsx", *[[]] * above, ["a", "b"], ["1", "2"]))
    (tmp_path / "t.csv").write_text("\n" * above + "a;b\n1;2\n", "utf-8")
    text = read_sheet(tmp_path / "t.csv")
    for sheet in (book, text):
        assert (sheet.headings, sheet.heading_row) == (("a", "b"), above + 1)
        assert (sheet.rows, sheet.numbers) == ((("1", "2"),), (above + 2,))


def test_a_mistake_below_blank_rows_is_placed_where_the_spreadsheet_shows_it(
    workshop: Workshop,
) -> None:
    workshop.write(innspill=f"\n\n\n{HEADING}\n{ROW.replace('0301', '301')}\n")
    assert errors(workshop)[0].startswith("innspill.csv, rad 5, kolonne «kommunenumre»")


@pytest.mark.parametrize("name", ["Koding.CSV", "KODING.csv"])
def test_a_file_is_found_whatever_the_case_of_its_name(workshop: Workshop, name: str) -> None:
    workshop.write(innspill=GOOD)
    (workshop.sources / name).write_text(f"{CODED}A1,,tema,tull,fil\n", "utf-8")
    assert errors(workshop)[0].startswith(f"{name}, rad 2, kolonne «verdi»")


@pytest.mark.parametrize("name", ["Innspill.csv", "INNSPILL.XLSX"])
def test_the_set_is_built_from_a_file_in_capitals(workshop: Workshop, name: str) -> None:
    if name.endswith("csv"):
        (workshop.sources / name).write_text(GOOD, "utf-8")
    else:
        workbook(workshop.sources / name, *(line.split(",") for line in GOOD.splitlines()))
    assert workshop.run("build", "innspill")[0] == 0
    assert rows(workshop.newest(), "select innspill_id from innspill") == [("A1",)]


@pytest.mark.parametrize("name", ["lokaler.xls", "raad.ods", "koding.txt", "Innspill.XLSM"])
def test_a_file_that_is_not_read_is_told(workshop: Workshop, name: str) -> None:
    workshop.write(innspill=GOOD)
    (workshop.sources / name).write_bytes(b"x")
    (message,) = errors(workshop)
    assert message.startswith(f"{name}: ventet CSV eller XLSX; ")
    assert "lagre som CSV eller XLSX" in message


@pytest.mark.parametrize("name", ["innspill.xls", "koding.ods", "koding.csv"])
def test_a_set_whose_only_file_is_not_enough_is_an_error_not_a_skip(
    workshop: Workshop, name: str
) -> None:
    (workshop.sources / name).write_bytes(b"innspill_id\n")
    code, _out, err = workshop.run("check")
    assert code == 1
    assert any("innspill" in line for line in err)


def test_excels_own_file_beside_an_open_workbook_is_nobodys_table(workshop: Workshop) -> None:
    workshop.write(innspill=GOOD)
    (workshop.sources / "~$innspill.xlsx").write_bytes(b"x")
    assert workshop.run("check", "innspill")[0] == 0


TEXT = "id;navn\n1;Sør-Varanger\n2;Bodø\n3;Målselv\n"


@pytest.mark.parametrize(
    "encoding", ["utf-16", "utf-16-le", "mac_roman", "cp1252", "cp850", "utf-8-sig"]
)
def test_letters_survive_every_encoding_that_offices_write(tmp_path: Path, encoding: str) -> None:
    path = tmp_path / "t.csv"
    path.write_bytes(TEXT.replace(";", "\t").encode(encoding))
    sheet = read_sheet(path)
    assert sheet.rows == (("1", "Sør-Varanger"), ("2", "Bodø"), ("3", "Målselv"))
    assert sheet.notes == ()


def test_one_row_in_an_older_encoding_spoils_no_other_and_is_told(tmp_path: Path) -> None:
    lines = TEXT.splitlines(keepends=True)
    mixed = b"".join(line.encode("cp1252" if "Bodø" in line else "utf-8") for line in lines)
    (tmp_path / "t.csv").write_bytes(mixed)
    sheet = read_sheet(tmp_path / "t.csv")
    assert sheet.rows == (("1", "Sør-Varanger"), ("2", "Bodø"), ("3", "Målselv"))
    assert sheet.notes == (
        "t.csv: linje 3 er i en eldre tegnkoding enn resten; se over at æ, ø og å er rett.",
    )


def test_text_that_was_saved_twice_is_read_right_and_told(tmp_path: Path) -> None:
    (tmp_path / "t.csv").write_bytes(TEXT.encode().decode("cp1252").encode())
    sheet = read_sheet(tmp_path / "t.csv")
    assert sheet.rows == (("1", "Sør-Varanger"), ("2", "Bodø"), ("3", "Målselv"))
    assert sheet.notes[0].startswith("t.csv: linje 2, 3, 4 var lagret to ganger i UTF-8")


@pytest.mark.parametrize(
    ("serial", "day"),
    [("44712", "31.05.2022"), ("44713.0", "01.06.2022"), ("44713,54", "01.06.2022")],
)
def test_a_date_as_excel_counts_it_is_refused_with_the_date(
    workshop: Workshop, serial: str, day: str
) -> None:
    workshop.write(innspill=GOOD.replace("2022-05-20", f'"{serial}"'))
    (message,) = errors(workshop)
    assert message.endswith(f"er {day} som Excel-tall, så formater kolonnen som dato.")


def test_very_many_mistakes_are_some_lines_and_a_count_of_each_kind(workshop: Workshop) -> None:
    bad = "".join(f"A1,,tema,tull{i},fil\n" for i in range(3_000))
    workshop.write(innspill=GOOD, koding=CODED + bad + "A1,9999,tema,rus,fil\n")
    code, _out, err = workshop.run("check", "innspill")
    assert code == 1
    assert len(err) <= 55
    assert err[0] == "innspill: 3001 feil, ingenting er bygd"
    assert "- koding.csv, kolonne «verdi»: 3000 feil" in err
    assert any("kolonne «kommunenummer»: fant «9999»" in line for line in err)


def test_few_mistakes_are_all_told() -> None:
    few = [Problem("t.csv", row, "a", "x", "y") for row in range(2, 30)]
    assert told(few) == [str(problem) for problem in few]


@pytest.mark.parametrize(
    ("number", "now"), [("3101", "Halden (3001)"), ("1508", "Ålesund (1507)"), ("5501", "Tromsø")]
)
def test_a_number_of_2024_is_told_with_the_one_of_2022(
    workshop: Workshop, number: str, now: str
) -> None:
    workshop.write(innspill=GOOD.replace("0301", number))
    assert now in errors(workshop)[0]


@pytest.mark.parametrize("cell", ["3449,3450, 3451", "3449; 3450 og 3451"])
def test_several_numbers_in_a_cell_are_told_how_to_be_written(
    workshop: Workshop, cell: str
) -> None:
    workshop.write(innspill=GOOD.replace("0301", f'"{cell}"'))
    assert "(skriv «3449|3450|3451»)" in errors(workshop)[0]


@pytest.mark.parametrize("delimiter", [";", ","])
def test_a_heading_row_may_end_with_the_delimiter(workshop: Workshop, delimiter: str) -> None:
    lines = [HEADING + ",", ROW]
    workshop.write(innspill="\n".join(lines).replace(",", delimiter) + "\n")
    assert workshop.run("check", "innspill")[0] == 0


@pytest.mark.parametrize("title", ["Tabell 1. Innspill, etter kommune", "Innspill\n\nPer 1.6.2022"])
def test_a_title_above_the_headings_is_told_and_left_out(workshop: Workshop, title: str) -> None:
    body = GOOD.replace(",", ";")
    workshop.write(innspill=f"{title}\n\n{body}")
    code, _out, err = workshop.run("build", "innspill")
    assert code == 0
    row = title.count("\n") + 3
    assert err == [
        (
            f"innspill: innspill.csv: overskriftene står i rad {row}; over dem står "
            f"«{title.splitlines()[0]}», som ikke er lest."
        )
    ]
    assert rows(workshop.newest(), "select innspill_id from innspill") == [("A1",)]
