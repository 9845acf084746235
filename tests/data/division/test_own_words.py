"""Headings in own words and prose are placed by what they are about, lists and decisions too."""

import pytest

from data.documents.division import divide
from data.documents.division.parts import SURE
from tests.data.division.answers import parts, placed


@pytest.mark.parametrize(
    "headings",
    [
        (
            "Utfordringer framover",
            "Hva vi mener om dagens politi",
            "Slik kan vi arbeide sammen",
            "Hvordan folk skal nå politiet",
            "Kontor og lokaler",
        ),
        (
            "Kva vi står framfor",
            "Kor nøgde vi er",
            "Det vi kan gjere saman",
            "Korleis politiet skal vere tilgjengeleg",
            "Ny tenestestad",
        ),
        ("UTFORDRINGER", "TILFREDSHET", "SAMARBEID", "TILGJENGELIGHET", "NYTT TJENESTESTED"),
        (
            "3.1 Utfordringer innenfor forebygging, beredskap og sivile tjenester",
            "3.2 Er kommunen tilfreds?",
            "3.3 Videreutvikling av samarbeidet",
            "3.4 Tilgjengelighet",
            "3.5 Nytt tjenestested",
        ),
        (
            "Førebygging, beredskap og sivile oppgåver",
            "Bemanning, tenestestadstruktur og tenestetilbod",
            "Samarbeid og ressursar",
            "Ønskt utvikling",
            "Lokale",
        ),
    ],
)
@pytest.mark.parametrize("gap", ["\n", "\n\n"])
def test_headings_in_own_words_divide(headings: tuple[str, ...], gap: str) -> None:
    answers = [f"{heading}{gap}Kommunen svarer dette her." for heading in headings]
    text = "\n\n".join(answers)
    assert parts(text) == dict(enumerate(answers, 1))
    assert divide(text).confidence == 0.8


def test_headings_on_the_paragraphs_own_line_divide_in_the_order_they_stand() -> None:
    text = (
        "Utfordringer. Været stenger veien.\n\nI dag. Bemanningen er sårbar.\n\n"
        "Kravet vårt. Kommunen vil beholde kontoret."
    )
    assert [number for number, _text in placed(text)] == [1, 2, 5]


def test_what_has_a_heading_of_its_own_and_is_no_answer_is_in_sight() -> None:
    text = (
        "Innledning\nTakk for brevet.\n\nUtfordringer\nRus.\n\nTilfredshet\nNei.\n\nSamarbeid\n"
        "Politiråd.\n\nOppsummering\nVi takker.\n\nMed hilsen\nKari Nordmann"
    )
    assert [number for number, _text in placed(text)] == [0, 1, 2, 3, 0]


def test_prose_is_placed_where_it_is_about_one_thing_and_less_surely() -> None:
    text = (
        "Vi viser til brevet.\n\n"
        "De største utfordringene er trafikk, rusmisbruk og vold i nære relasjoner.\n\n"
        "Kommunen er ikke tilfreds med bemanningen, og responstiden er for lang.\n\n"
        "Politirådet og SLT fungerer, og samarbeidet kan bli bedre.\n\n"
        "Telefonen må besvares raskere, og åpningstiden må bli lengre.\n\n"
        "Kommunen ønsker et nytt tjenestested og har ledige lokaler i rådhuset.\n\n"
        "Været har vært fint."
    )
    division = divide(text)
    assert [number for number, _text in placed(text)] == [0, 1, 2, 3, 4, 5, 0]
    assert 0 < division.confidence <= 0.6
    assert any("kontroller delingen" in remark for remark in division.remarks())


def test_nynorsk_prose_is_placed_too() -> None:
    text = (
        "Ras og flaum er det som uroar oss mest, og turismen gjev fleire ulukker.\n\n"
        "Vi er ikkje nøgde med bemanninga, og tenestetilbodet er blitt dårlegare.\n\n"
        "Opningstida må bli lengre, og telefonen må svarast.\n\n"
        "Kommunen ønskjer ein ny tenestestad og har lokale i kommunehuset."
    )
    assert [number for number, _text in placed(text)] == [1, 2, 4, 5]


