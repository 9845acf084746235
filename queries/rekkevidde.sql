-- Innbyggere innen en avstand fra nærmeste tjenestested
--
-- Én rad er en gruppe kommuner i utvalget og en struktur: tjenestestedene i dag, før
-- nedleggelsene i 2017, eller i dag med de 20 nye. Innenfor er innbyggere med høyst den valgte
-- avstanden til nærmeste tjenestested, uansett kommune og distrikt; andelen er delt på innbyggere
-- med kjent avstand. Snittet teller hver innbygger likt. Grensen er et helt tall. Avstanden er
-- luftlinje i kilometer, ikke reisetid; der departementet har lagt inn reisetider, er den minutter,
-- og innbyggere i kommuner uten reisetid er udekket. Innbyggerne regnes fra kommunesenteret, eller
-- fra finere befolkningspunkter der de er lagt inn.
--
-- Når en sesong er valgt, regnes besluttede tjenestesteder som er åpne i bare én sesong, bare med i
-- sin egen; ellers regnes alle 20 med. Innbyggerne er de samme: hyttefolk og turister telles ikke.
--
-- deler: gruppering
--
-- kolonner: gruppe varchar, struktur varchar, innbyggere bigint, innenfor bigint, andel double,
-- snitt double, punkter bigint, udekket bigint

with
    i_utvalget as (
        from valgte(
            'utvalgsgruppe',
            $distrikt::varchar[],
            $fylke::varchar[],
            $innbyggere::varchar[],
            $stasjon,
            $svart,
            true
        )
    ),

    summert as (
        select
            u.gruppering,
            u.gruppe,
            struktur_i_sesong(t.struktur, $sesong) as struktur,
            coalesce(sum(t.innbyggere) filter (where t.trinn is not null), 0)::bigint
                as innbyggere,
            coalesce(sum(t.innbyggere) filter (where t.trinn <= $grense::double), 0)::bigint
                as innenfor,
            sum(t.samlet) as samlet,
            coalesce(sum(t.punkter) filter (where t.trinn is not null), 0)::bigint as punkter,
            coalesce(sum(t.innbyggere) filter (where t.trinn is null), 0)::bigint as udekket
        from i_utvalget as u
        inner join kommune_trinn as t on u.kommunenummer = t.kommunenummer
        where struktur_i_sesong(t.struktur, $sesong) is not null
        group by u.gruppering, u.gruppe, struktur_i_sesong(t.struktur, $sesong)
    )

select
    * exclude (samlet),
    innenfor / nullif(innbyggere, 0) as andel,
    samlet / nullif(innbyggere, 0) as snitt
from summert
order by gruppe collate nb, struktur
