"""What a municipality's page opens with: its finding in one sentence, and the facts about it."""

from collections.abc import Mapping
from typing import Any, Final

from pages.parts.choosing.places import full_name
from pages.parts.drawing.locator import locator
from pages.parts.reading.language import _, ngettext
from pages.parts.reading.markup import Markup
from pages.parts.reading.reader import Reader
from pages.parts.wording import words
from pages.parts.wording.numbers import kilometres, listed, whole
from queries.view import SATISFACTION

Row = Mapping[str, Any]
_OPENING: Final = Markup(
    '<div class="funn"><p class="navn">{name}</p><h1>{finding}</h1>'
    '<p><a href="{link}">{district}</a> · {described}</p>{silence}</div>'
)
_PLACE: Final = Markup('<figure class="sted">{}<figcaption>{}</figcaption></figure>')


def opening(reader: Reader, facts: Row) -> Markup:
    """Return the page's one heading and the facts under it, as HTML."""
    district = words.district_name(facts["politidistrikt"])
    return _OPENING.format(
        name=full_name(facts),
        finding=finding(facts),
        link=reader.link("politidistrikt", distrikt=(facts["politidistrikt"],)),
        district=_("{name} politidistrikt").format(name=district),
        described=described(facts),
        silence="" if facts["svarstatus"] in ("svart", "uttalelse") else _silence(facts),
    )


def described(facts: Row) -> str:
    """Return county, inhabitants, centre and number of the municipality, on one line."""
    parts = (
        facts["fylkesnavn"],
        _("{n} innbyggere 1. januar 2022").format(n=whole(facts["innbyggere"])),
        _("senter {place}").format(place=facts["kommunesenter"]),
        _("kommunenummer {n}").format(n=facts["kommunenummer"]),
    )
    return " · ".join(parts)


def finding(facts: Row) -> str:
    """Return what the municipality said about question 2 and 5, in one sentence."""
    name = facts["navn"]
    if facts["svarstatus"] == "ikke_innhentet":
        return _("{name}: ingen kjent uttalelse").format(name=name)
    if facts["svarstatus"] == "ikke_svart":
        return _("{name} har ikke svart").format(name=name)
    parts = [part for part in (_satisfaction(facts), _wish(facts)) if part]
    if not parts:
        if facts["svarstatus"] == "uttalelse":
            return _("{name} har uttalt seg, men ikke om det som er kodet her").format(name=name)
        return _("{name} har svart, men ikke på det som er kodet her").format(name=name)
    return f"{name} {listed(parts)}"


def place(reader: Reader, facts: Row) -> Markup:
    """Return the small map of where the municipality lies, as HTML."""
    rows = reader.ask("kommune_stasjoner").to_dicts()
    named = ", ".join(
        f"{r['plass_i_dag']} {r['navn']} ({kilometres(r['km'])})" for r in rows if r["plass_i_dag"]
    )
    alt = _("Kart over {name} og de nærmeste tjenestestedene: {stations}").format(
        name=facts["navn"], stations=named
    )
    key = _("Tallene er de nærmeste tjenestestedene i dag")
    if any(r["status"] == "nedlagt" for r in rows):
        key += _(", ringene de som ble nedlagt i 2017")
    image = locator(reader.version, facts["kommunenummer"], alt)
    return _PLACE.format(image, key)


def cards(reader: Reader, facts: Row) -> tuple[list[str], list[str]]:
    """Return the names of the cards to the left and to the right.

    The answer has the left side to itself; where there is none to read, the rest moves over.
    """
    answered = facts["svarstatus"] in ("svart", "uttalelse")
    # Of a known statement there is no text to miss: what is known stands with the statement.
    text = facts["svarstatus"] == "svart" or not reader.ask("kommune_svar").is_empty()
    around = ["kommunesammenlikning"]
    if not reader.ask("kommune_lokaler").is_empty():
        around.insert(0, "kommunelokaler")
    # What nobody has supplied has no card; the method page says that it is not there.
    if not reader.ask("kommune_anmeldt").is_empty():
        around.append("kommuneanmeldt")
    if not reader.ask("kommune_undersokelse").is_empty():
        around.append("kommuneundersokelse")
    beside = ["kommunenaboer", "kommuneliknende"]
    statement = ["kommuneinnspill"] if answered else []
    if text:
        return ["kommunesvar", *statement], [*around, *beside]
    return [*statement, *around], beside


def _satisfaction(facts: Row) -> str:
    names = words.measure_with()
    for value, every, some in (
        (
            "ikke_tilfreds",
            _("er ikke tilfreds med bemanning, struktur eller tilbud"),
            _("er ikke tilfreds med {what}"),
        ),
        (
            "tilfreds",
            _("er tilfreds med bemanning, struktur og tilbud"),
            _("er tilfreds med {what}"),
        ),
        (
            "delvis",
            _("er delvis tilfreds med bemanning, struktur og tilbud"),
            _("er delvis tilfreds med {what}"),
        ),
    ):
        said = [names[m] for m in SATISFACTION if facts[m] == value]
        if len(said) == len(SATISFACTION):
            return every
        if said:
            return some.format(what=listed(said))
    return ""


def _wish(facts: Row) -> str:
    return {
        "ja": ngettext("ønsker nytt tjenestested", "ønsker nytt tjenestested", 1),
        "betinget": _("ønsker nytt tjenestested, med forbehold"),
        "nei": _("ønsker ikke nytt tjenestested"),
        "uklart": _("sier ikke klart om den ønsker nytt tjenestested"),
    }.get(facts["onsker"], "")


def _silence(facts: Row) -> Markup:
    text = (
        _("Svaret er ikke innhentet. Fakta, tjenestesteder og naboer står under.")
        if facts["svarstatus"] == "ikke_innhentet"
        else _(
            "Det er ikke kommet svar fra kommunen eller på vegne av den. "
            "Fakta, tjenestesteder og naboer står under."
        )
    )
    return Markup("<p>{}</p>").format(text)
