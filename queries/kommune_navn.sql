-- Hva kommunene heter
--
-- Én rad er en kommune i inndelingen 2020–2023, i norsk alfabetisk rekkefølge. Andre navn er
-- samiske og kvenske navn som gjelder ved siden av det norske.
--
-- kolonner: kommunenummer varchar, navn varchar, andre_navn varchar[]

with
    andre as (
        select
            kommunenummer,
            list(navn order by spraak desc, navn asc) as andre_navn
        from kommunenavn
        group by kommunenummer
    )

select
    k.kommunenummer,
    k.navn,
    coalesce(a.andre_navn, []) as andre_navn
from kommune as k
left join andre as a on k.kommunenummer = a.kommunenummer
order by k.navn collate nb, k.kommunenummer
