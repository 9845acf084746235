-- Kommunen som er valgt
--
-- Én rad er kommunen: nummer, navn på norsk, samisk og kvensk, politidistrikt, fylke, senter,
-- folkemengde 1. januar 2022, og statusen til svaret.
--
-- kolonner: kommunenummer varchar, navn varchar, andre_navn varchar[], politidistrikt varchar,
-- fylkesnavn varchar, kommunesenter varchar, innbyggere bigint, tjenestesteder bigint,
-- nedlagte_2017 bigint, naermeste_tjenestested varchar, til_naermeste double,
-- til_foer_2017 double, svarstatus varchar, bemanning varchar, tjenestestedstruktur varchar,
-- tjenestetilbud varchar, onsker varchar, lokaler varchar

select
    k.kommunenummer,
    k.navn,
    k.politidistrikt,
    k.fylkesnavn,
    k.kommunesenter,
    k.innbyggere,
    k.tjenestesteder,
    k.nedlagte_2017,
    k.naermeste_tjenestested,
    k.til_naermeste,
    k.til_foer_2017,
    s.svarstatus,
    s.bemanning,
    s.tjenestestedstruktur,
    s.tjenestetilbud,
    s.onsker,
    s.lokaler,
    coalesce(
        (
            select list(n.navn order by n.spraak desc, n.navn asc)
            from kommunenavn as n
            where n.kommunenummer = k.kommunenummer
        ),
        []
    ) as andre_navn
from kommune as k
inner join kommunesvarene($forslag) as s on k.kommunenummer = s.kommunenummer
where k.kommunenummer = $kommune
