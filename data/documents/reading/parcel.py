"""Readings on their way from the process that made them, as JSON: no code travels with them."""

import datetime as dt
import json
from dataclasses import asdict
from typing import Any

from data.documents.document import Attachment, Document, LeftOut
from data.documents.reading.files import Reading, Trouble
from data.documents.reading.page import Listed


def packed(reading: Reading) -> bytes:
    """Return `reading` as one line of JSON."""
    return json.dumps(asdict(reading), default=dt.date.isoformat).encode() + b"\n"


def unpacked(line: bytes) -> Reading:
    """Return the reading that `packed` made `line` of. Raises `ValueError` when it is no such."""
    found = json.loads(line)
    return Reading(
        tuple(map(_document, found["documents"])),
        tuple(Trouble(**each) for each in found["troubles"]),
        tuple(Listed(**each) for each in found["listed"]),
    )


def _document(found: dict[str, Any]) -> Document:
    attachments = [Attachment(each["name"], tuple(each["also"])) for each in found["attachments"]]
    received = found["received"]
    return Document(
        **found
        | {
            "received": dt.date.fromisoformat(received) if received else None,
            "attachments": tuple(attachments),
            "notes": tuple(found["notes"]),
            "lacks": tuple(found["lacks"]),
            "left_out": tuple(LeftOut(**each) for each in found["left_out"]),
            "unread": tuple(found["unread"]),
        }
    )
