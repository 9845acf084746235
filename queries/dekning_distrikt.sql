-- Hvem som har svart, etter politidistrikt
--
-- Én rad er et politidistrikt med kommuner i utvalget. Svart vil si at kommunen har et gjeldende
-- innspill, eget, felles eller gjennom et råd. Andelen er innbyggere i kommuner som har svart, delt
-- på alle innbyggere i distriktets kommuner i utvalget.
--
-- kolonner: politidistrikt varchar, kommuner bigint, svart bigint, innbyggere bigint,
-- innbyggere_svart bigint, andel double

with
    i_utvalget as (
        from utvalg(
            $distrikt::varchar[],
            $fylke::varchar[],
            $innbyggere::varchar[],
            $stasjon,
            $svart
        )
    )

select
    k.politidistrikt,
    count(*) as kommuner,
    count(s.innspill_id) as svart,
    sum(k.innbyggere)::bigint as innbyggere,
    coalesce(sum(k.innbyggere) filter (where s.innspill_id is not null), 0)::bigint
        as innbyggere_svart,
    coalesce(sum(k.innbyggere) filter (where s.innspill_id is not null), 0)
    / nullif(sum(k.innbyggere), 0) as andel
from i_utvalget as u
inner join kommune as k on u.kommunenummer = k.kommunenummer
inner join kommunesvar as s on k.kommunenummer = s.kommunenummer
group by k.politidistrikt
order by andel desc, k.politidistrikt collate nb
