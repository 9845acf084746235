-- De ti kommunene som likner mest
--
-- Én rad er en av de ti kommunene i landet som likner mest på den som er valgt, i folketall og i
-- avstand til nærmeste tjenestested i dag. Ulikheten er avstanden mellom to kommuner når
-- logaritmen av folketallet og kilometerne er målt i standardavvik og veier likt. Svarene har
-- ingen betydning for hvem som likner.
--
-- kolonner: kommunenummer varchar, navn varchar, politidistrikt varchar, innbyggere bigint,
-- til_naermeste double, ulikhet double, bemanning varchar, tjenestestedstruktur varchar,
-- tjenestetilbud varchar, onsker varchar, lokaler varchar, har_svart boolean

select
    k.kommunenummer,
    k.navn,
    k.politidistrikt,
    k.innbyggere,
    k.til_naermeste,
    l.ulikhet,
    s.bemanning,
    s.tjenestestedstruktur,
    s.tjenestetilbud,
    s.onsker,
    s.lokaler,
    s.innspill_id is not null as har_svart
from liknende($kommune::varchar, 10) as l
inner join kommune as k on l.kommunenummer = k.kommunenummer
inner join kommunesvarene($forslag) as s on l.kommunenummer = s.kommunenummer
order by l.ulikhet, k.kommunenummer
