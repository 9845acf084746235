"""How many municipalities lie behind a number, as a sentence."""

from typing import Final

from pages.parts.reading.language import _, ngettext
from pages.parts.wording import words
from pages.parts.wording.answer_words import channels, coded, field_name, inline, subjects, wanted
from pages.parts.wording.groups import SILENT
from pages.parts.wording.numbers import many
from pages.parts.wording.station_words import structures
from queries.openings import KJENNETEGN, OFFERED, SATISFIED, WISHED

EVERY_ANSWER: Final = (SATISFIED, WISHED, OFFERED)
# Who wants a station and has premises for it, which the first page counts.
_WISH: Final = ("onsker_tjenestested", "ja-betinget")
_OFFER: Final = ("tilbyr_lokaler", "ja")
# Two values of one of these are named in one breath.
_TOGETHER: Final = {("tema", "tema"), ("samarbeid", "samarbeid"), ("ressurs", "ressurs")}
# What is told with a «not», which «none» would be a second one before.
_DENIED: Final = ("nei", "ikke_tilfreds", "ikke_nevnt", "uten_reisetid", *SILENT)


def who(
    felt: str,
    verdi: str,
    n: int,
    also: tuple[str, str] | None = None,
    answered: str = "",
    season: str | None = None,
) -> str:
    """Return how many municipalities have a value, and `also` another, as a sentence.

    `answered` is what it is called to have answered, which only answers as such need; in a `season`
    the new stations are those that are open then.
    """
    second = ""
    if also:
        # Who can set aside nothing has no second thing to set aside.
        if (felt, also[0]) not in _TOGETHER or verdi == "ingen":
            return _both((felt, verdi), also, n, season)
        second = _(" og {also}").format(also=inline(coded(*also, season)))
    elif not n and verdi in _DENIED:
        return _("«{what}» gjelder ingen kommuner").format(what=coded(felt, verdi))
    if (felt, verdi) == ("utenfor", "med_nye") and season:
        return ngettext(
            "{n} kommune har innbyggere utenfor rekkevidde {structure}",
            "{n} kommuner har innbyggere utenfor rekkevidde {structure}",
            n,
        ).format(n=many(n), structure=inline(structures(season)[verdi]))
    if felt in KJENNETEGN:
        return _fact(felt, verdi, n, answered).format(n=many(n))
    return _sentence(felt, verdi, n).format(
        n=many(n), what=_subject(felt, verdi), also=second, answered=answered
    )


def of_one(name: str, felt: str, verdi: str, answered: str = "", season: str | None = None) -> str:
    """Return what is known of the municipality called `name`, which alone is asked for.

    `felt` is one of `KJENNETEGN`; `answered` and `season` are as for `who`.
    """
    if felt == "avstand" and verdi != "uten_reisetid":
        far = inline(words.distances()[verdi])
        return _("{name} har {far} til nærmeste tjenestested").format(name=name, far=far)
    if felt == "utenfor":
        structure = inline(structures(season)[verdi])
        says = (
            _("{name} hadde innbyggere utenfor rekkevidde {structure}")
            if verdi == "foer_2017"
            else _("{name} har innbyggere utenfor rekkevidde {structure}")
        )
        return says.format(name=name, structure=structure)
    says = {
        "ja": _("{name} har tjenestested i dag"),
        "nei": _("{name} er uten tjenestested i dag"),
        "svart": "{name} {answered}",
        "ikke_svart": _("{name} har ikke svart"),
        "ikke_innhentet": _("{name} er uten kjent uttalelse"),
        "uten_reisetid": _("{name} er uten oppgitt reisetid"),
    }[verdi]
    return says.format(name=name, answered=answered)


def not_of(name: str, felt: str, verdi: str) -> str:
    """Return that the municipality called `name`, which alone is asked for, has not this value."""
    return _("«{what}» gjelder ikke {name}").format(name=name, what=coded(felt, verdi))


