"""Who may say what about a letter: asked before anything is kept, whatever the page showed."""

import datetime as dt
import json
from typing import Any, Final

from data.work.coding import KIND, PREFIX, flaw
from queries.access import Access
from queries.review.letters import Letter, letter
from queries.review.state import COMMENT, DONE, HOLD, State, state_of
from queries.serving import newest
from queries.writing import Post, Rule, read


def _code(access: Access, post: Post) -> str:
    found, why = _letter(access, post)
    if not found:
        return why
    said = _json(post.til)
    if said is None:
        return "" if post.til is None or post.til == "null" else "Avgjørelsen er ikke JSON."
    if not isinstance(said, dict):
        return "Avgjørelsen har ikke den formen som ventes."
    return flaw(post.felt, said, dict(found.texts))


def _comment(access: Access, post: Post) -> str:
    found, why = _letter(access, post)
    if not found:
        return why
    return "" if post.hvorfor.strip() else "Kommentaren er tom."


def _finish(access: Access, post: Post) -> str:
    found, why = _letter(access, post)
    if not found:
        return why
    if _json(post.til) is True and post.tekst_hash != found.hash:
        return "Brevet er endret siden du leste det. Se på det igjen."
    return _others(access, post, found)


def _hold(access: Access, post: Post) -> str:
    found, why = _letter(access, post)
    return _others(access, post, found) if found else why


RULES: Final[dict[str, Rule]] = {KIND: _code, COMMENT: _comment, DONE: _finish, HOLD: _hold}


def _letter(access: Access, post: Post) -> tuple[Letter | None, str]:
    """Return the letter that `post` is about, or why she may not write about it."""
    if not access.codes:
        return None, "Bare saksbehandlere og ledere kan vurdere brev."
    version = newest(post.datasett)
    about = post.gjelder.removeprefix(PREFIX)
    found = letter(access, version, about) if version and about != post.gjelder else None
    return found, "" if found else "Brevet finnes ikke i den nyeste versjonen."


def _others(access: Access, post: Post, found: Letter) -> str:
    """Return who else holds the letter, as a sentence, or nothing."""
    state = _state(access, post, found)
    if state.held and state.held.hvem != access.subject:
        return f"{state.held.navn} arbeider med brevet nå."
    return ""


def _state(access: Access, post: Post, found: Letter) -> State:
    events = read(access, post.datasett, post.gjelder)
    return state_of(found, events, dt.datetime.now(dt.UTC))


def _json(text: str | None) -> Any:
    try:
        return json.loads(text) if text else None
    except ValueError:
        return None
