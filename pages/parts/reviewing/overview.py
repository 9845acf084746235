"""Vurdering before a letter is open: how far it has come, and the letters that are left."""

from collections.abc import Sequence
from typing import Final

from markupsafe import Markup

from pages.parts.choosing.controls import pick_many
from pages.parts.drawing.table import Column, Table
from pages.parts.reading.language import _, ngettext
from pages.parts.reading.reader import Reader
from pages.parts.wording import words
from pages.parts.wording.numbers import NONE, decimal, listed, share, short_date, whole
from queries.review import Progress, State, Status, next_letter

_ORDER: Final[tuple[Status, ...]] = ("endret", "i_arbeid", "ny", "ferdig")


def overview(reader: Reader, states: Sequence[State], found: Progress, twice: Markup) -> Markup:
    """Return the progress, the way to the next letter, and the letters as one list.

    `twice` is what is told of the letters that two read.
    """
    access = reader.access
    following = next_letter(states, access.subject) if access else None
    way = (
        Markup('<a class="knapp" data-side-tast="n" href="{}">{} <kbd>N</kbd></a>').format(
            reader.link(brev=following.letter.innspill_id),
            _("Neste brev: {sender}").format(sender=following.letter.avsender),
        )
        if following
        else Markup("<p>{}</p>").format(_("Ingen brev er igjen å vurdere."))
    )
    return Markup(
        '<div class="vurdering"><div class="funn"><h1>{}</h1><p>{}</p></div>{}{}{}{}</div>'
    ).format(headline(found), _told(found), way, _list(reader, states), twice, _progress(found))


def headline(found: Progress) -> str:
    """Return how many letters are finished, as a sentence."""
    if not found.total:
        return _("Ingen brev å vurdere i dette datasettet")
    return ngettext(
        "{done} av {n} brev er vurdert", "{done} av {n} brev er vurdert", found.total
    ).format(done=whole(found.done), n=whole(found.total))


def status_names() -> dict[str, str]:
    """Return what each status of a letter is called, what must be looked at first."""
    return {
        "endret": _("Endret siden"),
        "i_arbeid": _("Under arbeid"),
        "ny": _("Ny"),
        "ferdig": _("Ferdig"),
    }


def _told(found: Progress) -> str:
    left = found.total - found.done
    says = [ngettext("{n} gjenstår.", "{n} gjenstår.", left).format(n=whole(left))]
    if found.minutes is not None:
        took = _("Et brev har tatt {minutes} minutter, i midten av dem som er ferdige.")
        says.append(took.format(minutes=decimal(found.minutes)))
    right = sum(hit for hit, _all in found.hits.values())
    total = sum(all_ for _hit, all_ in found.hits.values())
    if total:
        hits = _("Av {n} forslag noen har tatt stilling til, ble {m} stående ({share}).")
        says.append(hits.format(n=whole(total), m=whole(right), share=share(right / total)))
    return " ".join(says)


def _list(reader: Reader, states: Sequence[State]) -> Markup:
    view, names = reader.view, status_names()
    here = frozenset(reader.ask("kart").filter("i_utvalg")["kommunenummer"])
    shown = [
        state
        for state in states
        if (not view.brevstatus or state.status in view.brevstatus)
        and any(place.kommunenummer in here for place in state.letter.places)
    ]
    shown.sort(key=lambda s: (_ORDER.index(s.status), s.least_sure, -s.letter.inhabitants))
    headings = (
        _("Avsender"),
        _("Status"),
        _("Dato"),
        _("Politidistrikt"),
        _("Innbyggere"),
        _("Avgjort"),
        _("Minst sikkert forslag"),
        _("Hos"),
    )
    rows = Markup("").join(_row(reader, state, headings) for state in shown)
    filters = Markup('<div class="filter listefilter">{}</div>').format(
        pick_many(_("Status"), "brevstatus", view.brevstatus, names, reader)
    )
    return Markup(
        '{}<div class="tabell" tabindex="0"><table><caption>{}</caption><thead><tr>{}</tr></thead>'
        "<tbody>{}</tbody></table></div>"
    ).format(
        filters,
        ngettext("{n} brev", "{n} brev", len(shown)).format(n=whole(len(shown))),
        Markup("").join(Markup('<th scope="col">{}</th>').format(h) for h in headings),
        rows,
    )


def _row(reader: Reader, state: State, headings: Sequence[str]) -> Markup:
    """Return one letter; a phone shows each cell with its heading."""
    letter = state.letter
    way = Markup('<a href="{}">{}</a>').format(
        reader.link(brev=letter.innspill_id), letter.avsender
    )
    sure = decimal(state.least_sure, 2) if state.least_sure < 1 else NONE
    cells = (
        status_names()[state.status],
        short_date(letter.dato),
        listed(sorted(map(words.district_name, letter.districts))),
        whole(letter.inhabitants),
        _("{n} av {all}").format(n=whole(state.decided), all=whole(len(state.fields))),
        sure,
        state.held.navn if state.held else "",
    )
    return Markup('<tr><th scope="row">{}</th>{}</tr>').format(
        way,
        Markup("").join(
            Markup('<td data-navn="{}">{}</td>').format(name, cell or NONE)
            for name, cell in zip(headings[1:], cells, strict=True)
        ),
    )


def _progress(found: Progress) -> Markup:
    """Return the progress by district and by person, and how often each rule was right."""
    tables = (
        (
            _("Etter politidistrikt"),
            Table.of(
                [
                    Column(_("Politidistrikt")),
                    Column(_("Ferdig"), "whole"),
                    Column(_("Brev"), "whole"),
                ],
                [(words.district_name(d), done, n) for d, (done, n) in found.by_district.items()],
            ),
        ),
        (
            _("Etter person"),
            Table.of(
                [Column(_("Hvem")), Column(_("Ferdige brev"), "whole")],
                list(found.by_person.items()),
            ),
        ),
        (
            _("Reglenes treff, etter det folk har avgjort"),
            Table.of(
                [
                    Column(_("Regel")),
                    Column(_("Ble stående"), "whole"),
                    Column(_("Avgjort"), "whole"),
                ],
                [(rule, right, n) for rule, (right, n) in found.hits.items()],
            ),
        ),
    )
    return Markup("").join(
        Markup("<details><summary>{}</summary>{}</details>").format(
            name,
            table.html(name),
        )
        for name, table in tables
        if table.rows
    )
