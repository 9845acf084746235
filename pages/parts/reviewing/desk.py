"""A letter on the desk: its text to the left, what is coded to the right, and the way on."""

from collections.abc import Iterator
from typing import Final

from pages.parts.reading.language import _, ngettext
from pages.parts.reading.markup import Markup
from pages.parts.reading.reader import Reader
from pages.parts.reviewing import section
from pages.parts.reviewing.buttons import About
from pages.parts.reviewing.dividing import dividing, division, toolbar
from pages.parts.reviewing.fields import fields, was_together
from pages.parts.reviewing.overview import status_names
from pages.parts.reviewing.premises import premises
from pages.parts.reviewing.sender import municipalities, sender
from pages.parts.reviewing.text import letter_text
from pages.parts.wording import words
from pages.parts.wording.numbers import listed, long_date, whole
from pages.parts.writing import event, status
from queries.review import SECOND, Letter, State, places
from queries.review.state import COMMENT, DONE, HOLD

_DESK: Final = Markup(
    '<div class="vurdering">{head}{conflict}<div class="pulten"><div class="til-venstre">{text}'
    '{comments}</div><div class="til-hoyre">{keys}<div class="kodefelter">{fields}</div></div>'
    "</div></div>"
)


def desk(reader: Reader, state: State, following: State | None) -> Markup:
    """Return the letter with all that can be decided of it, and the way to the `following`."""
    about = About(reader.version.dataset, state.about, state.letter.hash)
    names = {number: place.navn for number, place in places(reader.version).items()}
    told = (
        sender(about, state.items, names),
        division(about, state),
        fields(about, state),
        premises(about, state, names),
        municipalities(tuple(names.items())),
    )
    return _DESK.format(
        head=_head(reader, state, following),
        conflict=_conflict(),
        text=letter_text(state, dividing(about, state)),
        comments=_comments(reader, state),
        keys=_keys(),
        fields=Markup("").join(told),
    )


def _head(reader: Reader, state: State, following: State | None) -> Markup:
    letter, access = state.letter, reader.access
    is_second = state.prefix == SECOND
    # Who reads the second time finds out for herself who sent it and when.
    facts = (status_names()[state.status], *(() if is_second else _facts(letter)))
    others = (
        Markup('<p class="melding">{}</p>').format(
            _("{name} arbeider med brevet nå. Du kan lese og kommentere.").format(
                name=state.held.navn
            )
        )
        if state.held and access and state.held.hvem != access.subject
        else ""
    )
    remark = Markup("<p>{}</p>").format(letter.merknad or "") if not is_second else Markup("")
    remark = remark if letter.merknad else Markup("")
    if is_second:
        told = _("Du er annenleser. Forslagene og det den første sa, vises ikke her.")
        remark = Markup("<p><b>{}</b></p>{}").format(told, remark)
    return Markup(
        '<div class="funn"><h1>{}</h1><p>{}</p>{}{}</div><div class="pultlinje">{}{}</div>'
    ).format(
        _("Brev {key}").format(key=letter.innspill_id) if is_second else state.sender,
        " · ".join(facts),
        remark,
        others,
        _ways(reader, state, following),
        status(),
    )


def _facts(letter: Letter) -> Iterator[str]:
    """Yield what is known of the letter in the version that is published."""
    yield long_date(letter.dato) if letter.dato else _("uten dato")
    if letter.places:
        yield listed(place.navn for place in letter.places)
        yield listed(sorted(map(words.district_name, letter.districts)))
        yield _("{n} innbyggere").format(n=whole(letter.inhabitants))
    else:
        yield _("svarer ikke for noen kommune")
    yield _("kilde: {source}").format(source=letter.kilde)


def _ways(reader: Reader, state: State, following: State | None) -> Markup:
    """Return the way back, to be finished or not, to let go, and to the next letter."""
    letter = state.letter
    is_done = state.status == "ferdig"
    done = event(
        reader,
        DONE,
        state.about,
        til=not is_done,
        tekst_hash=letter.hash,
        seen=state.seen,
    )
    text = _("Åpne igjen") if is_done else _("Ferdig med brevet")
    parts = [
        Markup('<a href="{}">{}</a>').format(reader.link(brev=None), _("Alle brev")),
        Markup(
            '<button type="button" class="knapp" data-side-tast="f" {}>{} <kbd>F</kbd></button>'
        ).format(done, text),
    ]
    if state.held and reader.access and state.held.hvem == reader.access.subject:
        let_go = event(reader, HOLD, state.about, til=False)
        parts.append(
            Markup('<button type="button" {}>{}</button>').format(let_go, _("Legg det fra deg"))
        )
    parts += _together(state)
    if following:
        parts.append(
            Markup('<a data-side-tast="n" href="{}">{} <kbd>N</kbd></a>').format(
                reader.link(brev=following.name), _("Neste brev")
            )
        )
    return Markup("").join(parts)


