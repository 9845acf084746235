"""What people who have logged in are called by what they do here."""

from pages.parts.reading.language import _
from queries.access import Access


def role(access: Access) -> str:
    """Return what she is here, as «leder» or «Nordland politidistrikt»."""
    if access.role == "distrikt":
        return _("{district} politidistrikt").format(district=access.district)
    return {
        "leser": _("leser"),
        "saksbehandler": _("saksbehandler"),
        "direktorat": _("Politidirektoratet"),
        "leder": _("leder"),
    }[access.role]
