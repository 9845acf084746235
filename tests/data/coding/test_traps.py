"""The traps that real letters set, two examples of each: what must be read, and what must not."""

import pytest

from data.coding import suggest

# What a field must be given for a text under a question; None when it must be given nothing.
TRAPS = [
    # To keep what one has is no wish for a new station (12).
    ("beholde", 5, "Kommunen vil beholde dagens tjenestested.", "onsker_tjenestested", None),
    ("beholde", 5, "Det viktigaste er at lensmannskontoret består.", "onsker_tjenestested", None),
    ("beholde", 5, "Vi ønsker lengre åpningstid på kontoret.", "onsker_tjenestested", None),
    # A wish for premises is no offer of premises (12).
    ("lokaler", 5, "Politiet må få nye lokaler i sentrum.", "tilbyr_lokaler", None),
    ("lokaler", 5, "Lensmannen treng større lokale enn no.", "tilbyr_lokaler", None),
    # What fell, and what a minority said, is not the council's view (14).
    (
        "vedtak",
        0,
        (
            "Forslag til vedtak\nKommunen ønsker ikke et nytt tjenestested.\n\n"
            "Vedtak i kommunestyret\nKommunen ønsker et nytt tjenestested."
        ),
        "onsker_tjenestested",
        "ja",
    ),
    (
        "vedtak",
        0,
        (
            "Vedtak\nKommunen ser ikkje behov for ein ny tenestestad.\n\n"
            "Protokolltilførsel\nVi ønskjer ein ny tenestestad i bygda."
        ),
        "onsker_tjenestested",
        "nei",
    ),
    # Other cases of an agenda are not about this (14).
    (
        "sakliste",
        0,
        "Sak 5: Formannskapet kan tilby lokaler til tannlegen.",
        "tilbyr_lokaler",
        None,
    ),
    ("sakliste", 0, "Sak 7: Kommunen har ingen ledige lokale til koret.", "tilbyr_lokaler", None),
    # Numbered arguments are no answers 1–5, and are read for what they say (15).
    (
        "argumenter",
        0,
        "Argumenter:\n1. Avstanden er stor.\n2. Vi ønsker derfor et nytt tjenestested.",
        "onsker_tjenestested",
        "ja",
    ),
    ("argumenter", 0, "1. Turismen aukar.\n2. Skred stengjer vegen.", "onsker_tjenestested", None),
    # Earlier processes, and the police chief quoted, are not today's own view (16).
    ("eldre", 2, "I 2016 var kommunen ikke tilfreds med bemanningen.", "tilfreds_bemanning", None),
    (
        "eldre",
        5,
        "I høyringa i 2013 bad kommunen om eit nytt lensmannskontor.",
        "onsker_tjenestested",
        None,
    ),
    (
        "sitat",
        2,
        (
            "Politimesteren skriver: «Bemanningen er god nok, og publikum er fornøyd. "
            "Strukturen fungerer godt.»"
        ),
        "tilfreds_bemanning",
        None,
    ),
    (
        "sitat",
        2,
        "Ifølge politidistriktet er kommunen tilfreds med bemanningen.",
        "tilfreds_bemanning",
        None,
    ),
    # A poor scan (17).
    (
        "skanning",
        2,
        "Kornmunen er ikke tilfreds rned bernanningen.",
        "tilfreds_bemanning",
        "ikke_tilfreds",
    ),
    ("skanning", 5, "Kommunen 0nskjer ein ny tenestestad.", "onsker_tjenestested", "ja"),
    # Who else said it, and how many voted (18).
    (
        "presse",
        5,
        "Lokalavisa skriv at bygda vil ha nytt tenestested.",
        "onsker_tjenestested",
        None,
    ),
    ("presse", 5, "Mindretallet ønsker et nytt tjenestested.", "onsker_tjenestested", None),
    # Nynorsk of many kinds (19).
    ("nynorsk", 2, "Me er misnøgde med bemanninga.", "tilfreds_bemanning", "ikke_tilfreds"),
    (
        "nynorsk",
        2,
        "Kommunen er lite nøgd med tenestetilbodet.",
        "tilfreds_tjenestetilbud",
        "ikke_tilfreds",
    ),
    ("nynorsk", 5, "Heradet ynskjer ein eigen tenestestad.", "onsker_tjenestested", "ja"),
    # Praise before the opposite (20).
    (
        "takk",
        2,
        "Vi takker for godt samarbeid. Kommunen er likevel ikke tilfreds med bemanningen.",
        "tilfreds_bemanning",
        "ikke_tilfreds",
    ),
    (
        "takk",
        2,
        "Dei tilsette gjer ein god jobb. Men bemanninga er for låg.",
        "tilfreds_bemanning",
        "ikke_tilfreds",
    ),
    # Hedges, negation and contrast.
    (
        "forbehold",
        2,
        "Vi er i all hovedsak tilfreds med bemanningen.",
        "tilfreds_bemanning",
        "tilfreds",
    ),
    (
        "forbehold",
        2,
        "Stort sett er vi nøgde med strukturen.",
        "tilfreds_tjenestestedstruktur",
        "tilfreds",
    ),
    (
        "kontrast",
        2,
        "Strukturen er grei, bemanningen er det ikke.",
        "tilfreds_bemanning",
        "ikke_tilfreds",
    ),
    (
        "kontrast",
        2,
        "Vi er nøgde med bemanninga, men ikkje med strukturen.",
        "tilfreds_tjenestestedstruktur",
        "ikke_tilfreds",
    ),
    (
        "kontrast",
        2,
        "Verken bemanningen eller tilbudet er godt nok.",
        "tilfreds_tjenestetilbud",
        "ikke_tilfreds",
    ),
    # Conditions: season, and shared with neighbours.
    ("vilkår", 5, "Vi ønsker et tjenestested i sommersesongen.", "onsker_tjenestested", "betinget"),
    (
        "vilkår",
        5,
        "Kommunen vil ha ein felles tenestestad med nabokommunane.",
        "onsker_tjenestested",
        "betinget",
    ),
    ("vilkår", 5, "Ja, dersom det følger stillinger med.", "onsker_tjenestested", "betinget"),
    # What is wished, demanded or imagined is no verdict on what is.
    ("ønskemodus", 2, "Det er viktig at bemanningen er god nok.", "tilfreds_bemanning", None),
    ("ønskemodus", 2, "Vi ventar at tenestetilbodet er godt.", "tilfreds_tjenestetilbud", None),
    (
        "tenkt",
        5,
        "Dersom det skal opprettes et nytt tjenestested, må det bemannes.",
        "onsker_tjenestested",
        None,
    ),
    ("tenkt", 5, "Det skal opprettast 20 nye tenestestader.", "onsker_tjenestested", None),
    # The letter's own question is nobody's answer.
    (
        "spørsmålet",
        5,
        "Ønsker kommunen et nytt tjenestested i politiet?",
        "onsker_tjenestested",
        None,
    ),
    ("spørsmålet", 2, "Er kommunen tilfreds med politiets bemanning?", "tilfreds_bemanning", None),
    # Only the letter itself says that it does not answer.
    ("ubesvart", 5, "Ingen kommentar.", "onsker_tjenestested", "ikke_besvart"),
    ("ubesvart", 2, "Spørsmål 2 er ikkje svara på.", "tilfreds_bemanning", "ikke_besvart"),
    ("ubesvart", 5, "Se vedlegg.", "onsker_tjenestested", None),
]


@pytest.mark.parametrize(
    ("question", "text", "field", "expected"),
    [pytest.param(*t[1:], id=f"{t[0]}-{i}") for i, t in enumerate(TRAPS)],
)
def test_a_trap_is_not_stepped_in(
    question: int, text: str, field: str, expected: str | None
) -> None:
    found = {code.felt: code.verdi for code in suggest({question: text}).codes}

    assert found.get(field) == expected
