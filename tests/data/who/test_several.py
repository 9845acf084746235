"""Who speaks for several municipalities, and who only names them."""

import pytest

from data.documents.who import Register, sender_of
from tests.data.who.letters import BODY, NYNORSK, kommune, letter, page


def test_a_council_speaks_for_those_it_says_and_not_for_those_it_names(names: Register) -> None:
    text = (
        "Uttalen er gitt på vegner av kommunane Flå, Gol, Ål og Hol. Nesbyen og Hemsedal sender "
        f"eigne svar.\n\n{NYNORSK}"
    )
    found = sender_of(page("Regionrådet for Hallingdal", text), names)
    assert kommune(found) == ("interkommunalt_raad", ("3039", "3041", "3043", "3044"))
    assert "kontroller kommunenumre" in found.doubt


@pytest.mark.parametrize(
    ("text", "numbers"),
    [
        (
            "Rådet uttaler seg for kommunene Tynset, Tolga, Os, Alvdal og Folldal. Røros er ute.",
            ("3426", "3427", "3428", "3429", "3430"),
        ),
        ("Regionrådet består av kommunene Rana og Hemnes.", ("1832", "1833")),
        ("Medlemskommunane er Volda, Ørsta og Vanylven.", ("1511", "1520", "1577")),
    ],
)
def test_a_council_says_in_many_ways_for_whom_it_speaks(
    names: Register, text: str, numbers: tuple[str, ...]
) -> None:
    found = sender_of(page("Fjellregionen interkommunale politiske råd", text), names)
    assert kommune(found) == ("interkommunalt_raad", numbers)


@pytest.mark.parametrize(
    "text",
    [
        "Regionen består av Rana, Hemnes og Nesna kommuner.",
        "Lensmannsdistriktet omfatter kommunene Rana, Hemnes og Nesna.",
        "Vi samarbeider med Hemnes og Nesna kommuner om legevakt.",
        "Felles brannvern for Rana, Hemnes og Nesna.",
    ],
)
def test_a_municipality_that_tells_of_its_region_speaks_for_itself(
    names: Register, text: str
) -> None:
    assert kommune(sender_of(page("Rana kommune", text), names)) == ("kommune", ("1833",))


@pytest.mark.parametrize(
    "text",
    [
        "Rana, Hemnes og Nesna kommuner er medlemmer, men Grane kommune er ikke med.",
        "Regionen har mange utfordringer. Rana og Hemnes har vært hardest rammet.",
        "Dette er ikke på vegne av kommunene Rana og Hemnes.",
    ],
)
def test_a_council_that_does_not_say_for_whom_is_asked(names: Register, text: str) -> None:
    found = sender_of(page("Indre Helgeland regionråd", text), names)
    assert kommune(found) == ("interkommunalt_raad", ())
    assert "skriv inn kommunene" in found.doubt


@pytest.mark.parametrize(
    "text",
    [
        f"Felles høringssvar fra kommunene Rana, Hemnes og Nesna\n\n{BODY}",
        f"Rana kommune sender dette på vegne av Rana, Hemnes og Nesna kommuner.\n\n{BODY}",
        f"Rana, Hemnes og Nesna kommuner står bak denne uttalelsen.\n\n{BODY}",
    ],
)
def test_one_that_sends_for_several_says_so(names: Register, text: str) -> None:
    found = sender_of(page("Rana kommune", text), names)
    assert kommune(found) == ("kommune", ("1828", "1832", "1833"))
    assert "kontroller kommunenumre" in found.doubt


@pytest.mark.parametrize(
    ("text", "numbers"),
    [
        ("Rana kommune sender dette på vegne av Rana og Hemnes kommuner.", ("1832", "1833")),
        # Of one alone nothing is told of who else: the letterhead stays.
        ("Rana kommune sender dette på vegne av Hemnes kommune.", ("1833",)),
        ("Rana kommune sender dette på vegne av Rana kommune.", ("1833",)),
    ],
)
def test_it_takes_two_to_be_several(names: Register, text: str, numbers: tuple[str, ...]) -> None:
    found = sender_of(page("Rana kommune", f"{text}\n\n{BODY}"), names)
    assert kommune(found) == ("kommune", numbers)


def test_two_on_the_letterhead_are_two(names: Register) -> None:
    found = sender_of(letter(f"Rana kommune\nHemnes kommune\n\nFelles svar\n\n{BODY}"), names)
    assert kommune(found) == ("kommune", ("1832", "1833"))
    assert "nevner også" in found.doubt


@pytest.mark.parametrize(
    ("title", "numbers"),
    [
        ("Aurland kommune på vegne av Aurland, Lærdal og Årdal", ("4641", "4642", "4643")),
        ("Felles høringsuttalelse fra Rana, Hemnes og Nesna", ("1828", "1832", "1833")),
    ],
)
def test_a_title_that_names_several_is_all_of_them(
    names: Register, title: str, numbers: tuple[str, ...]
) -> None:
    found = sender_of(page(title), names)
    assert kommune(found) == ("kommune", numbers)
    assert "kontroller" in found.doubt


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
