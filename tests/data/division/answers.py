"""Answers and questions that tests divide, and how they look at what came of it."""

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
    """Return what `text` answers to each question."""
    return divide(text).answers(text)


def placed(text: str) -> list[tuple[int, str]]:
    """Return the parts of `text` in their order, each with its question."""
    found = divide(text).parts
    return [(p.sporsmal, s) for p in found if (s := text[p.start : p.end].strip())]
