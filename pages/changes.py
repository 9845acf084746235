"""Hva er endret: what differs between the version a link was made of and the newest."""

import streamlit as st

from pages.parts import figures
from pages.parts.card import show
from pages.parts.cards import CARDS
from pages.parts.cards.changes import pair
from pages.parts.language import _
from pages.parts.session import current

reader = current()
versions = pair(reader)

if versions is None:
    st.html(figures.plain_opening(reader, _("Ingenting å sammenlikne"), _("Det finnes én versjon")))
else:
    older, newer = versions
    between = _("Data {older} mot {newer}").format(older=older.version, newer=newer.version)
    st.html(figures.plain_opening(reader, _("Hva er endret siden forrige versjon"), between))
    if reader.view.fra:
        show(CARDS["endringer-side"](reader), reader)
    show(CARDS["endringer-tall"](reader), reader)
    show(CARDS["endringer-svar"](reader), reader)
    show(CARDS["endringer-lokaler"](reader), reader)
