-- Hvem som vil ha mer av hver kanal
--
-- Én rad er en gruppe kommuner i utvalget (politidistrikt, størrelse eller avstand til nærmeste
-- tjenestested) og en av de fem kanalene i spørsmål 4. Teller kommuner som vil ha mer av kanalen.
-- Andelen er delt på kommuner i gruppen som har svart på spørsmål 4, det vil si at minst én av
-- kanalene er nevnt; den er tom der ingen i gruppen har det.
--
-- kolonner: gruppe varchar, verdi varchar, kommuner bigint, svart_punkt bigint,
-- gruppe_kommuner bigint, andel double

with
    i_utvalget as (
        from utvalg(
            $distrikt::varchar[],
            $fylke::varchar[],
            $innbyggere::varchar[],
            $stasjon,
            $svart
        )
    ),

    gruppert as (
        select
            k.kommunenummer,
            case $gruppering
                when 'politidistrikt' then k.politidistrikt
                when 'storrelse' then k.storrelse
                when 'avstand' then k.avstandsgruppe
                else 'alle'
            end as gruppe
        from i_utvalget as u
        inner join kommune as k on u.kommunenummer = k.kommunenummer
    ),

    kodet as (
        select distinct
            kommunenummer,
            felt,
            verdi
        from kommunekoder($forslag)
        where starts_with(felt, 'kanal_')
    ),

    kanaler as (
        select distinct felt as kanal
        from kodet
    ),

    svart_paa_fire as (
        select distinct kommunenummer
        from kodet
        where verdi <> 'ikke_nevnt'
    ),

    grupper as (
        select
            g.gruppe,
            count(*) as gruppe_kommuner,
            count(f.kommunenummer) as svart_punkt
        from gruppert as g
        left join svart_paa_fire as f on g.kommunenummer = f.kommunenummer
        group by g.gruppe
    ),

    vil_ha_mer as (
        select
            g.gruppe,
            k.felt as kanal,
            count(*) as kommuner
        from gruppert as g
        inner join kodet as k on g.kommunenummer = k.kommunenummer
        where k.verdi = 'mer'
        group by g.gruppe, k.felt
    )

select
    g.gruppe,
    c.kanal as verdi,
    g.svart_punkt,
    g.gruppe_kommuner,
    coalesce(m.kommuner, 0) as kommuner,
    coalesce(m.kommuner, 0) / nullif(g.svart_punkt, 0) as andel
from grupper as g
cross join kanaler as c
left join vil_ha_mer as m on g.gruppe = m.gruppe and c.kanal = m.kanal
order by g.gruppe collate nb, c.kanal
