"""Which cards stand on each page, for those who look at a page from outside it."""

from typing import Final

from pages.parts import profile
from pages.parts.language import _
from pages.parts.reader import Reader

# By the page's name, in the order of the page; what only some Views show is in `cards_on`.
CARDS_ON: Final[dict[str, tuple[str, ...]]] = {
    "oversikt": ("kart", "politidistrikt", "punkter", "onsker", "innspill"),
    "bemanning": (
        "politidistrikt",
        "fylke",
        "grunner",
        "avstandspunkter",
        "avstand",
        "storrelse",
        "innbyggerundersokelse",
        "misnoye",
    ),
    "lokaler": ("lokaler",),
    "tilgjengelighet": (
        "kanaler",
        "kanal_avstand",
        "kanal_politidistrikt",
        "kanal_storrelse",
        "annet_sted",
    ),
    "utfordringer": (
        "temaer",
        "samarbeid",
        "ressurser",
        "tema_distrikt",
        "tema_storrelse",
        "tema_par",
    ),
    "tjenestesteder": (
        "rekkevidde",
        "rekkevidde-distrikt",
        "rekkevidde-kurve",
        "rekkevidde-fylke",
        "rekkevidde-innbyggere",
        "lengst-unna",
        "tjenestesteder",
    ),
    "plassering": ("plassering-sammenlikning", "plassering", "plassering-rekkefolge"),
    "kommune": ("kommunekoder", "kommuneraad", "kommunebesluttet", "kommunestasjoner"),
    "politidistrikt": (
        "distriktsrang",
        "kart",
        "distriktskommuner",
        "distriktspunkter",
        "onsker",
        "lokaler",
    ),
    "sok": ("sok", "sokedistrikt"),
    "data": (
        "dekning",
        "kildefiler",
        "avviste",
        "innbyggerundersokelse",
        "svartelling",
        "ordforerundersokelse",
        "kilder",
    ),
}


def cards_on(page: str, reader: Reader) -> tuple[str, ...]:
    """Return the names of the cards that `page` shows for the reader's View."""
    names = CARDS_ON.get(page, ())
    view = reader.view
    if page == "kommune":
        facts = next(iter(reader.ask("kommune_fakta").to_dicts()), None)
        if facts is None:
            return ()
        left, right = profile.cards(reader, facts)
        return (*names, *left, *right)
    if page == "politidistrikt" and len(view.distrikt) != 1:
        return ("distrikter",)
    if page == "lokaler" and view.valgt:
        return (*names, "sammenlign")
    if view.kode and page in ("oversikt", "bemanning", "tilgjengelighet", "utfordringer"):
        return (*names, "kodede")
    return names


def page_titles() -> dict[str, str]:
    """Return what each page is called in the menu, by its name."""
    return {
        "oversikt": _("Oversikt"),
        "bemanning": _("Bemanning"),
        "lokaler": _("Lokaler"),
        "tilgjengelighet": _("Tilgjengelighet"),
        "utfordringer": _("Utfordringer"),
        "tjenestesteder": _("Tjenestesteder"),
        "plassering": _("Plassering"),
        "kommune": _("Kommune"),
        "politidistrikt": _("Politidistrikt"),
        "sok": _("Søk"),
        "data": _("Data"),
        "endringer": _("Endringer"),
    }
