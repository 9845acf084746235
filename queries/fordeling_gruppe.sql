-- Hva kommunene svarte, etter gruppe
--
-- Én rad er en gruppe kommuner i utvalget (politidistrikt, fylke, størrelse, avstand til nærmeste
-- tjenestested, eller alle), et av de fem temaene og en verdi for det. Andelen er kommuner med
-- verdien, delt på kommuner i gruppen som har svart på punktet. «Uklart» er et svar på punktet.
-- «Ikke besvart», «ikke kodet», «har ikke svart» og «ikke innhentet» er ikke det; de telles hver
-- for seg og har ingen andel. Dekning regnes i innbyggere: de som bor i kommuner som har svart på
-- punktet. Innbyggere er de som bor i kommunene med verdien.
--
-- deler: gruppering
--
-- kolonner: gruppe varchar, maal varchar, verdi varchar, kommuner bigint, innbyggere bigint,
-- andel double,
-- gruppe_kommuner bigint, gruppe_svart bigint, gruppe_svart_punkt bigint,
-- gruppe_innbyggere bigint, gruppe_innbyggere_svart_punkt bigint

with
    verdier as (
        select
            gruppering,
            gruppe,
            maal,
            verdi,
            svart_punkt,
            count(*) as kommuner,
            count(*) filter (where har_svart) as svart,
            sum(innbyggere) as innbyggere
        from
            valgte(
                'gruppesvar',
                $distrikt::varchar[],
                $fylke::varchar[],
                $innbyggere::varchar[],
                $stasjon,
                $svart,
                $forslag
            )
        group by gruppering, gruppe, maal, verdi, svart_punkt
    ),

    grunnlag as (
        select
            gruppering,
            gruppe,
            maal,
            sum(kommuner)::bigint as gruppe_kommuner,
            sum(svart)::bigint as gruppe_svart,
            coalesce(sum(kommuner) filter (where svart_punkt), 0)::bigint as gruppe_svart_punkt,
            sum(innbyggere)::bigint as gruppe_innbyggere,
            coalesce(sum(innbyggere) filter (where svart_punkt), 0)::bigint
                as gruppe_innbyggere_svart_punkt
        from verdier
        group by gruppering, gruppe, maal
    )

select
    v.gruppering,
    v.gruppe,
    v.maal,
    v.verdi,
    v.kommuner,
    v.innbyggere::bigint as innbyggere,
    g.gruppe_kommuner,
    g.gruppe_svart,
    g.gruppe_svart_punkt,
    g.gruppe_innbyggere,
    g.gruppe_innbyggere_svart_punkt,
    case when v.svart_punkt then v.kommuner / g.gruppe_svart_punkt end as andel
from verdier as v
inner join grunnlag as g
    on v.gruppering = g.gruppering and v.gruppe = g.gruppe and v.maal = g.maal
order by v.gruppe collate nb, v.maal, v.verdi
