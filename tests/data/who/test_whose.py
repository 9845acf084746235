"""Who is not the municipality, and which of two it is, is told."""

import pytest

from data.documents.who import Register, sender_of
from tests.data.who.letters import BODY, kommune, letter, page


@pytest.mark.parametrize(
    "text",
    [
        f"Bodø kommune\nEldrerådet\n\n{BODY}",
        f"Eldrerådet\nBodø kommune\n\n{BODY}",
        f"Bodø kommune\n\n{BODY}\n\nMed hilsen\nKari Nordmann\nleder, eldrerådet i Bodø kommune",
        f"Bodø kommune\n\n{BODY}\n\nFor ungdomsrådet i Bodø\nOla Nordmann",
    ],
)
def test_a_body_on_the_municipalitys_paper_is_not_the_municipality(
    names: Register, text: str
) -> None:
    found = sender_of(letter(text), names)
    assert kommune(found) == ("organisasjon", ())
    assert "ikke kommunen selv" in found.doubt


def test_a_title_that_a_body_has_signed_is_told(names: Register) -> None:
    text = f"{BODY}\n\nMed hilsen\nKari Nordmann\nleder i Eldrerådet, Bodø kommune"
    assert "signaturen sier" in sender_of(page("Bodø kommune", text), names).doubt


@pytest.mark.parametrize(
    "text",
    [
        (
            f"Kari Nordmann\nStorgata 1\n8622 Mo i Rana\n\nRana kommune\nPostboks 173\n\n{BODY}\n"
            "Med hilsen\nKari Nordmann"
        ),
        f"{BODY}\nJeg bor i Rana kommune.\n\nMvh\nKari Nordmann\nStorgata 1",
    ],
)
def test_a_person_who_names_a_municipality_is_a_person(names: Register, text: str) -> None:
    found = sender_of(letter(text), names)
    assert kommune(found) == ("privatperson", ())
    assert found.doubt


def test_a_letter_in_the_first_person_on_municipal_paper_is_in_doubt(names: Register) -> None:
    text = "Rana kommune\n\nJeg er bekymret. Jeg ser aldri politiet.\n\nHilsen\nKari Nordmann"
    assert "jeg-form" in sender_of(letter(text), names).doubt


def test_an_organisation_that_writes_to_a_municipality_is_told(names: Register) -> None:
    text = f"Norsk Folkehjelp\nPostboks 1\n\nRana kommune\nPostboks 173\n\n{BODY}"
    assert "står over kommunen" in sender_of(letter(text), names).doubt


@pytest.mark.parametrize(
    "text",
    [
        "Politiet bør styrkes. Vi samarbeider med Rana kommune.",
        "Rana er en stor kommune. Vi er naboer.",
        "Vedtaket ble oversendt til Rana kommune og Hemnes kommune.",
        "Lensmann Hemnes sluttet i fjor. Politiet i Rana må styrkes.",
    ],
)
def test_who_is_only_mentioned_is_nobody(names: Register, text: str) -> None:
    found = sender_of(letter(text), names)
    assert kommune(found) == ("annet", ())
    assert "ikke gjenkjent" in found.doubt


@pytest.mark.parametrize(
    ("text", "fil"),
    [
        (BODY, "Brev til Rana kommune.pdf"),
        (f"{BODY}\nMed hilsen\nOla Nordmann\nordfører\n\nKopi:\nRana kommune", "a.pdf"),
        (
            (
                f"{BODY}\nVi har lenge hatt et godt og tett samarbeid om vakt med\n"
                "Hemnes kommune\nsom er nær."
            ),
            "a.pdf",
        ),
        ("Kopi av vedtak i Hemnes kommune\n\nPolitiet må styrkes.", "a.pdf"),
    ],
)
def test_addresses_copies_and_wrapped_sentences_are_nobody(
    names: Register, text: str, fil: str
) -> None:
    found = sender_of(letter(text, fil=fil), names)
    assert (kommune(found), found.reason) == (("annet", ()), "")
    assert "ikke gjenkjent" in found.doubt


def test_a_file_that_is_named_after_a_person_is_a_persons(names: Register) -> None:
    found = sender_of(letter(fil="Svar Per Lund.pdf"), names)
    assert (found.avsender, kommune(found)) == ("Per Lund", ("privatperson", ()))
    assert found.doubt


def test_a_sender_only_the_first_sentence_tells_of_is_in_doubt(names: Register) -> None:
    found = sender_of(letter("Hei!\n\nRana kommune viser til brevet og vil svare slik."), names)
    assert (kommune(found), found.reason) == (("kommune", ("1833",)), "innledningen")
    assert found.doubt


def test_the_county_in_the_name_goes_before_the_county_in_the_text(names: Register) -> None:
    text = f"{BODY}\nVi grenser til Innlandet og har felles vakt med Innlandet politidistrikt."
    assert kommune(sender_of(page("Våler kommune (Viken)", text), names)) == ("kommune", ("3018",))


@pytest.mark.parametrize(
    "text", [BODY, f"{BODY}\nVi grenser til Innlandet.", "Fra Viken til Innlandet."]
)
def test_a_county_elsewhere_in_the_text_settles_nothing(names: Register, text: str) -> None:
    found = sender_of(page("Våler kommune", text), names)
    assert kommune(found) == ("annet", ())
    assert "3018, 3419" in found.doubt


def test_a_county_beside_the_name_in_the_text_settles_it_in_doubt(names: Register) -> None:
    text = "Våler kommune i Innlandet har behandlet saken."
    found = sender_of(page("Våler kommune", text), names)
    assert kommune(found) == ("kommune", ("3419",))
    assert "hentet fra teksten" in found.doubt


def test_the_address_in_the_letterhead_tells_two_of_a_name_apart(names: Register) -> None:
    text = f"Herøy kommune\nPostboks 274, 6099 Fosnavåg\n\n{BODY}"
    assert kommune(sender_of(letter(text), names)) == ("kommune", ("1515",))


def test_a_county_alone_on_a_line_of_the_letterhead_settles_it(names: Register) -> None:
    found = sender_of(letter(f"Våler kommune\nInnlandet fylke\n\n{BODY}"), names)
    assert (kommune(found), found.doubt) == (("kommune", ("3419",)), "")
