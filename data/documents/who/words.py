"""Words that tell what kind of sender a name is, in bokmål and nynorsk."""

import re
from typing import Final

# What a municipality, or the organ that speaks for it, is called after its name …
MUNICIPAL: Final = (
    r"(?:kommune(?:n|ns|s|r|rs|ne|nes|nas)?|kommuna(?:r|rs|ne|nes|ne sine)|"
    r"(?:kommune|by|herads)styre(?:t|ts|s|ne)?|formannskap(?:et|ets|s)?|formannskab(?:et)?|"
    r"byråd(?:et|ets|s)?|herad(?:et|ets|s)?|"
    r"suohkan(?:a|is)?|gielda|gieldda|tjï?i?elte|komuuni)"
)
# … and before it, with «i» or «for» between.
_ORGANS: Final = (
    r"(?:kommunestyre(?:t|ne)?|kommunestyra|(?:by|herads)styre(?:t)?|formannskap(?:et|a|ene)?|"
    r"byråd(?:et)?|(?:vara)?ordfør(?:er|ar)(?:en|ne|ane)?|rådmann(?:en)?|rådmennene|"
    r"kommunedirektør(?:en|ene|ane)?|kommuneleiing[a]?|kommuneledelsen?|kommunalsjef(?:en)?|"
    r"administrasjonen)"
)
SPOKEN_FOR: Final = re.compile(
    rf"\b(?:{_ORGANS}[ \t]+(?:i|for|fra|frå)|kommune(?:ne|r)?|kommuna(?:ne|r)|gielda|suohkan|"
    rf"(?:kommune|kommunens navn|kommunenamn|kommunenavn)[ \t]*:)"
    rf"[ \t]*(?:i[ \t]+)?$",
    re.IGNORECASE,
)
ORGAN: Final = re.compile(rf"\b(?:{_ORGANS}|politisk sekretariat|postmottak)\b", re.IGNORECASE)
AFTER: Final = re.compile(
    rf"[ \t]*(?:\((?P<county>[^()\n]*)\)|[ \t,]+(?:i|in)[ \t]+(?P<lying>[\w -]+?))?"
    rf"[ \t]*[-–]?[ \t]*\n?[ \t]*(?P<word>{MUNICIPAL})\b",
    re.IGNORECASE,
)
# Before a municipality that is not the one who speaks.
ABOUT: Final = re.compile(
    r"\b(?:til|med|mot|hos|om|enn|som|blant|mellom|att|kopi|mottak(?:er|ar)e?|adressat|jf|jfr|"
    r"nabo(?:kommune\w*|en|ar\w*)?|grann\w*|vertskommune\w*|tidligere|tidlegare|nåværende|imot|"
    r"innbygger(?:e|ne)?|innbyggjar(?:e|ane)?|innbyggarar?|bosatt|busett|bor|bur|født|"
    r"ansatt|tilsett|lærer|lærar)"
    r"(?:[ \t]+(?:til|med|i|hos|for|av))?[ \t:.,(«\"]*$",
    re.IGNORECASE,
)
COUNTY: Final = re.compile(r"fylkeskommun|fylkesting|fylkesråd|fylkesordfør", re.IGNORECASE)
COUNCIL: Final = re.compile(
    r"region(?:s)?r[åa]d|interkommunal\w*|kommuneregion|samkommune|samarbeidsråd|"
    r"politisk råd\b|\bIPR\b|regionting|kommunesamarbeid|fellesnemnd",
    re.IGNORECASE,
)
REGION: Final = re.compile(r"\w*region(?:en)?\b|vekstforum", re.IGNORECASE)
STATE: Final = re.compile(
    r"departement|direktorat|politidistrikt|politimester|politimeister|lensmann|politistasjon|"
    r"\bpolitiet\b|statsforvalt|fylkesmann|tingrett|lagmannsrett|namsmann|\btollvesen|tolletaten|"
    r"\bNAV\b|forsvaret\b|heimevern|sysselmest|helseforetak|sykehus|sjukehus|universitet|høgskole|"
    r"høyskole|høgskule|sametinget|stortinget|statens vegvesen|påtalemyndighet",
    re.IGNORECASE,
)
# Councils, schools and parties within a municipality, and who speaks for only part of it.
BODY: Final = re.compile(
    r"eldrer[åa]d|\beldres\b|seniorr[åa]d|pensjonistr[åa]d|ungdomsr[åa]d|ungdommens|"
    r"unges kommune|unges by|elevr[åa]d|"
    r"\br[åa]det? for |\br[åa]d for |brukerr[åa]d|brukarr[åa]d|innvandrerr[åa]d|innvandrarr[åa]d|"
    r"flerkulturelt|fleirkulturelt|funksjonsneds|funksjonshem|funksjonshind|funksjonsevne|"
    r"ruspolitisk|næringsr[åa]d|idrettsr[åa]d|bygder[åa]d|"
    r"gående sk[ou]le|barnehage|\bFAU\b|foreldr[ea]|samarbeidsutvalg|"
    r"bydel|bydelsutvalg|grende?lag|grende?utval|krinslag|kretslag|velforening|\bvel\b|vellag|"
    r"menighetsr[åa]d|sokner[åa]d|kirkelig|kyrkjeleg|fellesr[åa]d|menighet\b|"
    r"\bhøyres?\b|\bhøgres?\b|arbeid(?:er|ar)parti|\bap\b|senterparti|\bsp\b|fremskrittsparti|"
    r"framstegsparti|\bfrp\b|sosialistisk|\bsv\b|\bvenstres?\b|kristelig folkeparti|"
    r"kristeleg folkeparti|\bkrf\b|\brødt\b|\braudt\b|miljøpartiet|\bmdg\b|pensjonistparti|"
    r"industri- og næringsparti|bygdelist|tverrpolitisk|samlingslist|felleslist|\bauf\b|"
    r"\bunge (?:høyre|venstre)|kommunestyregrupp|bystyregrupp|partigrupp|opposisjon|mindretall|"
    r"mindretal|kommunestyrerepresentant|kommunestyremedlem|bystyrerepresentant|representant|"
    r"frivillig(?:het)?sentral|tillitsvalgt|tillitsvald|verneombud|innbyggerinitiativ|"
    r"innbyggjarinitiativ|\bKF\b|\bIKS\b|\bAS\b|\bSA\b|\bBA\b|ungdomsklubb|fritidsklubb",
    re.IGNORECASE,
)
# What a letter may have a heading about, and which is a sender only where a page says so.
INSTITUTION: Final = re.compile(
    r"politir[åa]d|beredskapsr[åa]d|brannvesen|brann og redning|legevakt|bibliotek|sykehjem|"
    r"sjukeheim|\w{2,}sk[ou]le(?:n|ne|r)?\b",
    re.IGNORECASE,
)
# Who may use the municipality's paper, or sign below its name, without being it.
PART: Final = re.compile(
    rf"{BODY.pattern}|\brektor\b|\bstyrer\b|sk[ou]le\b|\bskule\b", re.IGNORECASE
)
ORGANISATION: Final = re.compile(
    r"foren(?:ing|ingen|ingar)\b|forbund|lag(?:et)?\b|laug(?:et)?\b|klubb|organisasjon|"
    r"råd(?:et)?\b|parti(?:et)?\b|utvalg(?:et)?\b|utval(?:et)?\b|stiftelse|stifting|institutt|"
    r"senter(?:et)?\b|museum|selskap|bedrift|næring|handel|hotell|gruppen?\b|nettverk|aksjon|"
    r"kors\b|folkehjelp|sanitet|samband|union|akademi|avis|blad\b|tidende|redaksjon|"
    r"\bNHO\b|\bLO\b|\bKS\b|\bYS\b|\bNITO\b|fellesforb|landslag|fylkeslag|lokallag|havn\b|hamn\b|"
    r"\bASA\b|\bDA\b|\bANS\b|venner\b|vener\b|turistf|destinasjon|idretts|skytterlag|komit[eé]",
    re.IGNORECASE,
)
PARTY_IN_BRACKETS: Final = re.compile(r"\([^()]{1,24}\)")
PRIVATE: Final = re.compile(
    r"\bprivatperson|\binnbygge?r\b|\binnbyggjar\b|\banonym|\bprivat\b|\bpensjonist\b|\bborger\b|"
    r"\btidl(?:igere|\.)|\btidlegare\b",
    re.IGNORECASE,
)
_LISTED: Final = (
    r"[ \t]*:?\s*(?:(?:de|dei|alle|våre|disse|desse|følgende|følgjande|\w+)[ \t]+){0,2}"
    r"(?:(?:medlems|eier|eigar)?kommun(?:ene|ane|er|ar|e)"
    r"(?:[ \t]+(?:i|på)[ \t]+[\w-]+(?:[ \t][\w-]+)?(?=[ \t]*:))?)?[ \t:]*$"
)
# On whose behalf a text says that it speaks, before their names …
ON_BEHALF: Final = re.compile(
    r"(?:(?:på )?vegner? av|vegne av|"
    r"felles (?:hørings|høyrings)?(?:svar|innspill|innspel|uttalelse|uttale|fråsegn|brev)"
    r"(?: til [^.\n]{0,60}?)? fr[aå]|"
    r"(?:taler|svarer|uttaler|talar|svarar|uttalar)(?: seg)?(?: her)? for)" + _LISTED,
    re.IGNORECASE,
)
# … and whom a council says that it consists of.
CONSISTS: Final = re.compile(
    r"(?:\b(?:råd|region|ipr|medlem|samarbeid)[^.\n]{0,80}?"
    r"(?:består(?: no| nå)? av|omfatter|omfattar|femner om|representerer|representerar|"
    r"gjelder for|gjeld for)|"
    r"(?:medlems|eier|eigar|deltaker|deltakar)kommun(?:ene|ane|er|ar)(?: er)?)" + _LISTED,
    re.IGNORECASE,
)
STAND_BEHIND: Final = re.compile(
    r"^[ \t]*(?:kommune(?:r|ne)|kommuna(?:r|ne))?[ \t]*(?:\([^()]*\)[ \t]*)?"
    r"(?:står bak|stiller seg bak|stiller seg samla bak|har vedtatt|har vedteke|sender|svarer|"
    r"svarar|avgir|avgjev|gir)[ \t]+(?:(?:her|denne|dette|felles|saman|sammen|i fellesskap)\b|"
    r"(?:uttal|innsp|brev|svar|høring|høyring|fråsegn))",
    re.IGNORECASE,
)
NOT_BEHIND: Final = re.compile(
    r"\b(?:ikke|ikkje|uten|utan|unntatt|unnateke|bortsett)\b", re.IGNORECASE
)
