"""Why something was not kept, in the reader's language; the store says it in bokmål."""

import re

from pages.parts.reading.language import _


def told(says: str) -> str:
    """Return the sentence `says` in the reader's language, or as it is where none is known."""
    for pattern, other in _patterns():
        if found := re.fullmatch(pattern, says):
            return other.format(**found.groupdict())
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
        "Bare saksbehandlere og ledere kan vurdere brev.": _(
            "Bare saksbehandlere og ledere kan vurdere brev."
        ),
        "Brevet finnes ikke i den nyeste versjonen.": _(
            "Brevet finnes ikke i den nyeste versjonen."
        ),
        "Brevet er ikke trukket ut til å leses av to.": _(
            "Brevet er ikke trukket ut til å leses av to."
        ),
        "Du er annenleser av dette brevet. Begge må være ferdige før du ser det den andre sa.": _(
            "Du er annenleser av dette brevet. Begge må være ferdige før du ser det den andre sa."
        ),
        "Du har lest brevet først. Annenleseren er en annen.": _(
            "Du har lest brevet først. Annenleseren er en annen."
        ),
        "Brevet har en annenleser fra før.": _("Brevet har en annenleser fra før."),
        "Brevet er endret siden du leste det. Se på det igjen.": _(
            "Brevet er endret siden du leste det. Se på det igjen."
        ),
        "Kommentaren er tom.": _("Kommentaren er tom."),
        "Bare ledere kan trekke brevene som leses av to.": _(
            "Bare ledere kan trekke brevene som leses av to."
        ),
        "Utdraget mangler en plass i teksten.": _("Utdraget mangler en plass i teksten."),
        "Utdraget står ikke i teksten der det sier.": _(
            "Utdraget står ikke i teksten der det sier."
        ),
        "Avgjørelsen gjelder ikke et kjent felt.": _("Avgjørelsen gjelder ikke et kjent felt."),
        "Avgjørelsen har ikke en kjent verdi.": _("Avgjørelsen har ikke en kjent verdi."),
        "Avgjørelsen har ikke den formen som ventes.": _(
            "Avgjørelsen har ikke den formen som ventes."
        ),
        "Lokalet hører ikke til brevet.": _("Lokalet hører ikke til brevet."),
        "Lokalet mangler en kommune.": _("Lokalet mangler en kommune."),
        "Lokalet har ikke en kjent type eller tilstand.": _(
            "Lokalet har ikke en kjent type eller tilstand."
        ),
        "Datoen lokalet er ledig fra, er ikke en dato.": _(
            "Datoen lokalet er ledig fra, er ikke en dato."
        ),
        "Datoen er ikke en dato.": _("Datoen er ikke en dato."),
        "Datoen mangler.": _("Datoen mangler."),
        "Avsenderen er ikke av et kjent slag.": _("Avsenderen er ikke av et kjent slag."),
        "Kommunene må være kommunenumre med fire sifre, skilt med |.": _(
            "Kommunene må være kommunenumre med fire sifre, skilt med |."
        ),
        "En av kommunene finnes ikke i inndelingen 2020–2023.": _(
            "En av kommunene finnes ikke i inndelingen 2020–2023."
        ),
        "Bare kommuner og interkommunale råd svarer for kommuner. Ta ut kommunene.": _(
            "Bare kommuner og interkommunale råd svarer for kommuner. Ta ut kommunene."
        ),
        "Velg kommunen avsenderen svarer for.": _("Velg kommunen avsenderen svarer for."),
        "Det samme er flyttet to steder.": _("Det samme er flyttet to steder."),
        "Teksten er endret siden du leste den. Se på delingen igjen.": _(
            "Teksten er endret siden du leste den. Se på delingen igjen."
        ),
    }
    return known.get(says, says)


def _patterns() -> tuple[tuple[str, str], ...]:
    """Return the sentences that have a name or a number in them, and what they are called."""
    return (
        (r"(?P<name>.+) arbeider med brevet nå\.", _("{name} arbeider med brevet nå.")),
        (
            r"Arealet må være et helt tall fra 1 til (?P<most>\d+)\.",
            _("Arealet må være et helt tall fra 1 til {most}."),
        ),
        (
            r"Det som står om lokalet, har mer enn (?P<most>\d+) tegn\.",
            _("Det som står om lokalet, har mer enn {most} tegn."),
        ),
        (
            r"Avsenderen må ha et navn på høyst (?P<most>\d+) tegn\.",
            _("Avsenderen må ha et navn på høyst {most} tegn."),
        ),
        (
            r"Byggingen kom ikke i gang\. Meld fra med referansen (?P<reference>.+)\.",
            _("Byggingen kom ikke i gang. Meld fra med referansen {reference}."),
        ),
    )
