"""The letters that two read: which they are, how far the two agree, and what is to be settled."""

import datetime as dt
from collections.abc import Mapping, Sequence
from typing import Final

from pages.parts.drawing.table import Column, Table
from pages.parts.reading.language import _, ngettext
from pages.parts.reading.markup import Markup
from pages.parts.reading.reader import Reader
from pages.parts.wording import answer_words, told
from pages.parts.wording.numbers import decimal, whole
from pages.parts.writing import event
from queries.review import (
    DRAWN,
    SAMPLE,
    Pair,
    Sample,
    State,
    agreement,
    disagreements,
    drawn,
    next_second,
    pairs,
    places,
)
from queries.review.agreement import NOTHING
from queries.writing import Event

SIZES: Final = (10, 20, 40)


def twice(
    reader: Reader, second: Mapping[str, State], events: Sequence[Event], now: dt.datetime
) -> Markup:
    """Return what is told of the letters read by two; a leader can draw them here."""
    access, sample = reader.access, drawn(events)
    if not access or (not sample and not access.publishes):
        return Markup("")
    found = pairs([state.letter for state in second.values()], events)
    following = next_second(second, events, access.subject)
    way = (
        Markup('<p><a href="{}">{}</a></p>').format(
            reader.link(brev=following.name), _("Neste brev som annenleser")
        )
        if following
        else ""
    )
    draw = _draw(reader, now) if access.publishes else ""
    return Markup("<details><summary>{}</summary><p>{}</p>{}{}{}{}</details>").format(
        _("Lest av to"), _told(sample, second), draw, way, _measures(found), _differ(reader, found)
    )


def _told(sample: Sample | None, second: Mapping[str, State]) -> str:
    if not sample:
        return _("Ingen brev er trukket ut til å leses av to.")
    done = sum(state.status == "ferdig" for state in second.values())
    says = ngettext(
        "{n} brev er trukket ut med frøet {seed}; annenleseren er ferdig med {done}.",
        "{n} brev er trukket ut med frøet {seed}; annenleseren er ferdig med {done}.",
        len(second),
    )
    return says.format(n=whole(len(second)), seed=sample.fro, done=whole(done))


def _draw(reader: Reader, now: dt.datetime) -> Markup:
    """Return a button for each size of the sample; the seed is the day, and is told."""
    return Markup("<p>{}</p>").format(
        Markup(" ").join(
            Markup('<button type="button" {}>{}</button>').format(
                event(reader, SAMPLE, DRAWN, til={"antall": size, "fro": now.toordinal()}),
                _("Trekk {n} brev").format(n=size),
            )
            for size in SIZES
        )
    )


def _measures(found: Sequence[Pair]) -> Markup:
    rows = [
        (
            _name(each.felt),
            each.same,
            each.n,
            None if each.alpha is None else decimal(each.alpha, 2),
        )
        for each in agreement(found)
    ]
    if not rows:
        return Markup("")
    headings = [
        Column(_("Felt")),
        Column(_("Like"), "whole"),
        Column(_("Sammenliknet"), "whole"),
        Column(_("Krippendorffs alfa")),
    ]
    name = _("Hvor like de to er, felt for felt")
    return Table.of(headings, rows).html(name)


def _differ(reader: Reader, found: Sequence[Pair]) -> Markup:
    """Return where the two differ, each with the way to the letter where it is settled."""
    names = {number: place.navn for number, place in places(reader.version).items()}
    items = [
        Markup('<li><a href="{}">{}</a>: {} – {} / {}{}</li>').format(
            reader.link(brev=pair.letter.innspill_id),
            pair.letter.avsender,
            _name(pair.felt),
            _value(pair, pair.first, names),
            _value(pair, pair.second, names),
            f" ({_('avgjort')})" if pair.settled else "",
        )
        for pair in disagreements(found)
    ]
    if not items:
        return Markup("")
    return Markup("<h3>{}</h3><ul>{}</ul>").format(_("Det de er uenige om"), Markup("").join(items))


def _value(pair: Pair, said: str, places: Mapping[str, str]) -> str:
    if pair.felt in told.names():
        return told.compared(pair.key, said, places)
    return _("ikke kodet") if said == NOTHING else answer_words.value_name(pair.felt, said)


def _name(felt: str) -> str:
    return told.names().get(felt) or answer_words.field_name(felt)
