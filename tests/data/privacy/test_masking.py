"""What identifies a person is left out of an answer; everything else stays."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from data.privacy import mask

NAME = "[navn utelatt]"
PHONE = "[telefonnummer utelatt]"
EMAIL = "[e-postadresse utelatt]"
HEAD = "Saksbehandler: Navn Navnesen, tlf. 00 00 00 00, post@eksempel.no\nUttalelse"


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        (HEAD, f"Saksbehandler: {NAME}\nUttalelse"),
        ("Sakshandsamar\nKari Nordmann\nDato", f"Sakshandsamar\n{NAME}\nDato"),
        ("jf. brev. Saksbehandler: Ola N. Li. Vi vil", f"jf. brev. Saksbehandler: {NAME}. Vi vil"),
        (
            "Bra.\n\nMed vennlig hilsen\n\nOla Li\nrådgiver\n\nVedlegg",
            f"Bra.\n\nMed vennlig hilsen\n\n{NAME}\nrådgiver\n\nVedlegg",
        ),
        ("Ring 22 33 44 55 eller +47 900 11 222.", f"Ring {PHONE} eller {PHONE}."),
        ("Tlf 10203040", f"Tlf {PHONE}"),
        # Grouped as an amount is, but of a mobile's numbers, and nobody speaks of money.
        ("Kari, 91 234 567, svarer", f"Kari, {PHONE}, svarer"),
        ("Kari, 41 234 567, svarer", f"Kari, {PHONE}, svarer"),
        ("Skriv til ola.nordmann@kommune.no.", f"Skriv til {EMAIL}."),
        ("fnr 010190 12345", "fnr [fødselsnummer utelatt]"),
        # What the health service gives those who have none begins with 8 or 9, and has no date.
        ("Gjelder 851399 00184.", "Gjelder [fødselsnummer utelatt]."),
    ],
)
def test_persons_are_left_out(text: str, shown: str) -> None:
    assert mask(text) == shown


@pytest.mark.parametrize(
    "text",
    [
        "Det koster 12 000 000 kroner, 25 300 400 i alt.",
        "Fra 2021 2022 og 20220323 i sak 22/535.",
        "Ring 02800, 112 eller 116 117.",
        "Rammen er på 25300000 i år.",
        # Its control digits fit, but no year has a thirteenth month.
        "Løpenummer 151399 00178 i arkivet.",
        "Saksbehandlingstiden er lang, og en kontaktperson hjelper.",
        "Hilsen fra kommunen er at vi vil ha politi.",
        "De 5 000 innbyggerne har 30 kilometer til 19 steder.",
    ],
)
def test_everything_else_stays(text: str) -> None:
    assert mask(text) == text


@given(st.text())
def test_masking_twice_changes_nothing_more(text: str) -> None:
    assert mask(mask(text)) == mask(text)


@given(st.sampled_from([HEAD, "Tlf. 22 33 44 55", "a@b.no"]), st.text(max_size=20))
def test_no_number_or_address_survives_what_stands_around_it(text: str, around: str) -> None:
    masked = mask(f"{around}\n{text}\n{around}")
    assert "22 33 44 55" not in masked
    assert "a@b.no" not in masked
    assert "post@eksempel.no" not in masked


def test_what_stands_around_is_kept_to_the_letter() -> None:
    before, after = "  Første\tavsnitt. \n\n\n", "\n \nSiste  avsnitt \n"
    assert mask(f"{before}Tlf 22 33 44 55{after}") == f"{before}Tlf {PHONE}{after}"


@pytest.mark.parametrize(
    "text",
    [" " * 20_000, "A-" * 10_000, "privat: " * 3_000, "hilsen\n" * 1_000, "1 " * 10_000],
    ids=["blanks", "strokes", "labels", "greetings", "digits"],
)
def test_a_text_that_is_nearly_a_match_everywhere_comes_to_an_end(text: str) -> None:
    assert len(mask(text)) > 0
