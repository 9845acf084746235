"""The same folder again changes nothing; a changed letter is a new version, and a copy is one."""

import shutil

import polars as pl
import pytest

from tests.data.documents.conftest import Desk
from tests.data.documents.papers import pdf, run, word
from tests.data.saved import ANSWERS, page, paragraphs

FIRST = "\n".join(("Rana kommune", "Dato: 02.05.2022", *ANSWERS))
REVISED = FIRST.replace("2. Nei.", "2. Ja, etter nytt vedtak.").replace("02.05", "25.05")


def answer(*texts: str, who: str = "Rana kommune", uid: str = "0a1b2c3d") -> str:
    return page(who, paragraphs(*texts), uid=uid)


def governing(desk: Desk) -> list[str]:
    """Return the answers that no other replaces."""
    rows = desk.table("innspill")
    replaced = rows["erstatter"].drop_nulls().to_list()
    return [key for key in rows["innspill_id"].to_list() if key not in replaced]


def test_the_same_folder_again_changes_not_a_byte(desk: Desk) -> None:
    desk.save("rana.html", answer(*ANSWERS))
    desk.save("rana (1).html", answer(*ANSWERS))
    desk.save("brev.pdf", pdf(FIRST.replace("Rana", "Luster")))
    desk.save("falsk.pdf", b"nei")
    desk.save("ukjent.txt", "Vi vil ha mer politi, og det snart, sier vi som bor her ute.")
    first = desk.run()
    before = desk.files()
    again = desk.run()
    assert desk.files() == before
    assert (again.written, again.remarks) == ((), first.remarks)


def test_a_page_saved_twice_is_one_answer(desk: Desk) -> None:
    desk.save("svar.html", answer(*ANSWERS))
    desk.save("svar (1).html", answer(*ANSWERS))
    desk.save("en annen mappe/svar.html", answer(*ANSWERS))
    desk.run()
    assert desk.table("innspill").height == 1
    assert desk.table("svar").height == len(ANSWERS)
    assert "samme svar som «svar.html»" in desk.told("svar (1).html")


def test_an_answer_sent_twice_is_one_answer(desk: Desk) -> None:
    desk.save("1.html", answer(*ANSWERS, uid="11110000"))
    desk.save("2.html", answer(*ANSWERS, uid="22220000"))
    desk.run()
    assert desk.table("innspill").height == 1


def test_a_changed_page_is_a_new_version_of_the_same_answer(desk: Desk) -> None:
    desk.save("rana.html", answer(*ANSWERS))
    desk.run()
    desk.save("rana.html", answer(*ANSWERS[:4], "5. Nei, likevel ikke."))
    assert desk.run().written == ("rana.html",)
    assert governing(desk) == ["H0a1b2c3d-2"]
    new = desk.table("svar").filter(innspill_id="H0a1b2c3d-2", sporsmal="5")
    assert new["tekst"].to_list() == ["5. Nei, likevel ikke."]
    assert "ny utgave av H0a1b2c3d" in desk.told("rana.html")
    before = desk.files()
    desk.run()
    assert desk.files() == before


def test_a_third_version_replaces_the_second(desk: Desk) -> None:
    for last in ("5. Ja.", "5. Nei.", "5. Kanskje."):
        desk.save("rana.html", answer(*ANSWERS[:4], last))
        desk.run()
    assert governing(desk) == ["H0a1b2c3d-3"]


@pytest.mark.parametrize("name", ["brev.pdf", "revidert brev.pdf", "brev (1).docx"])
def test_a_changed_letter_is_a_new_version_also_under_another_name(desk: Desk, name: str) -> None:
    desk.save("brev.pdf", pdf(FIRST))
    desk.run()
    (desk.folder / "brev.pdf").unlink()
    lines = [run(line) for line in REVISED.splitlines()]
    desk.save(name, word(*lines) if name.endswith("docx") else pdf(REVISED))
    desk.run()
    rows = desk.table("innspill")
    assert (rows.height, len(governing(desk))) == (2, 1)
    assert rows.filter(innspill_id=governing(desk)[0])["brevdato"].to_list() == ["2022-05-25"]


def test_two_versions_in_one_folder_follow_their_dates_not_their_names(desk: Desk) -> None:
    desk.save("a.pdf", pdf(REVISED))
    desk.save("b.pdf", pdf(FIRST))
    desk.run()
    rows = desk.table("innspill")
    assert rows.filter(innspill_id=governing(desk)[0])["kilde"].to_list() == ["a.pdf"]


def test_two_versions_that_nothing_tells_apart_are_left_to_a_person(desk: Desk) -> None:
    desk.save("a.pdf", pdf(FIRST))
    desk.save("b.pdf", pdf(REVISED.replace("25.05", "02.05")))
    desk.run()
    assert len(governing(desk)) == 2
    assert "samme dato (a.pdf, b.pdf); skriv i «erstatter»" in desk.told("b.pdf")


def test_a_renamed_letter_is_known(desk: Desk) -> None:
    path = desk.save("brev.pdf", pdf(FIRST))
    unknown = desk.save(
        "uten navn.txt", "Vi som bor her, vil ha mer politi i helgene og om natten."
    )
    desk.run()
    path.rename(desk.folder / "rana.pdf")
    unknown.rename(desk.folder / "annet navn.txt")
    done = desk.run()
    assert (done.written, set(done.known)) == ((), {"rana.pdf", "annet navn.txt"})
    assert not any("ikke lenger i mappen" in each.text for each in done.remarks)


