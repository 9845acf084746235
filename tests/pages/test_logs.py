"""The log as JSON: every line is one, nothing in it is a reader's, and a reference finds it."""

import io
import json
import logging
from collections.abc import Iterator
from typing import Any

import pytest
import streamlit as st
import streamlit.logger

from pages.server import errors, logs
from queries.serving import tell

WORD = "hemmelig"
# Uvicorn makes it when it starts; it writes down every address.
ADDRESSES = logging.getLogger("uvicorn.access")


@pytest.fixture
def lines(monkeypatch: pytest.MonkeyPatch) -> Iterator[io.StringIO]:
    """Return what the log holds while it is as an operator has asked for."""
    root, written = logging.getLogger(), io.StringIO()
    loggers = [
        each for each in root.manager.loggerDict.values() if isinstance(each, logging.Logger)
    ]
    held = [(each, list(each.handlers), each.propagate) for each in (root, *loggers)]
    level = root.level
    monkeypatch.setattr(streamlit.logger, "setup_formatter", streamlit.logger.setup_formatter)
    monkeypatch.setenv("TJENESTESTED_LOGG", "json")
    monkeypatch.setattr("sys.stderr", written)
    logs.set_up()
    yield written
    for logger, handlers, propagate in held:
        logger.handlers[:], logger.propagate = handlers, propagate
    root.setLevel(level)
    logging.captureWarnings(False)  # noqa: FBT003 – its own signature


def read(written: io.StringIO) -> list[dict[str, Any]]:
    return [json.loads(line) for line in written.getvalue().splitlines()]


def test_a_line_says_when_how_bad_where_and_what(lines: io.StringIO) -> None:
    logging.getLogger("pages.server.costly").warning("%s papirer «venter»\nnå", 3)
    (line,) = read(lines)
    assert line["tid"].endswith("+00:00")
    assert (line["nivaa"], line["fra"]) == ("WARNING", "pages.server.costly")
    assert line["melding"] == "3 papirer «venter»\nnå"


def test_a_failing_page_is_found_by_its_reference_and_shows_nothing_of_the_reader(
    lines: io.StringIO, monkeypatch: pytest.MonkeyPatch
) -> None:
    class Context:
        url = f"https://tall.example.no/sok?q={WORD}&kommune=1804"

    shown: list[str] = []
    monkeypatch.setattr(errors, "_is_from_message", lambda error: False)
    monkeypatch.setattr(st, "context", Context())
    monkeypatch.setattr(st, "error", shown.append)
    try:
        raise ValueError(WORD)
    except ValueError as wrong:
        errors.show_error(wrong)
    (line,) = read(lines)
    assert line["referanse"] in shown[0]
    assert line["melding"] == f"Feil {line['referanse']} på /sok"
    assert line["feil"] == "ValueError"
    assert line["spor"][-1].startswith("tests/pages/test_logs.py:")
    assert WORD not in lines.getvalue()
    assert "1804" not in lines.getvalue()


def test_what_is_wrong_with_a_set_has_the_reference_that_readers_see(lines: io.StringIO) -> None:
    trouble = tell("demo", "noe som bare denne prøven sier")
    (line,) = read(lines)
    assert line["referanse"] == trouble.reference


def test_of_a_librarys_line_only_the_words_of_its_program_are_kept(lines: io.StringIO) -> None:
    server = logging.getLogger("uvicorn.error")
    server.warning('%s - "WebSocket %s" [accepted]', "10.0.0.7:5000", f"/_stcore/stream?q={WORD}")
    server.warning(f"put together with {WORD}")  # as a library may do it
    kept, told = read(lines)
    assert kept["melding"] == '%s - "WebSocket %s" [accepted]'
    assert told["melding"].startswith("test_logs.py:")
    assert WORD not in lines.getvalue()
    assert "10.0.0.7" not in lines.getvalue()


def test_addresses_and_what_libraries_only_tell_of_are_not_written_down(
    lines: io.StringIO,
) -> None:
    ADDRESSES.error('%s - "GET %s"', "10.0.0.7:5000", f"/?q={WORD}")
    logging.getLogger("httpx").info("GET %s", WORD)
    logging.getLogger("pages.server.costly").info("klar")
    assert [line["melding"] for line in read(lines)] == ["klar"]


def test_a_logger_that_streamlit_makes_later_writes_the_same_way(lines: io.StringIO) -> None:
    streamlit.logger.get_logger("streamlit.made_in_this_test").error("Told of %s", WORD)
    (line,) = read(lines)
    assert line["melding"] == "Told of %s"


def test_without_the_setting_the_log_is_as_it_was(monkeypatch: pytest.MonkeyPatch) -> None:
    before = list(logging.getLogger().handlers)
    for given in ("", "tekst"):
        monkeypatch.setenv("TJENESTESTED_LOGG", given)
        logs.set_up()
    assert logging.getLogger().handlers == before
