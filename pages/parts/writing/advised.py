"""Advice that is not published, as those who have logged in may see it: beside the published."""

from collections.abc import Iterable

from data.privacy import mask
from pages.parts.reading.language import _
from pages.parts.reading.markup import Markup
from pages.parts.reading.reader import Reader
from pages.parts.reading.tongue import NORWEGIAN
from pages.parts.wording import advising
from queries.advice import Advice, advice
from queries.writing import ClosedError

_SECTION = Markup(
    '<section class="metode raadene"><header class="kort-hode"><h2>{title}</h2><p>{lead}</p>'
    '</header><div class="utsagn">{each}</div></section>'
)
_ONE = Markup(
    "<figure><p><b>{kind}</b> {where}{sender}. {signed}{status}</p>"
    '<blockquote lang="{lang}">{text}</blockquote>{more}</figure>'
)


def visible(reader: Reader) -> tuple[Advice, ...]:
    """Return the unpublished advice that the reader may see; none while the store is closed.

    That it is closed is told on the page about data, and to whoever tries to write.
    """
    try:
        return advice(reader.access, reader.version)
    except ClosedError:
        return ()


def advised(
    reader: Reader,
    seen: Iterable[Advice],
    numbers: Iterable[str] | None = None,
    *,
    named: bool = True,
) -> Markup:
    """Return what of `seen` is about the municipalities `numbers`, or all; nothing where none is.

    Each says which municipality it is about, unless that is said already (`named` is false).
    """
    wanted = None if numbers is None else set(numbers)
    shown = [each for each in seen if wanted is None or each.kommunenummer in wanted]
    if not shown:
        return Markup("")
    called = dict(reader.country.ask("kommune_liste").select("kommunenummer", "navn").iter_rows())
    told = (_told(each, f"{called[each.kommunenummer]}, " if named else "") for each in shown)
    return _SECTION.format(
        title=_("Rådet, ikke publisert"),
        lead=_("Ses bare av dem som er logget inn. Sagt og besluttet står for seg."),
        each=Markup("").join(told),
    )


def _told(given: Advice, where: str) -> Markup:
    named = advising.reasons()
    said = [named[each] for each in given.grunner if each in named]
    if given.prioritet:
        priority = advising.priorities()[given.prioritet].lower()
        said.append(_("prioritet {priority}").format(priority=priority))
    if given.bemanning.strip():
        said.append(_("bemanning {change} årsverk").format(change=given.bemanning.strip()))
    status = advising.statuses()[given.status].lower()
    return _ONE.format(
        kind=advising.kinds().get(given.raad, _("Ikke valgt")),
        where=where,
        sender=advising.sender(given),
        signed=advising.signed(given),
        status=f" ({status})" if given.status != "sendt" else "",
        lang=NORWEGIAN,
        text=mask(given.tekst),
        more=Markup("<p>{}</p>").format("; ".join(said)) if said else "",
    )
