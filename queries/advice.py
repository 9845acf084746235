"""Advice that is not published: who sees which of it, and who may write it.

What was **advised** is neither what a municipality said nor what was decided. A district sees and
writes about its own municipalities alone; drafts are seen by those who may write them.
"""

import datetime as dt
import json
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Final

from data.versions import Version
from data.vocabulary import PRIORITET, RAAD, RAADSGRUNN
from data.work import advice as kept
from data.work.advice import (
    ALL_ADVICE,
    DIRECTORATE,
    DRAFT,
    MUNICIPALITY,
    PUBLISHED,
    SENT,
    WITHDRAWN,
)
from data.work.events import Event
from queries.access import Access
from queries.answers import ask
from queries.serving import newest
from queries.view import View
from queries.writing import Post, Rule, everything

__all__ = [
    "ALL_ADVICE",
    "DIRECTORATE",
    "DRAFT",
    "MUNICIPALITY",
    "PRIORITET",
    "PUBLISHED",
    "RAAD",
    "RAADSGRUNN",
    "RULES",
    "SENT",
    "WITHDRAWN",
    "Advice",
    "advice",
    "author",
    "published",
    "unpublished",
]  # fmt: skip

TEXT: Final = 2_000
STAFF: Final = 99


@dataclass(frozen=True)
class Advice:
    """One office's advice about one municipality, as its reader may see it.

    `status` is «utkast», «sendt» or «trukket»; of a draft that follows something submitted its
    author sees the draft. `nr` is the last event about it.
    """

    kommunenummer: str
    fra: str
    status: str
    raad: str
    prioritet: str
    grunner: tuple[str, ...]
    tekst: str
    bemanning: str
    navn: str
    tid: dt.datetime
    nr: int


def author(access: Access | None) -> str:
    """Return who `access` advises as, empty for those who do not."""
    if access is None or not access.is_current:
        return ""
    return {"distrikt": access.district, "direktorat": DIRECTORATE}.get(access.role, "")


def advice(access: Access | None, version: Version) -> tuple[Advice, ...]:
    """Return the advice that `access` may see, by municipality and who it is from.

    Her own as she last wrote it, that of others as they have submitted it. None without a login.
    Raises `ClosedError` when the store cannot be read.
    """
    if access is None or not access.is_current:
        return ()
    districts, own = _districts(version), author(access)
    seen = []
    for (number, sender), state in sorted(kept.states(everything(access, version.dataset)).items()):
        district = districts.get(number)
        if district is None or not access.reads(district):
            continue
        event = state.last if sender == own else state.sent
        if event is not None:
            seen.append(_advice(number, sender, event, state))
    return tuple(seen)


def published(access: Access | None, version: Version) -> Mapping[str, str]:
    """Return what the office of `access` has advised in public, by municipality."""
    rows = ask(version, "publiserte_raad", View(data=version.dataset))
    own = rows.filter(rows["fra"] == kept.office(author(access)))
    return dict(own.select("kommunenummer", "raad").iter_rows())


def unpublished(access: Access | None, version: Version) -> int:
    """Return how many events about advice the leader has not published; 0 for everybody else."""
    if access is None or not access.publishes:
        return 0
    events = everything(access, version.dataset)
    ends = [e.nr for e in events if e.slag == PUBLISHED and e.gjelder == ALL_ADVICE]
    last = ends[-1] if ends else 0
    return sum(event.slag in (SENT, WITHDRAWN) and event.nr > last for event in events)


def _advice(number: str, sender: str, event: Event, state: kept.State) -> Advice:
    said = kept.content(event)
    status = {DRAFT: "utkast", SENT: "sendt", WITHDRAWN: "trukket"}[event.slag]
    return Advice(
        number,
        sender,
        status,
        said.get("raad", ""),
        said.get("prioritet", ""),
        tuple(said.get("grunner", ())),
        said.get("tekst", ""),
        said.get("bemanning", ""),
        event.navn,
        event.tid,
        state.last.nr,
    )


def _districts(version: Version) -> Mapping[str, str]:
    rows = ask(version, "kommune_liste", View(data=version.dataset))
    return dict(rows.select("kommunenummer", "politidistrikt").iter_rows())


# ---- What may be written ----


def _may_write(access: Access, post: Post) -> str:
    version = newest(post.datasett)
    district = _districts(version).get(post.gjelder.removeprefix(MUNICIPALITY)) if version else None
    if not post.gjelder.startswith(MUNICIPALITY) or district is None:
        return "Rådet gjelder ikke en kommune som finnes."
    if not access.advises(district) or post.felt != author(access):
        return "Du kan ikke gi råd om denne kommunen."
    if post.slag == WITHDRAWN:
        return ""
    return _wrong(post)


def _wrong(post: Post) -> str:
    """Return what is wrong with the words of an advice, or nothing."""
    try:
        said = json.loads(post.til or "")
    except (ValueError, RecursionError):
        return "Rådet har ikke den formen som ventes."
    if not isinstance(said, dict) or not said.keys() <= _PARTS.keys():
        return "Rådet har ikke den formen som ventes."
    for name, value in said.items():
        if says := _PARTS[name](value):
            return says
    if post.slag == SENT and not said.get("raad"):
        return "Velg om du anbefaler, fraråder eller er nøytral, før du sender inn."
    if post.slag == SENT and not (said.get("grunner") or str(said.get("tekst", "")).strip()):
        return "Gi minst én grunn, fra listen eller i ord, før du sender inn."
    return ""


def _one_of(allowed: tuple[str, ...]) -> Any:
    return lambda value: "" if value == "" or value in allowed else "Rådet har et ukjent valg."


def _reasons(value: object) -> str:
    known = isinstance(value, list) and all(each in RAADSGRUNN for each in value)
    return "" if known else "Rådet har en ukjent grunn."


def _text(value: object) -> str:
    if not isinstance(value, str):
        return "Rådet har ikke den formen som ventes."
    too_long = f"Begrunnelsen har {len(value)} tegn; det er plass til {TEXT}."
    return too_long if len(value) > TEXT else ""


def _staff(value: object) -> str:
    says = f"Bemanning skrives som et helt tall fra −{STAFF} til {STAFF}."
    if not isinstance(value, str):
        return says
    number = value.strip().replace("−", "-")
    if not number:
        return ""
    return "" if number.lstrip("+-").isdecimal() and abs(int(number)) <= STAFF else says


_PARTS: Final[Mapping[str, Any]] = {
    "raad": _one_of(RAAD),
    "prioritet": _one_of(PRIORITET),
    "grunner": _reasons,
    "tekst": _text,
    "bemanning": _staff,
}


def _may_publish(access: Access, post: Post) -> str:
    if post.gjelder != ALL_ADVICE or post.felt or post.til is not None:
        return "Det finnes ikke noe slikt å publisere."
    return "" if access.publishes else "Bare lederen kan publisere."


RULES: Final[Mapping[str, Rule]] = {
    DRAFT: _may_write,
    SENT: _may_write,
    WITHDRAWN: _may_write,
    PUBLISHED: _may_publish,
}
