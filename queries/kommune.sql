-- Én kommune
--
-- Én rad er kommunen som er valgt: hvor den er, hva den er kodet med, og innspillet det bygger på.
--
-- kolonner: kommunenummer varchar, navn varchar, politidistrikt varchar, fylkesnavn varchar,
-- innbyggere bigint, tjenestesteder bigint, nedlagte_2017 bigint, naermeste_tjenestested varchar,
-- til_naermeste double, svarstatus varchar, avsender varchar, dato date, etter_frist boolean,
-- belegg varchar, bemanning varchar, tjenestestedstruktur varchar, tjenestetilbud varchar,
-- onsker varchar, lokaler varchar, antall_lokaler bigint, kilde varchar, merknad varchar

select
    k.kommunenummer,
    k.navn,
    k.politidistrikt,
    k.fylkesnavn,
    k.innbyggere,
    k.tjenestesteder,
    k.nedlagte_2017,
    k.naermeste_tjenestested,
    k.til_naermeste,
    s.svarstatus,
    s.avsender,
    s.dato,
    s.etter_frist,
    s.belegg,
    s.bemanning,
    s.tjenestestedstruktur,
    s.tjenestetilbud,
    s.onsker,
    s.lokaler,
    s.antall_lokaler,
    i.kilde,
    i.merknad
from kommune as k
inner join kommunesvarene($forslag) as s on k.kommunenummer = s.kommunenummer
left join innspill as i on s.innspill_id = i.innspill_id
where k.kommunenummer = $kommune
