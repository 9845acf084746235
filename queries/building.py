"""A leader has a version built: who may, what is kept of it, and how it goes.

The wish is an event like any other writing, so that the log says who published what and when.
"""

from typing import Final

from data import building
from data.building import STEPS, UNTOLD, Building
from queries.access import Access
from queries.serving import newest, tell
from queries.writing import Act, Event, Post, Rule

__all__ = ["ACTS", "BUILD", "RULES", "STEPS", "UNTOLD", "VERSION", "Building", "last_build"]

BUILD: Final = "bygging"
# What the event is about.
VERSION: Final = "versjon"
RUNNING: Final = "En ny versjon bygges allerede. Vent til den er ferdig."


def last_build(access: Access | None) -> Building | None:
    """Return the build that was started last; None for everybody but a leader."""
    return building.last() if access and access.publishes else None


def _may(access: Access, post: Post) -> str:
    if not access.publishes:
        return "Bare lederen kan bygge en ny versjon."
    if post.gjelder != VERSION or post.felt or post.til is not None or not newest(post.datasett):
        return "Byggingen gjelder ikke noe som finnes."
    running = building.last()
    is_hers = running is not None and running.id == post.id
    return RUNNING if building.is_busy() and not is_hers else ""


def _build(event: Event) -> str:
    try:
        is_started = building.start(event.id, event.datasett, event.navn)
    except OSError as wrong:
        trouble = tell(event.datasett, f"byggingen kom ikke i gang ({wrong.strerror or wrong})")
        return f"Byggingen kom ikke i gang. Meld fra med referansen {trouble.reference}."
    return "" if is_started else RUNNING


RULES: Final[dict[str, Rule]] = {BUILD: _may}
ACTS: Final[dict[str, Act]] = {BUILD: _build}
