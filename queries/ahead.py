"""What is asked before anybody asks: all that a police district's leader is shown of her district.

One district is the choice that is made most, and its answers take the database longer than all the
rest of a page takes. Other choices are asked when they are made.
"""

from functools import cache

from data.versions import Version
from queries.answers import EVERYWHERE, ask
from queries.loader import Query, queries
from queries.view import View


def ask_ahead(version: Version, district: str) -> None:
    """Ask, so that it is remembered, what pages ask of `district` with nothing else chosen."""
    view = View(data=version.dataset, distrikt=(district,))
    for query in asked_ahead():
        # A part of the rows is remembered with all the others.
        ask(version, query.name, view, **dict.fromkeys(query.parts))


@cache
def asked_ahead() -> tuple[Query, ...]:
    """Return the questions that are new for each choice of municipalities, and need no other."""
    known = View().parameters.keys()
    return tuple(
        query
        for query in queries().values()
        if query.parameters & EVERYWHERE.keys()
        and query.parameters <= known
        and not (query.within or query.mark)
    )
