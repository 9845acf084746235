-- Utdragene bak kodene
--
-- Én rad er en kodet verdi for kommunen som er valgt, med det ordrette utdraget den bygger på og
-- hvem som kodet den. Verdier uten utdrag er med; da er utdraget tomt. Statusen er «bekreftet»,
-- «forslag» fra en regel eller en språkmodell, eller «ny_vurdering» der teksten er endret siden.
--
-- kolonner: felt varchar, verdi varchar, utdrag varchar, kodet_av varchar, malform varchar, status
-- varchar, regel varchar, sikkerhet double

select
    k.felt,
    k.verdi,
    k.utdrag,
    k.kodet_av,
    i.malform,
    k.status,
    k.regel,
    k.sikkerhet
from kommunekoder($forslag) as k
inner join innspill as i on k.innspill_id = i.innspill_id
where k.kommunenummer = $kommune
order by k.felt, k.verdi
