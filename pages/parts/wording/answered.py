"""How many of several have answered, as a sentence: none of them is a word, not a nought."""

from pages.parts.reading.language import _, ngettext
from pages.parts.reading.reader import Reader
from pages.parts.wording.numbers import whole


def who_answered(n: int, kommuner: int, reader: Reader) -> str:
    """Return how many, `n`, of the municipalities chosen have answered, as a sentence."""
    if not kommuner:
        return _("Ingen kommuner passer med filteret")
    if not n:
        return nobody(kommuner, reader)
    return ngettext(
        "{n} av {all} kommune {answered}", "{n} av {all} kommuner {answered}", kommuner
    ).format(n=whole(n), all=whole(kommuner), answered=reader.answered)


def nobody(kommuner: int, reader: Reader) -> str:
    """Return that none of the municipalities chosen, so many as `kommuner`, has answered."""
    if reader.is_known:
        says = ngettext(
            "Den ene kommunen har ikke uttalt seg",
            "Ingen av {all} kommuner har uttalt seg",
            kommuner,
        )
    else:
        says = ngettext(
            "Den ene kommunen har ikke svart",
            "Ingen av {all} kommuner har svart",
            kommuner,
        )
    return says.format(all=whole(kommuner))


def places_answered(n: int, places: int, reader: Reader) -> str:
    """Return how many, `n`, of the places that can be chosen among have answered, as a sentence."""
    if n:
        says = ngettext("{n} av {all} sted {answered}", "{n} av {all} steder {answered}", places)
    elif reader.is_known:
        says = ngettext(
            "Det ene stedet har ikke uttalt seg", "Ingen av {all} steder har uttalt seg", places
        )
    else:
        says = ngettext("Det ene stedet har ikke svart", "Ingen av {all} steder har svart", places)
    return says.format(n=whole(n), all=whole(places), answered=reader.answered)
