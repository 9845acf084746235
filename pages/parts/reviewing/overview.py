"""Vurdering before a letter is open: how far it has come, and the letters that are left."""

from collections.abc import Collection, Sequence
from typing import Final

from data.vocabulary import FELT
from pages.parts.choosing.controls import pick_many
from pages.parts.drawing.table import Column, Table
from pages.parts.reading.language import _, ngettext
from pages.parts.reading.markup import Markup
from pages.parts.reading.memory import remembered
from pages.parts.reading.reader import Reader
from pages.parts.reviewing.building import building
from pages.parts.reviewing.coming import coming
from pages.parts.reviewing.finishing import finishing
from pages.parts.wording import answer_words, told, words
from pages.parts.wording.numbers import NONE, decimal, listed, share, short_date, whole
from queries.review import (
    Letter,
    Progress,
    State,
    Status,
    asked_for,
    chosen_letters,
    least_sure,
    next_letter,
    places,
)

_NUMBERS: Final = ("innbyggere", "avgjort", "sikkerhet")


def overview(
    reader: Reader,
    states: Sequence[State],
    found: Progress,
    twice: Markup,
    blind: Collection[str] = (),
) -> Markup:
    """Return the progress, the way to the next letter, and the letters as one list.

    `twice` is what is told of the letters that two read. Of those she reads as the second now,
    `blind`, nothing is told that the first has said.
    """
    access = reader.access
    following = next_letter(states, access.subject) if access else None
    way = (
        Markup('<a class="knapp" data-side-tast="n" href="{}">{} <kbd>N</kbd></a>').format(
            reader.link(brev=following.letter.innspill_id),
            _("Neste brev: {sender}").format(sender=following.sender),
        )
        if following
        else Markup("<p>{}</p>").format(_("Ingen brev er igjen å vurdere."))
    )
    return Markup(
        '<div class="vurdering"><div class="funn"><h1>{}</h1><p>{}</p></div>{}{}{}{}{}{}{}</div>'
    ).format(
        headline(found),
        _summary(found),
        way,
        coming(
            [state for state in states if state.letter.innspill_id not in blind],
            {key: place.navn for key, place in places(reader.version).items()},
        ),
        building(reader),
        finishing(reader, states),
        _list(reader, states, blind),
        twice,
        _progress(found),
    )


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


def sureness_names() -> dict[str, str]:
    """Return what suggestions are called by how sure they are."""
    return {
        "lav": _("Under 0,80"),
        "middels": _("0,80–0,89"),
        "hoy": _("0,90 og mer"),
        "ukjent": _("Ikke oppgitt"),
    }


def _summary(found: Progress) -> str:
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


def _list(reader: Reader, states: Sequence[State], blind: Collection[str]) -> Markup:
    view = reader.view
    here = reader.ask("kart").filter("i_utvalg")["kommunenummer"]
    shown = chosen_letters(states, view, here.to_list())
    rows = Markup("").join(
        _remembered_row(
            reader.link(brev=state.letter.innspill_id),
            state.letter,
            state.letter.avsender if state.letter.innspill_id in blind else state.sender,
            state.status,
            (state.decided, state.total),
            least_sure(asked_for(state, view)),
            state.held.navn if state.held else "",
        )
        for state in shown
    )
    fields = {felt: answer_words.field_name(felt) for felt in FELT}
    filters = Markup('<div class="filter listefilter">{}{}{}</div>').format(
        pick_many(_("Status"), "brevstatus", view.brevstatus, status_names(), reader),
        pick_many(_("Forslag igjen i"), "brevfelt", view.brevfelt, fields, reader),
        pick_many(_("Sikkerhet"), "sikkerhet", view.sikkerhet, sureness_names(), reader),
    )
    return Markup(
        '{}<div class="tabell" tabindex="0"><table><caption>{}</caption><thead><tr>{}</tr></thead>'
        "<tbody>{}</tbody></table></div>"
    ).format(
        filters,
        ngettext("{n} brev", "{n} brev", len(shown)).format(n=whole(len(shown))),
        Markup("").join(
            Markup('<th scope="col"{}>{}</th>').format(_number(name), text)
            for name, text in _headings().items()
        ),
        rows,
    )


def _headings() -> dict[str, str]:
    return {
        "avsender": _("Avsender"),
        "status": _("Status"),
        "dato": _("Dato"),
        "politidistrikt": _("Politidistrikt"),
        "innbyggere": _("Innbyggere"),
        "avgjort": _("Avgjort"),
        "sikkerhet": _("Minst sikkert forslag"),
        "hos": _("Hos"),
    }


def _row(
    link: str,
    letter: Letter,
    sender: str,
    status: Status,
    decided: tuple[int, int],
    sure: float,
    holder: str,
) -> Markup:
    """Return one letter; a phone shows each cell with its heading.

    `sender` is who it is from as far as is known now, `decided` how much of how much, and `sure`
    that of the least sure suggestion left.
    """
    n, every = map(whole, decided)
    cells = (
        status_names()[status],
        short_date(letter.dato),
        listed(sorted(map(words.district_name, letter.districts))),
        whole(letter.inhabitants),
        _("{n} av {all}").format(n=n, all=every),
        decimal(sure, 2) if sure < 1 else NONE,
        holder,
    )
    return Markup('<tr><th scope="row"><a href="{}">{}</a></th>{}</tr>').format(
        link,
        sender,
        Markup("").join(
            Markup('<td data-navn="{}"{}>{}</td>').format(text, _number(name), cell or NONE)
            for (name, text), cell in zip([*_headings().items()][1:], cells, strict=True)
        ),
    )


# Most letters are as they were when the list was drawn last.
_remembered_row = remembered(_row, most=2048)


def _number(name: str) -> Markup:
    """Return the mark of a cell in a column of numbers, which stand at the right."""
    return Markup(' class="tall"') if name in _NUMBERS else Markup("")


def _progress(found: Progress) -> Markup:
    """Return the progress by district and by person, and how often each rule was right."""
    kinds = [(name, key) for key, name in told.names().items() if key in found.decided]
    tables = (
        (
            _("Etter det som avgjøres"),
            Table.of(
                [Column(_("Hva")), Column(_("Avgjort"), "whole"), Column(_("I alt"), "whole")],
                [(name, *found.decided[key]) for name, key in kinds],
            ),
        ),
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
