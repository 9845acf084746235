"""Who may write here, and where it is kept: a section of the page about data."""

from pages.parts.reading.language import _
from pages.parts.reading.markup import Markup
from pages.server import login
from queries import access, writing

_SECTION = Markup(
    '<section class="metode"><header class="kort-hode"><h2>{title}</h2></header>{lines}</section>'
)


def writers() -> Markup:
    """Return whether anybody can write, and what stands in the way of it."""
    lines = Markup("").join(Markup("<p>{}</p>").format(line) for line in _lines())
    return _SECTION.format(title=_("Hvem som kan skrive"), lines=lines)


def _lines() -> list[str]:
    if login.trust() is None:
        wrong = _("Innloggingen er ikke riktig satt opp.") if login.flaw() else ""
        says = _(
            "Ingen kan skrive her: innlogging er ikke satt opp, og siden viser det publiserte."
        )
        return [says, wrong] if wrong else [says]
    lines = [
        _("Saksbehandlere og politidistrikter som er logget inn, kan skrive. Alt lagres med navn "
          "og tid, og ingenting overskrives. Andre ser det når det er publisert.")
    ]  # fmt: skip
    if access.flaw():
        lines.append(
            _("Filen som sier hvem som har hvilken rolle, kan ikke leses, og ingen har en.")
        )
    if trouble := writing.trouble():
        says = _("Det som skrives, kan ikke lagres nå. Meld fra med referansen {reference}.")
        lines.append(says.format(reference=trouble.reference))
    return lines
