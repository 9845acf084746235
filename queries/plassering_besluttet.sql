-- Tjenestestedene som ble besluttet
--
-- Én rad er et av de 20 tjenestestedene som ble besluttet 2022–2023 og ligger i utvalgets kommuner.
-- Det regnes å ligge i kommunesenteret, som stedene det sammenliknes med.
--
-- Når en sesong er valgt, regnes besluttede tjenestesteder som er åpne i bare én sesong, bare med i
-- sin egen; ellers regnes alle 20 med. Innbyggerne er de samme: hyttefolk og turister telles ikke.
--
-- kolonner: sted_id varchar, navn varchar, kommunenummer varchar, kommune varchar,
-- politidistrikt varchar, sesong varchar, lat double, lon double, kart_x double, kart_y double

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
    n.sted as sted_id,
    n.sted as navn,
    n.kommunenummer,
    k.navn as kommune,
    n.politidistrikt,
    n.sesong,
    k.lat,
    k.lon,
    k.kart_x,
    k.kart_y
from i_utvalget as u
inner join nytt_tjenestested as n on u.kommunenummer = n.kommunenummer
inner join kommune as k on n.kommunenummer = k.kommunenummer
where er_aapent(n.sesong, $sesong)
order by n.kunngjort, n.sted
