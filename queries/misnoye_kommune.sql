-- Kommuner som er minst tilfreds
--
-- Én rad er en kommune i utvalget som har svart. Misnøye er antall av de tre punktene bemanning,
-- tjenestestedstruktur og tjenestetilbud der kommunen ikke er tilfreds; delvis tilfreds teller
-- halvt, og kommuner uten misnøye er utelatt. Lik misnøye ordnes etter avstand til nærmeste
-- tjenestested.
--
-- innenfor: kommunenummer
--
-- kolonner: kommunenummer varchar, navn varchar, politidistrikt varchar, bemanning varchar,
-- tjenestestedstruktur varchar, tjenestetilbud varchar, misnoye double, onsker varchar,
-- innbyggere bigint, til_naermeste double

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

    poeng as (
        select
            s.*,
            misnoyepoeng(s.bemanning)
            + misnoyepoeng(s.tjenestestedstruktur)
            + misnoyepoeng(s.tjenestetilbud) as misnoye
        from kommunesvarene($forslag) as s
        where s.innspill_id is not null
    )

select
    k.kommunenummer,
    k.navn,
    k.politidistrikt,
    p.bemanning,
    p.tjenestestedstruktur,
    p.tjenestetilbud,
    p.misnoye,
    p.onsker,
    k.innbyggere,
    k.til_naermeste
from i_utvalget as u
inner join poeng as p on u.kommunenummer = p.kommunenummer
inner join kommune as k on u.kommunenummer = k.kommunenummer
where p.misnoye > 0
order by p.misnoye desc, k.til_naermeste desc, k.navn collate nb
