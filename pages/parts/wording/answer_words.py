"""What readers see instead of the codes of an answer: fields, values, and who coded them."""

from data import vocabulary as v
from pages.parts.reading.language import _
from pages.parts.wording import words
from pages.parts.wording.numbers import listed
from pages.parts.wording.station_words import structures
from queries.openings import KJENNETEGN


def themes() -> dict[str, str]:
    """Return the label of each theme of question 1."""
    return {
        "rus": _("Rus"),
        "psykisk_helse": _("Psykisk helse"),
        "ungdomskriminalitet": _("Ungdomskriminalitet"),
        "vold_i_naere_relasjoner": _("Vold i nære relasjoner"),
        "digital_kriminalitet": _("Digital kriminalitet"),
        "okonomisk_kriminalitet": _("Økonomisk kriminalitet"),
        "trafikk": _("Trafikk"),
        "reiseliv_og_sesong": _("Reiseliv og sesong"),
        "grensenaerhet": _("Nærhet til grensen"),
        "naturfare_og_beredskap": _("Naturfare og beredskap"),
        "sivile_oppgaver": _("Sivile oppgaver"),
        "forebygging_og_tidlig_innsats": _("Forebygging og tidlig innsats"),
        "avstand_og_responstid": _("Avstand og responstid"),
    }


def cooperation() -> dict[str, str]:
    """Return the label of each form of cooperation that question 3 is answered with."""
    return {
        "politiraad": _("Politiråd"),
        "politikontakt": _("Politikontakt"),
        "slt": _("SLT-modellen"),
        "nabokommuner": _("Nabokommuner"),
        "nodetater": _("Nødetater"),
        "naeringsliv": _("Næringsliv"),
        "frivillige": _("Frivillige"),
        "fylkeskommune": _("Fylkeskommunen"),
    }


def resources() -> dict[str, str]:
    """Return the label of each resource that question 3 is answered with."""
    return {
        "stilling": _("Stilling"),
        "lokaler": _("Lokaler"),
        "penger": _("Penger"),
        "motetid": _("Arbeidstid til samarbeid"),
        "ingen": _("Ingen ressurser"),
    }


def channels() -> dict[str, str]:
    """Return the label of each channel, in the order of the letter."""
    return {
        "kanal_tjenestested": _("Tjenestested"),
        "kanal_annet_sted": _("Til stede annet sted"),
        "kanal_oppmote": _("Fysisk oppmøte"),
        "kanal_telefon": _("Telefon"),
        "kanal_internett": _("Internett"),
    }


def wanted() -> dict[str, str]:
    """Return each channel as it follows «vil ha mer»."""
    return {
        "kanal_tjenestested": _("tilgjengelighet på tjenestestedet"),
        "kanal_annet_sted": _("fysisk tilstedeværelse andre steder enn på tjenestestedet"),
        "kanal_oppmote": _("tilgjengelighet ved fysisk oppmøte"),
        "kanal_telefon": _("tilgjengelighet på telefon"),
        "kanal_internett": _("tilgjengelighet på internett"),
    }


def wishes() -> dict[str, str]:
    """Return the label of each wish for a channel, in the order bars show them."""
    return {
        "mer": _("Mer"),
        "som_i_dag": _("Som i dag"),
        "mindre": _("Mindre"),
        "ikke_nevnt": _("Ikke nevnt"),
        "ikke_kodet": _("Ikke kodet"),
    }


def subjects() -> dict[str, str]:
    """Return the name of each field of questions 1 and 3, as readers choose among them."""
    return {
        "tema": _("Utfordringer"),
        "samarbeid": _("Samarbeid"),
        "ressurs": _("Ressurser"),
    }


def labels(felt: str) -> dict[str, str]:
    """Return the label of each value of one of the fields of questions 1 and 3."""
    return {"tema": themes, "samarbeid": cooperation, "ressurs": resources}[felt]()


def coders() -> dict[str, str]:
    """Return who gave a code, as it follows «kodet»."""
    return {
        "regel": _("med regel"),
        "modell": _("av språkmodell"),
        "menneske": _("av menneske"),
        "fil": _("i kildefilen"),
    }


def inline(label: str) -> str:
    """Return `label` as it stands inside a sentence: small first letter, but SLT stays SLT."""
    return label if label[1:2].isupper() else label[:1].lower() + label[1:]


def coded(felt: str, verdi: str, season: str | None = None) -> str:
    """Return the label of any coded value, as a caption under its passage.

    In a `season` the new stations are those that are open then.
    """
    if felt in subjects():
        return labels(felt)[verdi]
    value = structures(season)[verdi] if felt == "utenfor" else value_name(felt, verdi)
    return f"{field_name(felt)}: {inline(value)}"


def field_name(felt: str) -> str:
    """Return the label of a coded field."""
    return (subjects() | channels() | words.fields() | _known())[felt]


def value_name(felt: str, verdi: str) -> str:
    """Return the label of the value of a coded field; two values counted as one are «a eller b»."""
    first, *others = (_values(felt)[each] for each in verdi.split("-"))
    return listed([first, *map(inline, others)], alternatives=True)


def several(felt: str) -> str:
    """Return the heading over the values of a field that may have many."""
    return _("Grunner til misnøye") if felt == "grunn" else subjects()[felt]


def in_order(felt: str) -> int:
    """Return where `felt` comes among the fields, which follow the letter's questions."""
    return list(v.FELT).index(felt)


def _known() -> dict[str, str]:
    """Return the label of what is known of every municipality without being coded."""
    return {
        "svar": _("Svar på brevet"),
        "avstand": _("Avstand til nærmeste tjenestested"),
        "stasjon": _("Tjenestested i dag"),
        "utenfor": _("Bor utenfor rekkevidde"),
    }


def _values(felt: str) -> dict[str, str]:
    if felt in subjects():
        return labels(felt)
    if felt in channels():
        return wishes()
    if felt in KJENNETEGN:
        return {
            "svar": {
                "svart": _("Har svart"),
                "ikke_svart": _("Har ikke svart"),
                "ikke_innhentet": _("Ikke innhentet"),
            },
            "avstand": words.distances(),
            "stasjon": {"ja": _("Ja"), "nei": _("Nei")},
            "utenfor": structures(),
        }[felt]
    if felt == "grunn":
        return words.reasons()
    measure = {"onsker_tjenestested": "onsker", "tilbyr_lokaler": "lokaler"}.get(felt, "bemanning")
    return words.values(measure)
