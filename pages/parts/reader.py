"""Who reads what: the View, the data it is of, and the screen it is read on."""

from dataclasses import dataclass, replace

import polars as pl

from pages.parts.language import _
from queries import Version, View, ask
from queries.page_names import name_of


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

    def ask(self, name: str, **extra: object) -> pl.DataFrame:
        """Return the answer to query `name` for what is chosen; `extra` binds what is not in it."""
        return ask(self.version, name, self.view, **extra)

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

    def link(self, path: str | None = None, **changes: object) -> str:
        """Return the address of page `path`, or of this one, with `changes` made to the View."""
        kept: dict[str, object] = {"vis": self.chosen or self.view.vis}
        # What changes the list starts it from its first page.
        kept |= {"side": 1} if changes else {}
        # Where the reader came from is a matter of the page she came to.
        kept |= {"fra": None} if path is not None else {}
        return self.view.having(**kept | changes).url(f"/{self.path if path is None else path}")

    def to_card(self, name: str) -> str:
        """Return the pinned address of this page, opened at its card `name`."""
        return f"{self.pinned.link()}#kort-{name}"

    @property
    def pinned(self) -> "Reader":
        """Return the same reader with the data version she reads made part of her links."""
        return self.having(versjon=self.version.version)

    @property
    def page(self) -> str:
        """Return the name of the page, which is its path except for Oversikt's."""
        return name_of(self.path)

    @property
    def is_demo(self) -> bool:
        """Return whether the answers shown are invented."""
        return self.version.dataset == "demo"

    @property
    def answered(self) -> str:
        """Return what it is called to have answered: a known statement is not an answer."""
        return _("har uttalt seg") if self.version.dataset == "kjente" else _("har svart")
