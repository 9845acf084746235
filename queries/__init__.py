"""What may be asked: one SQL file per question, typed answers, and the View."""

from data.versions import Version, available, history, newest, pinned
from queries.answers import ask, ask_briefly, readable, resolve, warm_up
from queries.loader import queries
from queries.view import View

__all__ = [
    "Version",
    "View",
    "ask",
    "ask_briefly",
    "available",
    "history",
    "newest",
    "pinned",
    "queries",
    "readable",
    "resolve",
    "versions",
    "warm_up",
]


def versions() -> dict[str, str]:
    """Return the version string of each data set that can be shown, the default one first."""
    return {dataset: version.version for dataset, version in available().items()}
