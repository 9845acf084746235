"""Who asks for a file, by its address: the reader of the very version it names, or a refusal."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Final
from urllib.parse import quote

from anyio import to_thread
from starlette.exceptions import HTTPException
from starlette.requests import Request

from pages.parts.reading.language import _, speak, spoken
from pages.parts.reading.origin import origin_of
from pages.parts.reading.reader import Reader
from pages.parts.reading.session import view_of
from pages.server.refusal import RefusedError
from queries import newest, resolve, served

# The header that tells what in an address was not understood, percent-encoded.
REMARKS: Final = "x-tjenestested-merknad"


@dataclass(frozen=True)
class Requested:
    """A reader with no page open, where the links in her file lead, and what to tell her."""

    reader: Reader
    origin: str
    remarks: Sequence[str]

    @property
    def headers(self) -> dict[str, str]:
        """Return the headers of her file."""
        return headers(self.remarks)


async def requested(request: Request, path: str = "") -> Requested:
    """Return who asks for what `request` is about, on the page at `path`.

    Raises an `HTTPException`: 404 when nothing is built, 410 when the version that is asked for is
    gone, so that no other takes its place unseen, 503 when the data set cannot be read, and 400 for
    a host that is not ours.
    """
    try:
        origin = origin_of(str(request.url))
    except ValueError as odd:
        raise HTTPException(400) from odd
    asked = {key: request.query_params.getlist(key) for key in request.query_params}
    found = await to_thread.run_sync(_found, asked, path, origin)
    # What is said from here on is not said in the thread that read the address.
    speak(found.reader.view.lang)
    return found


def headers(remarks: Sequence[str]) -> dict[str, str]:
    """Return the headers of a file: never kept, and with the remarks where there are any."""
    told = {REMARKS: quote(" ".join(remarks), safe=" ,.:;")} if remarks else {}
    return {"cache-control": "no-store"} | told


def found_in(asked: Mapping[str, list[str]], path: str = "") -> tuple[Reader, tuple[str, ...]]:
    """Return the reader that the parameters `asked` name, and remarks; raises as `requested`."""
    view, issues = view_of(asked)
    version, exact = resolve(view)
    if version is None:
        trouble = served(view.data).trouble
        if trouble is None:
            raise HTTPException(404)
        raise refused(
            503,
            _("Datasettet kan ikke vises nå"),
            _("Meld fra med referansen {reference}.").format(reference=trouble.reference),
        )
    if not exact:
        raise gone(view.data, view.versjon or "")
    return Reader(view, version, path), issues


def gone(dataset: str, version: str) -> RefusedError:
    """Return the refusal of what a link has pinned to a version that is no longer here."""
    latest = newest(dataset)
    says = _("Dataversjonen {version} finnes ikke lenger her, og ingen annen kan stå i dens sted.")
    newer = _("Den nyeste er {version}.").format(version=latest.version) if latest else ""
    return refused(
        410, _("Dataversjonen finnes ikke lenger"), f"{says.format(version=version)} {newer}"
    )


def refused(status: int, title: str, says: str, after: int | None = None) -> RefusedError:
    """Return a refusal in the language that is spoken."""
    return RefusedError(status, title, says, lang=spoken(), home=_("Til forsiden"), after=after)


def _found(asked: Mapping[str, list[str]], path: str, origin: str) -> Requested:
    reader, remarks = found_in(asked, path)
    return Requested(reader, origin, remarks)
