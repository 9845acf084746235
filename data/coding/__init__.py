"""Suggesting codes: what an answer says, by field, each with the passage it rests on."""

from data.coding.coder import suggest
from data.coding.suggestion import Detail, Room, Suggestion, Suggestions

__all__ = ["Detail", "Room", "Suggestion", "Suggestions", "suggest"]
