"""The premises that a letter offers: what is suggested of each, and the form to say otherwise."""

import json
from collections.abc import Iterable, Mapping
from typing import Any, Final

from data.vocabulary import LOKALTYPE, TILSTAND
from pages.parts.reading.language import _
from pages.parts.reading.markup import Markup
from pages.parts.reviewing.buttons import About
from pages.parts.reviewing.section import section
from pages.parts.reviewing.sender import day_field, options
from pages.parts.wording import told, words
from queries.review import OWN, PREMISES, SUPPORTED, Item, State

_FORM: Final = Markup(
    '<details class="rett"><summary data-tast="e">{open} <kbd>E</kbd></summary>'
    '<form data-rett data-utdrag-for="{supported}">'
    '<label>{kind}<select name="lokaltype">{kinds}</select></label>'
    '<label>{place}<select name="kommunenummer">{places}</select></label>'
    '<label>{address}<input name="adresse" value="{adresse}" maxlength="1000"></label>'
    '<label>{with_whom}<input name="delt_med" value="{delt_med}" maxlength="1000" data-liste>'
    "</label>"
    '<label>{area}<input type="number" name="areal_m2" value="{areal_m2}" min="1" max="100000">'
    "</label>"
    "<label>{free}{ledig_fra}</label>"
    '<label>{state}<select name="tilstand">{states}</select></label>'
    '<label>{terms}<input name="betingelse" value="{betingelse}" maxlength="1000"></label>'
    "<button>{save} <kbd>↵</kbd></button></form></details>"
)
_DETAIL: Final = Markup('<li tabindex="0" data-detalj="{name}"{place}><b>{label}</b>{quote}</li>')
_QUOTE: Final = Markup(
    ' <button type="button" class="sitat" data-hopp="{place}">«{words}»</button>'
)
_PLACE: Final = Markup(' data-detaljutdrag="{}"')
_NEW: Final = Markup(
    '<section class="kodefelt legg-til" id="felt-nytt-lokale" tabindex="0" data-felt="nytt-lokale" '
    'data-avgjor="{said}" data-ny="{letter}"><h3>{name}</h3>{form}</section>'
)


def premises(about: About, state: State, names: Mapping[str, str]) -> Markup:
    """Return the section of each of the premises, and the way to add one.

    `names` are those of municipalities by number.
    """
    own = {place.kommunenummer: place.navn for place in state.letter.places}
    found = [
        section(
            about,
            item,
            _title(item),
            told.said("lokale", item.said or item.suggested, names),
            _form(item.said or item.suggested or {}, own, names, _("Rett lokalet")),
            _details(item.said or item.suggested or {}),
        )
        for item in state.items
        if item.slag == PREMISES
    ]
    form = _form({}, own, names, _("Legg til et lokale"))
    base = about._asdict() | {"slag": PREMISES}
    new = _NEW.format(
        said=json.dumps(base, ensure_ascii=False),
        letter=state.letter.innspill_id,
        name=_("Nytt lokale"),
        form=form,
    )
    return Markup("").join((*found, new))


def detail_names() -> dict[str, str]:
    """Return what each detail of premises is called that may rest on a passage of its own."""
    return {
        "adresse": _("Adresse eller sted"),
        "delt_med": _("Delt med"),
        "areal_m2": _("Areal"),
        "ledig_fra": _("Ledig fra"),
        "tilstand": _("Tilstand"),
        "betingelse": _("Betingelse"),
    }


def _details(stands: Mapping[str, Any]) -> Markup:
    """Return each detail that is told of the premises, with the passage it rests on itself."""
    told_of = {
        name: label
        for name, label in detail_names().items()
        if stands.get(name) and (name, stands[name]) != ("tilstand", "ukjent")
    }
    if not told_of:
        return Markup("")
    rows = Markup("").join(
        _detail(name, label, stands.get(OWN, {}).get(name)) for name, label in told_of.items()
    )
    says = _("Eget utdrag for:")
    return Markup('<p class="detaljer">{}</p><ul class="detaljer">{}</ul>').format(says, rows)


def _detail(name: str, label: str, own: Mapping[str, Any] | None) -> Markup:
    if not own:
        return _DETAIL.format(name=name, label=label, place="", quote="")
    place = json.dumps(own, ensure_ascii=False)
    quote = _QUOTE.format(place=place, words=own["utdrag"])
    return _DETAIL.format(name=name, label=label, place=_PLACE.format(place), quote=quote)


def _title(item: Item) -> str:
    stands = item.said or item.suggested or {}
    kind = words.premises().get(stands.get("lokaltype", ""), "")
    return _("Lokale: {kind}").format(kind=kind)


def _form(
    stands: Mapping[str, Any], own: Mapping[str, str], names: Mapping[str, str], opens: str
) -> Markup:
    kinds, states = words.premises(), words.conditions()
    where = stands.get("kommunenummer") or next(iter(own), "")
    # Premises may lie in another municipality than the letter speaks for, as it was read.
    places: Iterable[tuple[str, str]] = own.items() or names.items()
    if where and where not in dict(places):
        places = [(where, names.get(where, where)), *places]
    return _FORM.format(
        open=opens,
        supported=" ".join(SUPPORTED),
        kind=_("Type"),
        kinds=options([(each, kinds[each]) for each in LOKALTYPE], stands.get("lokaltype", "")),
        place=_("Kommune"),
        places=options(places, where),
        address=_("Adresse eller sted"),
        with_whom=_("Delt med, skilt med komma"),
        area=_("Areal, m²"),
        free=_("Ledig fra"),
        state=_("Tilstand"),
        states=options([(e, states[e]) for e in TILSTAND], stands.get("tilstand", "ukjent")),
        terms=_("Betingelse"),
        save=_("Lagre"),
        adresse=stands.get("adresse") or "",
        delt_med=", ".join((stands.get("delt_med") or "").split("|")),
        areal_m2=stands.get("areal_m2") or "",
        ledig_fra=day_field("ledig_fra", stands.get("ledig_fra")),
        betingelse=stands.get("betingelse") or "",
    )
