"""What stands beside a municipality's name: a post code, a body, a council's members."""

import pytest

from data.documents.who import Register, sender_of
from tests.data.who.letters import BODY, NYNORSK, kommune, letter


@pytest.mark.parametrize(
    ("address", "number"),
    [("8850 Herøy", "1818"), ("6099 Fosnavåg", "1515")],
)
def test_the_post_code_tells_two_of_a_name_apart(
    names: Register, address: str, number: str
) -> None:
    head = f"Herøy kommune\nKommunehuset\n{address}\n\n0032 OSLO\n\n{BODY}"
    assert kommune(sender_of(letter(head), names)) == ("kommune", (number,))


@pytest.mark.parametrize("post", ["2436 Våler i Solør", "2435 Braskereidfoss"])
def test_a_post_code_settles_the_other_name_too(names: Register, post: str) -> None:
    head = f"Våler kommune\nVålgutua 251, {post}\n\n{BODY}"
    assert kommune(sender_of(letter(head), names)) == ("kommune", ("3419",))


@pytest.mark.parametrize(
    "below",
    ["Rana Arbeiderparti", "Rana Utviklingsselskap AS", "Nord-Rana menighetsråd"],
)
def test_a_body_below_the_municipalitys_name_is_told(names: Register, below: str) -> None:
    found = sender_of(letter(f"Rana kommune\n{below}\n\n{BODY}"), names)
    assert f"«{below}»" in found.doubt


@pytest.mark.parametrize(
    "signed", ["Ungdomsrådet\nv/leder Kari Nordmann", "Kari Nordmann\nrektor, Selfors skole"]
)
def test_a_body_that_signs_on_the_municipalitys_paper_is_told(names: Register, signed: str) -> None:
    found = sender_of(letter(f"Rana kommune\n\n{BODY}\nMed hilsen\n{signed}"), names)
    assert "kontroller avsenderen" in found.doubt


@pytest.mark.parametrize("below", ["Kommunedirektøren", "Helse og omsorg", "Ordføreren (Sp)"])
def test_a_department_is_no_body(names: Register, below: str) -> None:
    assert sender_of(letter(f"Rana kommune\n{below}\n\n{BODY}"), names).doubt == ""


@pytest.mark.parametrize(
    "line",
    ["Kommunene Flå, Nesbyen, Gol, Hemsedal, Ål og Hol", "Flå, Nesbyen, Gol, Ål og Hol kommuner"],
)
def test_a_councils_letterhead_names_its_members(names: Register, line: str) -> None:
    head = f"Interkommunalt politisk råd for Hallingdal\n{line}\n\n{NYNORSK}"
    found = sender_of(letter(head), names)
    assert {"3039", "3044"} <= set(found.kommunenumre)
    assert "kontroller kommunenumre" in found.doubt


def test_an_opening_that_speaks_for_several_names_them_all(names: Register) -> None:
    text = "Alstahaug kommune svarer på vegne av kommunene på Helgeland: Alstahaug, Dønna og Vega."
    found = sender_of(letter(text, head=""), names)
    assert kommune(found) == ("kommune", ("1815", "1820", "1827"))
    assert found.doubt


@pytest.mark.parametrize("top", ["Masfjordnes grendelag", "Stord næringsforening"])
def test_an_organisation_at_the_top_goes_before_what_the_file_is_called(
    names: Register, top: str
) -> None:
    found = sender_of(letter(f"{top}\n8. mai 2022\n\n{BODY}", fil="Masfjorden.docx"), names)
    assert (found.avsender, found.avsendertype) == (top, "organisasjon")
    assert found.doubt


def test_a_party_that_speaks_on_the_municipalitys_paper_is_the_party(names: Register) -> None:
    head = f"Vefsn kommune\nv/ Vefsn Arbeiderparti, kommunestyregruppa\n\n{BODY}"
    found = sender_of(letter(head), names)
    assert (found.avsender, found.kommunenumre) == (
        "Vefsn Arbeiderparti, kommunestyregruppa",
        (),
    )


def test_a_council_in_capitals_and_a_person_who_signs_with_a_first_name(names: Register) -> None:
    text = "INNHERREDSRÅDET\nMedlemskommunene er Levanger, Verdal og Inderøy.\n\nAnne Moen\nleder"
    assert sender_of(letter(text), names).kommunenumre == ("5037", "5038", "5053")
    note = f"Gunnar Lillestøl\n7257 Snillfjord\n\n{BODY}\nHilsen Gunnar"
    found = sender_of(letter(note), names)
    assert (found.avsender, found.avsendertype) == ("Gunnar Lillestøl", "privatperson")
