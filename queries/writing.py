"""The door to what people write: who she is comes from her `Access`, never from what she sends.

A page hands over what came from the browser, as it came. Each kind of writing has a rule that says
whether this person may say this about that; what no rule knows is refused.
"""

import uuid
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from typing import Any, Final

from data.versions import DATASETS
from data.work import store
from data.work.events import MOST, ClosedError, ConflictError, Event, RefusedError, WorkError
from data.work.following import Known, known
from queries import budgets
from queries.access import Access
from queries.serving import Trouble, tell

__all__ = [
    "Act",
    "ClosedError",
    "ConflictError",
    "Event",
    "Known",
    "Post",
    "Receipt",
    "Rule",
    "WorkError",
]

_PARTS: Final = {
    "id": str,
    "datasett": str,
    "slag": str,
    "gjelder": str,
    "felt": str,
    "fra": (str, type(None)),
    "til": (str, type(None)),
    "hvorfor": str,
    "tekst_hash": str,
    "seen": (int, type(None)),
}
_USUAL: Final = {
    "felt": "",
    "fra": None,
    "til": None,
    "hvorfor": "",
    "tekst_hash": "",
    "seen": None,
}


@dataclass(frozen=True)
class Post:
    """One thing that a browser asks to have kept; `seen` is the highest number it had read."""

    id: str
    datasett: str
    slag: str
    gjelder: str
    felt: str
    fra: str | None
    til: str | None
    hvorfor: str
    tekst_hash: str
    seen: int | None


@dataclass(frozen=True)
class Receipt:
    """What came of a post: its number, or why it was refused and what is newer.

    `again` says that it may be kept another time, as when the store is busy; the browser keeps it.
    """

    id: str
    nr: int | None = None
    refused: str = ""
    newer: tuple[Event, ...] = ()
    again: bool = False


# Returns why this person may not say this, as a sentence, or nothing.
Rule = Callable[[Access, Post], str]
# Does what is asked for by an event that is kept, and returns why it could not, or nothing; called
# again when the event is sent again.
Act = Callable[[Event], str]


def write(
    access: Access | None,
    sent: object,
    rules: Mapping[str, Rule],
    acts: Mapping[str, Act] | None = None,
) -> tuple[Receipt, ...]:
    """Keep each post in `sent`, a list as it came from the browser, and return what came of it.

    What is kept and of a kind in `acts` is then done. One that is refused is no hindrance to the
    others. Never raises for what was sent: what has not even an id is passed by, and without a
    current `access` nothing is kept.
    """
    if not isinstance(sent, list):
        return ()
    posts = sent[: budgets.POSTS]
    return tuple(receipt for post in posts if (receipt := _one(access, post, rules, acts or {})))


def read(access: Access | None, datasett: str, gjelder: str) -> tuple[Event, ...]:
    """Return everything written about `gjelder`; nothing without a current `access`.

    Which of it she may see depends on what it is about, and is for the caller of this to ask of
    `access`; `queries/advice.py` shows how. Raises `ClosedError`.
    """
    return everything(access, datasett).about.get(gjelder, ())


def everything(access: Access | None, datasett: str) -> Known:
    """Return everything written about the data set, as `read`."""
    return known(datasett) if access and access.is_current else Known()


def trouble() -> Trouble | None:
    """Return what is wrong with the store, told of in the log, or None."""
    try:
        store.since(DATASETS[0], 2**60)
    except WorkError as wrong:
        return tell("arbeid", str(wrong))
    return None


def _one(
    access: Access | None, sent: object, rules: Mapping[str, Rule], acts: Mapping[str, Act]
) -> Receipt | None:
    post = _post(sent)
    if post is None:
        identity = sent.get("id") if isinstance(sent, dict) else None
        if not isinstance(identity, str) or len(identity) > budgets.VALUE:
            return None
        return Receipt(identity, refused="Meldingen har ikke den formen som ventes.")
    if access is None or not access.is_current:
        return Receipt(post.id, refused="Du er ikke logget inn.", again=True)
    rule = rules.get(post.slag)
    says = rule(access, post) if rule else "Det finnes ikke noe slikt å skrive."
    if says:
        return Receipt(post.id, refused=says)
    try:
        (kept,) = store.append([_event(access, post)], seen=post.seen)
    except ConflictError as conflict:
        return Receipt(post.id, refused=str(conflict), newer=conflict.newer)
    except WorkError as wrong:
        return Receipt(post.id, refused=str(wrong), again=not isinstance(wrong, RefusedError))
    act = acts.get(post.slag)
    if act and (says := act(kept)):
        return Receipt(post.id, refused=says)
    return Receipt(post.id, kept.nr)


def written(
    access: Access, events: Iterable[Post], *, seen: int | None = None
) -> tuple[Event, ...]:
    """Keep many posts of one person as one act, all or none, as `store.append`.

    For what a page does by itself on her word; the rules have been asked already. Raises
    `RefusedError` for who is not logged in any more.
    """
    if not access.is_current:
        raise RefusedError("Du er ikke logget inn.")
    return store.append([_event(access, post) for post in events], seen=seen)


def _event(access: Access, post: Post) -> Event:
    role = f"{access.role}:{access.district}" if access.district else access.role
    return Event(
        id=post.id,
        hvem=access.subject,
        navn=access.name,
        rolle=role,
        datasett=post.datasett,
        slag=post.slag,
        gjelder=post.gjelder,
        felt=post.felt,
        fra=post.fra,
        til=post.til,
        hvorfor=post.hvorfor,
        tekst_hash=post.tekst_hash,
    )


def _post(sent: object) -> Post | None:
    if not isinstance(sent, dict) or not sent.keys() <= _PARTS.keys():
        return None
    parts: dict[str, Any] = _USUAL | sent
    if parts.keys() != _PARTS.keys():
        return None
    if not all(_is_a(parts[name], kind) for name, kind in _PARTS.items()):
        return None
    try:
        uuid.UUID(parts["id"])
    except ValueError:
        return None
    known = parts["datasett"] in DATASETS and 0 <= (parts["seen"] or 0) <= MOST
    return Post(**parts) if known else None


def _is_a(value: object, kind: Any) -> bool:
    return isinstance(value, kind) and not isinstance(value, bool)
