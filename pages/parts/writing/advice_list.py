"""The municipalities that somebody advises about, and how far each advice has come."""

from collections import Counter
from collections.abc import Mapping, Sequence
from typing import Any

from pages.parts.reading.language import _, ngettext
from pages.parts.reading.markup import Markup
from pages.parts.reading.reader import Reader
from pages.parts.wording import advising, words
from pages.parts.wording.numbers import decimal, whole
from pages.parts.writing.marking import event, status
from queries.advice import ALL_ADVICE, PUBLISHED, Advice, author, published, unpublished
from queries.writing import ClosedError

Row = Mapping[str, Any]
_TABLE = Markup(
    '<table class="raadsliste"><caption><span class="bare-hort">{caption}. </span>{order}</caption>'
    "<thead><tr>"
    '<th scope="col">{place}</th><th scope="col">{wish}</th><th scope="col">{rooms}</th>'
    '<th scope="col" class="tall">{far}</th><th scope="col">{advice}</th></tr></thead>'
    "<tbody>{rows}</tbody></table>"
)
_ROW = Markup(
    '<tr><th scope="row"><a href="{link}"{current}>{name}</a></th>'
    '<td data-navn="{says_wish}">{wish}</td><td data-navn="{says_rooms}">{rooms}</td>'
    '<td class="tall" data-navn="{says_far}">{far}</td><td data-navn="{says_advice}">{status}</td>'
    "</tr>"
)


def own_places(reader: Reader) -> Reader:
    """Return the reader of the municipalities she advises about.

    They are all of a district's own, and for the Directorate those that the filter leaves.
    """
    access = reader.access
    if access and access.role == "distrikt":
        return reader.country.having(distrikt=(access.district,))
    return reader


def heading(reader: Reader, rows: Sequence[Row], seen: Sequence[Advice]) -> Markup:
    """Return what the page opens with: how many there are, and how far they have come."""
    mine = [each for each in seen if each.fra == author(reader.access)]
    own = Counter(each.status for each in mine)
    here = {row["kommunenummer"] for row in rows} - {each.kommunenummer for each in mine}
    before = here & published(reader.access, reader.version).keys()
    title = ngettext("Råd om {n} kommune", "Råd om {n} kommuner", len(rows))
    says = _("{sent} sendt inn, {drafts} utkast, {before} publisert før, {left} uten råd").format(
        sent=whole(own["sendt"]),
        drafts=whole(own["utkast"]),
        before=whole(len(before)),
        left=whole(len(rows) - own["sendt"] - own["utkast"] - len(before)),
    )
    return Markup('<div class="funn"><h1>{}</h1><p>{}. {}</p></div>').format(
        title.format(n=whole(len(rows))),
        says,
        _("Et råd ses av andre når det er sendt inn, og av alle når lederen har publisert det."),
    )


def places(reader: Reader, rows: Sequence[Row], seen: Sequence[Advice]) -> Markup:
    """Return the list, each row a link to its form, with what the municipality said beside."""
    own = {each.kommunenummer: each for each in seen if each.fra == author(reader.access)}
    public = published(reader.access, reader.version)
    headings = {
        "wish": _("Sagt: nytt tjenestested"),
        "rooms": _("Sagt: lokaler"),
        "far": _("Til nærmeste, km"),
        "advice": _("Rådet"),
    }
    told = [
        _ROW.format(
            link=reader.link(kommune=row["kommunenummer"]),
            current=Markup(' aria-current="true"')
            if row["kommunenummer"] == reader.view.kommune
            else "",
            name=row["navn"],
            wish=words.values("onsker")[row["onsker"]],
            rooms=words.values("lokaler")[row["lokaler"]],
            far=decimal(row["til_naermeste"]),
            status=_status(own.get(row["kommunenummer"]), public.get(row["kommunenummer"])),
            # A phone shows each cell with its heading.
            **{f"says_{name}": text for name, text in headings.items()},
        )
        for row in rows
    ]
    return _TABLE.format(
        caption=_("Kommuner du gir råd om"),
        order=_order(reader),
        place=_("Kommune"),
        **headings,
        rows=Markup("").join(told),
    )


def _order(reader: Reader) -> str:
    """Return the order of the list in words: that of the query."""
    silent = (
        _("kommuner uten kjent uttalelse til sist")
        if reader.is_known
        else _("kommuner uten svar til sist")
    )
    return f"{_('Mest misfornøyd først, så lengst avstand')}; {silent}"


def _status(own: Advice | None, public: str | None) -> str:
    if own is None and public is None:
        return "–"
    status = advising.statuses()[own.status] if own else _("Publisert")
    kind = advising.kinds().get(own.raad if own else public or "")
    return " · ".join(filter(None, (status, kind)))


def publishing(reader: Reader, seen: Sequence[Advice]) -> Markup:
    """Return the leader's button that publishes what is submitted, and what it will publish."""
    try:
        n = unpublished(reader.access, reader.version)
    except ClosedError:
        n = 0
    sent = sum(each.status == "sendt" for each in seen)
    button = Markup('<p><button type="button" class="hoved" {}>{}</button></p>').format(
        event(reader, PUBLISHED, ALL_ADVICE), _("Publiser rådene")
    )
    told = ngettext("{n} endring er ikke publisert.", "{n} endringer er ikke publisert.", n)
    says = _(
        "{sent} råd er sendt inn. Det som er publisert, blir synlig for alle i neste versjon, som "
        "bygges på siden Vurdering."
    )
    title = _("Råd som kan publiseres") if n else _("Ingen råd venter på å bli publisert")
    return Markup('<div class="funn"><h1>{}</h1><p>{} {}</p></div>{}{}').format(
        title,
        told.format(n=whole(n)) if n else "",
        says.format(sent=whole(sent)),
        button if n else "",
        status(),
    )