def test_a_paragraph_about_two_things_is_placed_by_its_sentences_or_not_at_all() -> None:
    text = "Vi er nøgde med bemanninga. Vi har ikkje trong for nokon ny tenestestad."
    assert [number for number, _text in placed(text)] == [2, 5]
    assert parts("Samarbeidet om lokaler og telefon er godt.").keys() == {0}


@pytest.mark.parametrize("bullet", ["- ", "• "])
def test_items_of_a_list_are_placed_each_by_itself(bullet: str) -> None:
    items = (
        "Trafikk og rusmisbruk er utfordringer.",
        "Kommunen er ikke tilfreds med bemanningen.",
        "Politirådet er godt, og samarbeidet kan utvides.",
        "Telefonen må besvares raskere.",
        "Kommunen ønsker ikke et nytt tjenestested.",
    )
    text = "\n".join(f"{bullet}{item}" for item in items)
    assert [number for number, _text in placed(text)] == [1, 2, 3, 4, 5]


def test_a_numbered_decision_is_not_five_answers() -> None:
    text = (
        "Kommunestyret har gjort slikt vedtak:\n1. Nei til nytt kontor i kommunen.\n"
        "2. Rusmisbruk og trafikk er de største utfordringene.\n"
        "3. Kommunen er ikke tilfreds med bemanningen.\n"
        "4. Politirådet og SLT skal bestå.\n5. Telefonen må besvares raskere."
    )
    found = [(number, said) for number, said in placed(text) if number]
    assert [number for number, _said in found] == [5, 1, 2, 3, 4]
    assert divide(text).confidence <= 0.6


def test_numbers_that_speak_of_other_questions_are_no_answers() -> None:
    text = (
        "1. Nei til nytt kontor.\n2. Rusmisbruk er en utfordring.\n"
        "3. Vi er tilfredse med bemanningen."
    )
    assert [number for number, _said in placed(text)] == [5, 1, 2]


@pytest.mark.parametrize(
    "text",
    [
        "Forslag til vedtak\n1. Saken tas til orientering.\n2. Brevet sendes.\n3. Kopi arkiveres.",
        "Innstilling:\n1. Vi tar det.\n2. Vi gjør det.\n3. Vi lar det.\n4. Slutt.\n5. Helt slutt.",
        "SAKSLISTE\n1. Godkjenning\n2. Brannstasjon\n3. Skolebruk\n4. Budsjett\n5. Eventuelt",
        "Kommunen mener dette fordi:\n1. Ja.\n2. Nei.\n3. Kanskje.\n4. Vel.\n5. Slutt.",
    ],
)
def test_proposals_agendas_and_lists_of_reasons_are_never_answers(text: str) -> None:
    assert parts(text).keys() == {0}


def test_a_list_of_eleven_arguments_is_placed_by_what_they_say() -> None:
    lines = [
        "Vi har en million turister.",
        "Cruiseskipene legger til midt i bygda.",
        "Tunnelene er lange, og det skjer ulykker.",
        "Rasfaren øker.",
        "Bemanningen er redusert, og vi er ikke tilfredse.",
        "Responstiden er for lang.",
        "Lensmannskontoret ble lagt ned.",
        "Politirådet og SLT kan gjøre mer.",
        "Telefonen besvares ikke.",
        "Kommunen har ledige lokaler.",
        "Vi ønsker et nytt tjenestested.",
    ]
    text = "\n".join(f"{n}. {line}" for n, line in enumerate(lines, 1))
    numbers = dict(placed(text))
    assert numbers[5].startswith("10.")
    assert 1 not in [n for n, said in placed(text) if said.startswith("5.")]


