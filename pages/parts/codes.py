"""The letter's questions and the coded fields that belong to them, as one answer shows them."""

from data import vocabulary as v
from pages.parts import answer_words, words
from pages.parts.language import _


def questions() -> dict[int, str]:
    """Return what each of the letter's questions is about; 0 is text not divided between them."""
    return {
        0: _("Svaret under ett"),
        1: _("1. Utfordringer"),
        2: _("2. Tilfredshet"),
        3: _("3. Samarbeid og ressurser"),
        4: _("4. Tilgjengelighet"),
        5: _("5. Nytt tjenestested og lokaler"),
    }


def letter(number: int) -> str:
    """Return question `number` as the letter asked it; empty for text that is not divided."""
    return {
        1: _(
            "Hvilke utfordringer mener dere kommunen vil stå overfor innenfor områdene "
            "forebygging, beredskap og sivile tjenester de neste årene?"
        ),
        2: _(
            "Er kommunen tilfreds med politiets bemanningsutvikling, tjenestestedstruktur og "
            "tjenestetilbud? Hvis ikke, hva er årsakene?"
        ),
        3: _(
            "Både kommunen og politiet har ansvar for å sikre innbyggernes trygghet og gode "
            "tjenester. Hvordan kan polititjenestene og samarbeidet mellom kommunen, politiet og "
            "ev. andre lokale aktører som nabokommuner og fylket videreutvikles for å sikre dette? "
            "Hvilke ressurser ser kommunen for seg at de kan avsette til videreutvikling av "
            "samarbeidet om å sikre innbyggernes trygghet?"
        ),
        4: _(
            "Hva er ønsket utvikling når det gjelder tilgjengeligheten til politiets tjenester? "
            "Via et tjenestested i politiet? Via fysisk tilstedeværelse annet sted enn på et "
            "tjenestested? Via fysisk oppmøte? Via telefon? Via internett?"
        ),
        5: _(
            "Ønsker kommunen et nytt tjenestested i politiet? Hvis ja, kan kommunen tilby lokaler, "
            "for eksempel samlokalisering med andre kommunale tjenester?"
        ),
    }.get(number, "")


def several(field: str) -> str:
    """Return the heading over the values of a field that may have many."""
    return _("Grunner til misnøye") if field == "grunn" else answer_words.subjects()[field]


def field_name(field: str) -> str:
    """Return the label of a coded field."""
    return (answer_words.subjects() | answer_words.channels() | words.fields())[field]


def value_name(field: str, value: str) -> str:
    """Return the label of the value of a coded field."""
    if field in answer_words.subjects():
        return answer_words.labels(field)[value]
    if field in answer_words.channels():
        return answer_words.wishes()[value]
    return words.coded(field, value)


def label(field: str, value: str) -> str:
    """Return what stands after a passage coded as `value`."""
    return answer_words.coded(field, value)


def in_order(field: str) -> int:
    """Return where `field` comes among the fields, which follow the letter's questions."""
    return list(v.FELT).index(field)
