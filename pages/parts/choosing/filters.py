"""The filter bar: the same on every page, one line high, and what its choice amounts to."""

from collections.abc import Sequence

from data.schemas import FYLKER, POLITIDISTRIKTER
from pages.parts.choosing.controls import pick_many, pick_one
from pages.parts.choosing.places import find_in_bar
from pages.parts.reading.language import _
from pages.parts.reading.markup import Markup
from pages.parts.reading.reader import Reader
from pages.parts.wording import words
from pages.parts.wording.answered import who_answered
from pages.parts.wording.numbers import begun


def filter_bar(reader: Reader, measures: Sequence[str]) -> Markup:
    """Return the filters, each of which shows what the View holds.

    `measures` are those the page can be about; one alone is no choice and is not offered.
    """
    view = reader.view
    yes_no = {"ja": _("Ja"), "nei": _("Nei")}
    districts = {d: words.district_name(d) for d in sorted(POLITIDISTRIKTER)}
    answered = _("Har uttalt seg") if reader.is_known else _("Har svart")
    parts = [
        pick_many(
            _("Politidistrikt"), "distrikt", view.distrikt, districts, reader, POLITIDISTRIKTER
        ),
        pick_many(_("Fylke"), "fylke", view.fylke, {f: f for f in FYLKER}, reader),
        pick_many(_("Innbyggere"), "innbyggere", view.innbyggere, words.sizes(), reader),
        pick_one(_("Tjenestested i dag"), "stasjon", view.stasjon, yes_no, reader),
        pick_one(answered, "svart", view.svart, yes_no, reader),
        find_in_bar(reader),
    ]
    if len(measures) > 1:
        shown = {m: words.measures()[m] for m in measures}
        parts.insert(0, pick_one(_("Vis"), "vis", view.vis, shown, reader, always=True))
    if reader.cleared != reader:
        cleared = reader.cleared.link(side=1)
        parts.append(
            Markup('<a class="nullstill" href="{}">{}</a>').format(cleared, _("Nullstill"))
        )
    return Markup('<div class="filter" role="group" aria-label="{}">{}</div>').format(
        _("Filter"), Markup("").join(parts)
    )


def effect(reader: Reader) -> Markup:
    """Return a line for those who hear the page: what the choice amounts to, told as it changes."""
    total = reader.ask("nokkeltall").row(0, named=True)
    where = reader.view.sentence(_)
    said = f"{begun(where)}: {who_answered(total['svart'], total['kommuner'], reader)}"
    return Markup('<p class="bare-hort" role="status">{}</p>').format(said)
