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
    i_utvalget as (
        from utvalg_grupper(
            $distrikt::varchar[],
            $fylke::varchar[],
            $innbyggere::varchar[],
            $stasjon,
            $svart,
            $forslag
        )
    ),

    maalt_hver as (
        unpivot i_utvalget
        on bemanning, tjenestestedstruktur, tjenestetilbud, onsker, lokaler
        into name maal value verdi
    ),

    verdier as (
        select
            gruppering,
            gruppe,
            maal,
            verdi,
            verdi not in ('ikke_besvart', 'ikke_kodet', 'ikke_svart', 'ikke_innhentet')
                as svart_punkt,
            count(*) as kommuner,
            count(*) filter (where har_svart) as svart,
            sum(innbyggere) as innbyggere
        from maalt_hver
        group by gruppering, gruppe, maal, verdi
    ),

    med_grunnlag as (
        select
            *,
            (sum(kommuner) over gruppen)::bigint as gruppe_kommuner,
            (sum(svart) over gruppen)::bigint as gruppe_svart,
            coalesce(sum(kommuner) filter (where svart_punkt) over gruppen, 0)::bigint
                as gruppe_svart_punkt,
            (sum(innbyggere) over gruppen)::bigint as gruppe_innbyggere,
            coalesce(sum(innbyggere) filter (where svart_punkt) over gruppen, 0)::bigint
                as gruppe_innbyggere_svart_punkt
        from verdier
        window gruppen as (partition by gruppering, gruppe, maal)
    )

select
    gruppering,
    gruppe,
    maal,
    verdi,
    kommuner,
    innbyggere::bigint as innbyggere,
    gruppe_kommuner,
    gruppe_svart,
    gruppe_svart_punkt,
    gruppe_innbyggere,
    gruppe_innbyggere_svart_punkt,
    case when svart_punkt then kommuner / gruppe_svart_punkt end as andel
from med_grunnlag
order by gruppe collate nb, maal, verdi
