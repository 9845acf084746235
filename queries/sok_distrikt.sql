-- Søket etter politidistrikt
--
-- Én rad er et politidistrikt med kommuner i utvalget, og hvor mange av dem som har svart. Treff er
-- svartekster som passer med søket; et svar for kommuner i flere distrikter telles i hvert av dem.
-- Andelen er kommuner som treffene gjelder, delt på kommuner som har svart.
--
-- kolonner: politidistrikt varchar, kommuner_svart bigint

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
    count(s.innspill_id) as kommuner_svart
from i_utvalget as u
inner join kommune as k on u.kommunenummer = k.kommunenummer
inner join kommunesvar as s on k.kommunenummer = s.kommunenummer
group by k.politidistrikt
order by k.politidistrikt collate nb
