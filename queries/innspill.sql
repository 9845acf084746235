-- Innspillene bak tallene
--
-- Én rad er en kommune i utvalget med det innspillet som gjelder for den. Et eget svar går foran
-- et felles, og et felles foran et fra et råd; av flere gjelder det siste. Belegg finnes bare for
-- offentlig kjente uttalelser og sier hvor tett de er knyttet til svaret på brevet.
--
-- innenfor: kommunenummer
--
-- kolonner: kommunenummer varchar, navn varchar, politidistrikt varchar, avsender varchar,
-- dato date, etter_frist boolean, belegg varchar, bemanning varchar,
-- tjenestestedstruktur varchar, tjenestetilbud varchar, onsker varchar, lokaler varchar,
-- kilde varchar, merknad varchar

with
    i_utvalget as (
        from utvalg(
            $distrikt::varchar[],
            $fylke::varchar[],
            $innbyggere::varchar[],
            $stasjon,
            $svart
        )
    )

select
    k.kommunenummer,
    k.navn,
    k.politidistrikt,
    s.avsender,
    s.dato,
    s.etter_frist,
    s.belegg,
    s.bemanning,
    s.tjenestestedstruktur,
    s.tjenestetilbud,
    s.onsker,
    s.lokaler,
    i.kilde,
    i.merknad
from i_utvalget as u
inner join kommunesvarene($forslag) as s on u.kommunenummer = s.kommunenummer
inner join innspill as i on s.innspill_id = i.innspill_id
inner join kommune as k on u.kommunenummer = k.kommunenummer
order by k.navn collate nb
