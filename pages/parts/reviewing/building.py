"""The leader's way to a new version: a button, how far it has come, and how the last one went."""

from pages.parts.reading.language import _
from pages.parts.reading.markup import Markup
from pages.parts.reading.reader import Reader
from pages.parts.reviewing.gone_wrong import told
from pages.parts.writing import event, status
from queries.building import BUILD, STEPS, VERSION, Building, last_build

# In seconds, how often a page that shows a build looks again.
AGAIN = 2


def building(reader: Reader) -> Markup:
    """Return what a leader sees of building a version; nothing for everybody else."""
    if not reader.access or not reader.access.publishes:
        return Markup("")
    found = last_build(reader.access)
    if found and found.is_running:
        return _section(_progress(found))
    button = Markup('<p><button type="button" {}>{}</button></p>').format(
        event(reader, BUILD, VERSION), _("Bygg og publiser ny versjon")
    )
    here = found if found and found.datasett == reader.version.dataset else None
    return _section(button + (_ended(here) if here else ""))


def _section(inside: Markup) -> Markup:
    return Markup('<section class="bygging" aria-label="{}">{}<div>{}</div></section>').format(
        _("Bygging"), status(), inside
    )


def _progress(found: Building) -> Markup:
    """Return how far a build has come; the page looks again by itself meanwhile."""
    names = {
        "lesing": _("leser kildene"),
        "koding": _("setter sammen kodene"),
        "skriving": _("skriver databasen"),
    }
    at = max(1, found.step)
    says = _("{name} bygger en ny versjon: trinn {n} av {all}, {step}.").format(
        name=found.navn, n=at, all=len(STEPS), step=names[STEPS[at - 1]]
    )
    return Markup(
        '<div data-se-igjen="{}"><p id="byggingen" role="status">{}</p>'
        '<progress max="{}" value="{}" aria-labelledby="byggingen"></progress></div>'
    ).format(AGAIN, says, len(STEPS), at - 0.5)


def _ended(found: Building) -> Markup:
    """Return how the last build went."""
    when = f"{found.begun.astimezone():%d.%m. %H:%M}"
    if found.version:
        says = _("Versjon {version} er publisert. {name} startet byggingen {when}.")
        return Markup('<p role="status">{}</p>').format(
            says.format(version=found.version, name=found.navn, when=when)
        )
    says = _("Byggingen {name} startet {when}, gikk ikke. Forrige versjon står.")
    return Markup('<div class="melding" role="alert"><p>{}</p><pre>{}</pre></div>').format(
        says.format(name=found.navn, when=when), told(found.wrong)
    )
