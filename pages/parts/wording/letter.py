"""The letter's five questions, as pages name them and as they were asked."""

from pages.parts.reading.language import _


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


def asked(number: int) -> str:
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
