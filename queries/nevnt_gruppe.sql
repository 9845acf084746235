-- Hva kommunene nevner, etter gruppe
--
-- Én rad er en gruppe kommuner i utvalget (politidistrikt eller størrelse) og en utfordring
-- (spørsmål 1), en samarbeidsform eller en ressurs (spørsmål 3). Teller kommuner som nevner den.
-- Andelen er delt på kommuner i gruppen som har svart på spørsmålet, også de som har svart med ord
-- uten å nevne noe som er kodet; den er tom der ingen i gruppen har svart.
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
            verdi
        from kommunekoder($forslag)
        where felt = $felt
    ),

    verdier as (
        select distinct verdi
        from kodet
    ),

    har_svart_paa as (
        select kommunenummer
        from feltsvarene($forslag)
        where felt = $felt
    ),

    grupper as (
        select
            g.gruppe,
            count(*) as gruppe_kommuner,
            count(n.kommunenummer) as svart_punkt
        from gruppert as g
        left join har_svart_paa as n on g.kommunenummer = n.kommunenummer
        group by g.gruppe
    ),

    nevnt as (
        select
            g.gruppe,
            k.verdi,
            count(*) as kommuner
        from gruppert as g
        inner join kodet as k on g.kommunenummer = k.kommunenummer
        group by g.gruppe, k.verdi
    )

select
    g.gruppe,
    v.verdi,
    g.svart_punkt,
    g.gruppe_kommuner,
    coalesce(n.kommuner, 0) as kommuner,
    coalesce(n.kommuner, 0) / nullif(g.svart_punkt, 0) as andel
from grupper as g
cross join verdier as v
left join nevnt as n on g.gruppe = n.gruppe and v.verdi = n.verdi
order by g.gruppe collate nb, v.verdi
