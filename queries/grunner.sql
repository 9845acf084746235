-- Grunner til misnøye
--
-- Én rad er en grunn som er kodet i svarene på spørsmål 2. Teller kommuner i utvalget som oppgir
-- grunnen; en kommune kan oppgi flere. Andelen er delt på kommuner i utvalget som er ikke tilfreds
-- eller delvis tilfreds på minst ett av de tre punktene.
--
-- kolonner: grunn varchar, kommuner bigint, misfornoyde bigint, andel double

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
        select s.kommunenummer
        from i_utvalget as u
        inner join kommunesvarene($forslag) as s on u.kommunenummer = s.kommunenummer
        where
            s.bemanning in ('ikke_tilfreds', 'delvis')
            or s.tjenestestedstruktur in ('ikke_tilfreds', 'delvis')
            or s.tjenestetilbud in ('ikke_tilfreds', 'delvis')
    ),

    grunnlag as (
        select count(*) as antall from misfornoyde
    )

select
    k.verdi as grunn,
    count(distinct k.kommunenummer) as kommuner,
    any_value(g.antall) as misfornoyde,
    count(distinct k.kommunenummer) / any_value(g.antall) as andel
from misfornoyde as m
inner join kommunekoder($forslag) as k on m.kommunenummer = k.kommunenummer and k.felt = 'grunn'
cross join grunnlag as g
group by k.verdi
order by kommuner desc, grunn collate nb
