"""What must be looked at is a list that stands until it is done; each character is told for."""

import os
from pathlib import Path

import polars as pl
import pytest

from data.documents.importing import LONGEST
from data.documents.reading.files import Reading, Trouble
from data.documents.reading.parcel import packed as parcel
from data.documents.reading.workers import CRASHED, SLOW, read_files
from data.documents.writing import rows_in, write_table
from data.problems import SourceError
from tests.data.documents.conftest import Desk
from tests.data.documents.papers import mail, packed, pdf, run, scan, word
from tests.data.saved import ANSWERS, page, paragraphs
from tests.data.workshop import Workshop, rows

LONG = "Vi mener at politiet i dette området må være tilgjengelig både dag og natt hele året. "


def answer(who: str, *texts: str, uid: str = "0a1b2c3d") -> str:
    return page(who, paragraphs(*texts), uid=uid)


def remark(desk: Desk, fil: str) -> dict[str, str]:
    return desk.table("merknader").row(by_predicate=pl.col("fil") == fil, named=True)


def write(desk: Desk, name: str, frame: pl.DataFrame) -> None:
    (desk.target / f"{name}.csv").write_text(frame.write_csv(separator=";"), "utf-8")


def test_a_remark_that_is_done_stays_done_and_keeps_its_comment(desk: Desk) -> None:
    desk.save("rana.html", answer("Rana kommune", *ANSWERS))
    desk.save("falsk.pdf", b"nei")
    desk.run()
    assert (remark(desk, "falsk.pdf")["alvor"], remark(desk, "falsk.pdf")["status"]) == (
        "viktig",
        "ikke_gjort",
    )
    changed = desk.table("merknader").with_columns(status=pl.lit("gjort"), kommentar=pl.lit("ok"))
    write(desk, "merknader", changed)
    desk.run()
    kept = remark(desk, "falsk.pdf")
    assert (kept["status"], kept["kommentar"]) == ("gjort", "ok")


def test_a_remark_that_no_longer_holds_goes(desk: Desk) -> None:
    desk.save("rana.html", answer("Rana kommune", *ANSWERS))
    desk.save("brev.pdf", b"nei")
    desk.run()
    desk.save("brev.pdf", pdf("Luster kommune", *ANSWERS))
    desk.run()
    assert "ikke lest" not in desk.told("brev.pdf")


def test_remarks_of_one_folder_leave_those_of_another(desk: Desk) -> None:
    desk.save("rana.html", answer("Rana kommune", *ANSWERS))
    desk.save("falsk.pdf", b"nei")
    desk.run()
    desk.folder = desk.folder.with_name("andre")
    desk.save("luster.html", answer("Luster kommune", *ANSWERS, uid="22220000"))
    desk.run()
    assert "ikke lest" in desk.told("falsk.pdf")


def test_a_text_that_neighbours_have_sent_together_is_told_once(desk: Desk) -> None:
    names = ("Rana", "Hemnes", "Luster")
    for place, name in enumerate(names):
        text = LONG * 3 + f"Med hilsen {name} kommune."
        desk.save(f"{name}.html", answer(f"{name} kommune", text, uid=f"{place}{place}ab0000"))
    done = desk.run()
    told = [each.text for each in done.remarks if "samme tekst" in each.text]
    assert told == [
        "3 kommuner har sendt samme tekst: Hemnes kommune, Luster kommune, Rana kommune"
    ]


def test_letters_that_share_a_sentence_are_not_one_text(desk: Desk) -> None:
    own = ("Vi har brann i fjellet.", "Vi har hav og fiske.", "Vi har grense og toll.")
    for place, (name, text) in enumerate(zip(("Rana", "Hemnes", "Luster"), own, strict=True)):
        body = ("1. " + text * 9, "2. Nei.", "3. " + text * 2, "4. Nei.", "5. Nei.")
        desk.save(f"{name}.html", answer(f"{name} kommune", *body, uid=f"{place}{place}ab0000"))
    assert not any("samme tekst" in each.text for each in desk.run().remarks)


