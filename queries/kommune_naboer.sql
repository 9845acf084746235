-- Nabokommunene
--
-- Én rad er en kommune med felles grense på land med den som er valgt. En kommune uten slike, en
-- øykommune, får i stedet de fem kommunene med nærmest senter. Avstanden er luftlinje mellom
-- kommunesentrene.
--
-- kolonner: kommunenummer varchar, navn varchar, politidistrikt varchar, landgrense boolean,
-- km double, innbyggere bigint, bemanning varchar, tjenestestedstruktur varchar,
-- tjenestetilbud varchar, onsker varchar, lokaler varchar, har_svart boolean

with
    avstander as (
        select
            b.kommunenummer,
            b.navn,
            b.politidistrikt,
            b.innbyggere,
            n.nabo is not null as landgrense,
            km_luftlinje(a.lat, a.lon, b.lat, b.lon) as km
        from kommune as a
        inner join kommune as b on a.kommunenummer <> b.kommunenummer
        left join nabo as n on a.kommunenummer = n.kommunenummer and b.kommunenummer = n.nabo
        where a.kommunenummer = $kommune
    ),

    naboer as (
        select *
        from avstander
        qualify
            landgrense or (
                not bool_or(landgrense) over ()
                and row_number() over (order by km, kommunenummer) <= 5
            )
    )

select
    n.kommunenummer,
    n.navn,
    n.politidistrikt,
    n.landgrense,
    n.km,
    n.innbyggere,
    s.bemanning,
    s.tjenestestedstruktur,
    s.tjenestetilbud,
    s.onsker,
    s.lokaler,
    s.innspill_id is not null as har_svart
from naboer as n
inner join kommunesvarene($forslag) as s on n.kommunenummer = s.kommunenummer
order by n.navn collate nb, n.kommunenummer
