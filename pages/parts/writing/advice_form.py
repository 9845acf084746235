"""The form that a police district or the Directorate gives its advice in."""

from collections.abc import Mapping

from pages.parts.reading.language import _
from pages.parts.reading.markup import Markup
from pages.parts.reading.reader import Reader
from pages.parts.wording import advising
from pages.parts.writing.marking import event, status
from queries.advice import DRAFT, MUNICIPALITY, SENT, TEXT, WITHDRAWN, Advice, author

_FORM = Markup(
    '<form class="raadskjema" id="raad-{number}" {event} aria-label="{label}">'
    "<fieldset><legend>{what}</legend>{kinds}</fieldset>"
    '<div class="rad"><label>{weighs}<select name="prioritet">{priorities}</select></label>'
    '<label>{staff}<input name="bemanning" inputmode="numeric" maxlength="4" value="{change}">'
    "</label></div>"
    "<fieldset><legend>{why}</legend>{reasons}</fieldset>"
    '<label>{words}<textarea name="tekst" rows="5" maxlength="{most}">{text}</textarea></label>'
    '<div class="handlinger"><button type="submit" class="hoved" data-som-event="{send}">{sends}'
    '</button><button type="submit">{saves}</button>{withdraw}</div>{status}<p>{signed}</p></form>'
)
_BOX = Markup(
    '<label class="boks"><input type="{kind}" name="{name}" value="{value}"{checked}> {text}'
    "</label>"
)


def advice_form(reader: Reader, number: str, place: str, own: Advice | None) -> Markup:
    """Return the form about municipality `number`, filled with what her office has written."""
    about, sender = f"{MUNICIPALITY}{number}", author(reader.access)
    seen = own.nr if own else 0
    said = own if own and own.status != "trukket" else None
    return _FORM.format(
        number=number,
        event=event(reader, DRAFT, about, sender, seen=seen),
        label=_("Råd om {place}").format(place=place),
        what=_("Råd"),
        kinds=_boxes("radio", "raad", advising.kinds(), (said.raad,) if said else ()),
        weighs=_("Prioritet"),
        priorities=_options(advising.priorities(), said.prioritet if said else ""),
        staff=_("Endring i bemanning, årsverk"),
        change=said.bemanning if said else "",
        why=_("Grunner"),
        reasons=_boxes("checkbox", "grunner", advising.reasons(), said.grunner if said else ()),
        words=_("Begrunnelse i ord"),
        most=TEXT,
        text=said.tekst if said else "",
        send='{"slag": "%s"}' % SENT,  # noqa: UP031 – braces are JSON's here
        sends=_("Send inn"),
        saves=_("Lagre utkast"),
        withdraw=_withdrawal(reader, about, sender, own),
        status=status(),
        signed=_stands(own),
    )


def _withdrawal(reader: Reader, about: str, sender: str, own: Advice | None) -> Markup:
    if own is None or own.status != "sendt":
        return Markup("")
    said = event(reader, WITHDRAWN, about, sender, seen=own.nr)
    return Markup('<button type="button" {}>{}</button>').format(said, _("Trekk tilbake"))


def _stands(own: Advice | None) -> str:
    if own is None:
        return _("Ingen har skrevet noe om kommunen ennå.")
    return f"{advising.statuses()[own.status]}: {advising.signed(own)}."


def _boxes(kind: str, name: str, texts: Mapping[str, str], chosen: tuple[str, ...]) -> Markup:
    return Markup("").join(
        _BOX.format(
            kind=kind, name=name, value=value, text=text,
            checked=Markup(" checked") if value in chosen else "",
        )
        for value, text in texts.items()
    )  # fmt: skip


def _options(texts: Mapping[str, str], chosen: str) -> Markup:
    every = {"": _("Ikke valgt")} | dict(texts)
    return Markup("").join(
        Markup('<option value="{}"{}>{}</option>').format(
            value, Markup(" selected") if value == chosen else "", text
        )
        for value, text in every.items()
    )
