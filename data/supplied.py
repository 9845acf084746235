"""The declared shape of the files that a user may supply to measure distance better.

They belong to no data set: found in the common folder or in the ministry's, they hold for all.
"""

import dataframely as dy

from data import vocabulary as v


class Reisetid(dy.Schema):
    """Én reisetid, fra en kommune til et tjenestested eller et mulig sted for et nytt."""

    fra_kommunenummer = dy.String(
        primary_key=True,
        regex=v.KOMMUNENUMMER,
        metadata=v.FIRE_SIFRE,
        description="Kommunen reisen starter i; gjelder alle som bor der",
    )
    til_id = dy.String(
        primary_key=True,
        min_length=1,
        description="tjenestested_id, stedet for et nytt tjenestested, eller kommunenummeret når "
        "et kommunesenter er mulig sted",
    )
    minutter = dy.Float64(min=0, max=10_000, description="Reisetid i minutter")


class BefolkningPunkt(dy.Schema):
    """Ett punkt der det bor folk, for eksempel en rute i SSBs rutenett."""

    lat = dy.Float64(min=57, max=82, description="Breddegrad, WGS84")
    lon = dy.Float64(min=4, max=32, description="Lengdegrad, WGS84")
    innbyggere = dy.Int64(min=0, description="Folkemengde i punktet")
    kommunenummer = dy.String(
        regex=v.KOMMUNENUMMER,
        metadata=v.FIRE_SIFRE,
        description="Kommune i inndelingen 2020–2023",
    )


class AnmeldtLovbrudd(dy.Schema):
    """Anmeldte lovbrudd begått i én kommune, per år i en periode, som i SSBs tabell 08487."""

    kommunenummer = dy.String(
        primary_key=True,
        regex=v.KOMMUNENUMMER,
        metadata=v.FIRE_SIFRE,
        description="Kommunen lovbruddet ble begått i",
    )
    fra_aar = dy.Int64(primary_key=True, min=1990, max=2100, description="Første år i perioden")
    til_aar = dy.Int64(primary_key=True, min=1990, max=2100, description="Siste år i perioden")
    lovbruddsgruppe = dy.Enum(
        v.LOVBRUDDSGRUPPE, primary_key=True, description="Gruppe av lovbrudd; «alle» er summen"
    )
    antall = dy.Float64(
        nullable=True, min=0, description="Anmeldte lovbrudd, gjennomsnitt per år i perioden"
    )
    per_tusen = dy.Float64(
        nullable=True, min=0, description="SSBs eget tall per 1 000 innbyggere, der det er hentet"
    )
    merke = dy.Enum(
        v.STANDARDTEGN, nullable=True, description="SSBs tegn der antallet mangler; aldri null"
    )
