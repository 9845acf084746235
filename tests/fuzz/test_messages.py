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

from queries import View, ask, available, budgets
from queries.page_names import PAGES, path_of
from tests.e2e.harness import running
from tests.fuzz.cases import FIELDS, MOST_CPU, one_second, texts, tried
from tests.fuzz.client import Open, is_open, opened

QUIET: Final = re.compile(
    r"En melding fra en åpen side er avvist: .*|Et valg som ingen lenke kan ha, er avvist: .*"
)
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

    def told(self) -> list[str]:
        """Return the lines of the log that are new since the last time."""
        content = self.log.read_bytes()
        new, self._read = content[self._read :], len(content)
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


@tried
@given(st.sampled_from(PAGES), st.data())
def test_any_value_of_any_widget_leaves_the_page_as_a_link_could_have_it(
    server: Server, page: str, data: st.DataObject
) -> None:
    before = server.cpu()
    with opened(server.base, "data=demo", path_of(page)) as there:
        names = sorted(there.widgets)
        sent = data.draw(
            st.dictionaries(st.sampled_from(names) if names else st.text(max_size=9), values(),
                            min_size=1, max_size=4)
        )  # fmt: skip
        draws = server.cpu()
        _in_order(there, sent, page)
        used = server.cpu() - draws
    assert there.html
    assert (there.errors, there.alerts) == ([], [])
    if there.address is not None:
        view, issues = View.parse(dict(_pairs(there.address)), kommuner=_numbers())
        assert not issues
        assert view.query() == dict(_pairs(there.address))
    for line in server.told():
        assert QUIET.fullmatch(line) or STREAMLITS.fullmatch(line), line
    # A page is drawn for what is sent and once more when that was nothing; the first is measured.
    assert used < MOST_CPU + 2 * (draws - before), sent


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
    with opened(server.base, "data=kjente") as other:
        try:
            with opened(server.base, "data=demo") as there:
                there.send(body)
                is_open(there)
        except ConnectionClosed:
            pass
        assert other.ask("data=kjente&lang=nn").html
    for line in server.told():
        assert QUIET.fullmatch(line) or STREAMLITS.fullmatch(line), line


@tried
@given(
    st.lists(st.tuples(st.sampled_from(FIELDS), texts()), max_size=8),
    st.sampled_from((*PAGES, "finnes-ikke", "../x")),
)
@example([("q", "x" * budgets.MESSAGE)], PAGES[0])
def test_any_address_that_a_page_asks_for_is_drawn(
    server: Server, query: list[tuple[str, str]], page: str
) -> None:
    message = BackMsg()
    message.rerun_script.query_string = "&".join(f"{name}={value}" for name, value in query)
    message.rerun_script.page_name = page
    body = message.SerializeToString()
    with opened(server.base, "data=demo") as there, one_second("klienten"):
        if len(body) > budgets.MESSAGE:
            # So long an address no page sends, and who does is not listened to any more.
            with pytest.raises(ConnectionClosed):
                there.send(body).ask("data=demo")
        else:
            try:
                there.send(body).ask("data=demo")
            except (ConnectionClosed, TimeoutError):
                pytest.fail(f"ingen svar på {query}")
            assert there.html
            assert (there.errors, there.alerts) == ([], [])
    for line in server.told():
        assert QUIET.fullmatch(line) or STREAMLITS.fullmatch(line), line


def _in_order(there: Open, sent: dict[str, Any], page: str) -> None:
    """Send all at once, then each for itself, as no page would, and then ask for the page."""
    there.tell("data=demo", path_of(page), **sent)
    for name, value in sent.items():
        there.tell("data=demo", path_of(page), **{name: value})
    there.ask("data=demo", path_of(page))


def _pairs(query: str) -> list[tuple[str, str]]:
    return parse_qsl(query, keep_blank_values=True)


def _numbers() -> frozenset[str]:
    shown = next(iter(available().values()))
    return frozenset(ask(shown, "kart", View())["kommunenummer"])
