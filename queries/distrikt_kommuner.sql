-- Distriktets kommuner, spørsmål for spørsmål
--
-- Én rad er en kommune i utvalget, også de som ikke har svart. Misnøye er antall av de tre punktene
-- bemanning, tjenestestedstruktur og tjenestetilbud der kommunen ikke er tilfreds; delvis tilfreds
-- teller halvt. Mest misnøye kommer først, så lengst avstand, og de som ikke har svart, til sist.
-- «Ønsker mer av» er kanalene i spørsmål 4 som kommunen vil ha mer av.
--
-- innenfor: kommunenummer
--
-- kolonner: kommunenummer varchar, navn varchar, har_svart boolean, bemanning varchar,
-- tjenestestedstruktur varchar, tjenestetilbud varchar, onsker varchar, lokaler varchar,
-- mer_av varchar[], misnoye double, innbyggere bigint, til_naermeste double,
-- naermeste_tjenestested varchar, navnerang bigint

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

    kanaler as (
        select
            kommunenummer,
            list(felt order by felt) as mer_av
        from kommunekoder($forslag)
        where starts_with(felt, 'kanal_') and verdi = 'mer'
        group by kommunenummer
    )

select
    k.kommunenummer,
    k.navn,
    k.navnerang,
    s.bemanning,
    s.tjenestestedstruktur,
    s.tjenestetilbud,
    s.onsker,
    s.lokaler,
    k.innbyggere,
    k.til_naermeste,
    k.naermeste_tjenestested,
    s.innspill_id is not null as har_svart,
    coalesce(c.mer_av, []) as mer_av,
    misnoyepoeng(s.bemanning)
    + misnoyepoeng(s.tjenestestedstruktur)
    + misnoyepoeng(s.tjenestetilbud) as misnoye
from i_utvalget as u
inner join kommune as k on u.kommunenummer = k.kommunenummer
inner join kommunesvarene($forslag) as s on u.kommunenummer = s.kommunenummer
left join kanaler as c on u.kommunenummer = c.kommunenummer
order by
    har_svart desc, misnoye desc, k.til_naermeste desc, k.navn collate nb asc, k.kommunenummer asc
