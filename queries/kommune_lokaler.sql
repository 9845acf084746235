-- Lokaler i kommunen
--
-- Én rad er ett lokale som kommunen som er valgt, tilbyr eller vurderer å tilby, med utdraget
-- tilbudet bygger på.
--
-- kolonner: lokale_id varchar, lokaltype varchar, delt_med varchar[], adresse varchar,
-- areal_m2 bigint, ledig_fra date, tilstand varchar, utdrag varchar, malform varchar,
-- betingelse varchar, status varchar, regel varchar, sikkerhet double

select
    l.lokale_id,
    l.lokaltype,
    l.delt_med,
    l.adresse,
    l.areal_m2,
    l.ledig_fra,
    l.tilstand,
    l.utdrag,
    i.malform,
    l.betingelse,
    l.status,
    l.regel,
    l.sikkerhet
from tilbudte_lokaler($forslag) as l
inner join innspill as i on l.innspill_id = i.innspill_id
where l.kommunenummer = $kommune
order by l.lokale_id
