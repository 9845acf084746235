-- Samiske og kvenske navn på steder
--
-- Én rad er et navn, og kommunen, fylket og politidistriktet som heter det. Kommunenes egne navn
-- er med, og navn som bare forstås i lenker og søk.
--
-- kolonner: navn varchar, kommunenummer varchar, fylkesnavn varchar, politidistrikt varchar

select
    navn,
    kommunenummer,
    fylkesnavn,
    politidistrikt
from stedsnavn
order by navn asc, kommunenummer asc
