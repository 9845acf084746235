"""The key figures a district is led by, each beside the country's."""

from collections.abc import Mapping

from pages.parts.reading.language import _, ngettext
from pages.parts.reading.reader import Reader
from pages.parts.wording import words
from pages.parts.wording.distance import Distance, distance
from pages.parts.wording.groups import FIELDS, everyone
from pages.parts.wording.key_figures import basis_in, offers, wishes
from pages.parts.wording.numbers import whole
from pages.parts.wording.opening import Figure
from queries.view import SATISFACTION


def key_numbers(reader: Reader) -> list[Figure]:
    """Return who answered, how dissatisfied on the point shown, wishes, offers and mean distance.

    The other points stand among the ranks.
    """
    here = reader.ask("nokkeltall").row(0, named=True)
    country = reader.country.ask("nokkeltall").row(0, named=True)
    point = reader.view.vis if reader.view.vis in SATISFACTION else SATISFACTION[0]
    return [
        _answered(reader, here),
        _dissatisfied(reader, point),
        wishes(here),
        offers(here),
        _far(here, country, distance(reader)),
    ]


def _answered(reader: Reader, row: Mapping[str, int]) -> Figure:
    of = ngettext("av {n} kommune", "av {n} kommuner", row["kommuner"]).format(
        n=whole(row["kommuner"])
    )
    return Figure(whole(row["svart"]), reader.answered, of, "svar:svart" if row["svart"] else "")


def _dissatisfied(reader: Reader, measure: str) -> Figure:
    here, country = everyone(reader, measure), everyone(reader.country, measure)
    label = _("ikke tilfreds med {what}").format(what=words.measure_with()[measure])
    basis = basis_in(here, "ikke_tilfreds") + _("; landet {country}").format(
        country=country.rate.text
    )
    kode = f"{FIELDS[measure]}:ikke_tilfreds" if here.in_focus else ""
    return Figure(here.rate.text, label, basis, kode)


def _far(here: Mapping[str, float], country: Mapping[str, float], measure: Distance) -> Figure:
    basis = _("snitt, {measure}; landet {km}").format(
        measure=measure.name, km=measure.text(country["snitt_kommune"])
    )
    return Figure(measure.text(here["snitt_kommune"]), _("til nærmeste tjenestested"), basis)
