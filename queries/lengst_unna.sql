-- Kommunene som er lengst unna
--
-- Én rad er en kommune i utvalget, målt fra kommunesenteret til nærmeste tjenestested i dag, før
-- nedleggelsene i 2017, og i dag med de 20 nye. Retningen er fra senteret mot det nærmeste i dag,
-- og er tom når det er under én kilometer unna. Avstanden er luftlinje i kilometer, ikke reisetid;
-- der departementet har lagt inn reisetider, er den minutter, og tom der reisetid mangler.
--
-- Når en sesong er valgt, regnes besluttede tjenestesteder som er åpne i bare én sesong, bare med i
-- sin egen; ellers regnes alle 20 med. Innbyggerne er de samme: hyttefolk og turister telles ikke.
--
-- kolonner: kommunenummer varchar, navn varchar, politidistrikt varchar, innbyggere bigint,
-- i_dag_navn varchar, i_dag_sted varchar, himmelretning varchar, i_dag double,
-- foer_2017_navn varchar, foer_2017 double, med_nye_navn varchar, med_nye double

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

    naermest as (
        select
            n.kommunenummer,
            max(n.navn) filter (where n.struktur = 'i_dag') as i_dag_navn,
            max(n.sted) filter (where n.struktur = 'i_dag') as i_dag_sted,
            max(n.himmelretning) filter (where n.struktur = 'i_dag') as himmelretning,
            max(n.maal) filter (where n.struktur = 'i_dag') as i_dag,
            max(n.navn) filter (where n.struktur = 'foer_2017') as foer_2017_navn,
            max(n.maal) filter (where n.struktur = 'foer_2017') as foer_2017,
            max(n.navn) filter (
                where struktur_i_sesong(n.struktur, $sesong) = 'med_nye'
            ) as med_nye_navn,
            max(n.maal) filter (
                where struktur_i_sesong(n.struktur, $sesong) = 'med_nye'
            ) as med_nye
        from i_utvalget as u
        inner join kommune_naermest as n on u.kommunenummer = n.kommunenummer
        group by n.kommunenummer
    )

select
    n.*,
    k.navn,
    k.politidistrikt,
    k.innbyggere
from naermest as n
inner join kommune as k on n.kommunenummer = k.kommunenummer
order by n.i_dag desc nulls last, k.navn collate nb
