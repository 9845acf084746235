"""The declared shape of what each data set brings: answers, their texts, codes, rooms and advice.

Declared once like the others (`schemas.py`). Column descriptions are Norwegian, because readers see
them.
"""

import dataframely as dy
import polars as pl

from data import vocabulary as v


class Innspill(dy.Schema):
    """Ett svar slik det kom inn: hvem, når og på vegne av hvilke kommuner."""

    innspill_id = dy.String(primary_key=True, min_length=1, description="Nøkkel i datasettet")
    avsender = dy.String(min_length=1, description="Avsender slik den står på svaret")
    avsendertype = dy.Enum(v.AVSENDERTYPE, description="Avsenderens kategori, kontrollert")
    kommunenumre = dy.String(
        nullable=True,
        regex=r"^\d{4}(\|\d{4})*$",
        metadata={"ventet": "kommunenumre med fire sifre, skilt med |"},
        description="Kommunene svaret gjelder, skilt med |. Tom når avsenderen ikke er en kommune",
    )
    dato = dy.Date(nullable=True, description="Mottatt dato")
    brevdato = dy.Date(nullable=True, description="Datoen som står i brevet")
    malform = dy.Enum(v.MAALFORM, description="Målform")
    erstatter = dy.String(nullable=True, description="innspill_id som dette svaret erstatter")
    belegg = dy.Enum(v.BELEGG, nullable=True, description="Hvor sikkert innspillet er belagt")
    kilde = dy.String(min_length=1, description="Nettadresse, saksnummer eller fil")
    merknad = dy.String(nullable=True, description="Forbehold")

    @dy.rule()
    def kommune_har_nummer(cls) -> pl.Expr:
        """A municipality's answer names the municipality."""
        return (pl.col("avsendertype") != "kommune") | pl.col("kommunenumre").is_not_null()

    @dy.rule()
    def erstatter_et_annet(cls) -> pl.Expr:
        """An answer that replaced itself would count for nobody."""
        return pl.col("erstatter").is_null() | (pl.col("erstatter") != pl.col("innspill_id"))


class Svar(dy.Schema):
    """Teksten i ett svar på ett av de fem spørsmålene. Spørsmål 0 er tekst som ikke er delt opp."""

    innspill_id = dy.String(primary_key=True, min_length=1, description="Nøkkel til innspill")
    sporsmal = dy.Int64(primary_key=True, min=0, max=5, description="Spørsmål 1–5; 0 = udelt tekst")
    tekst = dy.String(min_length=1, description="Ordrett tekst")


class Koding(dy.Schema):
    """Én kodet verdi i ett svar, med utdraget den bygger på og hvem som kodet."""

    innspill_id = dy.String(min_length=1, description="Nøkkel til innspill")
    kommunenummer = dy.String(
        nullable=True,
        regex=v.KOMMUNENUMMER,
        metadata=v.FIRE_SIFRE,
        description="Kommunen verdien gjelder; tom = alle i svaret",
    )
    felt = dy.Enum(tuple(v.FELT), description="Hva som er kodet")
    verdi = dy.String(min_length=1, description="Kodet verdi, fra feltets faste liste")
    utdrag = dy.String(nullable=True, description="Ordrett utdrag som verdien bygger på")
    kodet_av = dy.Enum(v.KODET_AV, description="regel, modell, menneske eller fil")
    kodet_tid = dy.Date(nullable=True, description="Når verdien ble kodet")
    sporsmal = dy.Int64(nullable=True, min=0, max=5, description="Spørsmålet utdraget står under")
    start = dy.Int64(nullable=True, min=0, description="Utdragets første tegn i teksten, fra 0")
    slutt = dy.Int64(nullable=True, min=1, description="Tegnet etter utdragets siste")
    regel = dy.String(nullable=True, description="Regelen eller modellen som foreslo verdien")
    sikkerhet = dy.Float64(nullable=True, min=0, max=1, description="Hvor sikkert forslaget er")
    status = dy.Enum(
        v.KODESTATUS,
        nullable=True,
        description="forslag, bekreftet eller avvist; tom = forslag fra regel eller modell, "
        "ellers bekreftet",
    )
    teksthash = dy.String(
        nullable=True,
        regex=r"^[0-9a-f]{12}$",
        metadata={"ventet": "tolv tegn av 0–9 og a–f"},
        description="Avtrykk av teksten da verdien ble kodet; "
        "endres teksten, må koden ses på igjen",
    )

    @dy.rule()
    def verdi_hoerer_til_felt(cls) -> pl.Expr:
        """A value belongs to its field's vocabulary."""
        allowed = [
            (pl.col("felt") == felt) & pl.col("verdi").is_in(values)
            for felt, values in v.FELT.items()
        ]
        return pl.any_horizontal(allowed)


