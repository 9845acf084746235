"""How many municipalities lie behind a number, as a sentence."""

from typing import Final

from pages.parts.reading.language import _, ngettext
from pages.parts.wording import words
from pages.parts.wording.answer_words import channels, coded, field_name, inline, subjects, wanted
from pages.parts.wording.numbers import whole
from pages.parts.wording.station_words import structures
from queries.openings import KJENNETEGN, OFFERED, SATISFIED, WISHED

EVERY_ANSWER: Final = (SATISFIED, WISHED, OFFERED)
# The two that a key figure counts together.
_WISHED: Final = ("onsker_tjenestested", "ja-betinget")
_OFFERED: Final = ("tilbyr_lokaler", "ja")


def who(
    felt: str,
    verdi: str,
    n: int,
    also: tuple[str, str] | None = None,
    answered: str = "",
    season: str | None = None,
) -> str:
    """Return how many municipalities have a value, and the field and value `also`, as a sentence.

    `answered` is what it is called to have answered, which only answers as such need; in a `season`
    the new stations are those that are open then.
    """
    if also is None:
        return _alone(felt, verdi, n, "", answered, season)
    if ((felt, verdi), also) == (_WISHED, _OFFERED):
        return ngettext(
            "{n} kommune både ønsker nytt tjenestested og tilbyr lokaler",
            "{n} kommuner både ønsker nytt tjenestested og tilbyr lokaler",
            n,
        ).format(n=whole(n))
    named = inline(coded(*also, season))
    # Only one more of its own kind goes into the sentence.
    if felt == also[0] and felt in subjects() and verdi != "ingen":
        return _alone(felt, verdi, n, named, answered, season)
    return _("{sentence} (bare de som også har «{also}»)").format(
        sentence=_alone(felt, verdi, n, "", answered, season), also=named
    )


def _alone(felt: str, verdi: str, n: int, also: str, answered: str, season: str | None) -> str:
    if (felt, verdi) == ("utenfor", "med_nye") and season:
        return ngettext(
            "{n} kommune har innbyggere utenfor rekkevidde {structure}",
            "{n} kommuner har innbyggere utenfor rekkevidde {structure}",
            n,
        ).format(n=whole(n), structure=inline(structures(season)[verdi]))
    if felt in KJENNETEGN:
        return _fact(felt, verdi, n, answered).format(n=whole(n))
    return _sentence(felt, verdi, n).format(
        n=whole(n),
        what=_subject(felt, verdi),
        also=also and _(" og {also}").format(also=also),
        answered=answered,
    )


def _fact(felt: str, verdi: str, n: int, answered: str) -> str:
    if felt == "stasjon":
        return {
            "ja": ngettext(
                "{n} kommune har tjenestested i dag", "{n} kommuner har tjenestested i dag", n
            ),
            "nei": ngettext(
                "{n} kommune er uten tjenestested i dag",
                "{n} kommuner er uten tjenestested i dag",
                n,
            ),
        }[verdi]
    if felt == "utenfor":
        return {
            "foer_2017": ngettext(
                "{n} kommune hadde innbyggere utenfor rekkevidde før 2017",
                "{n} kommuner hadde innbyggere utenfor rekkevidde før 2017",
                n,
            ),
            "i_dag": ngettext(
                "{n} kommune har innbyggere utenfor rekkevidde i dag",
                "{n} kommuner har innbyggere utenfor rekkevidde i dag",
                n,
            ),
            "med_nye": ngettext(
                "{n} kommune har innbyggere utenfor rekkevidde med de 20 nye",
                "{n} kommuner har innbyggere utenfor rekkevidde med de 20 nye",
                n,
            ),
        }[verdi]
    if felt == "svar":
        return {
            "svart": ngettext("{n} kommune {answered}", "{n} kommuner {answered}", n).replace(
                "{answered}", answered
            ),
            "ikke_svart": ngettext("{n} kommune har ikke svart", "{n} kommuner har ikke svart", n),
            "ikke_innhentet": ngettext(
                "{n} kommune er uten kjent uttalelse", "{n} kommuner er uten kjent uttalelse", n
            ),
        }[verdi]
    if verdi == "uten_reisetid":
        return ngettext(
            "{n} kommune er uten oppgitt reisetid", "{n} kommuner er uten oppgitt reisetid", n
        )
    far = ngettext(
        "{n} kommune har {far} til nærmeste tjenestested",
        "{n} kommuner har {far} til nærmeste tjenestested",
        n,
    )
    return far.replace("{far}", inline(words.distances()[verdi]))


def _subject(felt: str, verdi: str) -> str:
    if felt in channels():
        return wanted()[felt]
    if verdi in (*EVERY_ANSWER, "ikke_innhentet"):
        return inline(field_name(felt))
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
            "ikke_kodet": ngettext(
                "{n} kommune er ikke kodet på {what}", "{n} kommuner er ikke kodet på {what}", n
            ),
        }[verdi]
    if verdi == "ikke_innhentet":
        return ngettext(
            "{n} kommune: ikke innhentet hva den sier om {what}",
            "{n} kommuner: ikke innhentet hva de sier om {what}",
            n,
        )
    if verdi in EVERY_ANSWER:
        return ngettext("{n} kommune {answered} om {what}", "{n} kommuner {answered} om {what}", n)
    if (felt, verdi) == ("onsker_tjenestested", "ja-betinget"):
        return ngettext(
            "{n} kommune ønsker nytt tjenestested", "{n} kommuner ønsker nytt tjenestested", n
        )
    if (felt, verdi) == ("tilbyr_lokaler", "ja-vurderes"):
        return ngettext(
            "{n} kommune tilbyr eller vurderer lokaler",
            "{n} kommuner tilbyr eller vurderer lokaler",
            n,
        )
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
