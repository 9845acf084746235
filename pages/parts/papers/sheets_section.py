"""All municipality sheets on a page: made while the reader watches, then one file to download."""

import io
import zipfile

import streamlit as st

from pages.parts.papers.archive import EPOCH, sheets
from pages.parts.reading.language import _, speak
from pages.parts.reading.origin import origin_of
from pages.parts.reading.reader import Reader
from pages.parts.wording.numbers import whole


@st.fragment
def all_sheets(reader: Reader) -> None:
    """Draw the button that makes the sheets of the selection, its progress and the download.

    Only the reader who asked waits; the rest of her page stays as it is.
    """
    # A fragment is run without the frame around it.
    speak(reader.view.lang)
    if not st.button(_("Lag alle kommuneark i utvalget")):
        return
    progress = st.progress(0.0, _("Lager kommuneark"))
    held = io.BytesIO()
    with zipfile.ZipFile(held, "w", zipfile.ZIP_STORED) as archive:
        for done, total, name, pdf in sheets(reader, origin_of(st.context.url or "")):
            archive.writestr(zipfile.ZipInfo(name, EPOCH), pdf)
            said = _("{n} av {of} kommuneark").format(n=whole(done), of=whole(total))
            progress.progress(done / total, said)
    st.download_button(
        _("Last ned alle kommuneark"),
        held.getvalue(),
        f"{reader.version.dataset}-kommuner-{reader.version.version}.zip",
        "application/zip",
        on_click="ignore",
    )
