"""Figures for Prometheus, off until an operator says where: on a port of its own, not ours.

A port of its own can be shut off from readers, also where a proxy on the same machine makes every
request look local. Nothing in the figures is about a reader: routes, numbers and data versions.
"""

import logging
import os
import re
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from ipaddress import ip_address
from typing import Final

from prometheus_client import (
    CollectorRegistry,
    Counter,
    Gauge,
    Histogram,
    ProcessCollector,
    start_http_server,
)
from prometheus_client.core import GaugeMetricFamily, Metric
from prometheus_client.registry import Collector
from starlette.types import Message, Receive

from pages.server.health import found

SETTING: Final = "TJENESTESTED_MAALINGER"
_LOOPBACK: Final = "127.0.0.1"
_PLACE: Final = re.compile(r"(?:([\d.]+|\[[\da-fA-F:]+\]):)?(\d{1,5})", re.ASCII)
_LOG: Final = logging.getLogger(__name__)

REGISTRY: Final = CollectorRegistry()
ANSWERS: Final = Counter(
    "tjenestested_svar", "Besvarte forespørsler.", ("rute", "status"), registry=REGISTRY
)
SECONDS: Final = Histogram(
    "tjenestested_svar_sekunder", "Tid til en forespørsel er besvart.", ("rute",), registry=REGISTRY
)
OPEN_PAGES: Final = Gauge("tjenestested_sider_aapne", "Sider som er åpne.", registry=REGISTRY)
MESSAGES: Final = Counter("tjenestested_meldinger", "Meldinger fra åpne sider.", registry=REGISTRY)
LOGGED: Final = Counter("tjenestested_logg", "Linjer i loggen.", ("nivaa",), registry=REGISTRY)


class DataSets(Collector):
    """What `/helse` says, as figures, looked at when somebody asks."""

    def collect(self) -> Iterable[Metric]:
        """Return which version of each data set is shown, and what is wrong."""
        body, _status = found()
        shown = GaugeMetricFamily(
            "tjenestested_datasett", "Datasett som vises.", labels=("data", "versjon")
        )
        wrong = GaugeMetricFamily(
            "tjenestested_feil", "Det som er galt nå, som i /helse.", labels=("hva",)
        )
        for dataset, version in body.get("data", {}).items():
            shown.add_metric((dataset, version), 1)
        for what in body.get("feil", {}):
            wrong.add_metric((what,), 1)
        return shown, wrong


class Counting(logging.Handler):
    """Count what is logged as a warning or worse, by how bad it is."""

    def emit(self, record: logging.LogRecord) -> None:
        """Count one more."""
        LOGGED.labels(record.levelname).inc()


def place() -> tuple[str, int] | None:
    """Return the address and port that `TJENESTESTED_MAALINGER` gives, None when it is off.

    A port alone is on this machine only. What is no address of a machine's own is told of in the
    log, and is off.
    """
    given = os.environ.get(SETTING, "").strip()
    if not given:
        return None
    try:
        host, port = _read(given)
    except ValueError:
        _LOG.error("%s må være en port eller adresse:port på denne maskinen", SETTING)
        return None
    return host, port


@contextmanager
def served() -> Iterator[None]:
    """Answer Prometheus for as long as this is open, where the operator has said so."""
    where = place()
    if where is None:
        yield
        return
    _complete()
    try:
        server, thread = start_http_server(where[1], where[0], REGISTRY)
    except OSError as taken:
        _LOG.error("%s: %s:%s kan ikke brukes (%s)", SETTING, *where, taken.strerror)
        yield
        return
    counting, root = Counting(logging.WARNING), logging.getLogger()
    if not root.handlers and logging.lastResort:
        # What prints where nobody listens, which from now on somebody does.
        root.addHandler(logging.lastResort)
    root.addHandler(counting)
    try:
        yield
    finally:
        root.removeHandler(counting)
        server.shutdown()
        server.server_close()
        thread.join()


def counted(receive: Receive) -> Receive:
    """Return `receive` with each message from an open page counted."""

    async def receive_counted() -> Message:
        message = await receive()
        if message["type"] == "websocket.receive":
            MESSAGES.inc()
        return message

    return receive_counted


def _complete() -> None:
    """Let the registry hold what need not be counted along the way; once in a process."""
    if "complete" not in _DONE:
        REGISTRY.register(DataSets())
        ProcessCollector(registry=REGISTRY)
        _DONE.add("complete")


_DONE: Final[set[str]] = set()


def _read(given: str) -> tuple[str, int]:
    """Return what `given` says; ValueError when it is not one address and a port."""
    parts = _PLACE.fullmatch(given)
    if parts is None or not 0 < int(parts[2]) < 65536:
        raise ValueError(given)
    host = (parts[1] or _LOOPBACK).strip("[]")
    if ip_address(host).is_unspecified or ip_address(host).is_multicast:
        raise ValueError(given)
    return host, int(parts[2])
