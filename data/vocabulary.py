"""The fixed words of the domain: what a column may say, and nothing else.

Codes are written as the registers write them, without æøå. What a reader sees instead of a code
is decided in `pages/parts/wording/words.py`.
"""

from typing import Final

# A municipality's number in the division of 2020–2023, and how it is asked for.
KOMMUNENUMMER: Final = r"^\d{4}$"
FIRE_SIFRE: Final = {"ventet": "fire sifre, også nullen foran, for eksempel 0301"}

# Who sent an answer. The sender chose the category on the web form, so it is checked, not trusted.
AVSENDERTYPE: Final = (
    "kommune",
    "interkommunalt_raad",
    "fylkeskommune",
    "organisasjon",
    "privatperson",
    "annet",
)

# Those of them that may speak for a municipality.
TALER_FOR: Final = ("kommune", "interkommunalt_raad")

# How much a remark of the import weighs, and whether a person has seen to it.
ALVOR: Final = ("viktig", "kontroller", "til_orientering")
MERKNADSTATUS: Final = ("ikke_gjort", "gjort")
# What the import tells of a letter, besides what is coded of it.
AVLEST: Final = ("avsender", "brevdato", "dato", "deling")
MAALFORM: Final = ("bokmaal", "nynorsk", "ukjent")

# How firmly a public statement is tied to the municipality's answer to letter 22/535.
# Ordered from the answer itself to what is only about the same place.
BELEGG: Final = (
    "svartekst_avkortet",
    "omtale_av_svar",
    "ordfoereruttalelse",
    "omtale_i_media",
    "ringerunde_nrk",
    "kommunal_nettsak",
    "kommunal_pressemelding_etterfoelgende",
    "ordfoereruttalelse_etterfoelgende",
    "etterfoelgende",
    "politiforum_2021_foer",
    "rundspoerring_2021_foer",
    "usikker_sammenheng",
    "svak",
)

# Question 1: themes.
TEMA: Final = (
    "rus",
    "psykisk_helse",
    "ungdomskriminalitet",
    "vold_i_naere_relasjoner",
    "digital_kriminalitet",
    "okonomisk_kriminalitet",
    "trafikk",
    "reiseliv_og_sesong",
    "grensenaerhet",
    "naturfare_og_beredskap",
    "sivile_oppgaver",
    "forebygging_og_tidlig_innsats",
    "avstand_og_responstid",
)

# Question 2: satisfaction and its reasons.
TILFREDSHET: Final = ("tilfreds", "delvis", "ikke_tilfreds", "uklart", "ikke_besvart")
GRUNN: Final = (
    "responstid",
    "faerre_folk",
    "avstand",
    "aapningstid",
    "synlighet",
    "sivile_gjoremaal",
    "etterforskningskapasitet",
    "lokalkunnskap",
    "ressurser_flyttet",
)

# Question 3: cooperation that exists or is wanted, and what the municipality can put in.
SAMARBEID: Final = (
    "politiraad",
    "politikontakt",
    "slt",
    "nabokommuner",
    "nodetater",
    "naeringsliv",
    "frivillige",
    "fylkeskommune",
)
RESSURS: Final = ("stilling", "lokaler", "penger", "motetid", "ingen")

# Question 4: five channels.
KANALONSKE: Final = ("mer", "som_i_dag", "mindre", "ikke_nevnt")

# Question 5: a station, and premises for it.
STASJONSONSKE: Final = ("ja", "betinget", "nei", "uklart", "ikke_besvart")
LOKALTILBUD: Final = ("ja", "vurderes", "nei", "uklart", "ikke_besvart")
LOKALTYPE: Final = (
    "raadhus",
    "brannstasjon",
    "helsehus",
    "nav_kontor",
    "innbyggertorg",
    "kulturhus",
    "annet",
)
TILSTAND: Final = ("god", "middels", "maa_pusses_opp", "ukjent")

# Which values a coded field may hold. A field with `(flere)` in its comment may occur many times in
# one answer; the others once.
FELT: Final[dict[str, tuple[str, ...]]] = {
    "tema": TEMA,  # (flere)
    "tilfreds_bemanning": TILFREDSHET,
    "tilfreds_tjenestestedstruktur": TILFREDSHET,
    "tilfreds_tjenestetilbud": TILFREDSHET,
    "grunn": GRUNN,  # (flere)
    "samarbeid": SAMARBEID,  # (flere)
    "ressurs": RESSURS,  # (flere)
    "kanal_tjenestested": KANALONSKE,
    "kanal_annet_sted": KANALONSKE,
    "kanal_oppmote": KANALONSKE,
    "kanal_telefon": KANALONSKE,
    "kanal_internett": KANALONSKE,
    "onsker_tjenestested": STASJONSONSKE,
    "tilbyr_lokaler": LOKALTILBUD,
}
FLERE: Final = ("tema", "grunn", "samarbeid", "ressurs")

# Which of the letter's five questions a field belongs to.
SPORSMAL: Final[dict[str, int]] = {
    "tema": 1,
    "tilfreds_bemanning": 2,
    "tilfreds_tjenestestedstruktur": 2,
    "tilfreds_tjenestetilbud": 2,
    "grunn": 2,
    "samarbeid": 3,
    "ressurs": 3,
    "kanal_tjenestested": 4,
    "kanal_annet_sted": 4,
    "kanal_oppmote": 4,
    "kanal_telefon": 4,
    "kanal_internett": 4,
    "onsker_tjenestested": 5,
    "tilbyr_lokaler": 5,
}

# Who or what coded, and how far a code has come: suggested, confirmed by a person, or refused.
KODET_AV: Final = ("regel", "modell", "menneske", "fil")
KODESTATUS: Final = ("forslag", "bekreftet", "avvist")
# What the build calls a code whose text has changed since: it is up for review again.
NY_VURDERING: Final = "ny_vurdering"
RAAD: Final = ("anbefaler", "fraraader", "noytral")
# How much an advice weighs to those who give it, and what it rests on.
PRIORITET: Final = ("hoy", "middels", "lav")
RAADSGRUNN: Final = (
    "avstand",
    "responstid",
    "innbyggere",
    "naeringsliv",
    "lokaler",
    "bemanning",
    "samarbeid",
    "okonomi",
    "dekket",
)

STASJONSTYPE: Final = ("lensmannskontor", "politistasjon", "politipost", "annet")
STASJONSSTATUS: Final = ("aktiv", "nedlagt")
PRESISJON: Final = ("adresse", "tettsted", "kommunesenter", "kommune")
SESONG: Final = ("sommer", "vinter")
KOMMUNEENDRING: Final = ("nytt_nummer", "del_av", "delt")
SPRAAK: Final = ("nordsamisk", "lulesamisk", "soersamisk", "kvensk")

# Groups of offences in Statistics Norway's table 08487, the whole first.
LOVBRUDDSGRUPPE: Final = (
    "alle",
    "eiendomstyveri",
    "annet_vinningslovbrudd",
    "eiendomsskade",
    "vold_og_mishandling",
    "seksuallovbrudd",
    "rusmiddellovbrudd",
    "ordens_og_integritetskrenkelse",
    "trafikkovertredelse",
    "andre_lovbrudd",
)
# What stands in a table of theirs instead of a number: it cannot be, it is lacking, it is lacking
# so far, it is not shown for the sake of privacy. None of them is nought.
STANDARDTEGN: Final = (".", "..", "...", ":")

# Whom a survey by municipality has asked, and what its numbers are.
SPURT: Final = ("innbyggere", "kommuner", "andre")
MAALEENHET: Final = ("prosent", "snitt")
