"""The declared shape of the table of sources: where each shared table comes from."""

import dataframely as dy


class Kilde(dy.Schema):
    """Hvor en felles tabell, eller en del av den, kommer fra."""

    tabell = dy.String(primary_key=True, min_length=1, description="Tabellen eller kartlaget")
    hva = dy.String(primary_key=True, min_length=1, description="Hva kilden gir")
    utgiver = dy.String(min_length=1, description="Hvem som gir ut kilden, og hvordan vi fikk den")
    lisens = dy.String(min_length=1, description="Lisens; «Fakta» er opplysninger uten vern")
    hentet = dy.String(
        regex=r"^\d{4}-\d{2}$",
        metadata={"ventet": "år og måned, som 2026-11"},
        description="År og måned da kilden ble hentet",
    )
    hvor_sikkert = dy.String(min_length=1, description="Forbehold")