def test_letters_that_repeat_the_questions_and_answer_differently_are_not_one_text(
    desk: Desk,
) -> None:
    for place, (name, reply) in enumerate((("Rana", "Ja."), ("Luster", "Nei."))):
        asked = [
            f"{n}. Spørsmålet her er langt og likt for alle som svarer. {reply}"
            for n in range(1, 6)
        ]
        desk.save(f"{name}.html", answer(f"{name} kommune", *asked, uid=f"{place}{place}ab0000"))
    assert not any("samme tekst" in each.text for each in desk.run().remarks)


def test_a_hundred_who_send_the_same_are_not_all_named(desk: Desk) -> None:
    register = pl.read_csv("data/sources/felles/kommuner.csv", infer_schema=False)
    names = register["kommunenavn"].unique(maintain_order=True)[:60]
    pages = {
        f"{name}.html": answer(f"{name} kommune", LONG * 3, uid=f"{place:08x}").encode()
        for place, name in enumerate(names)
    }
    desk.save("alt.zip", packed(pages))
    told = [each.text for each in desk.run().remarks if "samme tekst" in each.text]
    assert len(told) == 1
    assert told[0].endswith("og 50 til")


def test_answers_on_a_saved_list_that_were_not_saved_are_named(desk: Desk) -> None:
    listed = "".join(
        f'<li id="{uid}-1"><a href="?uid={uid}-1">{who}</a></li>'
        for uid, who in (("0a1b2c3d", "Rana kommune"), ("99990000", "Bø kommune"))
    )
    desk.save("liste.html", f"<ul data-horingssvar-list>{listed}</ul>")
    desk.save("rana.html", answer("Rana kommune", *ANSWERS))
    desk.run()
    assert (
        desk.told("listen over svar") == "1 av 2 svar på listen er ikke lagret i mappen: Bø kommune"
    )


def test_every_file_has_an_account_that_balances(desk: Desk) -> None:
    desk.save("rana.html", answer("Rana kommune", "Ja.<ol><li>Nei.</li></ol>", *ANSWERS))
    desk.save("brev.docx", word(run("Luster kommune"), run(LONG), head="Luster kommune"))
    desk.save("post.eml", mail(LONG, "Bø <p@bo.example>", {"s.pdf": pdf(LONG, LONG)}))
    desk.save("falsk.pdf", b"nei")
    done = desk.run()
    table = desk.table("regnskap")
    assert table["fil"].to_list() == [
        "brev.docx",
        "falsk.pdf",
        "post.eml",
        "post.eml/s.pdf",
        "rana.html",
    ]
    read = table.filter(pl.col("tegn_inn").is_not_null()).with_columns(
        pl.col("tegn_inn", "lagt_til", "plassert", "utelatt").cast(pl.Int64)
    )
    assert read.height == 4
    balance = pl.col("tegn_inn") + pl.col("lagt_til") - pl.col("plassert") - pl.col("utelatt")
    assert read.select(balance).to_series().to_list() == [0, 0, 0, 0]
    assert not any("verken lest" in each.text for each in done.remarks)
    assert "ikke en PDF" in table.filter(fil="falsk.pdf")["grunn"][0]
    texts = "".join(desk.table("svar")["tekst"])
    assert sum(read["plassert"]) == len("".join(texts.split()))


def test_the_list_and_the_account_are_part_of_what_is_built(workshop: Workshop, desk: Desk) -> None:
    desk.save("rana.html", answer("Rana kommune", *ANSWERS))
    desk.save("falsk.pdf", b"nei")
    code, told, _errors = workshop.run("import", str(desk.folder))
    assert code == 0
    assert any("tegn i 1 filer" in line for line in told)
    assert any("falsk.pdf: ikke lest" in line for line in told)
    assert workshop.run("build", "innspill")[0] == 0
    assert rows(workshop.newest(), "select fil, alvor, status from merknad") == [
        ("falsk.pdf", "viktig", "ikke_gjort")
    ]
    assert rows(workshop.newest(), "select count(*) from regnskap") == [(2,)]


@pytest.mark.parametrize(
    ("files", "why"),
    [({}, "filer med svar"), ({"a.pdf": b"nei", "b.txt": b""}, "kunne leses")],
)
def test_a_folder_without_answers_says_what_it_has(
    desk: Desk, files: dict[str, bytes], why: str
) -> None:
    for name, content in files.items():
        desk.save(name, content)
    with pytest.raises(SourceError, match=why) as found:
        desk.run()
    assert len(found.value.problems) == 1 + len(files)