def _both(one: tuple[str, str], other: tuple[str, str], n: int, season: str | None) -> str:
    """Return how many have both of two values that answer different questions."""
    if (one, other) == (_WISH, _OFFER):
        return ngettext(
            "{n} kommune ønsker nytt tjenestested og tilbyr lokaler",
            "{n} kommuner ønsker nytt tjenestested og tilbyr lokaler",
            n,
        ).format(n=many(n))
    return ngettext(
        "{n} kommune har begge deler: «{one}» og «{other}»",
        "{n} kommuner har begge deler: «{one}» og «{other}»",
        n,
    ).format(n=many(n), one=coded(*one, season), other=coded(*other, season))


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
    if felt in subjects():
        return inline(coded(felt, verdi))
    if felt == "grunn":
        return inline(words.reasons()[verdi])
    if felt == _WISH[0]:
        return _("nytt tjenestested")
    # «tilfreds med bemanningen», and «punktet om lokaler».
    return words.measure_with().get(felt.removeprefix("tilfreds_")) or inline(field_name(felt))


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
    if felt == "grunn":
        return ngettext(
            "{n} kommune oppgir {what} som grunn",
            "{n} kommuner oppgir {what} som grunn",
            n,
        )
    if verdi in ("ikke_besvart", "ikke_kodet"):
        return _left_open(verdi, n)
    return _on_point(felt, verdi, n)


def _left_open(verdi: str, n: int) -> str:
    """Return the sentence of those that answered the letter, but not on one point."""
    if verdi == "ikke_besvart":
        return ngettext(
            "{n} kommune har svart, men ikke på punktet om {what}",
            "{n} kommuner har svart, men ikke på punktet om {what}",
            n,
        )
    return ngettext(
        "{n} kommune har svart, men er ikke kodet på punktet om {what}",
        "{n} kommuner har svart, men er ikke kodet på punktet om {what}",
        n,
    )


def _on_point(felt: str, verdi: str, n: int) -> str:
    """Return the sentence of those that take a stand on a point of the letter."""
    sentences = {
        "onsker_tjenestested": {
            "ja-betinget": ngettext(
                "{n} kommune ønsker nytt tjenestested", "{n} kommuner ønsker nytt tjenestested", n
            ),
            "ja": ngettext(
                "{n} kommune ønsker nytt tjenestested uten forbehold",
                "{n} kommuner ønsker nytt tjenestested uten forbehold",
                n,
            ),
            "betinget": ngettext(
                "{n} kommune ønsker nytt tjenestested med forbehold",
                "{n} kommuner ønsker nytt tjenestested med forbehold",
                n,
            ),
            "nei": ngettext(
                "{n} kommune ønsker ikke nytt tjenestested",
                "{n} kommuner ønsker ikke nytt tjenestested",
                n,
            ),
        },
        "tilbyr_lokaler": {
            "ja-vurderes": ngettext(
                "{n} kommune tilbyr eller vurderer lokaler",
                "{n} kommuner tilbyr eller vurderer lokaler",
                n,
            ),
            "ja": ngettext("{n} kommune tilbyr lokaler", "{n} kommuner tilbyr lokaler", n),
            "vurderes": ngettext(
                "{n} kommune vurderer å tilby lokaler", "{n} kommuner vurderer å tilby lokaler", n
            ),
            "nei": ngettext(
                "{n} kommune tilbyr ikke lokaler", "{n} kommuner tilbyr ikke lokaler", n
            ),
        },
    }.get(felt) or {
        "tilfreds": ngettext(
            "{n} kommune er tilfreds med {what}", "{n} kommuner er tilfreds med {what}", n
        ),
        "delvis": ngettext(
            "{n} kommune er delvis tilfreds med {what}",
            "{n} kommuner er delvis tilfreds med {what}",
            n,
        ),
        "ikke_tilfreds": ngettext(
            "{n} kommune er ikke tilfreds med {what}", "{n} kommuner er ikke tilfreds med {what}", n
        ),
    }
    unclear = ngettext(
        "{n} kommune har svart uklart om {what}", "{n} kommuner har svart uklart om {what}", n
    )
    return unclear if verdi == "uklart" else sentences[verdi]
