-- Kommuner i andre inndelinger
--
-- Én rad er et kommunenummer fra før 2020 eller etter 2023, og en kommune i inndelingen 2020–2023
-- som det svarer til: samme kommune med et annet nummer, en kommune det er en del av, eller en av
-- flere det er delt på. Tallene her gjelder alltid inndelingen 2020–2023.
--
-- kolonner: kommunenummer varchar, navn varchar, til_aar bigint, hva varchar,
-- kommunenummer_2022 varchar, navn_2022 varchar

select
    e.kommunenummer,
    e.navn,
    e.til_aar,
    e.hva,
    e.kommunenummer_2022,
    k.navn as navn_2022
from kommuneendring as e
inner join kommune as k on e.kommunenummer_2022 = k.kommunenummer
order by e.kommunenummer asc, e.kommunenummer_2022 asc