def _together(state: State) -> list[Markup]:
    """Return the ways to accept all suggestions that are left at once, and to take that back."""
    left = state.open
    done = sum(map(was_together, state.fields)) + sum(map(section.was_together, state.items))
    button = Markup(
        '<button type="button" data-side-tast="{}" data-samlet="{}">{} <kbd>{}</kbd></button>'
    )
    parts = []
    if left > 1:
        says = _("Godta de {n} forslagene som står igjen").format(n=whole(left))
        parts.append(button.format("s", "a", says, "S"))
    if done:
        says = ngettext("Angre {n} godtatt samlet", "Angre {n} godtatt samlet", done)
        parts.append(button.format("z", "u", says.format(n=whole(done)), "Z"))
    return parts


def _comments(reader: Reader, state: State) -> Markup:
    """Return what has been said of the letter, and a place to say more."""
    said = Markup("").join(
        Markup("<li><b>{}</b> <small>{}</small><p>{}</p></li>").format(
            each.navn, f"{each.tid.astimezone():%d.%m. %H:%M}", each.hvorfor
        )
        for each in state.comments
    )
    form = Markup(
        '<form data-tom {}><label>{}<textarea name="hvorfor" rows="3" maxlength="4000" '
        'data-side-tast="c" required></textarea></label><button>{}</button></form>'
    ).format(
        event(reader, COMMENT, state.about, tekst_hash=state.letter.hash),
        _("Kommentar"),
        _("Lagre kommentaren"),
    )
    return Markup('<section class="kommentarer"><h2>{}</h2><ul>{}</ul>{}</section>').format(
        _("Kommentarer"), said, form
    )


def _conflict() -> Markup:
    """Return the question that `review.js` asks when two have said something of the same field."""
    return Markup(
        '<div class="melding" role="alertdialog" aria-label="{}" data-egen '
        'data-konflikt="{}" data-flere="{}" hidden><p></p>'
        '<button type="button" data-min>{}</button> '
        '<button type="button" data-deres>{}</button></div>'
    ).format(
        _("To har avgjort det samme"),
        _("{name} har avgjort «{field}» etter at du leste brevet. Hva skal gjelde?"),
        _("{n} til etter denne."),
        _("Mitt valg"),
        _("Det som er lagret"),
    )


def _keys() -> Markup:
    """Return the keys, and what is marked in the letter just now."""
    told = (
        ("J", _("neste felt")),
        ("K", _("forrige felt")),
        ("A", _("godta forslaget")),
        ("X", _("avvis")),
        ("U", _("angre siste avgjørelse i feltet")),
        ("E", _("rett, eller velg en annen verdi; Enter lagrer, Escape går tilbake")),
        ("L", _("merk neste avsnitt i brevet; Shift og L det forrige")),
        ("M", _("bruk det som er merket i brevet, som utdrag")),
        ("0–5", _("flytt det som er merket, til et spørsmål; 0 er udelt")),
        ("Esc", _("fjern merkingen")),
        ("G", _("vis utdraget i brevet, og merk det")),
        ("C", _("skriv en kommentar")),
        ("S", _("godta alle forslag som står igjen")),
        ("Z", _("angre det som ble godtatt samlet")),
        ("F", _("ferdig med brevet, eller åpne det igjen")),
        ("N", _("neste brev")),
        ("?", _("vis eller skjul tastene")),
    )
    items = Markup("").join(
        Markup("<div><dt><kbd>{}</kbd></dt><dd>{}</dd></div>").format(*each) for each in told
    )
    return Markup(
        '<details class="taster"><summary>{} <kbd>?</kbd></summary><dl>{}</dl></details>'
        '<div class="merking"><p class="merket" data-egen data-merket="{}"></p>{}</div>'
    ).format(_("Taster"), items, _("Merket: «{}»"), toolbar())
