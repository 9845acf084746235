"""A folder of saved answers becomes source files that build, and people's corrections stand."""

from pathlib import Path

import polars as pl
import pytest

from data.documents.importing import Imported, import_folder
from data.documents.reading.pdf import SCANNED
from data.problems import SourceError
from data.tabular import read_sheet
from tests.data.documents.papers import scan
from tests.data.saved import ANSWERS, page, paragraphs, pdf, register, word
from tests.data.workshop import Workshop, rows


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Return an empty folder to save answers in."""
    made = tmp_path / "lagret"
    made.mkdir()
    return made


@pytest.fixture
def target(tmp_path: Path) -> Path:
    """Return where the source files come."""
    return tmp_path / "innspill"


def save(folder: Path, name: str, text: str) -> None:
    (folder / name).write_text(text, "utf-8")


def imported(folder: Path, target: Path) -> Imported:
    return import_folder(folder, target, register())


def table(target: Path, name: str) -> pl.DataFrame:
    sheet = read_sheet(target / f"{name}.csv")
    return pl.DataFrame(sheet.rows, schema=list(sheet.headings), orient="row")


def said(done: Imported, fil: str) -> str:
    return " ".join(remark.text for remark in done.remarks if remark.fil == fil)


def test_a_saved_page_becomes_an_answer_divided_on_the_questions(
    folder: Path, target: Path
) -> None:
    save(folder, "rana.html", page("Rana kommune", paragraphs("Vedtak.", *ANSWERS)))
    done = imported(folder, target)
    assert (done.written, done.known, done.remarks) == (("rana.html",), (), ())
    row = table(target, "innspill").row(0, named=True)
    assert row["innspill_id"] == "H0a1b2c3d"
    assert (row["avsendertype"], row["kommunenumre"], row["dato"]) == (
        "kommune",
        "1833",
        "2022-05-31",
    )
    assert row["malform"] == "bokmaal"
    texts = table(target, "svar")
    assert dict(texts.select("sporsmal", "tekst").iter_rows()) == {"0": "Vedtak."} | {
        str(n): text for n, text in enumerate(ANSWERS, 1)
    }


def test_the_ministrys_build_takes_what_was_imported(workshop: Workshop, folder: Path) -> None:
    save(folder, "rana.html", page("Rana kommune", paragraphs(*ANSWERS)))
    save(folder, "ukjent.html", page("Kari Nordmann", paragraphs("Mer politi."), uid="1b1b1b1b"))
    pdf(folder / "hemnes-kommune.pdf", ["\n".join(ANSWERS)])
    code, told, _errors = workshop.run("import", str(folder))
    assert (code, told[0].split(" i ")[0]) == (0, "3 svar lest inn")
    assert workshop.run("build", "innspill")[0] == 0
    numbers = rows(
        workshop.newest(), "select kommunenummer from gjeldende_innspill order by kommunenummer"
    )
    assert numbers == [("1832",), ("1833",)]


def test_an_answer_that_is_only_a_pointer_gets_the_text_of_its_attachment(
    folder: Path, target: Path
) -> None:
    link = '<a href="/Download/?vedleggId=1">Svar fra kommunen.pdf (PDF, 12 kB)</a>'
    save(folder, "rana.html", page("Rana kommune", paragraphs("Se vedlegg."), links=link))
    pdf(folder / "Svar fra kommunen.pdf", ["\n".join(ANSWERS)])
    done = imported(folder, target)
    assert done.written == ("rana.html",)
    texts = dict(table(target, "svar").select("sporsmal", "tekst").iter_rows())
    assert texts["0"].startswith("Se vedlegg.")
    assert texts["5"] == ANSWERS[4]


def test_an_attachment_that_was_not_saved_is_asked_for(folder: Path, target: Path) -> None:
    link = '<a href="/Download/?vedleggId=1">Svar.pdf</a>'
    save(folder, "rana.html", page("Rana kommune", paragraphs("Se vedlegg."), links=link))
    assert "«Svar.pdf», som ikke er i mappen" in said(imported(folder, target), "rana.html")
    assert "Svar.pdf" in table(target, "innspill")["merknad"][0]


def test_files_say_themselves_whose_they_are(folder: Path, target: Path) -> None:
    pdf(folder / "hemnes_kommune_svar.pdf", ["\n".join(ANSWERS)])
    word(folder / "svar.docx", ["Luster kommune", "", "Svar på brev 22/535", *ANSWERS])
    word(folder / "uten navn.docx", list(ANSWERS))
    done = imported(folder, target)
    numbers = dict(table(target, "innspill").select("kilde", "kommunenumre").iter_rows())
    assert numbers == {
        "hemnes_kommune_svar.pdf": "1832",
        "svar.docx": "4644",
        "uten navn.docx": None,
    }
    assert "ikke gjenkjent" in said(done, "uten navn.docx")


def test_nothing_that_cannot_be_read_stops_the_rest(folder: Path, target: Path) -> None:
    save(folder, "rana.html", page("Rana kommune", paragraphs(*ANSWERS)))
    save(folder, "liste.html", "<h1>Alle svar</h1>")
    save(folder, "falsk.pdf", "nei")
    save(folder, "bilde.png", "nei")
    (folder / "rana_files").mkdir()
    save(folder / "rana_files", "stil.css", "a{}")
    done = imported(folder, target)
    assert done.written == ("rana.html",)
    assert {remark.fil for remark in done.remarks} == {"liste.html", "falsk.pdf", "bilde.png"}


def test_a_scan_has_a_row_and_no_text(
    folder: Path, target: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    # The process that reads finds no programs, so no Tesseract.
    monkeypatch.setenv("PATH", "")
    (folder / "rana kommune.pdf").write_bytes(scan("bilde: Vi venter mer."))
    done = imported(folder, target)
    assert SCANNED in said(done, "rana kommune.pdf")
    assert table(target, "innspill")["kommunenumre"].to_list() == ["1833"]
    assert not (target / "svar.csv").exists()


def test_a_division_with_gaps_is_to_be_checked(folder: Path, target: Path) -> None:
    save(folder, "rana.html", page("Rana kommune", paragraphs(*ANSWERS[:3])))
    assert "spørsmål 4, 5" in said(imported(folder, target), "rana.html")
    save(folder, "luster.html", page("Luster kommune", paragraphs("Fritt svar."), uid="2c2c2c2c"))
    assert "udelt" in said(imported(folder, target), "luster.html")


def test_what_a_person_has_corrected_stands_when_more_answers_come(
    folder: Path, target: Path
) -> None:
    save(folder, "rana.html", page("Rana kommune", paragraphs(*ANSWERS)))
    imported(folder, target)
    path = target / "innspill.csv"
    # Saved again from a spreadsheet, with a column of the case worker's own.
    lines = path.read_text("utf-8-sig").splitlines()
    corrected = [f"{lines[0]};lest", f"{lines[1].replace('Rana kommune', 'Ordføreren i Rana')};ja"]
    path.write_bytes("\r\n".join(corrected).encode("cp1252"))
    save(folder, "luster.html", page("Luster kommune", paragraphs(*ANSWERS), uid="2c2c2c2c"))
    done = imported(folder, target)
    assert (done.written, done.known) == (("luster.html",), ("rana.html",))
    kept = table(target, "innspill").sort("avsender")
    assert kept["avsender"].to_list() == ["Luster kommune", "Ordføreren i Rana"]
    assert kept["lest"].to_list() == [None, "ja"]
    assert table(target, "svar").height == 10


def test_an_import_that_was_cut_short_is_made_whole(folder: Path, target: Path) -> None:
    save(folder, "rana.html", page("Rana kommune", paragraphs(*ANSWERS)))
    imported(folder, target)
    (target / "innspill.csv").unlink()
    assert imported(folder, target).written == ("rana.html",)
    assert table(target, "innspill").height == 1
    assert table(target, "svar").height == len(ANSWERS)


def test_a_table_with_cells_under_no_heading_is_left_as_it_is(folder: Path, target: Path) -> None:
    save(folder, "rana.html", page("Rana kommune", paragraphs(*ANSWERS)))
    target.mkdir()
    spoiled = "innspill_id;avsender\nA1;Oslo kommune;bortkommet\n"
    (target / "innspill.csv").write_text(spoiled, "utf-8")
    with pytest.raises(SourceError, match=r"bortkommet|høyst 2 celler"):
        imported(folder, target)
    assert (target / "innspill.csv").read_text("utf-8") == spoiled


def test_tables_kept_as_workbooks_are_left_alone(folder: Path, target: Path) -> None:
    save(folder, "rana.html", page("Rana kommune", paragraphs(*ANSWERS)))
    target.mkdir()
    (target / "svar.xlsx").write_bytes(b"")
    with pytest.raises(SourceError, match="lagre arket som CSV"):
        imported(folder, target)
    assert not (target / "innspill.csv").exists()


@pytest.mark.parametrize("name", ["tom", "finnes ikke"])
def test_a_folder_without_answers_says_so(tmp_path: Path, workshop: Workshop, name: str) -> None:
    (tmp_path / "tom").mkdir()
    code, _told, errors = workshop.run("import", str(tmp_path / name))
    assert code == 1
    assert "en mappe med lagrede svar" in errors[1]
