"""What others meant, and what fell, is marked so that nobody takes it for the sender's view."""

import pytest

from data.documents.division import others
from data.documents.division.others import ASKED, EARLIER, FACTS, FELL, MINORITY, QUOTED

PAPER = (
    "Saksframlegg\n"
    "Saksopplysninger\nKommunen fikk brev fra departementet.\n\n"
    "Vurdering\nKommunedirektøren er tilfreds med strukturen.\n\n"
    "Kommunedirektørens forslag til vedtak\n1. Kommunen ønsker ikke et nytt tjenestested.\n\n"
    "Votering\nForslaget falt med 3 mot 12 stemmer.\n\n"
    "Protokolltilførsel fra mindretallet\nVi mener pengene bør brukes på veier.\n\n"
    "Vedtak\n1. Kommunen ønsker et nytt tjenestested i sentrum av bygda.\n"
)


def marked(text: str) -> list[tuple[str, str]]:
    """Return each passage that is others', with the reason."""
    return [(span.reason, " ".join(text[span.start : span.end].split())) for span in others(text)]


def reasons_of(text: str, words: str) -> set[str]:
    """Return why `words`, which stand in `text`, are not the sender's own; none when they are."""
    at = text.index(words)
    return {s.reason for s in others(text) if s.start <= at and at + len(words) <= s.end}


@pytest.mark.parametrize(
    ("words", "reason"),
    [
        ("Kommunen fikk brev fra departementet", FACTS),
        ("Kommunedirektøren er tilfreds med strukturen", FACTS),
        ("Kommunen ønsker ikke et nytt tjenestested", FELL),
        ("Vi mener pengene bør brukes på veier", MINORITY),
    ],
)
def test_a_case_paper_is_others_but_for_what_was_decided(words: str, reason: str) -> None:
    assert reason in reasons_of(PAPER, words)


def test_what_was_decided_is_the_senders_own() -> None:
    assert reasons_of(PAPER, "Kommunen ønsker et nytt tjenestested i sentrum av bygda") == set()


def test_a_proposal_that_was_adopted_as_it_stood_is_the_decision() -> None:
    text = (
        "Saksframlegg\nForslag til vedtak\n1. Kommunen ønsker et nytt tjenestested.\n\n"
        "Vedtak\nSom innstillingen, enstemmig.\n"
    )
    assert reasons_of(text, "Kommunen ønsker et nytt tjenestested") == set()


@pytest.mark.parametrize(
    "text",
    [
        "Politimesteren skrev at «innbyggerne er tilfredse med dagens tilbud og trenger ikke mer».",
        "I rapporten fra direktoratet heter det: «Responstiden er for lang i de små kommunene.»",
        "Avisa siterte meg på at «vi er fornøyd med politiet og trenger ikke noe kontor».",
        "Politimeisteren skriv at «kommunen er best tent med at ressursane vert samla i byen».",
    ],
)
def test_what_others_are_quoted_as_saying_is_marked(text: str) -> None:
    assert QUOTED in {reason for reason, _words in marked(text)}


@pytest.mark.parametrize(
    "text",
    [
        "I 2016 foreslo politimesteren å legge ned kontoret.",
        "Den gangen krevde kommunestyret et helt nytt tjenestested.",
        "I høringssvar fra 2013 ba kommunen om en ny stasjon.",
        "I 2002 gjekk kommunen imot og kravde eit nytt kontor.",
    ],
)
def test_earlier_processes_are_marked(text: str) -> None:
    assert EARLIER in {reason for reason, _words in marked(text)}


@pytest.mark.parametrize(
    "text",
    [
        "Politistasjonssjefen skriv at bemanninga i regionen er styrkt.",
        "Politidistriktet mener at det ikke er behov for flere kontorer.",
    ],
)
def test_what_others_mean_is_marked_without_quotation_marks(text: str) -> None:
    assert QUOTED in {reason for reason, _words in marked(text)}


@pytest.mark.parametrize(
    "text",
    [
        "Et framlegg om å krevje ny tenestestad fall med 3 mot 4 røyster.",
        "Forslaget om nytt tjenestested fikk 5 stemmer og falt.",
    ],
)
def test_a_sentence_about_a_proposal_that_fell_is_marked(text: str) -> None:
    assert FELL in {reason for reason, _words in marked(text)}


def test_a_repeated_question_is_not_the_answer() -> None:
    asked = "Ønsker kommunen et nytt tjenestested? Hvis ja, kan kommunen tilby lokaler?"
    assert marked(f"5. {asked}\nNei.") == [(ASKED, asked)]


@pytest.mark.parametrize(
    "text",
    [
        "Kommunen ønsker et nytt tjenestested.",
        "Vi mener at bemanningen er for lav. Politiet må bli mer synlig.",
        "Ordningen kalles «det blå rommet» hos oss.",
        "I 2017 ble kontoret lagt ned. Vi er ikke tilfreds.",
        "Kommunen foreslår at kontoret flyttes til rådhuset.",
    ],
)
def test_the_senders_own_words_are_not_marked(text: str) -> None:
    assert marked(text) == []
