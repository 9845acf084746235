-- Grunner til misnøye
--
-- Én rad er en grunn som er kodet i svarene på spørsmål 2. Teller kommuner i utvalget som oppgir
-- grunnen; en kommune kan oppgi flere. Andelen er delt på kommuner i utvalget som er ikke tilfreds
-- eller delvis tilfreds på minst ett av de tre punktene. Uavklarte er kommuner som ikke er det, men
-- som er tause på minst ett punkt og derfor kunne vært det.
--
-- kolonner: grunn varchar, kommuner bigint, misfornoyde bigint, uavklarte bigint, andel double

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

    misfornoyde as (
        select
            m.kommunenummer,
            bool_or(m.verdi in ('ikke_tilfreds', 'delvis')) as misfornoyd,
            bool_or(not m.svart_punkt) as taus
        from i_utvalget as u
        inner join kommunemaalene($forslag) as m on u.kommunenummer = m.kommunenummer
        where m.maal in ('bemanning', 'tjenestestedstruktur', 'tjenestetilbud')
        group by m.kommunenummer
    ),

    grunnlag as (
        select
            count(*) filter (where misfornoyd) as antall,
            count(*) filter (where taus and not misfornoyd) as uavklarte
        from misfornoyde
    )

select
    k.verdi as grunn,
    count(distinct k.kommunenummer) as kommuner,
    any_value(g.antall) as misfornoyde,
    any_value(g.uavklarte) as uavklarte,
    count(distinct k.kommunenummer) / any_value(g.antall) as andel
from misfornoyde as m
inner join kommunekoder($forslag) as k on m.kommunenummer = k.kommunenummer and k.felt = 'grunn'
cross join grunnlag as g
where m.misfornoyd
group by k.verdi
order by kommuner desc, grunn collate nb
