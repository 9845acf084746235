"""The filter sentence: which municipalities a View covers, in words, and what a list leaves out."""

from collections.abc import Collection, Iterable
from typing import TYPE_CHECKING, Literal

from babel.lists import format_list

from queries.numbering import Translate

if TYPE_CHECKING:
    from queries.view import View


def sentence(view: "View", tr: Translate, own: Collection[str] = (), unit: str = "km") -> str:
    """Return in words which municipalities `view` covers, such as «Hele landet».

    `own` are the fields by which the list that is shown leaves more out, or counts by; `unit` is
    what its limit is measured in.
    """
    chosen = [*_municipalities(view, tr), *_own(view, tr, own, unit)]
    if not _municipalities(view, tr):
        chosen.insert(0, tr("Hele landet"))
    if view.forslag == "nei":
        chosen.append(tr("bare bekreftede koder"))
    return ", ".join(chosen)


def _municipalities(view: "View", tr: Translate) -> list[str]:
    parts = []
    sizes = {
        "liten": tr("under 5 000 innbyggere"),
        "middels": tr("5 000–19 999 innbyggere"),
        "stor": tr("20 000 innbyggere og mer"),
    }
    if view.distrikt:
        names = _listed((tr(d) for d in view.distrikt), view.lang)
        one = len(view.distrikt) == 1
        text = tr("{names} politidistrikt") if one else tr("{names} politidistrikter")
        parts.append(text.format(names=names))
    if view.fylke:
        text = tr("{names} fylke") if len(view.fylke) == 1 else tr("{names} fylker")
        parts.append(text.format(names=_listed(view.fylke, view.lang)))
    if view.innbyggere:
        parts.append(_listed((sizes[s] for s in view.innbyggere), view.lang, "or"))
    if view.stasjon:
        has = view.stasjon == "ja"
        parts.append(tr("med tjenestested i dag") if has else tr("uten tjenestested i dag"))
    if view.svart:
        # A known statement is not an answer.
        said = (
            {"ja": tr("har uttalt seg"), "nei": tr("har ikke uttalt seg")}
            if view.data == "kjente"
            else {"ja": tr("har svart"), "nei": tr("har ikke svart")}
        )
        parts.append(said[view.svart])
    return parts


def _own(view: "View", tr: Translate, own: Collection[str], unit: str) -> list[str]:
    """Return what a list of its own is narrowed by, each kind as one phrase."""
    parts = []
    if "lokaltype" in own and view.lokaltype:
        types = {
            "raadhus": tr("rådhus"),
            "brannstasjon": tr("brannstasjon"),
            "helsehus": tr("helsehus"),
            "nav_kontor": tr("NAV-kontor"),
            "innbyggertorg": tr("innbyggertorg"),
            "kulturhus": tr("kulturhus"),
            "annet": tr("annet lokale"),
        }
        parts.append(_listed((types[t] for t in view.lokaltype), view.lang, "or"))
    if "onsker" in own and view.onsker:
        wishes = {
            "ja": tr("ønsker tjenestested"),
            "betinget": tr("ønsker tjenestested med forbehold"),
            "nei": tr("ønsker ikke tjenestested"),
            "uklart": tr("uklart ønske"),
            "ikke_besvart": tr("har ikke sagt om de ønsker tjenestested"),
        }
        parts.append(_listed((wishes[w] for w in view.onsker), view.lang, "or"))
    if "lag" in own and view.lag != type(view)().lag:
        layers = {
            "i_dag": tr("tjenestesteder i dag"),
            "nedlagt": tr("nedlagte i 2017"),
            "nytt": tr("nye 2022–2024"),
        }
        parts.append(
            tr("bare {what}").format(what=_listed((layers[k] for k in view.lag), view.lang))
        )
    if "grunnlag" in own and view.grunnlag:
        grounds = {
            "onsker": tr("ønsker tjenestested"),
            "tilbyr": tr("tilbyr eller vurderer lokaler"),
            "langt": tr("ligger langt unna"),
            "besluttet": _decided(view, tr),
            "sesong": tr("nevner reiseliv og sesong"),
            "liste": tr("på listen din"),
        }
        parts.append(_listed((grounds[g] for g in view.grunnlag), view.lang, "or"))
    if "navn" in own and view.navn:
        parts.append(tr("med «{text}»").format(text=view.navn))
    if "sok" in own and view.sok:
        parts.append(tr("med «{text}»").format(text=view.sok))
    if "sesong" in own and view.sesong:
        seasons = {
            "helaar": tr("besluttede åpne hele året"),
            "sommer": tr("besluttede åpne om sommeren"),
            "vinter": tr("besluttede åpne om vinteren"),
        }
        parts.append(seasons[view.sesong])
    if "grense" in own:
        # A limit and its unit are never parted.
        parts.append(tr("grense {limit}").format(limit=f"{view.grense}\u00a0{unit}"))
    return parts


def _decided(view: "View", tr: Translate) -> str:
    """Return that a new station was decided; in a season only those that are open then count."""
    return {
        None: tr("fikk et av de 20 nye"),
        "helaar": tr("fikk et nytt, åpent hele året"),
        "sommer": tr("fikk et nytt, åpent om sommeren"),
        "vinter": tr("fikk et nytt, åpent om vinteren"),
    }[view.sesong]


def _listed(words: Iterable[str], lang: str, style: Literal["standard", "or"] = "standard") -> str:
    """Return `words` as «a, b og c» in the language of `lang`."""
    return format_list(list(words), style, lang)
