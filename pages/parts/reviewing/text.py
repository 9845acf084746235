"""The letter as it came, its passages marked where they stand; `review.js` reads selections."""

from collections.abc import Sequence
from itertools import pairwise

from pages.parts.reading.language import _
from pages.parts.reading.markup import Markup
from pages.parts.reading.tongue import lang_of
from pages.parts.wording import answer_words, letter
from queries.review import Field, State


def letter_text(state: State) -> Markup:
    """Return the letter question by question; each passage leads to what is coded on it."""
    lang = lang_of(state.letter.malform)
    sections = Markup("").join(
        Markup(
            '<section><h2>{}</h2><div class="brevtekst" data-sporsmal="{}" lang="{}">{}</div>'
            "</section>"
        ).format(letter.questions()[number], number, lang, _marked(number, text, state.fields))
        for number, text in sorted(state.letter.texts.items())
    )
    none = Markup("<p>{}</p>").format(_("Brevet har ingen tekst."))
    return Markup('<div class="brev">{}</div>').format(sections or none)


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


def _marked(number: int, text: str, fields: Sequence[Field]) -> Markup:
    """Return `text` in pieces, each with where it begins and what is coded on it."""
    places = [
        (place[1], place[2], field)
        for field in fields
        if (place := passage(field)) and place[0] == number and place[2] <= len(text)
    ]
    edges = sorted({0, len(text), *(edge for start, end, _f in places for edge in (start, end))})
    return Markup("").join(
        _piece(text, start, end, [f for a, b, f in places if a <= start and end <= b])
        for start, end in pairwise(edges)
    )


def _piece(text: str, start: int, end: int, over: Sequence[Field]) -> Markup:
    if not over:
        return Markup('<span data-fra="{}">{}</span>').format(start, text[start:end])
    decided = all(field.is_settled for field in over)
    names = "; ".join(map(label, over))
    return Markup(
        '<mark data-fra="{}" data-felt="{}" class="{}" title="{}" draggable="true">{}</mark>'
    ).format(
        start,
        " ".join(field.key for field in over),
        "avgjort" if decided else "forslag",
        names,
        text[start:end],
    )
