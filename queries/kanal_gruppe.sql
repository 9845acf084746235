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
    grupper as (
        select
            gruppering,
            gruppe,
            felt,
            count(*) as gruppe_kommuner,
            count(*) filter (where svart_punkt) as svart_punkt
        from
            valgte(
                'gruppepunkt',
                $distrikt::varchar[],
                $fylke::varchar[],
                $innbyggere::varchar[],
                $stasjon,
                $svart,
                $forslag
            )
        where felt = 'kanal'
        group by gruppering, gruppe, felt
    ),

    nevnt as (
        select
            gruppering,
            gruppe,
            felt as kanal,
            count(*) as kommuner
        from
            valgte(
                'gruppenevnt',
                $distrikt::varchar[],
                $fylke::varchar[],
                $innbyggere::varchar[],
                $stasjon,
                $svart,
                $forslag
            )
        where verdi = 'mer'
        group by gruppering, gruppe, felt
    ),

    kanaler as (
        select distinct felt as kanal
        from nevntene($forslag)
        where starts_with(felt, 'kanal_')
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
left join nevnt as m
    on g.gruppering = m.gruppering and g.gruppe = m.gruppe and c.kanal = m.kanal
order by g.gruppe collate nb, c.kanal
