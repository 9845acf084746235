"""The weights of the grounds: for each the numbers it may weigh, as links."""

from pages.parts.choosing.controls import folded
from pages.parts.reading.language import _
from pages.parts.reading.markup import Markup
from pages.parts.reading.reader import Reader
from pages.parts.wording.answer_words import inline
from pages.parts.wording.numbers import listed
from pages.parts.wording.places import names, points, ranking
from queries.weights import COUNTS, MOST, USUAL, Weights


def weights_button(reader: Reader) -> Markup:
    """Return the weights behind a button, with how many points each may give."""
    weights, found = Weights.read(reader.view.vekter), ranking(reader)
    rows = Markup("").join(
        _weight(reader, weights, count, most) for count, most in found.points.items()
    )
    left_out = [inline(names()[count]) for count in COUNTS if count not in found.in_use]
    told = [
        _("Hver grunn teller så mye av summen som vekten er av alle vektene."),
        _("Det største i landet teller helt, et forbehold halvt, og det ukjente ikke."),
    ]
    if left_out:
        missing = _("Ikke kjent for noen kommune, og teller ikke: {what}.")
        told.append(missing.format(what=listed(left_out)))
    usual = (
        Markup('<p><a href="{}">{}</a></p>').format(
            reader.link(None, vekter=str(Weights(USUAL))), _("Vanlige vekter")
        )
        if weights.numbers != USUAL
        else ""
    )
    inside = Markup('<table class="vekter"><caption>{}</caption>{}</table>{}').format(
        " ".join(told), rows, usual
    )
    return folded("vekter", _("Vekter"), inside)


def _weight(reader: Reader, weights: Weights, count: str, most: float) -> Markup:
    now = weights.numbers[COUNTS.index(count)]
    choices = Markup("").join(
        Markup('<a id="vekt-{}-{}" href="{}"{} aria-label="{}">{}</a>').format(
            count,
            number,
            reader.link(None, vekter=str(weights.having(count, number))),
            Markup(' aria-current="true"') if number == now else "",
            _("{what}: vekt {n}").format(what=names()[count], n=number),
            number,
        )
        for number in range(MOST + 1)
    )
    return Markup('<tr><th scope="row">{}</th><td>{}</td><td class="tall">{}</td></tr>').format(
        names()[count], choices, points(most)
    )
