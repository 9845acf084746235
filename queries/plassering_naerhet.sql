-- Besluttede tjenestesteder nær et kommunesenter
--
-- Én rad er et besluttet tjenestested og et kommunesenter i utvalget som ligger innen den valgte
-- avstanden fra hverandre, regnet fra senteret til senteret i kommunen der stedet er besluttet:
-- luftlinje i kilometer, eller reisetid i minutter der departementet har lagt inn reisetider.
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
            n.sesong,
            k.kommunenummer,
            if(
                a.enhet = 'min',
                coalesce(r.minutter, if(k.kommunenummer = c.kommunenummer, 0, null)),
                km_luftlinje(k.lat, k.lon, c.lat, c.lon)
            ) as avstand
        from i_utvalget as u
        inner join kommune as k on u.kommunenummer = k.kommunenummer
        cross join nytt_tjenestested as n
        inner join kommune as c on n.kommunenummer = c.kommunenummer
        cross join avstandsmaal as a
        left join reisetid as r
            on k.kommunenummer = r.fra_kommunenummer and c.kommunenummer = r.til_id
    )

select
    sted as sted_id,
    kommunenummer
from avstander
where avstand <= $grense::double and er_aapent(sesong, $sesong)
order by sted, kommunenummer
