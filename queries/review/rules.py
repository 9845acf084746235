"""Who may say what about a letter: asked before anything is kept, whatever the page showed."""

import datetime as dt
import json
from typing import Any, Final

from data.versions import Version
from data.work import dividing, premises, senders
from data.work.coding import KIND, flaw
from data.work.events import PREFIX
from queries.access import Access
from queries.review.letters import Letter, letter, letters, places
from queries.review.second import (
    DRAWN,
    LARGEST,
    SAMPLE,
    SECOND,
    blind,
    drawn,
    is_finished,
    readers,
    sample_in,
)
from queries.review.state import COMMENT, DONE, HOLD, State, state_of
from queries.serving import newest
from queries.writing import Post, Rule, read


def _code(access: Access, post: Post) -> str:
    found, why, said = _decision(access, post)
    if not found or why or said is None:
        return why
    return flaw(post.felt, said, dict(_state(access, post, found).texts))


def _premises(access: Access, post: Post) -> str:
    found, why, said = _decision(access, post)
    if not found or why:
        return why
    known = {room["lokale_id"] for room in found.rooms}
    if post.felt not in known and not premises.new_key(found.innspill_id, post.felt):
        return "Lokalet hører ikke til brevet."
    if said is None:
        return ""
    version = newest(post.datasett)
    if version and said.get("kommunenummer") not in places(version):
        return "Lokalet mangler en kommune."
    return premises.flaw(said, _state(access, post, found).texts)


def _sender(access: Access, post: Post) -> str:
    found, why, said = _decision(access, post)
    if not found or why:
        return why
    if post.felt not in senders.KEYS:
        return "Avgjørelsen gjelder ikke et kjent felt."
    version = newest(post.datasett)
    return senders.flaw(post.felt, said, places(version)) if said and version else ""


def _division(access: Access, post: Post) -> str:
    found, why, said = _decision(access, post)
    if not found or why:
        return why
    if post.felt != dividing.KEY:
        return "Avgjørelsen gjelder ikke et kjent felt."
    return dividing.flaw(said, found.texts) if said is not None else ""


def _decision(access: Access, post: Post) -> tuple[Letter | None, str, dict[str, Any] | None]:
    """Return the letter and what is decided of it, None where something is taken back.

    Or why it may not be written.
    """
    found, why = _letter(access, post)
    said = _json(post.til)
    if not found:
        return None, why, None
    if said is None:
        is_nothing = post.til is None or post.til == "null"
        return found, "" if is_nothing else "Avgjørelsen er ikke JSON.", None
    if not isinstance(said, dict):
        return found, "Avgjørelsen har ikke den formen som ventes.", None
    return found, "", said


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


def _sample(access: Access, post: Post) -> str:
    if not access.publishes:
        return "Bare ledere kan trekke brevene som leses av to."
    if post.gjelder != DRAWN:
        return "Utvalget gjelder ikke noe som finnes."
    if post.til is None or sample_in(post.til):
        return ""
    return f"Utvalget må ha et antall brev, fra 1 til {LARGEST}, og et frø som er et heltall."


RULES: Final[dict[str, Rule]] = {
    senders.KIND: _sender,
    dividing.KIND: _division,
    KIND: _code,
    premises.KIND: _premises,
    COMMENT: _comment,
    DONE: _finish,
    HOLD: _hold,
    SAMPLE: _sample,
}


def _letter(access: Access, post: Post) -> tuple[Letter | None, str]:
    """Return the letter that `post` is about, or why she may not write about it."""
    if not access.codes:
        return None, "Bare saksbehandlere og ledere kan vurdere brev."
    version = newest(post.datasett)
    prefix = SECOND if post.gjelder.startswith(SECOND) else PREFIX
    about = post.gjelder.removeprefix(prefix)
    found = letter(access, version, about) if version and about != post.gjelder else None
    if not version or not found:
        return None, "Brevet finnes ikke i den nyeste versjonen."
    if prefix == PREFIX:
        why = _is_the_second(access, post, found)
    elif not _is_drawn(access, post, version, found):
        why = "Brevet er ikke trukket ut til å leses av to."
    else:
        why = _is_another(access, post, found)
    return (None, why) if why else (found, "")


def _is_the_second(access: Access, post: Post, found: Letter) -> str:
    """Return that she reads this as the second, while either of the two is reading."""
    key = found.innspill_id
    second = read(access, post.datasett, SECOND + key)
    if access.subject not in readers(second):
        return ""
    first = read(access, post.datasett, PREFIX + key)
    if is_finished(first) and is_finished(second):
        return ""
    return "Du er annenleser av dette brevet. Begge må være ferdige før du ser det den andre sa."


def _is_another(access: Access, post: Post, found: Letter) -> str:
    """Return that a letter is read the second time by one other than the first, and by one only."""
    key = found.innspill_id
    if access.subject in readers(read(access, post.datasett, PREFIX + key)):
        return "Du har lest brevet først. Annenleseren er en annen."
    others = readers(read(access, post.datasett, SECOND + key))
    return "Brevet har en annenleser fra før." if others - {access.subject} else ""


def _is_drawn(access: Access, post: Post, version: Version, found: Letter) -> bool:
    sample = drawn(read(access, post.datasett, DRAWN))
    return sample is not None and found in sample.of(letters(access, version))


def _others(access: Access, post: Post, found: Letter) -> str:
    """Return who else holds the letter, as a sentence, or nothing."""
    state = _state(access, post, found)
    if state.held and state.held.hvem != access.subject:
        return f"{state.held.navn} arbeider med brevet nå."
    return ""


def _state(access: Access, post: Post, found: Letter) -> State:
    events = read(access, post.datasett, post.gjelder)
    given = blind(found) if post.gjelder.startswith(SECOND) else found
    return state_of(given, events, dt.datetime.now(dt.UTC))


def _json(text: str | None) -> Any:
    try:
        return json.loads(text) if text else None
    except ValueError:
        return None
