"""Finding a municipality: by name in any of its languages, by number, or from the list."""

import json
from collections.abc import Mapping, Sequence
from functools import lru_cache
from typing import Any, Final

from anyio import to_thread
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from pages.parts.choosing.controls import ways
from pages.parts.reading.language import _, ngettext
from pages.parts.reading.markup import Markup
from pages.parts.reading.reader import Reader
from pages.parts.wording.numbers import whole
from pages.parts.wording.words import district_name
from pages.server.assets import address
from pages.server.content import IMMUTABLE, MEDIA_TYPES, Content
from queries import Version, View, ask, pinned
from queries.view import MAX_TEXT

Row = Mapping[str, Any]
# The list of suggestions is the browser's: `choosing.js` fills it, and a patch leaves it alone.
_BOX: Final = Markup(
    '<form class="finn" role="search" data-navn="{names}" data-ingen="{none}"><input type="search"'
    ' id="finn-{place}" role="combobox" aria-expanded="false" aria-autocomplete="list"'
    ' aria-controls="forslag-{place}" aria-label="{label}" placeholder="{hint}" value="{value}"'
    ' maxlength="{longest}" autocomplete="off" spellcheck="false" {ways} {free}>'
    '<ul id="forslag-{place}" role="listbox" aria-label="{label}" data-egen hidden></ul></form>'
)


def full_name(row: Row) -> str:
    """Return the name of the municipality of `row` in all its languages, the Norwegian first."""
    return " – ".join([row["navn"], *row["andre_navn"]])


def find_in_bar(reader: Reader) -> Markup:
    """Return the search for a municipality, which is also the way to choose one by keyboard."""
    label = _("Finn kommune")
    chosen = _full_names(reader.version).get(reader.view.kommune or "", "")
    return _box(reader, "linje", label, label, chosen)


def find_box(reader: Reader) -> Markup:
    """Return the search for a municipality by whatever it may be called; one that fits opens."""
    # The same attributes under names of their own, for text that is no municipality's name.
    free = ways(reader, "finn", kommune=None).replace("data-", "data-fri-")
    return _box(
        reader,
        "side",
        _("Søk etter kommune"),
        _("Navn, samisk navn eller nummer"),
        reader.view.finn,
        free,
    )


def names_route() -> Route:
    """Return the route that serves what the searches suggest, once per data version."""
    return Route(address("/navn/{dataset}/{version}.json"), _names)


async def _names(request: Request) -> Response:
    version = pinned(request.path_params["dataset"], request.path_params["version"])
    if version is None:
        raise HTTPException(404)
    content = await to_thread.run_sync(_every_name, version)
    return content.response(request.headers, IMMUTABLE)


@lru_cache(maxsize=8)
def _full_names(version: Version) -> dict[str, str]:
    """Return what each municipality is called, by its number, in the order of the list."""
    rows = ask(version, "kommune_navn", View()).to_dicts()
    return {row["kommunenummer"]: full_name(row) for row in rows}


@lru_cache(maxsize=8)
def _every_name(version: Version) -> Content:
    named = [*_full_names(version).items()]
    text = json.dumps(named, ensure_ascii=False, separators=(",", ":"))
    return Content(text.encode(), MEDIA_TYPES[".json"])


def _box(reader: Reader, place: str, label: str, hint: str, value: str, free: str = "") -> Markup:
    version = reader.version
    return _BOX.format(
        names=address(f"/navn/{version.dataset}/{version.version}.json"),
        none=_("Ingen treff"),
        place=place,
        label=label,
        hint=hint,
        value=value,
        longest=MAX_TEXT,
        ways=ways(reader, "kommune", finn=""),
        free=free,
    )


def directory(reader: Reader) -> Markup:
    """Return what the search found, and the municipalities of the selection."""
    return _hits(reader) + _list(reader, reader.ask("kommune_liste").to_dicts())


def steps(reader: Reader) -> Markup:
    """Return the way to the municipality before and after in the filtered list.

    The list is in Norwegian order. A municipality outside the filter is in no list.
    """
    rows = reader.ask("kommune_liste").to_dicts()
    numbers = [row["kommunenummer"] for row in rows]
    parts = [Markup('<a href="{}">{}</a>').format(_everyone(reader), _("Alle kommuner"))]
    if reader.view.kommune not in numbers:
        parts.append(Markup("<span>{}</span>").format(_("Kommunen er utenfor filteret")))
    else:
        here = numbers.index(reader.view.kommune)
        where = _("{n} av {of}").format(n=whole(here + 1), of=whole(len(rows)))
        if here:
            parts.append(_step(reader, rows[here - 1], _("Forrige: {name}"), "prev"))
        parts.append(Markup("<span>{}</span>").format(where))
        if here + 1 < len(rows):
            parts.append(_step(reader, rows[here + 1], _("Neste: {name}"), "next"))
    return Markup('<nav class="bla" aria-label="{}">{}</nav>').format(
        _("Bla"), Markup("").join(parts)
    )


def _everyone(reader: Reader) -> str:
    return reader.link(kommune=None, finn="")


def _step(reader: Reader, row: Row, text: str, kind: str) -> Markup:
    return Markup('<a rel="{}" href="{}">{}</a>').format(
        kind, reader.link(kommune=row["kommunenummer"]), text.format(name=row["navn"])
    )


def _hits(reader: Reader) -> Markup:
    asked = reader.view.finn
    if not asked:
        return Markup("")
    rows = reader.ask("kommune_finn").to_dicts()
    if not rows:
        text = _("Ingen kommune heter noe som likner «{text}».").format(text=asked)
        return Markup('<div class="treff" role="status"><p>{}</p></div>').format(text)
    links = Markup("").join(
        Markup('<li><a href="{}">{}</a> <small>{} · {}{}</small></li>').format(
            reader.link(kommune=row["kommunenummer"], finn=""),
            full_name(row),
            row["kommunenummer"],
            district_name(row["politidistrikt"]),
            _other_year(row),
        )
        for row in rows
    )
    says = ngettext(
        "{n} kommune passer med «{text}»", "{n} kommuner passer med «{text}»", len(rows)
    ).format(n=whole(len(rows)), text=asked)
    return Markup('<div class="treff" role="status"><p>{}</p><ul>{}</ul></div>').format(says, links)


def _other_year(row: Row) -> str:
    """Return what a municipality found by a name of another year is to the one it is now."""
    if not row["ellers"]:
        return ""
    text = (
        _(" · {name} er en del av kommunen i inndelingen 2020–2023")
        if row["del_av"]
        else _(" · {name} er denne kommunen i inndelingen 2020–2023")
    )
    return text.format(name=row["ellers"])


def _list(reader: Reader, rows: Sequence[Row]) -> Markup:
    if not rows:
        return Markup("")
    silent = _("ikke innhentet") if reader.is_known else _("ikke svart")
    items = Markup("").join(
        Markup('<li><a href="{}">{}</a>{}</li>').format(
            reader.link(kommune=row["kommunenummer"], finn=""),
            row["navn"],
            "" if row["har_svart"] else Markup(" <small>{}</small>").format(silent),
        )
        for row in rows
    )
    return Markup('<ul class="kommuneliste">{}</ul>').format(items)
