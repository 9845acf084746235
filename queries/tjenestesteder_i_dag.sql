-- Tjenestesteder i dag
--
-- Én rad er et tjenestested som regnes som i drift i 2022. Status er utledet av strukturen fra
-- 2017, ikke av en liste fra 2022. Punktet er tettstedets, ikke byggets.
--
-- kolonner: tjenestested_id varchar, navn varchar, politidistrikt varchar, kommunenummer varchar,
-- sted varchar, kart_x double, kart_y double

select
    tjenestested_id,
    navn,
    politidistrikt,
    kommunenummer,
    sted,
    kart_x,
    kart_y
from tjenestested
where status = 'aktiv'
order by tjenestested_id
