"""Any message from an open page: no trace in the log, no error on the page, no View of its own.

Against the running server, by real messages over real connections.
"""

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any, Final
from urllib.parse import parse_qsl

import psutil
import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from streamlit.proto.BackMsg_pb2 import BackMsg
from websockets.exceptions import ConnectionClosed

from pages.server.messages import judged
from queries import View, ask, available, budgets
from queries.page_names import PAGES, path_of
from tests.e2e.harness import running
from tests.fuzz.cases import FIELDS, MOST_CPU, texts, tried
from tests.fuzz.client import Kept, Open, is_open, opened

QUIET: Final = re.compile(r"En melding fra en åpen side er avvist: .*")
# What Streamlit logs of its own, one line each, of connections that say what no page says.
STREAMLITS: Final = re.compile(
    r".*(Couldn't find fragment|fragment with id|does not exist|deserialize component state).*"
)


class Server:
    """The running server, its log, and how much it works."""

    def __init__(self, base: str, log: Path) -> None:
        self.base, self.log = base, log
        (port,) = re.findall(r"(\d+)\.log", log.name)
        (self.process,) = (
            psutil.Process(each.pid)
            for each in psutil.net_connections("tcp")
            if each.status == psutil.CONN_LISTEN and each.laddr[1:2] == (int(port),)
        )
        self._read = log.stat().st_size
        self.kept = Kept(base, self.cpu)

    def told(self) -> list[str]:
        """Return the lines of the log that are new since the last time."""
        with self.log.open("rb") as file:
            file.seek(self._read)
            new = file.read()
        self._read += len(new)
        return [line for line in new.decode("utf-8", "replace").splitlines() if line.strip()]

    def cpu(self) -> float:
        """Return the seconds of processor that the server has used."""
        times = self.process.cpu_times()
        return float(times.user + times.system)


@pytest.fixture(scope="module")
def server(build: Path) -> Iterator[Server]:
    with running(build) as base:
        (log,) = build.glob("server-*.log")
        found = Server(base, log)
        for page in PAGES:
            with opened(base, page=path_of(page)):
                pass
        found.told()
        yield found
        found.kept.close()


def values() -> st.SearchStrategy[tuple[str, Any]]:
    """Return a value of any type that a widget can send, as its field and what it holds."""
    whole = st.integers(-(2**53), 2**53)
    number = st.floats(width=64)
    json = st.sampled_from(
        (
            "", "[]", "5", "null", "{", "[" * 5_000, '"x"', '{"selection": 5}', "NaN",
            '{"selection": {"indices": 5, "objects": []}}',
            '{"selection": {"indices": {"kommuner": ["x"]}, "objects": {"kommuner": [5]}}}',
            '{"selection": {"indices": {}, "objects": {"kommuner": [{"kommunenummer": "9999"}]}}}',
        )
    )  # fmt: skip
    return st.one_of(
        st.tuples(st.just("trigger_value"), st.booleans()),
        st.tuples(st.just("bool_value"), st.booleans()),
        st.tuples(st.just("double_value"), number),
        st.tuples(st.just("int_value"), whole),
        st.tuples(st.just("string_value"), texts()),
        st.tuples(st.just("double_array_value"), st.lists(number, max_size=5)),
        st.tuples(st.just("int_array_value"), st.lists(whole, max_size=5)),
        st.tuples(st.just("string_array_value"), st.lists(texts(), max_size=5)),
        st.tuples(st.just("json_value"), st.one_of(json, texts())),
        st.tuples(st.just("json_trigger_value"), json),
        st.tuples(st.just("string_trigger_value"), texts()),
        st.tuples(st.just("bytes_value"), st.binary(max_size=50)),
    )


@pytest.mark.parametrize("page", ["", "lokaler", "kommune"])
def test_a_message_may_hold_what_a_link_may_and_no_more(server: Server, page: str) -> None:
    there = server.kept.at(page, 3)
    _is_whole(there.ask("data=demo&kommune=9999&distrikt=Mordor&q=%00" + "x" * 300, page))
    told = dict(_pairs(there.address or ""))
    assert not {"9999", "Mordor"} & {*told.values()}
    assert "\0" not in told.get("q", "")
    # What a widget says of it is nobody's choice.
    said = dict.fromkeys(there.widgets, ("string_value", "kommune=9999"))
    _is_whole(there.ask("data=demo", page, **said))
    assert "9999" not in (there.address or "")
    there.tell("data=demo&q=" + "x" * 2 * budgets.ADDRESS, page)
    _is_whole(there.ask("data=demo", page))
    server.kept.leave(page)
    server.told()


