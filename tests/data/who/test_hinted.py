"""A municipality that is only hinted at is suggested in doubt; one only mentioned is not."""

import pytest

from data.documents.who import Register, sender_of
from tests.data.who.letters import BODY, kommune, letter


@pytest.mark.parametrize(
    "text",
    [
        f"Rana, 30. mai 2022\n\nSvar til Bodø og Narvik\n\n{BODY}\n\nMed helsing\nordføraren",
        f"Deres ref. 22/535\nRana 24.05.2022\n\n{BODY}\n\nVi samarbeider med Hemnes og Nesna.",
        f"Vi i Rana vil si dette.\n\n{BODY}",
        f"{BODY}\n\nVedtatt i Rana kommunestyre uten videre merknader",
    ],
)
def test_the_place_of_the_date_or_one_s_own_voice_is_suggested_and_told(
    names: Register, text: str
) -> None:
    found = sender_of(letter(text, fil="scan_0001.pdf"), names)
    assert kommune(found) == ("kommune", ("1833",))
    assert "kontroller avsenderen" in found.doubt


@pytest.mark.parametrize(
    "text",
    [
        f"{BODY}\n\nVi samarbeider med Hemnes og Nesna.",
        f"Vi i Handelsforeningen mener dette.\n\nRana, 30. mai 2022\n\n{BODY}",
        f"Vi i Rana og vi i Bodø vil si dette.\n\n{BODY}",
        "Rana trenger mer politi, og det haster.",
        "Jeg bor i Rana, og kommunen svarer ikke.",
    ],
)
def test_what_several_may_have_written_is_nobodys(names: Register, text: str) -> None:
    found = sender_of(letter(text, fil="scan_0001.pdf"), names)
    assert kommune(found) == ("annet", ())
    assert "ikke gjenkjent" in found.doubt
