"""What may be asked: one SQL file per question, typed answers, and the View."""

from data.versions import Version, history
from queries.answers import ask, ask_briefly, resolve, warm_up
from queries.loader import queries
from queries.serving import Trouble, available, newest, pinned, readable, served, troubles
from queries.view import View

__all__ = [
    "Trouble",
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
    "served",
    "troubles",
    "versions",
    "warm_up",
]


def versions() -> dict[str, str]:
    """Return the version string of each data set that can be shown, the default one first."""
    return {dataset: version.version for dataset, version in available().items()}
