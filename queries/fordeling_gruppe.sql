-- Hva kommunene svarte, etter gruppe
--
-- Én rad er en gruppe kommuner i utvalget (politidistrikt, fylke, størrelse, avstand til nærmeste
-- tjenestested, eller alle) og en verdi for temaet. Andelen er kommuner med verdien, delt på
-- kommuner i gruppen som har svart på punktet. «Uklart» er et svar på punktet. «Ikke besvart»,
-- «ikke kodet», «har ikke svart» og «ikke innhentet» er ikke det; de telles hver for seg og har
-- ingen andel. Dekning regnes i innbyggere: de som bor i kommuner som har svart på punktet.
--
-- kolonner: gruppe varchar, verdi varchar, kommuner bigint, andel double, gruppe_kommuner bigint,
-- gruppe_svart bigint, gruppe_svart_punkt bigint, gruppe_innbyggere bigint,
-- gruppe_innbyggere_svart_punkt bigint

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

    gruppert as (
        select
            m.verdi,
            m.har_svart,
            k.innbyggere,
            m.verdi not in ('ikke_besvart', 'ikke_kodet', 'ikke_svart', 'ikke_innhentet')
                as svart_punkt,
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

    grupper as (
        select
            gruppe,
            count(*) as gruppe_kommuner,
            count(*) filter (where har_svart) as gruppe_svart,
            count(*) filter (where svart_punkt) as gruppe_svart_punkt,
            sum(innbyggere)::bigint as gruppe_innbyggere,
            coalesce(sum(innbyggere) filter (where svart_punkt), 0)::bigint
                as gruppe_innbyggere_svart_punkt
        from gruppert
        group by gruppe
    ),

    verdier as (
        select
            gruppe,
            verdi,
            any_value(svart_punkt) as svart_punkt,
            count(*) as kommuner
        from gruppert
        group by gruppe, verdi
    )

select
    v.gruppe,
    v.verdi,
    v.kommuner,
    g.gruppe_kommuner,
    g.gruppe_svart,
    g.gruppe_svart_punkt,
    g.gruppe_innbyggere,
    g.gruppe_innbyggere_svart_punkt,
    case when v.svart_punkt then v.kommuner / g.gruppe_svart_punkt end as andel
from verdier as v
inner join grupper as g on v.gruppe = g.gruppe
order by v.gruppe collate nb, v.verdi
