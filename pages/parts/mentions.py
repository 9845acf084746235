"""Questions 1, 3 and 4: who says anything on them, and what a page says when nobody does."""

from html import escape

from pages.parts import figures
from pages.parts.groups import Group
from pages.parts.language import _
from pages.parts.numbers import whole
from pages.parts.reader import Reader


def answered(reader: Reader, felt: str) -> Group:
    """Return the reader's selection, and how many in it say anything in `felt`.

    `felt` is tema, samarbeid, ressurs or kanal, which is the five channels together.
    """
    row = reader.ask("dekning_felt", felt=felt).row(0, named=True)
    return Group("alle", felt, {}, **row)


def nothing(group: Group, reader: Reader, question: str) -> str:
    """Return why there is nothing to show on `question`, and the way on, as HTML."""
    if not group.kommuner:
        return figures.opening(group, reader) + figures.empty(reader)
    if reader.is_known:
        title = _("Ingen kjent uttalelse er kodet på {question}").format(question=question)
        text = _(
            "{n} av {all} kommuner i utvalget har en kjent uttalelse. Svarene på brevet er ikke "
            "innhentet, og det som er gjengitt av uttalelsene, er ikke kodet på dette spørsmålet."
        ).format(n=whole(group.svart), all=whole(group.kommuner))
        link, way = reader.link(""), _("Les uttalelsene på Oversikt")
    else:
        title = _("Ingen kommuner i utvalget har svart på {question}").format(question=question)
        text = _("{n} av {all} kommuner i utvalget har svart på brevet.").format(
            n=whole(group.svart), all=whole(group.kommuner)
        )
        link, way = reader.view.country().url(f"/{reader.path}"), _("Vis hele landet")
    where = reader.view.sentence(_)
    return (
        f'<div class="funn"><h1>{escape(title)}</h1>'
        f"<p>{escape(where[:1].upper() + where[1:])}.</p></div>"
        f'<div class="tomt"><p>{escape(text)}</p><a href="{escape(link)}">{escape(way)}</a></div>'
    )
