"""Key figures: a number, what it counts, and the n behind it."""

from typing import Any, Final

from pages.parts.reading.language import _, ngettext
from pages.parts.reading.reader import Reader
from pages.parts.wording import findings
from pages.parts.wording.answer_words import inline
from pages.parts.wording.distance import Distance
from pages.parts.wording.groups import FIELDS, UNANSWERED, Group
from pages.parts.wording.numbers import NONE, share, whole
from pages.parts.wording.opening import Figure
from pages.parts.wording.rates import Rate
from pages.parts.wording.station_words import structures

# A wish with conditions is a wish.
WISHES: Final = "onsker_tjenestested:ja-betinget"
OFFERS: Final = "tilbyr_lokaler:ja"


def reach(
    found: dict[str, dict[str, Any]], measure: Distance, season: str | None = None
) -> list[Figure]:
    """Return who is out of reach today, before 2017 and with the new stations, and the mean.

    In a `season` the new ones are those that are open then.
    """
    today, new = found["i_dag"], found["med_nye"]
    outside = {s: row["innbyggere"] - row["innenfor"] for s, row in found.items()}
    with_new = (
        _("utenfor {structure}").format(structure=inline(structures(season)["med_nye"]))
        if season
        else _("utenfor med de 20 nye")
    )
    return [
        _outside(outside, "i_dag", _("innbyggere utenfor i dag"), _away(today)),
        _outside(outside, "foer_2017", _("utenfor før 2017"), _("med de 95 nedlagte")),
        _outside(outside, "med_nye", with_new, _away(new)),
        Figure(measure.text(today["snitt"]), _("i snitt per innbygger"), measure.name),
    ]


def _outside(people: dict[str, int], structure: str, label: str, basis: str) -> Figure:
    n = people[structure]
    return Figure(whole(n), label, basis, f"utenfor:{structure}" if n else "")


def _away(row: dict[str, Any]) -> str:
    return share(None if row["andel"] is None else 1 - row["andel"])


def satisfaction(group: Group) -> Figure:
    """Return the share that is not satisfied, and the people behind it."""
    basis = basis_in(group, "ikke_tilfreds")
    return Figure(group.rate.text, _("ikke tilfreds"), basis, _code(group, "ikke_tilfreds"))


def wishes(row: dict[str, int]) -> Figure:
    """Return how many want a station."""
    reserved = row["onsker_med_forbehold"]
    basis = (
        _("{n} med forbehold").format(n=whole(reserved)) if reserved else _("ingen med forbehold")
    )
    kode = WISHES if row["onsker"] else ""
    shown = _counted(row["onsker"], row["onsker_ukodet"], basis, said=_have_said(row))
    label = ngettext("ønsker nytt tjenestested", "ønsker nytt tjenestested", row["onsker"])
    return Figure(shown[0], label, shown[1], kode)


def offers(row: dict[str, int]) -> Figure:
    """Return how many offer premises."""
    maybe = row["vurderes"]
    basis = (
        ngettext("{n} vurderer det", "{n} vurderer det", maybe).format(n=whole(maybe))
        if maybe
        else _("ingen vurderer det")
    )
    kode = OFFERS if row["tilbyr"] else ""
    # Who answers the letter and says nothing of premises, offers none; of the others nobody knows.
    shown = _counted(row["tilbyr"], row["lokaler_ukodet"], basis, said=bool(row["lokaler_kjent"]))
    label = ngettext("tilbyr lokaler", "tilbyr lokaler", row["tilbyr"])
    return Figure(shown[0], label, shown[1], kode)


def both(row: dict[str, int]) -> Figure:
    """Return how many want a station and offer the premises for it."""
    kode, also = (WISHES, OFFERS) if row["onsker_og_tilbyr"] else ("", None)
    label = _("både ønsker og tilbyr")
    if not (_have_said(row) and row["lokaler_kjent"]):
        return Figure(NONE, label, no_stand())
    return Figure(whole(row["onsker_og_tilbyr"]), label, _("lokaler"), kode, samtidig=also)


