-- Innbyggere innen hver avstand
--
-- Én rad er en struktur og en avstand fra 0 til 60: hvor mange innbyggere i utvalget som har høyst
-- så langt til nærmeste tjenestested i dag, før nedleggelsene i 2017, eller i dag med de 20 nye.
-- Avstanden er luftlinje i kilometer, ikke reisetid; der departementet har lagt inn reisetider, er
-- den minutter. Andelen er delt på innbyggere med kjent avstand.
--
-- Når en sesong er valgt, regnes besluttede tjenestesteder som er åpne i bare én sesong, bare med i
-- sin egen; ellers regnes alle 20 med. Innbyggerne er de samme: hyttefolk og turister telles ikke.
--
-- kolonner: struktur varchar, grense bigint, innenfor bigint, andel double

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

    trinn as (
        select
            t.trinn,
            struktur_i_sesong(t.struktur, $sesong) as struktur,
            sum(t.innbyggere) as innbyggere
        from i_utvalget as u
        inner join kommune_trinn as t on u.kommunenummer = t.kommunenummer
        where t.trinn is not null and struktur_i_sesong(t.struktur, $sesong) is not null
        group by struktur_i_sesong(t.struktur, $sesong), t.trinn
    ),

    summer as (
        select
            struktur,
            sum(innbyggere) as innbyggere
        from trinn
        group by struktur
    ),

    kurve as (
        select
            s.struktur,
            g.grense,
            s.innbyggere,
            coalesce(sum(t.innbyggere), 0)::bigint as innenfor
        from summer as s
        cross join range(0, 61) as g (grense)
        left join trinn as t on s.struktur = t.struktur and g.grense >= t.trinn
        group by s.struktur, g.grense, s.innbyggere
    )

select
    struktur,
    grense,
    innenfor,
    innenfor / nullif(innbyggere, 0) as andel
from kurve
order by struktur, grense
