-- Utdragene bak kodene
--
-- Én rad er en kodet verdi for kommunen som er valgt, med det ordrette utdraget den bygger på og
-- hvem som kodet den. Verdier uten utdrag er med; da er utdraget tomt.
--
-- kolonner: felt varchar, verdi varchar, utdrag varchar, kodet_av varchar

select
    felt,
    verdi,
    utdrag,
    kodet_av
from kommunekoding
where kommunenummer = $kommune
order by felt, verdi
