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
from queries.review import PREMISES, Item, State

_FORM: Final = Markup(
    '<details class="rett"><summary data-tast="e">{open} <kbd>E</kbd></summary>'
    "<form data-rett>"
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
