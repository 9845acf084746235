"""The pages there are, as links, files and short links name them."""

from typing import Final

# The page at the root of the server.
FRONT: Final = "oversikt"
PAGES: Final = (
    FRONT,
    "bemanning",
    "lokaler",
    "tilgjengelighet",
    "utfordringer",
    "tjenestesteder",
    "kandidater",
    "plassering",
    "kommune",
    "politidistrikt",
    "sok",
    "data",
    "endringer",
    "raad",
    "vurdering",
)


def name_of(path: str) -> str:
    """Return the name of the page at `path`, which is the path except for the front page's."""
    return path or FRONT


def path_of(page: str) -> str:
    """Return the path of the page called `page`."""
    return "" if page == FRONT else page
