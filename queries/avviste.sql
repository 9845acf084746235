-- Rader som er satt til side
--
-- Én rad er en rad i en kildefil som ikke ble godtatt, med grunnen. Radnummeret er som i regneark:
-- overskriften er rad 1. Raden er ikke regnet med i noe tall.
--
-- kolonner: tabell varchar, fil varchar, rad bigint, grunn varchar

select
    tabell,
    fil,
    rad,
    grunn
from avvist
order by fil, rad
