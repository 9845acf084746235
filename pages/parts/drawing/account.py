"""Who has logged in, in the head of the page: a way in, or a name and a way out."""

from typing import Literal

from pages.parts.reading.language import _
from pages.parts.reading.markup import Markup
from pages.parts.reading.reader import Reader
from pages.parts.reading.who import is_stranger
from pages.parts.wording.roles import role
from pages.server.login import is_test, trust

# Nobody can log in, nobody has, somebody who has no access has, or the reader has.
Login = Literal["", "ute", "fremmed", "inne"]

_IN = Markup('<button type="button" class="konto" data-konto="inn">{}</button>')
_OUT = Markup(
    '<details class="meny datasett konto" data-en><summary aria-label="{label}">{name} '
    "<small>{role}</small></summary><div><p>{says}</p>"
    '<button type="button" data-konto="ut">{out}</button></div></details>'
)


def login(reader: Reader) -> Login:
    """Return how it stands with the login of the page being drawn."""
    if trust() is None:
        return ""
    if reader.access:
        return "inne"
    return "fremmed" if is_stranger() else "ute"


def account(reader: Reader, stands: Login) -> Markup:
    """Return the way in or out."""
    if stands == "ute":
        return _IN.format(_("Logg inn"))
    if stands == "fremmed":
        return _OUT.format(
            label=_("Innlogging"),
            name=_("Uten tilgang"),
            role="",
            says=_("Innloggingen er utløpt, eller du har ingen rolle her. Logg ut, og inn igjen."),
            out=_("Logg ut"),
        )
    if reader.access is None:
        return Markup("")
    return _OUT.format(
        label=f"{_('Innlogget')}: {reader.access.name}, {role(reader.access)}",
        name=reader.access.name,
        role=role(reader.access),
        says=_("Innlogget som {name}, {role}.").format(
            name=reader.access.name, role=role(reader.access)
        ),
        out=_("Logg ut"),
    )


def tried() -> Markup:
    """Return the red line that says the people who log in here are invented, where they are."""
    if not is_test() or trust() is None:
        return Markup("")
    says = _("PRØVEINNLOGGING: hvem som helst kan logge inn som hvem som helst.")
    return Markup('<p class="proveinnlogging" role="note">{}</p>').format(says)
