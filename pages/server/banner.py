"""What an operator sees when the server starts: where it listens, and for whom it answers."""

import logging
import sys
from typing import Final

import streamlit as st

from pages.server import logs
from pages.server.hosts import LOCAL, public_address, trusted_hosts
from pages.server.login import flaw, is_test, trust

RED: Final = "\033[1;31m"
_LOG: Final = logging.getLogger(__name__)
END: Final = "\033[0m"
EVERYWHERE: Final = frozenset({"", "0.0.0.0", "::"})  # noqa: S104 – what to warn of


def announce() -> None:
    """Print where the server listens; that others reach it is said, and so is who are refused."""
    if logs.is_json():
        _LOG.info(" ".join(_lines()))
    else:
        print("", *_lines(), "", sep="\n", file=sys.stderr)


def _lines() -> list[str]:
    bound, port = str(st.get_option("server.address") or ""), st.get_option("server.port")
    shown = "localhost" if bound in EVERYWHERE else bound
    lines = [f"Tjenestested: {public_address() or f'http://{shown}:{port}'}"]
    if bound in EVERYWHERE:
        lines.append("Lytter på alle nettverk maskinen er på.")
    elif bound in LOCAL:
        lines.append("Lytter bare på denne maskinen; STREAMLIT_SERVER_ADDRESS åpner for andre.")
    else:
        lines.append(f"Lytter på {bound}.")
    if bound not in LOCAL and trusted_hosts() == LOCAL:
        lines.append("Svarer bare for localhost til TJENESTESTED_VERTER eller -ADRESSE er satt.")
    else:
        lines.append(f"Svarer for {', '.join(sorted(trusted_hosts()))}.")
    if says := flaw():
        lines.append(f"Ingen kan logge inn: {says}")
    elif trust() and is_test():
        lines.append(f"{RED}PRØVEINNLOGGING: hvem som helst kan logge inn som hvem som helst.{END}")
    return lines
