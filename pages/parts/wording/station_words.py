"""What readers see instead of codes about stations."""

from pages.parts.reading.language import _


def layers(season: str | None = None) -> dict[str, str]:
    """Return the name of each layer of points on the map; in a `season` also of what is closed."""
    return {
        "i_dag": _("Tjenestested i dag"),
        "nedlagt": _("Vedtatt nedlagt i 2017"),
        "nytt": _("Nytt 2022–2024"),
        "nytt_sesong": _("Nytt, bare i sesong"),
        "forslag": _("Modellens forslag"),
        "besluttet": _("Besluttet 2022–2023"),
        "lokale": _("Tilbudt lokale; større ring, flere innenfor"),
        **(
            {
                "nytt_stengt": _("Nytt, {closed}").format(closed=closed(season)),
                "stengt": _("Besluttet, {closed}").format(closed=closed(season)),
            }
            if season
            else {}
        ),
    }


def short_layers() -> dict[str, str]:
    """Return the name of each layer of stations as a choice."""
    return {"i_dag": _("I dag"), "nedlagt": _("Nedlagte 2017"), "nytt": _("Nye")}


def station_types() -> dict[str, str]:
    """Return the name of each type of station."""
    return {
        "lensmannskontor": _("Lensmannskontor"),
        "politistasjon": _("Politistasjon"),
        "politipost": _("Politipost"),
        "annet": _("Annet tjenestested"),
    }


def precisions() -> dict[str, str]:
    """Return what a station's point stands for, by its precision."""
    return {
        "adresse": _("Punktet er bygget"),
        "tettsted": _("Punktet er tettstedet"),
        "kommunesenter": _("Punktet er kommunesenteret"),
        "kommune": _("Punktet er kommunens senter, ikke stedet"),
    }


def seasons() -> dict[str, str]:
    """Return the name of each season a station may be limited to."""
    return {"sommer": _("bare om sommeren"), "vinter": _("bare om vinteren")}


def when() -> dict[str, str]:
    """Return when stations are open that count in each season a reader may choose."""
    return {
        "helaar": _("hele året"),
        "sommer": _("om sommeren"),
        "vinter": _("om vinteren"),
    }


def closed(season: str) -> str:
    """Return that a station is not open in the `season` a reader has chosen."""
    return _("ikke åpent {when}").format(when=when()[season])


def sources() -> str:
    """Return the source line of figures about stations and people, not about answers."""
    return _("Kilde: vedtakene i 2017 og 2022–2023 (politiet.no, NRK, lokalpresse), SSB 07459")


def structures(season: str | None = None) -> dict[str, str]:
    """Return the name of each structure of stations that distances are measured to.

    In a `season` the new ones are those that are open then.
    """
    return {
        "foer_2017": _("Før 2017"),
        "i_dag": _("I dag"),
        "med_nye": _("Med de nye åpne {when}").format(when=when()[season])
        if season
        else _("Med de 20 nye"),
    }


def compass() -> dict[str, str]:
    """Return the letters of each direction, as short as on a compass."""
    return {
        "N": _("N"),
        "NØ": _("NØ"),
        "Ø": _("Ø"),
        "SØ": _("SØ"),
        "S": _("S"),
        "SV": _("SV"),
        "V": _("V"),
        "NV": _("NV"),
    }
