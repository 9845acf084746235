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
