"""The HTML page that Streamlit runs in, made Norwegian and ours."""

import json
import re
from functools import lru_cache
from pathlib import Path
from typing import Final

import streamlit as st
from markupsafe import Markup
from streamlit.file_util import get_static_dir

from pages.server.assets import address, asset_url
from pages.server.content import MEDIA_TYPES, Content
from queries.view import LANGUAGES

_STREAMLIT_INDEX: Final = Path(get_static_dir()) / "index.html"

_HEAD: Final = Markup("""<link rel="icon" type="image/svg+xml" href="{icon}">
    <meta name="description" content="Svarene fra kommunene på Justis- og \
beredskapsdepartementets brev 22/535 om politiets tjenestesteder.">
    <meta name="color-scheme" content="light dark">
    <script src="{start}" data-base="{base}" data-theme="{theme}"></script>
    <script src="{screen}"></script>
    <script src="{away}"></script>
    <script defer src="{kart}"></script>""")

_NOSCRIPT: Final = Markup("""<noscript>
      <p lang="nb">Tjenestested trenger JavaScript. Slå det på i nettleseren, og last siden på \
nytt.</p>
    </noscript>""")

# What is replaced, and by what. The inline script goes because the Content-Security-Policy allows
# none; the agent API's pointer and text go because that API is off.
_CHANGES: Final = (
    (r'<html lang="en">', Markup('<html lang="{lang}">')),
    (r"<title>.*?</title>", Markup("<title>Tjenestested</title>")),
    (r'<link rel="shortcut icon"[^>]*>', _HEAD),
    (
        r'<link\s+rel="preload"\s+href="[^"]*SourceSans[^>]*>',
        Markup('<link rel="preload" href="{font}" as="font" type="font/woff2" crossorigin>'),
    ),
    (r"<!--\s+Machine-readable.*?-->\s*<link rel=\"service-desc\"[^>]*>", Markup("")),
    (r"<!-- initialize window\.prerenderReady.*?</script>", Markup("")),
    (r"<noscript>.*?</noscript>", _NOSCRIPT),
    # Last in the head, so that our rules win over Streamlit's of the same weight.
    (r"</head>", Markup('<link rel="stylesheet" href="{look}"></head>')),
)


def shell(asked: str = "") -> Content:
    """Return the page to send instead of Streamlit's index.html, in the language `asked` for.

    Raises RuntimeError when Streamlit's page no longer has a part we change, so that an upgrade
    is noticed at start and not by a reader.
    """
    return _shell(
        lang=asked if asked in LANGUAGES else LANGUAGES[0],
        base=address("/"),
        theme=json.dumps({"light": _theme("light"), "dark": _theme("dark")}),
        icon=asset_url("favicon.svg"),
        start=asset_url("start.js"),
        screen=asset_url("screen.js"),
        away=asset_url("away.js"),
        font=asset_url("inter-latin.woff2"),
        look=asset_url("look.css"),
        kart=asset_url("kart.js"),
    )


def _theme(kind: str) -> dict[str, str]:
    """Return the part of a theme in config.toml that shows before the server has been reached."""
    colours = ("primaryColor", "backgroundColor", "secondaryBackgroundColor", "textColor")
    return {
        "bodyFont": st.get_option("theme.font"),
        "headingFont": st.get_option("theme.headingFont"),
        **{name: st.get_option(f"theme.{kind}.{name}") for name in colours},
    }


@lru_cache(maxsize=8)
def _shell(**values: str) -> Content:
    page = _STREAMLIT_INDEX.read_text("utf-8")
    for pattern, replacement in _CHANGES:
        found = re.findall(pattern, page, re.DOTALL)
        if len(found) != 1:
            raise RuntimeError(f"Streamlits index.html har {len(found)} treff på {pattern}, ikke 1")
        page = page.replace(found[0], replacement.format(**values))
    return Content(page.encode(), MEDIA_TYPES[".html"])
