"""Why something was not kept, in the reader's language; the store says it in bokmål."""

from pages.parts.reading.language import _


def told(says: str) -> str:
    """Return the sentence `says` in the reader's language, or as it is where it has a number."""
    known = {
        "Du er ikke logget inn.": _("Du er ikke logget inn."),
        "Meldingen har ikke den formen som ventes.": _("Meldingen har ikke den formen som ventes."),
        "Det finnes ikke noe slikt å skrive.": _("Det finnes ikke noe slikt å skrive."),
        "Noen har skrevet om det samme etter at du leste det.": _(
            "Noen har skrevet om det samme etter at du leste det."
        ),
        "Disken er full, og ingenting er lagret. Meld fra.": _(
            "Disken er full, og ingenting er lagret. Meld fra."
        ),
        "Rådet gjelder ikke en kommune som finnes.": _("Rådet gjelder ikke en kommune som finnes."),
        "Du kan ikke gi råd om denne kommunen.": _("Du kan ikke gi råd om denne kommunen."),
        "Velg om du anbefaler, fraråder eller er nøytral, før du sender inn.": _(
            "Velg om du anbefaler, fraråder eller er nøytral, før du sender inn."
        ),
        "Gi minst én grunn, fra listen eller i ord, før du sender inn.": _(
            "Gi minst én grunn, fra listen eller i ord, før du sender inn."
        ),
        "Bare lederen kan publisere.": _("Bare lederen kan publisere."),
        "Bare lederen kan bygge en ny versjon.": _("Bare lederen kan bygge en ny versjon."),
        "En ny versjon bygges allerede. Vent til den er ferdig.": _(
            "En ny versjon bygges allerede. Vent til den er ferdig."
        ),
    }
    return known.get(says, says)
