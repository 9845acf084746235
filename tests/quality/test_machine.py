"""The machine is given what a reader of the file is given, and the command shows what it may."""

import datetime as dt

import pytest

from tests.quality.__main__ import main
from tests.quality.corpus import Del, Fasit, Inn, Letter
from tests.quality.machine import as_read


def _letter(inn: Inn) -> Letter:
    text = "Klepp kommune\n24.05.2022\nVi har ingen merknader."
    fasit = Fasit("Klepp kommune", "kommune", ("1120",))
    return Letter("001", (7,), "bokmaal", inn, fasit, text, (Del((0,), 0, len(text)),))


def test_a_page_hands_on_the_sender_of_its_heading_and_the_day_it_was_received() -> None:
    inn = Inn("klepp.html", tittel="Høyringssvar frå Klepp kommune", side_dato="31.05.2022")
    document = as_read(_letter(inn))
    assert document.title == "Klepp kommune"
    assert document.received == dt.date(2022, 5, 31)
    assert document.letterhead == ""


def test_a_paper_hands_on_its_first_lines_and_the_head_that_was_taken_out_of_the_text() -> None:
    document = as_read(_letter(Inn("klepp.pdf", brevhode="KLEPP KOMMUNE · Postboks 25")))
    assert document.letterhead.startswith("KLEPP KOMMUNE · Postboks 25\nKlepp kommune")
    assert document.title == ""


def test_the_label_is_nowhere_in_what_the_machine_is_given() -> None:
    document = as_read(_letter(Inn("svar.txt")))
    assert (document.title, document.mail_from, document.received) == ("", "", None)


def test_texts_of_the_unseen_half_are_never_shown(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit):
        main(["--unseen", "--vis", "tema"])
    assert "vises ikke" in capsys.readouterr().err
