"""Who reads what: the View, the data it is of, and the screen it is read on."""

from dataclasses import dataclass, field, replace
from functools import cached_property
from typing import Final

import polars as pl

from pages.parts.reading.language import _
from queries import Version, View, ask, ask_briefly, queries
from queries.access import Access
from queries.page_names import name_of

# What leaves things out on one page only, by the page's address.
OWN_FILTERS: Final[dict[str, tuple[str, ...]]] = {
    "lokaler": ("sok", "lokaltype", "onsker"),
    "kandidater": ("grunnlag", "navn"),
    "tjenestesteder": ("sok", "lag"),
}
# What a page's own figures are narrowed by or count by, and says so in its filter sentence.
_SAID: Final[dict[str, tuple[str, ...]]] = {
    "lokaler": ("lokaltype", "onsker", "sok", "grense"),
    "sammenlign": ("grense",),
    "tjenestesteder": ("lag", "sok"),
    "rekkevidde": ("grense", "sesong"),
    "rekkevidde-distrikt": ("grense", "sesong"),
    "rekkevidde-fylke": ("grense", "sesong"),
    "rekkevidde-innbyggere": ("grense", "sesong"),
    "rekkevidde-kurve": ("sesong",),
    "lengst-unna": ("sesong",),
    "kandidater": ("grunnlag", "navn", "grense", "sesong"),
    "kandidater-poeng": ("grense",),
    "kandidater-nummer": ("grense",),
    "kandidater-valg": ("grense", "sesong"),
    "kandidater-besluttet": ("grense", "sesong"),
    "plassering": ("grense",),
    "plassering-rekkefolge": ("grense",),
    "plassering-sammenlikning": ("grense", "sesong"),
}
# The pages whose every number is about the same list.
_ABOUT_ONE: Final = {
    "lokaler": ("lokaltype", "onsker", "sok"),
    "kandidater": ("grunnlag", "navn"),
}


@dataclass(frozen=True)
class Reader:
    """What a page needs to know to be drawn; equal readers see equal pages."""

    view: View
    version: Version
    # The page's address below the server's root, such as «lokaler»; empty for Oversikt.
    path: str = ""
    narrow: bool = False
    dark: bool = False
    # The measure the reader chose, where this page is about another; links carry it on.
    chosen: str = ""
    # Whether answers about one municipality are kept for the next who asks; in a run through all of
    # them, they would push out what others ask again.
    keeps: bool = True
    # Who has logged in. Readers with another access are other readers, so that nothing drawn for
    # one is shown to the next.
    access: Access | None = None
    # Whether the browser draws on a graphics card. Only who draws the map follows from it, not what
    # a page says, so it makes no other reader.
    webgl: bool = field(default=False, compare=False)

    def ask(self, name: str, **extra: object) -> pl.DataFrame:
        """Return the answer to query `name` for what is chosen; `extra` binds what is not in it."""
        about_one = "kommune" in queries()[name].parameters
        asked = ask_briefly if about_one and not self.keeps else ask
        return asked(self.version, name, self.view, **extra)

    def having(self, **changes: object) -> "Reader":
        """Return the same reader with `changes` made to the View."""
        chosen = "" if "vis" in changes else self.chosen
        return replace(self, view=self.view.having(**changes), chosen=chosen)

    def scenario(self, scenario: str) -> "Reader":
        """Return the same reader with a siting scenario, in the one word that links pin it by."""
        return replace(self, view=self.view.with_scenario(scenario))

    @property
    def country(self) -> "Reader":
        """Return the same reader looking at the whole country, to compare with."""
        return replace(self, view=self.view.country())

    @property
    def cleared(self) -> "Reader":
        """Return the same reader with nothing filtered out: not by the bar, nor by the page's own.

        A list's search and choices belong to its page; elsewhere they are not seen and stay.
        """
        nothing = View()
        own = {name: getattr(nothing, name) for name in OWN_FILTERS.get(self.path, ())}
        return replace(self, view=self.view.country().having(**own))

    def link(self, path: str | None = None, **changes: object) -> str:
        """Return the address of page `path`, or of this one, with `changes` made to the View."""
        kept: dict[str, object] = {"vis": self.chosen or self.view.vis}
        # What changes the list starts it from its first page.
        kept |= {"side": 1} if changes else {}
        # Where the reader came from is a matter of the page she came to.
        kept |= {"fra": None} if path is not None else {}
        # Two lists are searched by the same field, for other words; a search stays on its page, and
        # so does the letter on the desk.
        kept |= {"sok": "", "brev": None} if path not in (None, self.path) else {}
        return self.view.url(f"/{self.path if path is None else path}", **kept | changes)

    def to_card(self, name: str) -> str:
        """Return the address of this page, opened at its card `name`."""
        return f"{self.link()}#kort-{name}"

    # Every card has links of both kinds.
    @cached_property
    def pinned(self) -> "Reader":
        """Return the same reader with the data version she reads made part of her links."""
        return self.having(versjon=self.version.version)

    @cached_property
    def live(self) -> "Reader":
        """Return the same reader with links that follow new data."""
        return self.having(versjon=None)

    def sentence(self, card: str | None = None) -> str:
        """Return in words what is covered by the figures of this page, or by its card `card`."""
        view = self.view
        own = _ABOUT_ONE.get(self.path, ()) if card is None else _SAID.get(card, ())
        if card == "kodede":
            # What is open may be of a group of its own; and who lives out of reach, by a limit.
            view = view.opened
            out = {c for c in (view.kode, view.samtidig) if c and c.startswith("utenfor:")}
            own = ("grense",) if out else ()
            own = (*own, "sesong") if "utenfor:med_nye" in out else own
        unit = "km"
        if "grense" in own and self.ask("avstandsmaal").item(0, "kilde") == "reisetid":
            unit = "min"
        return view.sentence(_, own, unit)

    @property
    def page(self) -> str:
        """Return the name of the page, which is its path except for Oversikt's."""
        return name_of(self.path)

    @property
    def is_demo(self) -> bool:
        """Return whether the answers shown are invented."""
        return self.version.dataset == "demo"

    @property
    def is_known(self) -> bool:
        """Return whether public statements are shown, which are no answers to the letter."""
        return self.version.dataset == "kjente"

    @property
    def answered(self) -> str:
        """Return what it is called to have answered: a known statement is not an answer."""
        return _("har uttalt seg") if self.is_known else _("har svart")