def test_links_that_lead_out_are_not_followed_and_told(desk: Desk, tmp_path: Path) -> None:
    desk.save("rana.html", answer("Rana kommune", *ANSWERS))
    secret = tmp_path / "hemmelig"
    secret.mkdir()
    (secret / "notat.txt").write_text(LONG, "utf-8")
    (desk.folder / "lenke.txt").symlink_to(secret / "notat.txt")
    (desk.folder / "mappe").symlink_to(secret, target_is_directory=True)
    (desk.folder / "ring").symlink_to(desk.folder, target_is_directory=True)
    assert desk.run().written == ("rana.html",)
    for name in ("lenke.txt", "mappe"):
        assert "fører ut av mappen" in desk.told(name)
    assert desk.told("ring") == ""


@pytest.mark.parametrize("raw", [b"r\xf8ros.html", b"r\x9bros.html"])
def test_a_name_in_an_old_encoding_is_a_name(desk: Desk, raw: bytes) -> None:
    path = os.fsencode(desk.folder) + b"/" + raw
    Path(os.fsdecode(path)).write_text(answer("Røros kommune", *ANSWERS), "utf-8")
    assert len(desk.run().written) == 1
    assert desk.table("regnskap").height == 1


def test_a_pipe_among_the_files_stops_nothing(desk: Desk) -> None:
    desk.save("rana.html", answer("Rana kommune", *ANSWERS))
    os.mkfifo(desk.folder / "rør")
    assert desk.run().written == ("rana.html",)
    assert "ikke en fil" in desk.told("rør")


def test_a_text_larger_than_any_answer_is_kept_whole_and_left_to_a_person(desk: Desk) -> None:
    desk.save("langt.txt", "Vi vil ha mer politi her. " * 40_000)
    desk.run()
    before = desk.files()
    assert len(desk.texts()["langt.txt"]) > LONGEST
    assert "for lang til å være ett svar" in desk.told("langt.txt")
    desk.run()
    assert desk.files() == before


def test_a_cell_of_more_than_ten_megabytes_is_read_again(tmp_path: Path) -> None:
    path = tmp_path / "svar.csv"
    row = {"innspill_id": "A", "sporsmal": "0", "tekst": "x" * 11_000_000}
    write_table(path, list(row), [row])
    assert rows_in(path) == [row]


def test_a_file_that_takes_its_reader_down_costs_only_itself(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    good = tmp_path / "svar.txt"
    good.write_text(LONG, "utf-8")
    deadly = "import os, sys; sys.stdin.readline(); os.abort()"
    reader = f"from data.documents.reading.worker import main; main() if {{}} else exec({deadly!r})"
    assert _read_with(monkeypatch, reader.format("True"), good).documents
    assert _read_with(monkeypatch, reader.format("False"), good) == Reading(
        troubles=(Trouble("svar", CRASHED),)
    )


def test_a_file_that_takes_forever_is_given_up(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("data.documents.reading.workers.SCAN_SECONDS", 0.2)
    asleep = "import sys, time; sys.stdin.readline(); time.sleep(60)"
    found = _read_with(monkeypatch, asleep, tmp_path / "svar.txt")
    assert found.troubles == (Trouble("svar", SLOW),)


def _read_with(monkeypatch: pytest.MonkeyPatch, program: str, path: Path) -> Reading:
    """Return what a worker that runs `program` makes of `path`."""
    monkeypatch.setattr("data.documents.reading.workers.PROGRAM", ("-c", program))
    return dict(read_files([(path, "svar")]))["svar"]


def test_a_reading_comes_out_of_its_parcel_as_it_went_in(desk: Desk) -> None:
    path = desk.save("brev.eml", mail(LONG, "Bø <p@bo.example>", {"s.pdf": scan(LONG)}))
    found = dict(read_files([(path, "brev.eml")]))["brev.eml"]
    assert len(found.documents) == 2
    assert parcel(found).endswith(b"\n")
