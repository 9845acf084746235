-- Kommunene i utvalget
--
-- Én rad er en kommune i utvalget, i norsk alfabetisk rekkefølge, med om den har svart.
--
-- innenfor: kommunenummer
--
-- kolonner: kommunenummer varchar, navn varchar, politidistrikt varchar, innbyggere bigint,
-- har_svart boolean

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
    k.kommunenummer,
    k.navn,
    k.politidistrikt,
    k.innbyggere,
    s.innspill_id is not null as har_svart
from i_utvalget as u
inner join kommune as k on u.kommunenummer = k.kommunenummer
inner join kommunesvar as s on u.kommunenummer = s.kommunenummer
order by k.navn collate nb, k.kommunenummer
