-- Kommunene i utvalget
--
-- Én rad er en kommune som er med i utvalget.
--
-- kolonner: kommunenummer varchar

select kommunenummer
from
    utvalg(
        $distrikt::varchar[],
        $fylke::varchar[],
        $innbyggere::varchar[],
        $stasjon,
        $svart
    )
order by kommunenummer