def test_what_was_decided_counts_and_the_case_around_it_is_in_sight() -> None:
    text = (
        "Saksframlegg\nSaksopplysninger\nKommunen er tilfreds med politiets bemanning.\n\n"
        "Forslag til vedtak\n1. Kommunen ønsker ikke et nytt tjenestested.\n\n"
        "Votering\nForslaget falt med 3 mot 12 stemmer.\n\nVedtak\n"
        "1. Kommunen ønsker et nytt tjenestested.\n2. Politirådet skal møtes oftere, og "
        "samarbeidet styrkes.\n\nProtokolltilførsel\nVi er tilfreds med bemanningen."
    )
    found = parts(text)
    assert found[5] == "1. Kommunen ønsker et nytt tjenestested."
    assert found[3].startswith("2. Politirådet")
    assert set(found) == {0, 3, 5}


def test_named_answers_within_a_case_paper_are_answers() -> None:
    answers = "\n".join(f"Til spørsmål {n}: Svar nummer {n}." for n in range(1, 6))
    text = f"Saksprotokoll\nBehandling\nDet ble fremmet forslag.\n\nVedtatt høringssvar\n{answers}"
    assert parts(text)[5] == "Til spørsmål 5: Svar nummer 5."


def test_answers_proposed_and_answers_decided_are_the_decided() -> None:
    proposed = "\n".join(f"Spørsmål {n}: Foreslått {n}." for n in range(1, 6))
    made = "\n".join(f"Spørsmål {n}: Vedtatt {n}." for n in range(1, 6))
    text = f"Saksframlegg\nForslag til vedtak\n{proposed}\n\nVedtak\n{made}"
    assert parts(text)[2] == "Spørsmål 2: Vedtatt 2."


@pytest.mark.parametrize(
    ("last", "sure"),
    [
        ("Tjenestested: Takk, men nei.", False),
        ("Lokaler: Vi har to rom i rådhuset.", False),
        ("Nytt tjenestested: Nei takk.", True),
    ],
)
def test_a_label_that_is_a_channel_or_the_fifth_answer_is_told(last: str, *, sure: bool) -> None:
    text = (
        "Utfordringer: rus blant unge.\nBemanning: Her er vi kritiske.\n"
        "Samarbeid: SLT har vi hatt i tolv år.\nTilgjengelighet: Nettsidene gjør jobben.\n" + last
    )
    assert (divide(text).confidence >= SURE) is sure


@pytest.mark.parametrize(
    "lines",
    [
        # In the manner of a mayor who writes on a phone, and of a council's secretary.
        [
            "Rus og fart, og mange ulykker på fylkesveien.",
            "Vi er ikke tilfreds med bemanningen, men strukturen er grei.",
            "Politirådet møtes for sjelden. Kommunen kan sette av tid.",
            "Patruljen må være mer synlig, og telefonen besvares sent.",
            "Kommunen ønsker ikke et nytt tjenestested.",
        ],
        [
            "Kommunen ventar fleire saker om vald i nære relasjonar.",
            "Kommunestyret er misnøgd med bemanninga og med at kontoret vart lagt ned.",
            "SLT-samarbeidet med nabokommunane held fram.",
            "Opningstida bør verte lengre, og politiet må vere meir synleg.",
            "Vi ynskjer ein ny tenestestad og har lokale i heradshuset.",
        ],
    ],
)
@pytest.mark.parametrize("mark", ["{}. ", "{}) ", "Spørsmål {}: ", "Svar på spørsmål {}\n", ""])
def test_an_answer_in_the_manner_of_real_ones_is_divided_whole(mark: str, lines: list[str]) -> None:
    said = [mark.format(n) + line for n, line in enumerate(lines, 1)]
    found = parts("Viser til brevet.\n\n" + "\n\n".join(said) + "\n\nMed hilsen\nordføreren")
    assert [found.get(n, "") for n in range(1, 6)] == said
