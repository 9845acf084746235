-- Råd som er publisert
--
-- Én rad er det ett politidistrikt eller Politidirektoratet sist rådet om én kommune.
--
-- kolonner: kommunenummer varchar, fra varchar, raad varchar

select
    kommunenummer,
    fra,
    arg_max(raad, (dato is not null, dato)) as raad
from raad
group by kommunenummer, fra
order by kommunenummer, fra collate nb
