-- Hva politiet rådet til
--
-- Én rad er et råd fra politidistriktet eller Politidirektoratet om et tjenestested i kommunen som
-- er valgt. Et råd er verken hva kommunen sa, eller hva som ble besluttet.
--
-- kolonner: fra varchar, raad varchar, dato date, tekst varchar, kilde varchar

select
    fra,
    raad,
    dato,
    tekst,
    kilde
from raad
where kommunenummer = $kommune
order by dato asc nulls last, fra collate nb asc
