"""Key figures: a number, what it counts, and the n behind it."""

from typing import Any, Final

from pages.parts.reading.language import _, ngettext
from pages.parts.reading.reader import Reader
from pages.parts.wording import findings
from pages.parts.wording.distance import Distance
from pages.parts.wording.groups import FIELDS, UNANSWERED, Group
from pages.parts.wording.numbers import NONE, share, whole
from pages.parts.wording.opening import Figure

# A wish with conditions is a wish.
WISHES: Final = "onsker_tjenestested:ja-betinget"


def reach(found: dict[str, dict[str, Any]], measure: Distance) -> list[Figure]:
    """Return who is out of reach today, before 2017 and with the new stations, and the mean."""
    today, new = found["i_dag"], found["med_nye"]
    outside = {s: row["innbyggere"] - row["innenfor"] for s, row in found.items()}
    return [
        _outside(outside, "i_dag", _("innbyggere utenfor i dag"), _away(today)),
        _outside(outside, "foer_2017", _("utenfor før 2017"), _("med de 95 nedlagte")),
        _outside(outside, "med_nye", _("utenfor med de 20 nye"), _away(new)),
        Figure(measure.text(today["snitt"]), _("i snitt per innbygger"), measure.name),
    ]


def _outside(people: dict[str, int], structure: str, label: str, basis: str) -> Figure:
    n = people[structure]
    return Figure(whole(n), label, basis, f"utenfor:{structure}" if n else "")


def _away(row: dict[str, Any]) -> str:
    return share(None if row["andel"] is None else 1 - row["andel"])


def satisfaction(group: Group) -> Figure:
    """Return the share that is not satisfied."""
    basis = _out_of(group.in_focus, group.svart_punkt)
    if not group.svart_punkt and group.counts.get(findings.UNCODED):
        basis = _not_coded(group.counts[findings.UNCODED])
    shown, label = _part(group.in_focus, group), _("ikke tilfreds")
    return Figure(shown, label, basis, _code(group, "ikke_tilfreds"))


def wishes(row: dict[str, int]) -> Figure:
    """Return how many want a station."""
    basis = _("{n} med forbehold").format(n=whole(row["onsker_med_forbehold"]))
    kode = WISHES if row["onsker"] else ""
    shown = _counted(row["onsker"], row["onsker_ukodet"], basis)
    return Figure(shown[0], _("ønsker nytt tjenestested"), shown[1], kode)


def offers(row: dict[str, int]) -> Figure:
    """Return how many offer premises."""
    basis = _("{n} vurderer det").format(n=whole(row["vurderes"]))
    kode = "tilbyr_lokaler:ja" if row["tilbyr"] else ""
    shown = _counted(row["tilbyr"], row["lokaler_ukodet"], basis)
    return Figure(shown[0], _("tilbyr lokaler"), shown[1], kode)


def silence(row: dict[str, int], reader: Reader) -> Figure:
    """Return how many have not answered, or are not collected, and how many people live there."""
    missing = row["kommuner"] - row["svart"]
    silent = row["innbyggere"] - row["innbyggere_svart"]
    people = silent / row["innbyggere"] if row["innbyggere"] else None
    basis = _("{share} av innbyggerne").format(share=share(people))
    collected = not reader.is_known
    label = _("har ikke svart") if collected else _("uten kjent uttalelse")
    kode = f"svar:{UNANSWERED[0] if collected else UNANSWERED[1]}"
    return Figure(whole(missing), label, basis, kode if missing else "")


def mean_distance(row: dict[str, float], measure: Distance) -> Figure:
    """Return the mean distance from the municipality's centre to the nearest station."""
    basis = _("kommunesnitt, {name}").format(name=measure.name)
    return Figure(measure.text(row["snitt_kommune"]), _("til nærmeste tjenestested"), basis)


def against(country: Group) -> Figure:
    """Return the country's share that is not satisfied, to compare with."""
    basis = _out_of(country.in_focus, country.svart_punkt)
    shown, label = _part(country.in_focus, country), _("ikke tilfreds i hele landet")
    return Figure(shown, label, basis, _code(country, "ikke_tilfreds"), "landet")


def fully(group: Group) -> Figure:
    """Return the share that is satisfied."""
    n = group.counts.get("tilfreds", 0)
    basis = _out_of(n, group.svart_punkt)
    return Figure(_part(n, group), _("tilfreds"), basis, _code(group, "tilfreds"))


def _counted(n: int, uncoded: int, basis: str) -> tuple[str, str]:
    """Return a count and its basis; nought is not nought while there are answers nobody coded."""
    if not uncoded:
        return whole(n), basis
    told = _not_coded(uncoded)
    return (whole(n), f"{basis}, {told}") if n else (NONE, told)


def _not_coded(n: int) -> str:
    return ngettext("{n} svar er ikke kodet", "{n} svar er ikke kodet", n).format(n=whole(n))


def _out_of(n: int, of: int) -> str:
    counted = ngettext("{n} av {of} kommune", "{n} av {of} kommuner", of)
    return counted.format(n=whole(n), of=whole(of))


def _code(group: Group, value: str) -> str:
    """Return how the municipalities with `value` are opened, empty where there are none."""
    return f"{FIELDS[group.measure]}:{value}" if group.counts.get(value) else ""


def _part(n: int, group: Group) -> str:
    """Return `n` as a share of those that answered the point; of a few, the plain count."""
    if 0 < group.svart_punkt < findings.FEW:
        return whole(n)
    return share(n / group.svart_punkt if group.svart_punkt else None)
