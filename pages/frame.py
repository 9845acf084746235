"""What every page stands in: the reader's session, navigation, filters and footer.

Streamlit runs it as `__main__`. A process that makes papers loads whatever is `__main__` too, under
another name and before DuckDB can be loaded there, so nothing is imported for anybody else.
"""

if __name__ == "__main__":
    import streamlit as st

    from pages.parts.choosing.filters import effect, filter_bar
    from pages.parts.drawing import chrome
    from pages.parts.drawing.account import account, login, tried
    from pages.parts.drawing.document import begin, place, write
    from pages.parts.drawing.registered import registered
    from pages.parts.openings import PAGES, names, unlisted
    from pages.parts.reading.language import _
    from pages.parts.reading.markup import Markup
    from pages.parts.reading.session import follow_address, open_session
    from pages.parts.sharing.pinned import is_older, moved, pinned
    from pages.parts.sharing.share import allowance, here, share
    from pages.parts.writing import listen

    issues = follow_address()

    pages = registered(names())
    page = st.navigation(pages, position="hidden")
    measures = PAGES[page.url_path].measures
    reader, missed = open_session(page.url_path, measures)

    if reader is None and missed:
        st.set_page_config(page_title="Tjenestested", layout="wide")
        said = Markup("<h1>{}</h1>{}").format(
            _("Datasettet kan ikke vises nå"), chrome.notices(missed)
        )
        st.html(said)
        st.stop()
    if reader is None:
        st.set_page_config(page_title="Tjenestested", layout="wide")
        told = Markup("<h1>{}</h1><p>{} <code>make build</code>.</p>")
        st.html(told.format(_("Ingen data er bygd ennå"), _("Kjør")))
        st.stop()

    where = reader.sentence()
    st.set_page_config(page_title=f"{page.title} – {where} – Tjenestested", layout="wide")
    listed = [each for each in pages if each.url_path not in unlisted(reader.access)]
    in_menu = [(each.url_path, each.title) for each in listed]
    origin = here()
    stands = login(reader)

    begin()
    write("tillatelse", allowance(), reader)
    write(
        "topp",
        lambda reader: (
            tried() + chrome.header(reader, in_menu, share(reader, origin), account(reader, stands))
        ),
        reader,
        origin,
        stands,
    )
    write("melding", chrome.notices((*issues, *missed)) + pinned(reader), reader)
    write("filter", lambda reader: filter_bar(reader, measures), reader)
    write("virkning", effect, reader)
    page.run()
    write("bunn", chrome.footer, reader)
    if is_older(reader):
        # The count takes its time, and the page is there meanwhile.
        place()
        write("endret", moved(reader), reader)
    place()
    listen()
