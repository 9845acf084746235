"""Who sent an answer, and when."""

from data.documents.who.dates import Dates, dates_of
from data.documents.who.register import Register
from data.documents.who.sender import Sender, sender_of

__all__ = ["Dates", "Register", "Sender", "dates_of", "sender_of"]