def test_a_letter_that_is_gone_is_told_of_and_stands(desk: Desk) -> None:
    desk.save("rana.html", answer(*ANSWERS))
    desk.save("luster.html", answer(*ANSWERS, who="Luster kommune", uid="22220000"))
    desk.run()
    (desk.folder / "luster.html").unlink()
    desk.run()
    assert "ligger ikke lenger i mappen; svaret H22220000 står" in desk.told("luster.html")
    assert desk.table("innspill").height == 2


def test_letters_in_another_folder_are_not_missed(desk: Desk) -> None:
    desk.save("rana.html", answer(*ANSWERS))
    desk.run()
    desk.folder = desk.folder.with_name("andre")
    desk.save("luster.html", answer(*ANSWERS, who="Luster kommune", uid="22220000"))
    assert not any("ikke lenger" in each.text for each in desk.run().remarks)


def test_an_answer_that_a_person_has_deleted_stays_deleted(desk: Desk) -> None:
    desk.save("rana.html", answer(*ANSWERS))
    desk.save("luster.html", answer(*ANSWERS, who="Luster kommune", uid="22220000"))
    desk.run()
    for name in ("innspill", "svar"):
        path = desk.target / f"{name}.csv"
        lines = path.read_text("utf-8-sig").splitlines(keepends=True)
        path.write_text("".join(each for each in lines if "H22220000" not in each), "utf-8")
    done = desk.run()
    assert done.written == ()
    assert desk.table("innspill").height == 1
    assert "slettet fra innspill.csv" in desk.told("luster.html")


def test_what_a_person_has_corrected_holds_for_the_next_version_too(desk: Desk) -> None:
    desk.save("rana.html", answer(*ANSWERS, who="Ordføreren"))
    desk.run()
    path = desk.target / "innspill.csv"
    rows = desk.table("innspill").with_columns(
        avsendertype=pl.lit("kommune"), kommunenumre=pl.lit("1833")
    )
    path.write_text(rows.write_csv(separator=";"), "utf-8")
    for last in ("5. Nei.", "5. Kanskje."):
        desk.save("rana.html", answer(*ANSWERS[:4], last, who="Ordføreren"))
        desk.run()
    last_row = desk.table("innspill").filter(innspill_id=governing(desk)[0])
    assert last_row["kommunenumre"].to_list() == ["1833"]
    assert "ikke gjenkjent" not in desk.told("rana.html")


def test_text_that_a_person_has_corrected_stands_and_is_known(desk: Desk) -> None:
    desk.save("rana.html", answer(*ANSWERS))
    desk.run()
    path = desk.target / "svar.csv"
    path.write_text(path.read_text("utf-8-sig").replace("halv stilling", "hel stilling"), "utf-8")
    before = path.read_bytes()
    assert desk.run().written == ()
    assert path.read_bytes() == before


def test_a_scan_that_has_got_its_words_replaces_the_scan(desk: Desk) -> None:
    desk.save("rana kommune.pdf", pdf(""))
    desk.run()
    desk.save("rana kommune.pdf", pdf(FIRST))
    desk.run()
    assert len(governing(desk)) == 1
    assert desk.table("innspill").height == 2


def test_different_letters_from_one_sender_are_different_letters(desk: Desk) -> None:
    desk.save("a.pdf", pdf(FIRST))
    desk.save("b.pdf", pdf("Rana kommune\nDato: 03.05.2022\nInvitasjon til åpent møte om veien."))
    desk.run()
    assert len(governing(desk)) == 2
    assert "2 svar fra Rana kommune (1833); det siste gjelder" in desk.told("b.pdf")


def test_the_same_words_from_two_private_persons_are_two_answers(desk: Desk) -> None:
    for name in ("kari.txt", "ola.txt"):
        desk.save(name, "Jeg vil ha mer politi i bygda, særlig i helgene og om kvelden.")
    desk.run()
    assert desk.table("innspill").height == 2


@pytest.mark.parametrize(
    "lost", [("innspill.csv",), ("innlest.json",), ("innspill.csv", "svar.csv")]
)
def test_an_import_that_was_cut_short_is_made_whole(desk: Desk, lost: tuple[str, ...]) -> None:
    desk.save("rana.html", answer(*ANSWERS))
    desk.save("brev.pdf", pdf(FIRST.replace("Rana", "Luster")))
    desk.run()
    whole = desk.files()
    for name in lost:
        (desk.target / name).unlink()
    desk.run()
    assert desk.files() == whole


def test_texts_whose_answers_were_never_written_are_written_anew(desk: Desk) -> None:
    desk.save("rana.html", answer(*ANSWERS))
    desk.run()
    texts = (desk.target / "svar.csv").read_bytes()
    shutil.rmtree(desk.target)
    desk.target.mkdir()
    (desk.target / "svar.csv").write_bytes(texts)
    desk.save("rana.html", answer(*ANSWERS[:4], "5. Noe annet."))
    desk.run()
    assert desk.table("svar")["tekst"].to_list()[-1] == "5. Noe annet."
    assert desk.table("svar").height == len(ANSWERS)
