-- Besluttede tjenestesteder nær et kommunesenter
--
-- Én rad er et besluttet tjenestested og et kommunesenter i utvalget som ligger innen den valgte
-- avstanden fra hverandre, regnet fra senteret: luftlinje i kilometer, eller reisetid i minutter
-- der departementet har lagt inn reisetider.
--
-- kolonner: sted_id varchar, kommunenummer varchar

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

    avstander as (
        select
            n.sted,
            k.kommunenummer,
            if(
                a.enhet = 'min',
                r.minutter,
                km_luftlinje(k.lat, k.lon, n.lat, n.lon)
            ) as avstand
        from i_utvalget as u
        inner join kommune as k on u.kommunenummer = k.kommunenummer
        cross join nytt_tjenestested as n
        cross join avstandsmaal as a
        left join reisetid as r on k.kommunenummer = r.fra_kommunenummer and n.sted = r.til_id
    )

select
    sted as sted_id,
    kommunenummer
from avstander
where avstand <= $grense::double
order by sted, kommunenummer
