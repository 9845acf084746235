"""The store of what people write keeps its word, in a file and on a server."""

import uuid
from concurrent.futures import ThreadPoolExecutor
from typing import Any

import pytest

from data.work import events, in_file, on_server, store
from data.work.events import ConflictError, Event, FullError, RefusedError

pytestmark = pytest.mark.usefixtures("either")


def said(**changes: Any) -> Event:
    usual = {
        "id": str(uuid.uuid4()),
        "hvem": "u1",
        "navn": "Kari Prøve",
        "rolle": "saksbehandler",
        "datasett": "demo",
        "slag": "kode",
        "gjelder": "innspill:R12",
        "felt": "bemanning",
        "til": '"ja"',
    }
    return Event(**usual | changes)


def test_what_is_said_is_kept_in_the_order_it_came() -> None:
    assert store.all("demo") == ()
    one, two = store.append([said(), said(felt="lokaler", hvorfor="Står i andre avsnitt.")])
    (three,) = store.append([said(gjelder="innspill:R13", slag="kommentar", til=None)])
    assert [one.nr, two.nr, three.nr] == [1, 2, 3]
    assert one.tid == two.tid <= three.tid
    assert one.tid.utcoffset() is not None
    assert store.all("demo") == (one, two, three)
    assert store.since("demo", 1) == (two, three)
    assert store.since("demo", 0, "kommentar") == (three,)
    assert store.all("kjente") == ()


def test_what_is_sent_twice_is_one_event() -> None:
    event = said()
    (kept,) = store.append([event])
    assert store.append([event, event], seen=0) == (kept, kept)
    assert store.all("demo") == (kept,)


def test_an_id_means_one_event_for_ever() -> None:
    (kept,) = store.append([said()])
    for other in (said(id=kept.id, hvem="u2"), said(id=kept.id, til='"nei"')):
        with pytest.raises(RefusedError):
            store.append([other])
    assert store.all("demo") == (kept,)


def test_what_others_said_of_the_same_since_it_was_read_is_handed_over() -> None:
    (read,) = store.append([said()])
    (newer,) = store.append([said(hvem="u2", til='"nei"')], seen=read.nr)
    late = said(til='"uklart"')
    with pytest.raises(ConflictError) as refused:
        store.append([said(felt="lokaler"), late], seen=read.nr)
    assert refused.value.newer == (newer,)
    # All or nothing, and another field is nobody's hindrance.
    assert store.all("demo") == (read, newer)
    store.append([said(felt="lokaler")], seen=read.nr)
    assert store.append([late], seen=newer.nr)[0].til == '"uklart"'


@pytest.mark.parametrize(
    ("changes", "says"),
    [
        ({"hvem": ""}, "mangler «hvem»"),
        ({"gjelder": "x" * 201}, "har 201 tegn"),
        ({"til": '"' + "x" * 20_000 + '"'}, "det er plass til 20000"),
        ({"til": "ikke json"}, "er ikke JSON"),
        ({"hvorfor": "x" * 4_001}, "har 4001 tegn"),
        ({"hvorfor": "a\0b"}, "ikke kan lagres"),
        ({"hvorfor": "\ud800"}, "ikke kan lagres"),
    ],
)
def test_what_is_not_of_a_kind_that_is_kept_is_refused(changes: dict[str, Any], says: str) -> None:
    with pytest.raises(RefusedError, match=says):
        store.append([said(), said(**changes)])
    assert store.all("demo") == ()


def test_there_is_an_end_to_it(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(store, "MOST", 2)
    monkeypatch.setattr(store, "AT_ONCE", 3)
    with pytest.raises(RefusedError):
        store.append([said() for _ in range(4)])
    with pytest.raises(FullError):
        store.append([said() for _ in range(3)])
    assert store.all("demo") == ()
    assert len(store.append([said(), said()])) == 2
    assert events.MOST > 1_000_000


def test_many_writers_at_once_lose_nothing_and_see_one_order(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    # That somebody who has waited long is told so, is shown elsewhere; here a busy machine may.
    monkeypatch.setattr(in_file, "PATIENCE", 120.0)
    monkeypatch.setattr(on_server, "PATIENCE", 120.0)
    sent = [said(hvem=f"u{i % 8}", gjelder=f"innspill:R{i % 20}") for i in range(160)]
    with ThreadPoolExecutor(8) as pool:
        kept = [event for done in pool.map(lambda e: store.append([e]), sent) for event in done]
    assert sorted(event.nr for event in kept) == list(range(1, 161))
    assert {event.id for event in store.all("demo")} == {event.id for event in sent}


def test_of_two_who_change_what_both_have_read_one_is_asked() -> None:
    (read,) = store.append([said()])

    def write(i: int) -> bool:
        try:
            store.append([said(hvem=f"u{i}", til=f"{i}")], seen=read.nr)
        except ConflictError:
            return False
        return True

    with ThreadPoolExecutor(8) as pool:
        assert sum(pool.map(write, range(24))) == 1
