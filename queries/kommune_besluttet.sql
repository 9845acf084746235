-- Hva som ble besluttet
--
-- Én rad er et av de 20 nye tjenestestedene fra 2022–2023 som ligger i kommunen som er valgt. De
-- er besluttet av regjeringen og er ikke regnet med blant tjenestestedene i dag.
--
-- Når en sesong er valgt, står et tjenestested som er åpent i bare én sesong, som stengt i de
-- andre.
--
-- kolonner: sted varchar, kunngjort varchar, apnet varchar, etableres bigint, sesong varchar,
-- presisjon varchar, kilde varchar, merknad varchar, aapent boolean

select
    sted,
    kunngjort,
    apnet,
    etableres,
    sesong,
    presisjon,
    kilde,
    merknad,
    er_aapent(sesong, $sesong) as aapent
from nytt_tjenestested
where kommunenummer = $kommune
order by kunngjort asc, sted collate nb asc
