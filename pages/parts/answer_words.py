"""What readers see instead of the codes of questions 1, 3 and 4."""

from pages.parts import words
from pages.parts.language import _, ngettext
from pages.parts.numbers import whole


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
    return {"regel": _("med regel"), "menneske": _("av menneske"), "fil": _("i kildefilen")}


def inline(label: str) -> str:
    """Return `label` as it stands inside a sentence: small first letter, but SLT stays SLT."""
    return label if label[1:2].isupper() else label[:1].lower() + label[1:]


def coded(felt: str, verdi: str) -> str:
    """Return the label of any coded value, as a caption under its passage."""
    if felt in subjects():
        return labels(felt)[verdi]
    if felt in channels():
        return f"{channels()[felt]}: {inline(wishes()[verdi])}"
    return f"{words.fields().get(felt, felt)}: {inline(words.coded(felt, verdi))}"


def who(felt: str, verdi: str, n: int, also: str = "") -> str:
    """Return how many municipalities have a coded value, and `also` another, as a sentence."""
    return _sentence(felt, verdi, n).format(
        n=whole(n), what=_subject(felt, verdi), also=also and _(" og {also}").format(also=also)
    )


def _subject(felt: str, verdi: str) -> str:
    if felt in channels():
        return wanted()[felt]
    return inline(coded(felt, verdi))


def _sentence(felt: str, verdi: str, n: int) -> str:
    if felt in channels():
        return {
            "mer": ngettext("{n} kommune vil ha mer {what}", "{n} kommuner vil ha mer {what}", n),
            "som_i_dag": ngettext(
                "{n} kommune vil ha {what} som i dag", "{n} kommuner vil ha {what} som i dag", n
            ),
            "mindre": ngettext(
                "{n} kommune vil ha mindre {what}", "{n} kommuner vil ha mindre {what}", n
            ),
            "ikke_nevnt": ngettext(
                "{n} kommune nevner ikke {what}, men andre kanaler",
                "{n} kommuner nevner ikke {what}, men andre kanaler",
                n,
            ),
        }[verdi]
    if (felt, verdi) == ("ressurs", "ingen"):
        return ngettext(
            "{n} kommune sier at den ikke kan sette av ressurser",
            "{n} kommuner sier at de ikke kan sette av ressurser",
            n,
        )
    if felt == "ressurs":
        return ngettext(
            "{n} kommune vil sette av {what}{also}", "{n} kommuner vil sette av {what}{also}", n
        )
    if felt in subjects():
        return ngettext("{n} kommune nevner {what}{also}", "{n} kommuner nevner {what}{also}", n)
    return ngettext("{n} kommune: {what}", "{n} kommuner: {what}", n)