@tried
@given(st.sampled_from(PAGES), st.sampled_from((True, False, False, False)), st.data())
def test_any_value_of_any_widget_leaves_the_page_as_a_link_could_have_it(
    server: Server, page: str, at_once: bool, data: st.DataObject
) -> None:
    there = server.kept.at(path_of(page), 6)
    names = sorted(there.widgets)
    sent = data.draw(
        st.dictionaries(st.sampled_from(names) if names else st.text(max_size=9), values(),
                        min_size=1, max_size=4)
    )  # fmt: skip
    before = server.cpu()
    is_answered = _send(there, there.message("data=demo", path_of(page), **sent), wait=not at_once)
    if is_answered and at_once:
        # Each for itself, as no page would, while all of them are being drawn.
        for name, value in sent.items():
            there.tell("data=demo", path_of(page), **{name: value})
    if is_answered:
        there.ask("data=demo", path_of(page))
        _is_whole(there)
    used = server.cpu() - before
    if there.address is not None:
        view, issues = View.parse(dict(_pairs(there.address)), kommuner=_numbers())
        assert not issues
        assert view.query() == dict(_pairs(there.address))
    _quiet(server)
    # A page is drawn for what is sent and once more when that was nothing; the first is measured.
    assert used < MOST_CPU + 2 * there.cost, sent
    if at_once:
        # What is still being drawn of so many is no answer to the next.
        server.kept.leave(path_of(page))


@tried
@given(
    st.one_of(
        st.binary(max_size=300),
        st.builds(lambda n: b"x" * n, st.integers(budgets.MESSAGE, 200_000)),
        st.builds(
            lambda kind, flag: BackMsg(**{kind: flag}).SerializeToString(),
            st.sampled_from(
                ("clear_cache", "set_run_on_save", "stop_script", "load_git_info",
                 "debug_disconnect_websocket", "debug_shutdown_runtime", "app_heartbeat")
            ),
            st.booleans(),
        ),
    )
)  # fmt: skip
@example(b"\xff" * 20)
def test_any_bytes_end_that_connection_at_most(server: Server, body: bytes) -> None:
    other = server.kept.at("data", 1)
    try:
        there = server.kept.at("sok", 1)
        there.send(body)
        is_open(there)
    except ConnectionClosed:
        pass
    _is_whole(other.ask("data=kjente&lang=nn", "data"))
    _quiet(server)


@tried
@given(
    st.lists(st.tuples(st.sampled_from(FIELDS), texts()), max_size=8),
    st.sampled_from((*PAGES, "finnes-ikke", "../x")),
)
def test_any_address_that_a_page_asks_for_is_drawn(
    server: Server, query: list[tuple[str, str]], page: str
) -> None:
    there = server.kept.at("", 2)
    body = there.message("&".join(f"{name}={value}" for name, value in query), page)
    before = server.cpu()
    is_answered = _send(there, body)
    # The page that is drawn is another than the one that is measured.
    assert server.cpu() - before < 2 * MOST_CPU, query
    if is_answered:
        _is_whole(there.ask("data=demo"))
    _quiet(server)


def _send(there: Open, body: bytes, *, wait: bool = True) -> bool:
    """Send a message and `wait` for what is drawn for it, and return whether they still talk.

    What is too much ends the connection, and what may not be sent is answered by nothing.
    """
    ends, refused = judged(body)
    there.send(body)
    if ends:
        there.wait_until_closed()
    elif wait and not refused:
        _is_whole(there.wait())
    return not ends


def _is_whole(there: Open) -> None:
    """Check that a page was drawn, and no error on it."""
    assert there.html
    assert (there.errors, there.alerts) == ([], [])


def _quiet(server: Server) -> None:
    """Check that the log says nothing but what is expected, one line each."""
    for line in server.told():
        assert QUIET.fullmatch(line) or STREAMLITS.fullmatch(line), line


def _pairs(query: str) -> list[tuple[str, str]]:
    return parse_qsl(query, keep_blank_values=True)


def _numbers() -> frozenset[str]:
    shown = next(iter(available().values()))
    return frozenset(ask(shown, "kart", View())["kommunenummer"])
