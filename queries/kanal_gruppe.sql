-- Hvem som vil ha mer av hver kanal
--
-- Én rad er en gruppe kommuner i utvalget (politidistrikt, størrelse eller avstand til nærmeste
-- tjenestested) og en av de fem kanalene i spørsmål 4. Teller kommuner som vil ha mer av kanalen.
-- Andelen er delt på kommuner i gruppen som har svart på spørsmål 4, det vil si at minst én av
-- kanalene er nevnt; den er tom der ingen i gruppen har det.
--
-- deler: gruppering
--
-- kolonner: gruppe varchar, verdi varchar, kommuner bigint, svart_punkt bigint,
-- gruppe_kommuner bigint, andel double

with
    i_utvalget as (
        from utvalg_grupper(
            $distrikt::varchar[],
            $fylke::varchar[],
            $innbyggere::varchar[],
            $stasjon,
            $svart,
            true
        )
    ),

    grupper as (
        select
            u.gruppering,
            u.gruppe,
            count(*) as gruppe_kommuner,
            count(p.kommunenummer) as svart_punkt
        from i_utvalget as u
        left join punktsvarene($forslag) as p
            on u.kommunenummer = p.kommunenummer and p.felt = 'kanal'
        group by u.gruppering, u.gruppe
    ),

    kodet as (
        from nevntene($forslag)
        where starts_with(felt, 'kanal_')
    ),

    kanaler as (
        select distinct felt as kanal
        from kodet
    ),

    vil_ha_mer as (
        select
            u.gruppering,
            u.gruppe,
            k.felt as kanal,
            count(*) as kommuner
        from i_utvalget as u
        inner join kodet as k on u.kommunenummer = k.kommunenummer
        where k.verdi = 'mer'
        group by u.gruppering, u.gruppe, k.felt
    )

select
    g.gruppering,
    g.gruppe,
    c.kanal as verdi,
    g.svart_punkt,
    g.gruppe_kommuner,
    coalesce(m.kommuner, 0) as kommuner,
    coalesce(m.kommuner, 0) / nullif(g.svart_punkt, 0) as andel
from grupper as g
cross join kanaler as c
left join vil_ha_mer as m
    on g.gruppering = m.gruppering and g.gruppe = m.gruppe and c.kanal = m.kanal
order by g.gruppe collate nb, c.kanal
