-- Råd som er publisert, om kommunene i utvalget
--
-- Én rad er et råd fra ett politidistrikt eller Politidirektoratet; av flere fra samme avsender om
-- samme kommune gjelder det siste.
--
-- kolonner: kommunenummer varchar, fra varchar, raad varchar

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
    r.kommunenummer,
    r.fra,
    arg_max(r.raad, (r.dato is not null, r.dato)) as raad
from i_utvalget as u
inner join raad as r on u.kommunenummer = r.kommunenummer
group by r.kommunenummer, r.fra
order by r.kommunenummer, r.fra collate nb
