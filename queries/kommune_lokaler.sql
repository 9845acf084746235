-- Lokaler i kommunen
--
-- Én rad er ett lokale som kommunen som er valgt, tilbyr eller vurderer å tilby, med utdraget
-- tilbudet bygger på.
--
-- kolonner: lokale_id varchar, lokaltype varchar, delt_med varchar[], adresse varchar,
-- areal_m2 bigint, ledig_fra date, tilstand varchar, utdrag varchar

select
    lokale_id,
    lokaltype,
    delt_med,
    adresse,
    areal_m2,
    ledig_fra,
    tilstand,
    utdrag
from lokale
where kommunenummer = $kommune
order by lokale_id
