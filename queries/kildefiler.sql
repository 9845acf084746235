-- Rader inn, godtatt og satt til side
--
-- Én rad er en kildefil som datasettet er bygd av. Rader inn er rader i filen uten overskrift og
-- tomme rader. En rad godtas hel eller settes til side hel; til sammen er det alltid rader inn.
-- Tabeller som er laget i byggingen, har ikke egen fil. «Lest annerledes» er det byggingen fant og
-- leste på en annen måte enn en kanskje tror, som punkter som ikke ligger i noen kommune.
--
-- kolonner: tabell varchar, fil varchar, rader_inn bigint, rader_godtatt bigint,
-- rader_avvist bigint, merknad varchar

select
    tabell,
    fil,
    rader_inn::bigint as rader_inn,
    rader_godtatt::bigint as rader_godtatt,
    rader_avvist::bigint as rader_avvist,
    nullif(merknad, '') as merknad
from kildefil
order by rader_avvist desc, tabell asc
