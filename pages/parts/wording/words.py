"""What readers see instead of codes."""

from pages.parts.reading.language import _


def measures() -> dict[str, str]:
    """Return the short name of each measure, as shown in the choice of what to show."""
    return {
        "bemanning": _("Bemanning"),
        "tjenestestedstruktur": _("Tjenestestedstruktur"),
        "tjenestetilbud": _("Tjenestetilbud"),
        "onsker": _("Nytt tjenestested"),
        "lokaler": _("Lokaler"),
    }


def measure_titles() -> dict[str, str]:
    """Return what each measure is about, as a legend heading."""
    return {
        "bemanning": _("Tilfreds med bemanningen"),
        "tjenestestedstruktur": _("Tilfreds med tjenestestedstrukturen"),
        "tjenestetilbud": _("Tilfreds med tjenestetilbudet"),
        "onsker": _("Ønsker nytt tjenestested"),
        "lokaler": _("Tilbyr lokaler"),
        "avstand": _("Avstand til nærmeste tjenestested"),
    }


def measure_with() -> dict[str, str]:
    """Return each satisfaction measure as it follows «tilfreds med»."""
    return {
        "bemanning": _("bemanningen"),
        "tjenestestedstruktur": _("tjenestestedstrukturen"),
        "tjenestetilbud": _("tjenestetilbudet"),
    }


def values(measure: str) -> dict[str, str]:
    """Return the label of each value of `measure`, in the order legends show them."""
    silence = {
        "ikke_besvart": _("Ikke besvart"),
        "ikke_kodet": _("Ikke kodet"),
        "ikke_svart": _("Har ikke svart"),
        "ikke_innhentet": _("Ikke innhentet"),
    }
    if measure == "onsker":
        said = {
            "ja": _("Ja"),
            "betinget": _("Ja, med forbehold"),
            "nei": _("Nei"),
            "uklart": _("Uklart"),
        }
    elif measure == "avstand":
        return distances()
    elif measure == "lokaler":
        said = {
            "ja": _("Ja"),
            "vurderes": _("Vurderes"),
            "nei": _("Nei"),
            "uklart": _("Uklart"),
        }
    else:
        said = {
            "tilfreds": _("Tilfreds"),
            "delvis": _("Delvis tilfreds"),
            "uklart": _("Uklart"),
            "ikke_tilfreds": _("Ikke tilfreds"),
        }
    return said | silence


def sizes() -> dict[str, str]:
    """Return the label of each size class, in inhabitants."""
    return {
        "liten": _("Under 5 000"),
        "middels": _("5 000–19 999"),
        "stor": _("20 000 og mer"),
    }


def distances() -> dict[str, str]:
    """Return the label of each class of distance to the nearest station, nearest first."""
    return {
        "under_5": _("Under 5 km"),
        "5_14": _("5–14 km"),
        "15_29": _("15–29 km"),
        "30_og_mer": _("30 km og mer"),
        "under_5_min": _("Under 5 min"),
        "5_14_min": _("5–14 min"),
        "15_29_min": _("15–29 min"),
        "30_og_mer_min": _("30 min og mer"),
        "uten_reisetid": _("Uten oppgitt reisetid"),
    }


def inhabitants() -> dict[str, str]:
    """Return each size class as it stands inside a sentence: «20 000 innbyggere og mer»."""
    return {
        "liten": _("under 5 000 innbyggere"),
        "middels": _("5 000–19 999 innbyggere"),
        "stor": _("20 000 innbyggere og mer"),
    }


def groupings() -> dict[str, str]:
    """Return the heading of each way of grouping municipalities."""
    return {
        "politidistrikt": _("Politidistrikt"),
        "fylke": _("Fylke"),
        "storrelse": _("Innbyggere i kommunen"),
        "avstand": _("Avstand til nærmeste tjenestested"),
    }


