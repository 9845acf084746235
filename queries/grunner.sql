-- Grunner til misnøye
--
-- Én rad er en grunn som er kodet i svarene på spørsmål 2. Teller kommuner i utvalget som oppgir
-- grunnen; en kommune kan oppgi flere. Andelen er delt på kommuner i utvalget som er ikke tilfreds
-- eller delvis tilfreds på minst ett av de tre punktene. Uavklarte er kommuner som ikke er det, men
-- som er tause på minst ett punkt og derfor kunne vært det.
--
-- kolonner: grunn varchar, kommuner bigint, misfornoyde bigint, uavklarte bigint, andel double

with
    punkter as (
        select
            kommunenummer,
            bool_or(verdi in ('ikke_tilfreds', 'delvis')) as misfornoyd,
            bool_or(not svart_punkt) as taus
        from
            valgte(
                'gruppesvar',
                $distrikt::varchar[],
                $fylke::varchar[],
                $innbyggere::varchar[],
                $stasjon,
                $svart,
                $forslag
            )
        where
            gruppering = 'alle'
            and maal in ('bemanning', 'tjenestestedstruktur', 'tjenestetilbud')
        group by kommunenummer
    ),

    grunnlag as (
        select
            count(*) filter (where misfornoyd) as antall,
            count(*) filter (where taus and not misfornoyd) as uavklarte
        from punkter
    )

select
    n.verdi as grunn,
    count(*) as kommuner,
    any_value(g.antall) as misfornoyde,
    any_value(g.uavklarte) as uavklarte,
    count(*) / any_value(g.antall) as andel
from punkter as p
inner join nevntene($forslag) as n on p.kommunenummer = n.kommunenummer and n.felt = 'grunn'
cross join grunnlag as g
where p.misfornoyd
group by n.verdi
order by kommuner desc, grunn collate nb
