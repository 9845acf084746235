-- Tilfredshet etter gruppe
--
-- Én rad er en gruppe kommuner i utvalget: politidistrikt, fylke, størrelse eller avstand til
-- nærmeste tjenestested. Andelen er kommuner som ikke er tilfreds, delt på kommuner som har svart
-- på punktet (tilfreds, delvis tilfreds, ikke tilfreds eller uklart). Kommuner som ikke har
-- besvart punktet, ikke er kodet eller ikke har svart, er ikke med i andelen, men telles for seg.
-- Dekningen er innbyggere i kommunene som har svart på punktet, delt på alle innbyggere i gruppen.
--
-- kolonner: gruppe varchar, kommuner bigint, svart bigint, svart_punkt bigint,
-- ikke_tilfreds bigint, uklart bigint, delvis bigint, tilfreds bigint, ikke_besvart bigint,
-- ikke_kodet bigint, innbyggere bigint, innbyggere_svart_punkt bigint,
-- andel_ikke_tilfreds double, dekning double

with
    i_utvalget as (
        from
            utvalg(
                $distrikt::varchar[], $fylke::varchar[], $innbyggere::varchar[], $stasjon, $svart
            )
    ),

    gruppert as (
        select
            m.verdi,
            m.har_svart,
            k.innbyggere,
            case $gruppering
                when 'politidistrikt' then k.politidistrikt
                when 'fylke' then k.fylkesnavn
                when 'storrelse' then k.storrelse
                when 'avstand' then k.avstandsgruppe
                else 'alle'
            end as gruppe
        from i_utvalget as u
        inner join kommune as k on u.kommunenummer = k.kommunenummer
        inner join maalt($maal) as m on u.kommunenummer = m.kommunenummer
    ),

    telt as (
        select
            gruppe,
            count(*) as kommuner,
            count(*) filter (where har_svart) as svart,
            count(*) filter (where verdi in ('ikke_tilfreds', 'uklart', 'delvis', 'tilfreds'))
                as svart_punkt,
            count(*) filter (where verdi = 'ikke_tilfreds') as ikke_tilfreds,
            count(*) filter (where verdi = 'uklart') as uklart,
            count(*) filter (where verdi = 'delvis') as delvis,
            count(*) filter (where verdi = 'tilfreds') as tilfreds,
            count(*) filter (where verdi = 'ikke_besvart') as ikke_besvart,
            count(*) filter (where har_svart and verdi in ('ikke_kodet', 'ikke_innhentet'))
                as ikke_kodet,
            sum(innbyggere)::bigint as innbyggere,
            coalesce(
                sum(innbyggere) filter (
                    where verdi in ('ikke_tilfreds', 'uklart', 'delvis', 'tilfreds')
                ),
                0
            )::bigint as innbyggere_svart_punkt
        from gruppert
        group by gruppe
    )

select
    *,
    ikke_tilfreds / nullif(svart_punkt, 0) as andel_ikke_tilfreds,
    innbyggere_svart_punkt / nullif(innbyggere, 0) as dekning
from telt
order by andel_ikke_tilfreds desc nulls last, svart_punkt desc, gruppe collate nb
