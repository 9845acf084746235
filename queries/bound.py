"""What a View binds in the SQL of a query."""

from typing import TYPE_CHECKING

from queries.written import part

if TYPE_CHECKING:
    from queries.view import View


def bound(view: "View") -> dict[str, object]:
    """Return the values that a query may bind, by name."""
    return {
        "distrikt": list(view.distrikt),
        "fylke": list(view.fylke),
        "innbyggere": list(view.innbyggere),
        "stasjon": view.stasjon,
        "svart": view.svart,
        "forslag": view.forslag == "ja",
        "maal": view.vis,
        "kommune": view.kommune,
        "finn": view.finn,
        "lokaltype": list(view.lokaltype),
        "onsker": list(view.onsker),
        "sok": view.sok,
        "grense": float(view.grense),
        "sesong": view.sesong,
        "felt": part(view.kode, 0),
        "verdi": part(view.kode, 1),
        "samtidig_felt": part(view.samtidig, 0),
        "samtidig_verdi": part(view.samtidig, 1),
        "avstandsgruppe": view.group_of("avstand"),
        "gruppekommune": view.alone,
    }