class Forslag(Koding):
    """Én verdi som en språkmodell har foreslått. Filen skrives av `python -m data code`."""


class Lokale(dy.Schema):
    """Ett lokale som en kommune tilbyr eller vurderer å tilby."""

    lokale_id = dy.String(primary_key=True, min_length=1, description="Nøkkel i datasettet")
    innspill_id = dy.String(min_length=1, description="Nøkkel til innspill")
    kommunenummer = dy.String(
        regex=v.KOMMUNENUMMER, metadata=v.FIRE_SIFRE, description="Kommunen lokalet ligger i"
    )
    lokaltype = dy.Enum(v.LOKALTYPE, description="Type lokale")
    delt_med = dy.String(nullable=True, description="Tjenester i samme lokale, skilt med |")
    adresse = dy.String(nullable=True, description="Adresse eller sted")
    areal_m2 = dy.Int64(nullable=True, min=1, max=100_000, description="Areal i kvadratmeter")
    ledig_fra = dy.Date(nullable=True, description="Ledig fra")
    tilstand = dy.Enum(v.TILSTAND, description="Tilstand slik kommunen beskriver den")
    utdrag = dy.String(nullable=True, description="Ordrett utdrag som tilbudet bygger på")
    betingelse = dy.String(nullable=True, description="Vilkåret for tilbudet, ordrett")
    status = dy.Enum(
        v.KODESTATUS, nullable=True, description="forslag, bekreftet eller avvist; tom = bekreftet"
    )
    regel = dy.String(nullable=True, description="Regelen som foreslo lokalet")
    sikkerhet = dy.Float64(nullable=True, min=0, max=1, description="Hvor sikkert forslaget er")
    # What rests on other words than `utdrag`.
    utdrag_tilstand = dy.String(nullable=True, description="Ordrett utdrag om tilstanden")
    utdrag_delt_med = dy.String(nullable=True, description="Ordrett utdrag om hvem det deles med")
    utdrag_adresse = dy.String(nullable=True, description="Ordrett utdrag om adressen")
    utdrag_areal_m2 = dy.String(nullable=True, description="Ordrett utdrag om arealet")
    utdrag_ledig_fra = dy.String(nullable=True, description="Ordrett utdrag om når det er ledig")
    utdrag_betingelse = dy.String(nullable=True, description="Ordrett utdrag om vilkåret")


class Raad(dy.Schema):
    """Ett råd fra politiet om et tjenestested i en kommune."""

    kommunenummer = dy.String(
        regex=v.KOMMUNENUMMER, metadata=v.FIRE_SIFRE, description="Kommunen rådet gjelder"
    )
    fra = dy.String(min_length=1, description="Politidistrikt eller Politidirektoratet")
    raad = dy.Enum(v.RAAD, description="anbefaler, fraråder eller nøytral")
    dato = dy.Date(nullable=True, description="Dato for rådet")
    tekst = dy.String(nullable=True, description="Ordrett utdrag")
    kilde = dy.String(min_length=1, description="Hvor rådet er hentet")


def filled(frame: pl.DataFrame, schema: type[dy.Schema]) -> pl.DataFrame:
    """Return `frame` with the columns of `schema` that may be empty and that it does not have."""
    absent = [
        pl.lit(None, dtype=spec.dtype).alias(name)
        for name, spec in schema.columns().items()
        if name not in frame.columns and spec.nullable
    ]
    return frame.with_columns(absent).select(list(schema.columns()))