def silence(row: dict[str, int], reader: Reader) -> Figure:
    """Return how many have not answered, or are not collected, and how many people live there."""
    missing = row["kommuner"] - row["svart"]
    silent = row["innbyggere"] - row["innbyggere_svart"]
    people = silent / row["innbyggere"] if row["innbyggere"] else None
    collected = not reader.is_known
    # Of the known statements nothing is told in per cent.
    basis = (
        _("{share} av innbyggerne").format(share=share(people))
        if collected
        else _("{n} innbyggere").format(n=whole(silent))
    )
    label = _("har ikke svart") if collected else _("uten kjent uttalelse")
    kode = f"svar:{UNANSWERED[0] if collected else UNANSWERED[1]}"
    return Figure(whole(missing), label, basis, kode if missing else "")


def mean_distance(row: dict[str, float], measure: Distance) -> Figure:
    """Return the mean distance from the municipality's centre to the nearest station."""
    basis = _("kommunesnitt, {name}").format(name=measure.name)
    return Figure(measure.text(row["snitt_kommune"]), _("til nærmeste tjenestested"), basis)


def against(country: Group) -> Figure:
    """Return the country's share that is not satisfied, to compare with."""
    label, basis = _("ikke tilfreds i hele landet"), basis_in(country, "ikke_tilfreds")
    return Figure(country.rate.text, label, basis, _code(country, "ikke_tilfreds"), "landet")


def fully(group: Group) -> Figure:
    """Return the share that is satisfied."""
    rate = group.rate_of("tilfreds")
    return Figure(rate.text, _("tilfreds"), basis_in(group, "tilfreds"), _code(group, "tilfreds"))


def inhabitants(n: int, of: int) -> str:
    """Return what share of the inhabitants a number of municipalities stands for."""
    return _("{share} av innbyggerne").format(share=share(n / of if of else None))


def basis_of(rate: Rate, people: str) -> str:
    """Return what stands under a share: the count, the people, and what silence could change."""
    if not rate.of:
        return no_stand()
    # Of few answers the figure is itself the count.
    counted = rate.municipalities
    if rate.of and rate.is_few:
        # How many there are stands in the figure itself.
        counted = ngettext("kommune", "kommuner", rate.of)
    return "; ".join(filter(None, (counted, people, rate.if_all_answered)))


def basis_in(group: Group, value: str) -> str:
    """Return what stands under the share with `value`; none is known while nothing is coded."""
    if not group.svart_punkt and group.counts.get(findings.UNCODED):
        return _not_coded(group.counts[findings.UNCODED])
    return basis_of(group.rate_of(value), people_behind(group, value))


def no_stand() -> str:
    """Return what stands under a number that nobody has given any ground for."""
    return _("ingen har tatt stilling")


def people_behind(group: Group, value: str = "ikke_tilfreds") -> str:
    """Return what share of the group's inhabitants live where `value` was answered."""
    return "" if group.counted else inhabitants(group.people.get(value, 0), group.innbyggere)


def _have_said(row: dict[str, int]) -> bool:
    """Return whether anybody has said anything of a new station."""
    return bool(row["onsker"] + row["onsker_ikke"] + row["onsker_uklart"])


def _counted(n: int, uncoded: int, basis: str, *, said: bool) -> tuple[str, str]:
    """Return a count and its basis.

    Nought is not nought where nobody has `said` anything, nor while there are answers nobody coded.
    """
    if not uncoded and not said:
        return NONE, no_stand()
    if not uncoded:
        return whole(n), basis
    told = _not_coded(uncoded)
    return (whole(n), f"{basis}, {told}") if n else (NONE, told)


def _not_coded(n: int) -> str:
    return ngettext("{n} svar er ikke kodet", "{n} svar er ikke kodet", n).format(n=whole(n))


def _code(group: Group, value: str) -> str:
    """Return how the municipalities with `value` are opened, empty where there are none."""
    return f"{FIELDS[group.measure]}:{value}" if group.counts.get(value) else ""
