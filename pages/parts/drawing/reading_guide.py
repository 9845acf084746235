"""How the numbers are to be read: what they do not say, in plain words, once for all pages."""

from pages.parts.reading.language import _
from pages.parts.reading.markup import Markup
from pages.parts.reading.reader import Reader
from pages.parts.wording.numbers import FEW


def reading_guide(reader: Reader) -> Markup:
    """Return what a reader must know of silence, small numbers, people and distance, as HTML."""
    items = Markup("").join(
        Markup("<dt>{}</dt><dd>{}</dd>").format(term, text) for term, text in _rules(reader)
    )
    return Markup(
        '<section class="metode"><header class="kort-hode"><h2>{}</h2></header>'
        "<dl>{}</dl></section>"
    ).format(_("Slik leser du tallene"), items)


def _rules(reader: Reader) -> list[tuple[str, str]]:
    about = _of_statements() if reader.is_known else _of_answers()
    return [*about, _distance()]


def _of_statements() -> list[tuple[str, str]]:
    """Return how statements that are no sample are read."""
    return [
        (
            _("Kjente uttalelser"),
            _(
                "Uttalelsene er funnet i åpne kilder og er ikke et utvalg. De telles, men "
                "regnes aldri i prosent."
            ),
        ),
    ]


def _of_answers() -> list[tuple[str, str]]:
    """Return how shares of those who answered are read."""
    return [
        (
            _("De som ikke svarte"),
            _(
                "En andel er regnet av kommunene som svarte på punktet. Mange svarte ikke, og vi "
                "vet ikke hva de mener. Den tynne streken under en stolpe går fra andelen slik den "
                "ville vært om ingen av de tause mente det samme, til andelen om alle gjorde det. "
                "De samme grensene står i tabellene som «Lavest mulig» og «Høyest mulig»."
            ),
        ),
        (
            _("Størst og blant de største"),
            _(
                "«Størst» står bare der ingen andre kunne vært større, uansett hva de tause mener. "
                "Ellers står det «blant de største», eller bare tallet. To som er skrevet likt, "
                "deler plass, og en gruppe med færre enn ti svar rangeres ikke."
            ),
        ),
        (
            _("Små tall"),
            _(
                "Av færre enn {few} svar vises antall, ikke prosent: ett svar til ville flyttet "
                "prosenten mye. 0 % og 100 % betyr ingen og alle; ellers står det «under 1 %» "
                "eller «over 99 %». Halve rundes opp."
            ).format(few=FEW),
        ),
        (
            _("Kommuner og mennesker"),
            _(
                "Hver kommune teller likt, uansett hvor mange som bor der. Derfor står andelen av "
                "innbyggerne ved siden av. Kommunen har svart; innbyggerne er ikke spurt."
            ),
        ),
        (
            _("Ingen vekting"),
            _(
                "Svarene er ikke vektet eller justert for hvem som lot være å svare. De som "
                "svarte, er ikke trukket ut, og kan skille seg fra de andre."
            ),
        ),
    ]


def _distance() -> tuple[str, str]:
    return (
        _("Avstand"),
        _(
            "Tjenestestedene i 2022 er utledet av strukturen fra 2017; datasettet har ingen "
            "liste fra 2022. Der finere punkter mangler, regnes alle som bosatt i "
            "kommunesenteret; mange får da null kilometer, og avstandene blir for korte."
        ),
    )
