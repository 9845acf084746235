-- Hvem modellen regner for
--
-- Én rad er et punkt i utvalget der det bor noen, med avstand til nærmeste tjenestested i dag.
-- Punkter i samme kommune som ikke noe nytt sted kan gi kortere vei, er slått sammen til én rad
-- innenfor grensen og én utenfor, med avstanden som snitt per innbygger.
-- Vekten er innbyggere, eller innbyggere × (1 + misnøye / 3). Misnøye er 0–3: ett poeng for hvert
-- av punktene bemanning, tjenestestedstruktur og tjenestetilbud der kommunen ikke er tilfreds, og
-- et halvt der den er delvis tilfreds. Et punkt uten svar, eller med et svar som er uklart, teller
-- en tredel, slik at en kommune som ikke har svart, får misnøye 1 og verken løftes eller senkes.
-- Punkter uten kjent avstand har ikke vekt i modellen; de telles for seg.
--
-- Av valg som gir like mye, tas det med færrest steder, av dem det der flest har bedt om et
-- tjenestested, og av dem det med lavest kommunenummer.
--
-- innenfor: kommunenummer
--
-- kolonner: punkt_id bigint, kommunenummer varchar, innbyggere bigint, vekt double,
-- avstand double

with
    i_utvalget as (
        from utvalg(
            $distrikt::varchar[],
            $fylke::varchar[],
            $innbyggere::varchar[],
            $stasjon,
            $svart
        )
    ),

    vekter as (
        select
            u.kommunenummer,
            if(
                $vekt = 'misnoye',
                1 + (
                    misnoyevekt(s.bemanning)
                    + misnoyevekt(s.tjenestestedstruktur)
                    + misnoyevekt(s.tjenestetilbud)
                ) / 3,
                1
            ) as faktor
        from i_utvalget as u
        inner join kommunesvarene($forslag) as s on u.kommunenummer = s.kommunenummer
    ),

    flyttbare as (
        select distinct punkt_id
        from naermere
    ),

    punkter as (
        select
            p.punkt_id,
            p.kommunenummer,
            p.innbyggere,
            n.maal as avstand,
            p.innbyggere * v.faktor as vekt,
            if(m.punkt_id is null, null, p.punkt_id) as eget
        from vekter as v
        inner join punkt as p on v.kommunenummer = p.kommunenummer
        inner join punkt_naermest as n on p.punkt_id = n.punkt_id
        left join flyttbare as m on p.punkt_id = m.punkt_id
        where n.struktur = 'i_dag' and p.innbyggere > 0
    )

select
    kommunenummer,
    min(punkt_id) as punkt_id,
    sum(innbyggere)::bigint as innbyggere,
    sum(vekt)::double as vekt,
    if(
        min(avstand) = max(avstand),
        min(avstand),
        sum(innbyggere * avstand) / sum(innbyggere)
    ) as avstand
from punkter
group by kommunenummer, eget, avstand <= $grense::double
order by punkt_id
