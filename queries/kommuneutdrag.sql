-- Utdragene bak kodene
--
-- Én rad er en kodet verdi for kommunen som er valgt, med det ordrette utdraget den bygger på og
-- hvem som kodet den. Verdier uten utdrag er med; da er utdraget tomt.
--
-- kolonner: felt varchar, verdi varchar, utdrag varchar, kodet_av varchar, malform varchar

select
    k.felt,
    k.verdi,
    k.utdrag,
    k.kodet_av,
    i.malform
from kommunekoder($forslag) as k
inner join innspill as i on k.innspill_id = i.innspill_id
where k.kommunenummer = $kommune
order by k.felt, k.verdi