def district_name(name: str) -> str:
    """Return the name of a police district in the reader's language; two have one in nynorsk."""
    return {"Øst": _("Øst"), "Sør-Øst": _("Sør-Øst")}.get(name, name)


def group(grouping: str, code: str) -> str:
    """Return the label of one group; counties are their own names."""
    if grouping == "politidistrikt":
        return district_name(code)
    known = {"storrelse": sizes, "avstand": distances}.get(grouping)
    return known()[code] if known else code


def reasons() -> dict[str, str]:
    """Return the label of each reason for being dissatisfied."""
    return {
        "responstid": _("Lang responstid"),
        "faerre_folk": _("Færre folk"),
        "avstand": _("Lang avstand"),
        "aapningstid": _("Kort åpningstid"),
        "synlighet": _("Lite synlig politi"),
        "sivile_gjoremaal": _("Sivile gjøremål"),
        "etterforskningskapasitet": _("Kapasitet til etterforskning"),
        "lokalkunnskap": _("Tapt lokalkunnskap"),
        "ressurser_flyttet": _("Ressurser flyttet ut"),
    }


def premises() -> dict[str, str]:
    """Return the label of each type of premises."""
    return {
        "raadhus": _("Rådhus"),
        "brannstasjon": _("Brannstasjon"),
        "helsehus": _("Helsehus"),
        "nav_kontor": _("NAV-kontor"),
        "innbyggertorg": _("Innbyggertorg"),
        "kulturhus": _("Kulturhus"),
        "annet": _("Annet"),
    }


def conditions() -> dict[str, str]:
    """Return the label of each condition of premises."""
    return {
        "god": _("God"),
        "middels": _("Middels"),
        "maa_pusses_opp": _("Må pusses opp"),
        "ukjent": _("Ukjent"),
    }


def evidence() -> dict[str, str]:
    """Return the label of each grade of evidence, the firmest first."""
    return {
        "svartekst_avkortet": _("Svarets tekst, avkortet"),
        "omtale_av_svar": _("Omtale av svaret"),
        "ordfoereruttalelse": _("Uttalelse fra ordfører"),
        "omtale_i_media": _("Omtale i mediene"),
        "ringerunde_nrk": _("NRKs ringerunde"),
        "kommunal_nettsak": _("Kommunens nettsted"),
        "kommunal_pressemelding_etterfoelgende": _("Pressemelding i ettertid"),
        "ordfoereruttalelse_etterfoelgende": _("Uttalelse fra ordfører i ettertid"),
        "etterfoelgende": _("Omtale i ettertid"),
        "politiforum_2021_foer": _("Politiforum 2021, før brevet"),
        "rundspoerring_2021_foer": _("Rundspørring 2021, før brevet"),
        "usikker_sammenheng": _("Usikker sammenheng med brevet"),
        "svak": _("Svakt belagt"),
    }


def fields() -> dict[str, str]:
    """Return the label of each coded field, in the order of the letter's questions."""
    return {
        "tema": _("Utfordring"),
        "tilfreds_bemanning": _("Bemanning"),
        "tilfreds_tjenestestedstruktur": _("Tjenestestedstruktur"),
        "tilfreds_tjenestetilbud": _("Tjenestetilbud"),
        "grunn": _("Grunn"),
        "onsker_tjenestested": _("Nytt tjenestested"),
        "tilbyr_lokaler": _("Lokaler"),
    }


def datasets() -> dict[str, str]:
    """Return the name of each data set."""
    return {
        "demo": _("Demodata"),
        "kjente": _("Kjente uttalelser"),
        "innspill": _("Innspill til departementet"),
    }


def sources() -> dict[str, str]:
    """Return the source line of each data set."""
    return {
        "demo": _("Kilde: oppdiktede svar laget til demonstrasjon"),
        "kjente": _("Kilde: offentlig kjente uttalelser, se hver rad"),
        "innspill": _("Kilde: innspill til brev 22/535"),
    }
