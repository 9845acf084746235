"""What stands around every page: navigation above, source and version below."""

from collections.abc import Sequence
from html import escape

import streamlit as st

from pages.parts.reading.language import NAMES, _, ngettext
from pages.parts.reading.reader import Reader
from pages.parts.wording import words
from pages.parts.wording.demo import demo_mark
from pages.parts.wording.numbers import whole
from queries import versions


def header(reader: Reader, pages: Sequence[tuple[str, str]], share: str) -> None:
    """Draw the navigation: `pages` are addresses and names; links carry the reader's View along.

    `share` is the menu of what may be taken along, as HTML.
    """
    links = "".join(
        f'<a href="{escape(reader.link(path))}"{_current(path == reader.path)}>{escape(name)}</a>'
        for path, name in pages
    )
    st.html(
        f'<header class="topp" lang="{reader.view.lang}">'
        f'<a class="merke" href="{escape(reader.link(""))}">Tjenestested</a>'
        f'<nav aria-label="{escape(_("Sider"))}">{links}</nav>'
        f'<div class="topp-valg">{_datasets(reader)}'
        f"{share}{_languages(reader)}"
        f'<button type="button" class="filterknapp" data-veksle="filter" aria-expanded="false">'
        f"{escape(_('Filter'))}</button></div></header>"
    )


def notices(issues: Sequence[str]) -> None:
    """Draw a quiet line for each thing in the reader's link that was not understood."""
    if issues:
        lines = "".join(f"<p>{escape(issue)}</p>" for issue in issues)
        st.html(f'<div class="melding" role="status">{lines}</div>')


def footer(reader: Reader) -> None:
    """Draw what the page rests on: data set, version, rows set aside, licence of the map."""
    basis = reader.ask("datagrunnlag").row(0, named=True)
    parts = [
        words.sources()[reader.version.dataset],
        _received(reader, basis),
        _("{n} rader satt til side").format(n=whole(basis["satt_til_side"])),
        _("Data {version}").format(version=reader.version.version),
        _("Kommunegrenser © Kartverket, folketall SSB, steder GeoNames, CC BY 4.0"),
    ]
    mark = f"<strong>{escape(demo_mark())}</strong> " if reader.is_demo else ""
    st.html(f'<footer class="bunn">{mark}{escape(". ".join(parts))}.</footer>')


def _received(reader: Reader, basis: dict[str, int]) -> str:
    if reader.is_known:
        n = basis["innspill"]
        return ngettext("{n} kjent uttalelse", "{n} kjente uttalelser", n).format(n=whole(n))
    return _("{n} innspill, {replaced} erstattet av et senere").format(
        n=whole(basis["innspill"]), replaced=whole(basis["erstattet"])
    )


def _languages(reader: Reader) -> str:
    links = "".join(
        f'<a href="{escape(reader.link(lang=code))}" lang="{code}" hreflang="{code}"'
        f"{_current(code == reader.view.lang, 'true')}>{escape(name)}</a>"
        for code, name in NAMES.items()
    )
    return (
        f'<details class="datasett sprak"><summary aria-label="{escape(_("Språk"))}: '
        f'{escape(NAMES[reader.view.lang])}">{escape(NAMES[reader.view.lang])}</summary>'
        f"<div>{links}</div></details>"
    )


def _datasets(reader: Reader) -> str:
    names = words.datasets()
    here = reader.version.dataset
    label = _("DEMODATA") if reader.is_demo else names[here]
    links = "".join(
        f'<a href="{escape(reader.link(data=d, versjon=None, valgt=()))}"{_current(d == here)}>'
        f"{escape(names[d])}</a>"
        for d in versions()
    )
    kind = "demo" if reader.is_demo else "ekte"
    return (
        f'<details class="datasett {kind}"><summary>{escape(label)}</summary>'
        f"<div>{links}</div></details>"
    )


def _current(here: bool, kind: str = "page") -> str:
    return f' aria-current="{kind}"' if here else ""
