"""Saved pages give up their words, their sender and their attachments, and say what they lack."""

import datetime as dt

import pytest

from data.documents.document import Attachment, Document
from data.documents.reading.limits import Unreadable
from data.documents.reading.markup import HIDDEN
from data.documents.reading.page import FRAME, Listed, parsed, read_list, read_page
from tests.data.documents.papers import balances
from tests.data.saved import page, paragraphs


def read(text: str) -> Document:
    found = read_page(parsed(text.encode()), "svar.html")
    assert balances(found)
    return found


def test_a_page_gives_sender_date_address_and_text() -> None:
    body = "<h2>Svar</h2><p>Første<br>linje.</p><ul><li>ett</li><li>to</li></ul><p>Slutt.</p>"
    found = read(page("Rana kommune", body))
    assert (found.title, found.received) == ("Rana kommune", dt.date(2022, 5, 31))
    assert found.kilde.startswith("https://www.regjeringen.no/")
    assert found.text == "Svar\n\nFørste\nlinje.\n\n- ett\n- to\n\nSlutt."
    assert [each.reason for each in found.left_out] == [FRAME]


@pytest.mark.parametrize(
    "heading", ["Høringssvar fra", "Innspill fra", "Høyringssvar frå", "Uttalelse fra"]
)
def test_the_heading_names_the_sender(heading: str) -> None:
    assert read(page("Luster kommune", paragraphs("Tekst."), heading=heading)).title == (
        "Luster kommune"
    )


def test_a_page_whose_heading_is_elsewhere_names_its_sender_for_search_engines() -> None:
    meta = '<meta property="og:title" content="Høringssvar fra Rana kommune - regjeringen.no">'
    text = page("x", paragraphs("Tekst."), heading="Vår").replace("<title>", f"{meta}<title>")
    assert read(text).title == "Rana kommune"


def test_numbers_that_a_browser_makes_are_written_out() -> None:
    body = "<ol><li>Nei.</li><li>Ja:<ul><li>på nett</li></ul></li></ol>"
    assert read(page("Rana kommune", body)).text == "1. Nei.\n2. Ja:\n- på nett"


@pytest.mark.parametrize(
    ("opening", "marks"),
    [
        ("<ol start=3>", ["3. ", "4. "]),
        ("<ol type=a>", ["a. ", "b. "]),
        ("<ol type=I>", ["I. ", "II. "]),
        ("<ul>", ["- ", "- "]),
    ],
)
def test_lists_start_and_count_as_they_say(opening: str, marks: list[str]) -> None:
    found = read(page("Rana kommune", f"{opening}<li>x<li>y</ol>")).text.splitlines()
    assert found == [f"{marks[0]}x", f"{marks[1]}y"]


def test_cells_of_a_table_stand_apart() -> None:
    body = "<table><tr><td>Bemanning</td><td>Nei</td></tr><tr><td>Struktur</td><td>Ja</td></table>"
    assert read(page("Rana kommune", body)).text == "Bemanning\tNei\nStruktur\tJa"


@pytest.mark.parametrize(
    ("field", "text"),
    [
        ('<input value="Ja, gjerne">', "Svar: Ja, gjerne"),
        ('<input type="hidden" value="x"><input type="submit" value="Send">', "Svar:"),
        ('<input type="checkbox" checked> Ja <input type="radio"> Nei', "Svar: ☒ Ja Nei"),
        ("<select><option>Nei<option selected>Ja</select>", "Svar: Ja"),
        ("<select><option>Velg<option>Ja</select>", "Svar: Velg"),
    ],
)
def test_what_is_filled_in_stands_where_it_was_filled_in(field: str, text: str) -> None:
    found = read(page("Rana kommune", f"<p>Svar: {field}</p>"))
    assert " ".join(found.text.split()) == text


def test_what_a_page_hides_is_left_out_and_told() -> None:
    body = '<p>Synlig.</p><p style="display: none">Skjult.</p><div hidden>Borte.</div>'
    found = read(page("Rana kommune", body))
    assert found.text == "Synlig."
    assert {each.reason: each.characters for each in found.left_out}[HIDDEN] == len("Skjult.Borte.")


def test_attachments_are_known_by_their_words_and_by_their_address() -> None:
    links = (
        '<a href="/Download/?vedleggId=0a">Svar fra kommunen.pdf (PDF, 120 kB)</a>'
        '<a href="/contentassets/plan.pdf?vedleggId=0b"></a>'
        '<a href="/contentassets/s%C3%A6r.pdf?vedleggId=0c">Vedlegg 1</a><a href="/annet">Annet</a>'
    )
    found = read(page("Rana kommune", paragraphs("Se vedlegg."), links=links))
    assert found.attachments == (
        Attachment("Svar fra kommunen.pdf"),
        Attachment("plan.pdf"),
        Attachment("Vedlegg 1", ("sær.pdf",)),
    )


def test_a_ticked_without_remarks_is_told() -> None:
    text = page("Rana kommune", "", links="<p>Svartype: Uten merknad</p>")
    assert "uten merknad" in read(text).notes[0]


@pytest.mark.parametrize(
    "text",
    [
        " <p> </p>",
        "<h1>Høringssvar fra X</h1>",
        "<h1>Liste over svar</h1>",
        '<meta property="og:url" content="https://www.regjeringen.no/no/x/">' + "<p>Sak.</p>" * 99,
    ],
)
def test_a_page_without_an_answer_says_so(text: str) -> None:
    with pytest.raises(Unreadable, match=r"ventet overskriften|tom"):
        read_page(parsed(text.encode()), "svar.html")


def test_a_letter_from_a_site_of_ones_own_is_read_and_marked() -> None:
    letter = "Kommunestyret vil ha politi på dagtid alle hverdager, hele året. " * 5
    found = read(f"<html><body><nav>Meny</nav><main><p>{letter}</p></main></body></html>")
    assert found.text == letter.strip()
    assert "ikke en svarside" in found.notes[0]


def test_a_list_of_answers_names_them() -> None:
    rows = (
        '<li id="AB12CD34-1" data-instans="Kommune"><a href="?uid=AB12CD34-1">Rana kommune</a></li>'
        '<li><a href="/contentassets/x.pdf?uid=bo">Bø kommune (PDF, 12 kB)</a></li>'
    )
    text = f"<ul data-horingssvar-list>{rows}</ul>"
    assert read_list(parsed(text.encode())) == (
        Listed("ab12cd34-1", "Rana kommune"),
        Listed("", "Bø kommune"),
    )


@pytest.mark.parametrize("encoding", ["utf-8", "utf-16", "cp1252"])
def test_a_page_is_read_in_the_encoding_it_is_in_not_the_one_it_claims(encoding: str) -> None:
    text = page("Måsøy kommune", paragraphs("Åpent på lørdag."))
    found = read_page(parsed(text.encode(encoding)), "svar.html")
    assert (found.title, found.text) == ("Måsøy kommune", "Åpent på lørdag.")
