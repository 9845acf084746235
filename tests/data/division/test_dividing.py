"""An answer is divided where it divides itself, and what can be read in two ways stays in sight."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from data.documents.division import divide
from tests.data.saved import ANSWERS

WHOLE = "\n\n".join(ANSWERS)
ASKED = (
    "Hvilke utfordringer mener dere kommunen vil stå overfor?\nTrafikk.",
    "Er kommunen tilfreds med politiets\nbemanningsutvikling?\nNei.",
    "Både kommunen og politiet har ansvar for trygghet.\nPolitiråd.",
    "Hva er ønsket utvikling når det gjelder tilgjengeligheten?\nMer.",
    "Ønsker kommunen et nytt tjenestested i politiet?\nJa.",
)
BLOCK = (
    "1. Hvilke utfordringer mener dere kommunen vil stå overfor innenfor områdene forebygging, "
    "beredskap og sivile tjenester de neste årene?\n"
    "2. Er kommunen tilfreds med politiets bemanningsutvikling, tjenestestedstruktur og "
    "tjenestetilbud? Hvis ikke, hva er årsakene?\n"
    "3. Både kommunen og politiet har ansvar for å sikre innbyggernes trygghet og gode tjenester. "
    "Hvordan kan polititjenestene videreutvikles for å sikre dette? Hvilke ressurser ser kommunen "
    "for seg at de kan avsette?\n"
    "4. Hva er ønsket utvikling når det gjelder tilgjengeligheten til politiets tjenester?\n"
    " - Via et tjenestested i politiet?\n - Via fysisk oppmøte?\n - Via telefon?\n"
    "5. Ønsker kommunen et nytt tjenestested i politiet? Hvis ja, kan kommunen tilby lokaler?\n"
)
NYNORSK_BLOCK = (
    "Kva utfordringar meiner de kommunen vil stå overfor innan førebygging?\n"
    "Er kommunen nøgd med bemanninga? Om ikkje, kva er årsakene?\n"
    "Korleis kan samarbeidet utviklast vidare? Kva ressursar kan kommunen setje av?\n"
    "Kva er ønskt utvikling når det gjeld tilgjenge?\n"
    "Ønskjer kommunen ein ny tenestestad? Om ja, kan kommunen tilby lokale?\n"
)


def parts(text: str) -> dict[int, str]:
    return divide(text).answers(text)


def placed(text: str) -> list[tuple[int, str]]:
    """Return the parts of `text` in their order, each with its question."""
    found = divide(text).parts
    return [(p.sporsmal, s) for p in found if (s := text[p.start : p.end].strip())]


# --- the answer's own marks ---


def test_numbers_at_the_start_of_lines_divide() -> None:
    assert parts(f"Innledning.\n\n{WHOLE}") == {0: "Innledning."} | dict(enumerate(ANSWERS, 1))


@pytest.mark.parametrize(
    "word",
    [
        "Spørsmål {n}",
        "Til spørsmål {n}:",
        "Svar på spm. {n}",
        "Punkt {n} –",
        "Ad. {n})",
        "Til {n}:",
        "SPØRSMÅL NR. {n}",
        "Svar på spørsmål {n} – om",
        "Spm {n}.",
        "- Spørsmål {n}:",
        "Sp0rsmàl {n}:",
    ],
)
def test_named_questions_divide_whatever_lists_stand_inside(word: str) -> None:
    answers = [f"{word.format(n=n)} Svar nummer {n}.\n1. liste\n2. liste" for n in range(1, 6)]
    assert parts("\n".join(answers)) == dict(enumerate(answers, 1))


@pytest.mark.parametrize("word", ["Første", "Andre", "Tredje", "Fjerde", "Femte"])
def test_questions_named_in_words_divide(word: str) -> None:
    every = ["Første", "Andre", "Tredje", "Fjerde", "Femte"]
    answers = [f"{each} spørsmål: Svar." for each in every]
    assert parts("\n".join(answers))[every.index(word) + 1] == f"{word} spørsmål: Svar."


@pytest.mark.parametrize(
    ("marks", "confident"),
    [
        (("1)", "2)", "3)", "4)", "5)"), 0.9),
        (("(1)", "(2)", "(3)", "(4)", "(5)"), 0.9),
        (("1:", "2:", "3:", "4:", "5:"), 0.9),
        (("1 –", "2 –", "3 –", "4 –", "5 –"), 0.9),
        (("l.", "2.", "3.", "4.", "5."), 0.9),
        (("- 1.", "- 2.", "- 3.", "- 4.", "- 5."), 0.9),
        (("I.", "II.", "III.", "IV.", "V."), 0.85),
        (("I", "II", "III", "IV", "V"), 0.85),
        (("a)", "b)", "c)", "d)", "e)"), 0.85),
        (("A.", "B.", "C.", "D.", "E."), 0.85),
    ],
)
def test_rows_of_every_kind_divide(marks: tuple[str, ...], confident: float) -> None:
    bare = [answer[3:] for answer in ANSWERS]
    between = "\n" if marks[0] == "I" else " "
    answers = [f"{mark}{between}{answer}" for mark, answer in zip(marks, bare, strict=True)]
    text = "\n".join(answers)
    assert parts(text) == dict(enumerate(answers, 1))
    assert divide(text).confidence == confident


def test_numbers_within_one_line_divide_less_surely() -> None:
    text = " ".join(ANSWERS)
    assert parts(text) == dict(enumerate(ANSWERS, 1))
    assert divide(text).confidence == 0.7


def test_the_letters_own_questions_divide_with_the_number_before_them() -> None:
    answers = [f"{n}) {text}" for n, text in enumerate(ASKED, 1)]
    assert parts("\n\n".join(answers)) == dict(enumerate(answers, 1))


def test_a_question_in_other_words_is_known_by_its_number() -> None:
    texts = [ASKED[0], "Om politiets bemanning:\nNei.", *ASKED[2:]]
    answers = [f"{n}. {text}" for n, text in enumerate(texts, 1)]
    assert parts("\n\n".join(answers)) == dict(enumerate(answers, 1))


def test_questions_in_nynorsk_divide() -> None:
    text = (
        "Kva utfordringar meiner de kommunen står overfor?\nRus.\n"
        "Er kommunen nøgd med politiet si bemanning?\nNei.\n"
        "Kva er ønskt utvikling?\nMeir.\nØnskjer kommunen ein ny tenestestad?\nJa."
    )
    assert set(parts(text)) == {1, 2, 4, 5}


def test_a_question_left_out_is_left_out_and_told() -> None:
    text = "Spørsmål 1: a\nSpørsmål 2: b\nSpørsmål 5: c"
    assert parts(text) == {1: "Spørsmål 1: a", 2: "Spørsmål 2: b", 5: "Spørsmål 5: c"}
    assert divide(text).remarks() == ["fant ikke svar på spørsmål 3, 4; kontroller delingen"]


def test_a_single_named_question_is_placed() -> None:
    assert parts("Frå Solund kommune:\nSpm 5: Ja.") == {0: "Frå Solund kommune:", 5: "Spm 5: Ja."}


def test_named_questions_may_come_in_any_order() -> None:
    assert set(parts("Spørsmål 5: Ja.\nSpørsmål 1: Rus.\nSpørsmål 2: Nei.")) == {1, 2, 5}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Spørsmål 1 og 2:\nRus.\nSpørsmål 3: Nei.\nSpørsmål 4: Mer.", {1: (2,), 3: (), 4: ()}),
        ("Spørsmål 1, 2 og 3:\nRus.\nSpørsmål 4 og 5: Mer.", {1: (2, 3), 4: (5,)}),
        ("Til spørsmål 1–3:\nRus.\nTil spørsmål 4: Mer.", {1: (2, 3), 4: ()}),
        ("Spm. 2 & 3: Nei.\nSpm. 4: Mer.\nSpm. 5: Ja.", {2: (3,), 4: (), 5: ()}),
    ],
)
def test_one_answer_to_several_questions_is_stored_once_and_told(
    text: str, expected: dict[int, tuple[int, ...]]
) -> None:
    division = divide(text)
    assert {part.sporsmal: part.also for part in division.parts} == expected
    assert any("gjelder også spørsmål" in remark for remark in division.remarks())


@pytest.mark.parametrize("channels", [2, 3, 5])
def test_a_numbered_list_of_channels_belongs_to_question_four(channels: int) -> None:
    inner = "\n".join(f"{n}. kanal" for n in range(1, channels + 1))
    found = parts("\n".join([*ANSWERS[:4], inner, ANSWERS[4]]))
    assert found[4] == f"{ANSWERS[3]}\n{inner}"
    assert found[5] == ANSWERS[4]


# --- questions pasted before the answers ---


@pytest.mark.parametrize("block", [BLOCK, NYNORSK_BLOCK])
@pytest.mark.parametrize(
    "introduction", ["Svar:\n", "Vårt svar:\n", "Svar frå Lærdal kommune:\n", "\n"]
)
def test_a_block_of_questions_is_no_answer(block: str, introduction: str) -> None:
    text = f"Departementet spør:\n{block}{introduction}{WHOLE}"
    found = parts(text)
    assert {n: found[n] for n in range(1, 6)} == dict(enumerate(ANSWERS, 1))
    assert block.strip() in found[0]


def test_answers_on_the_line_of_the_word_answer_divide() -> None:
    found = parts(f"{BLOCK}Svar: {ANSWERS[0]}\n" + "\n".join(ANSWERS[1:]))
    assert found[1] == ANSWERS[0]
    assert found[5] == ANSWERS[4]


def test_a_block_with_named_answers_below_divides() -> None:
    answers = [f"Til {n}: Svar nummer {n}." for n in range(1, 6)]
    assert parts(f"{NYNORSK_BLOCK}\n" + "\n".join(answers))[3] == answers[2]


# --- headings in own words, and prose ---


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


# --- lists that are no answers ---


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


# --- greetings, and whatever is in doubt ---


@pytest.mark.parametrize(
    "greeting",
    [
        "Med hilsen\nKari Nordmann\nordfører",
        "Med venleg helsing\nfor Luster kommune\n\nKari Nordmann\nkommunedirektør",
        "Mvh\nKari Nordmann\n\nVedlegg:\n1. Protokoll\n2. Kart",
        "Stad, 24. mai 2022",
        "For kommunestyret\nOrdføreren",
        "Kopi til:\nPolitidistriktet",
        "Kari Nordmann\nStorgata 1\ntelefon 400 00 123",
    ],
)
def test_a_greeting_is_no_part_of_the_last_answer(greeting: str) -> None:
    found = parts(f"{WHOLE}\n\n{greeting}")
    assert found[5] == ANSWERS[4]
    assert found[0] == greeting


@pytest.mark.parametrize(
    "text",
    [
        "Løpende tekst uten tall.",
        # The fifth may be the last channel or the last question.
        "\n".join(["1. a", "2. b", "3. c", "4. d", *(f"{n}. kanal" for n in range(1, 6))]),
        "2. Nei\n1. Ja\n3. Kanskje",
        "1. Bare\n2. to",
        "31.05.2022\n1.2 Underpunkt\n2.1 Et til\n3.3 Og et",
        "Punkt 1 og 2 endres. Punkt 3 strykes.",
    ],
)
def test_what_can_be_read_in_two_ways_stays_whole(text: str) -> None:
    assert parts(text) == {0: text}
    assert divide(text).confidence == 0
    assert "udelt" in divide(text).remarks()[0]


def test_nothing_has_no_parts() -> None:
    assert divide("").parts == ()


@given(
    st.lists(
        st.sampled_from(
            [*ANSWERS, *ASKED, "Spørsmål 2", "5) x", "", "Tekst", "Vedtak", "Med hilsen", "- punkt",
             "II", "b) x", "Forslag til vedtak", "Spørsmål 1 og 2: x", BLOCK, "\r", "\x0c",
             "Ola Nordmann"]
        ),
        max_size=14,
    )
)  # fmt: skip
def test_every_character_is_in_exactly_one_part(lines: list[str]) -> None:
    text = "\n".join(lines)
    division = divide(text)
    assert "".join(text[part.start : part.end] for part in division.parts) == text
    assert 0 <= division.confidence <= 1
    assert all(part.end > part.start for part in division.parts)
