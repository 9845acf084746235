"""The log as lines of JSON, where an operator asks for it; nothing in it says who reads what.

Our own lines are written to be kept. Those of libraries may hold an address or what somebody sent,
so of them only the words in their program are kept, and of an error its kind and where it arose.
"""

import json
import logging
import os
import sys
from contextvars import ContextVar
from datetime import UTC, datetime
from pathlib import Path
from traceback import extract_tb
from types import TracebackType
from typing import Final

import streamlit.logger

SETTING: Final = "TJENESTESTED_LOGG"
OURS: Final = ("data", "pages", "queries", "dashboard")
# What our lines may carry beside their words; each is a number or a name of ours.
FIELDS: Final = ("referanse", "rute", "metode", "status", "ms")
ROOT: Final = Path(__file__).resolve().parents[2]
# The reference of the request that is answered, which its answer carries too.
CASE: Final[ContextVar[str]] = ContextVar("case", default="")


def is_json() -> bool:
    """Return whether the log is to be lines of JSON: `TJENESTESTED_LOGG` is «json»."""
    return os.environ.get(SETTING, "").strip().lower() == "json"


def set_up() -> None:
    """Send everything that is logged through one handler, where the operator has asked for JSON."""
    if not is_json():
        return
    handler = logging.StreamHandler(sys.stderr)
    handler.setFormatter(JsonLines())
    # Of others only what is amiss.
    handler.addFilter(lambda record: _is_ours(record) or record.levelno >= logging.WARNING)
    root = logging.getLogger()
    root.handlers[:] = [handler]
    root.setLevel(logging.INFO)
    logging.captureWarnings(True)  # noqa: FBT003 – its own signature
    # Streamlit gives each of its loggers a handler when it is first asked for, some of them later.
    streamlit.logger.setup_formatter = _hand_over
    for logger in list(logging.root.manager.loggerDict.values()):
        if isinstance(logger, logging.Logger):
            _hand_over(logger)


class JsonLines(logging.Formatter):
    """One line for each record: time, level, where from, what, and the fields that are ours."""

    def format(self, record: logging.LogRecord) -> str:
        """Return `record` as JSON, without what only somebody else's words could have put there."""
        line: dict[str, object] = {
            "tid": datetime.fromtimestamp(record.created, UTC).isoformat(timespec="milliseconds"),
            "nivaa": record.levelname,
            "fra": record.name,
            "melding": _words(record),
        }
        if case := CASE.get():
            line["sak"] = case
        line |= {name: vars(record)[name] for name in FIELDS if name in vars(record)}
        kind, _error, trace = record.exc_info or (None, None, None)
        if kind:
            line |= {"feil": kind.__name__, "spor": _places(trace)}
        return json.dumps(line, ensure_ascii=False)


def _is_ours(record: logging.LogRecord) -> bool:
    return record.name.partition(".")[0] in OURS


def _words(record: logging.LogRecord) -> str:
    if _is_ours(record):
        return record.getMessage()
    # What has been put together before it was logged can not be told from what was put into it.
    return str(record.msg) if record.args else f"{Path(record.pathname).name}:{record.lineno}"


def _places(trace: TracebackType | None) -> list[str]:
    return [f"{_short(frame.filename)}:{frame.lineno} {frame.name}" for frame in extract_tb(trace)]


def _short(file: str) -> str:
    path = Path(file)
    return path.relative_to(ROOT).as_posix() if path.is_relative_to(ROOT) else path.name


def _hand_over(logger: logging.Logger) -> None:
    """Let what `logger` says reach the one handler."""
    logger.handlers.clear()
    # Uvicorn writes down every address for as long as anybody listens.
    logger.propagate = logger.name != "uvicorn.access"
