"""The letter as it came, its passages marked where they stand; `marking.js` reads selections."""

import json
from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise
from typing import Final, NamedTuple

from pages.parts.reading.language import _
from pages.parts.reading.markup import Markup
from pages.parts.reading.tongue import lang_of
from pages.parts.reviewing.premises import detail_names
from pages.parts.reviewing.section import name_of
from pages.parts.wording import answer_words, letter, words
from queries.review import PREMISES, Field, Item, Span, State

_QUESTION: Final = Markup(
    '<section data-til-sporsmal="{number}"><h2>{name}</h2><div class="brevtekst" '
    'data-sporsmal="{number}" data-stykker="{pieces}" lang="{lang}">{text}</div></section>'
)
_EMPTY: Final = Markup(
    '<section data-til-sporsmal="{number}" class="uten-tekst"><h2>{name} <small>{none}</small></h2>'
    "</section>"
)


def letter_text(state: State, dividing: str) -> Markup:
    """Return the letter question by question; each passage leads to what is said on it.

    `dividing` is what a passage is moved to another question by.
    """
    lang = lang_of(state.letter.malform)
    marks = [*_of_codes(state.fields), *_of_items(state.items)]
    names = letter.questions()
    sections = Markup("").join(
        _QUESTION.format(
            number=number,
            name=names[number],
            lang=lang,
            pieces=json.dumps([[at, *source] for at, source in state.layout.pieces[number]]),
            text=_marked(number, state.texts[number], marks),
        )
        if number in state.texts
        else _EMPTY.format(number=number, name=names[number], none=_("ingen tekst"))
        for number in names
        if number or number in state.texts
    )
    none = Markup("<p>{}</p>").format(_("Brevet har ingen tekst."))
    return Markup('<div class="brev" data-deling="{}">{}</div>').format(
        dividing, sections if state.texts else none
    )


def passage(field: Field) -> tuple[int, int, int] | None:
    """Return the question, start and end of the passage the field rests on now, or None."""
    source = field.decision or field.suggested
    if source is None or source.sporsmal is None or source.start is None or source.slutt is None:
        return None
    return source.sporsmal, source.start, source.slutt


def label(field: Field) -> str:
    """Return what a field is called with its value, or alone where it has none."""
    value = field.value
    return answer_words.coded(field.felt, value) if value else answer_words.field_name(field.felt)


class _Mark(NamedTuple):
    """A passage, what the page calls what rests on it, in words too, and whether it is decided."""

    place: Span
    key: str
    label: str
    settled: bool


def _of_codes(fields: Iterable[Field]) -> Iterator[_Mark]:
    for field in fields:
        if place := passage(field):
            yield _Mark(place, field.key, label(field), field.is_settled)


def _of_items(items: Iterable[Item]) -> Iterator[_Mark]:
    for item in items:
        if item.slag != PREMISES:
            continue
        stands = item.said or item.suggested or {}
        name = _("Lokale: {kind}").format(kind=words.premises()[stands["lokaltype"]])
        if item.place:
            yield _Mark(item.place, name_of(item), name, item.is_settled)
        for detail, place in item.own.items():
            says = f"{name} – {detail_names()[detail]}"
            yield _Mark(place, name_of(item), says, item.is_settled)


def _marked(number: int, text: str, marks: Iterable[_Mark]) -> Markup:
    """Return `text` in pieces, each with where it begins and what rests on it."""
    here = [mark for mark in marks if mark.place[0] == number and mark.place[2] <= len(text)]
    edges = sorted({0, len(text), *(edge for mark in here for edge in mark.place[1:])})
    return Markup("").join(
        _piece(text, start, end, [m for m in here if m.place[1] <= start and end <= m.place[2]])
        for start, end in pairwise(edges)
    )


def _piece(text: str, start: int, end: int, over: Sequence[_Mark]) -> Markup:
    if not over:
        return Markup('<span data-fra="{}">{}</span>').format(start, text[start:end])
    decided = all(mark.settled for mark in over)
    names = "; ".join(mark.label for mark in over)
    return Markup('<mark data-fra="{}" data-felt="{}" class="{}" title="{}">{}</mark>').format(
        start,
        " ".join(dict.fromkeys(mark.key for mark in over)),
        "avgjort" if decided else "forslag",
        names,
        text[start:end],
    )
