-- Hva kommunene nevner, etter gruppe
--
-- Én rad er en gruppe kommuner i utvalget (politidistrikt eller størrelse) og en utfordring
-- (spørsmål 1), en samarbeidsform eller en ressurs (spørsmål 3). Teller kommuner som nevner den.
-- Andelen er delt på kommuner i gruppen som har svart på spørsmålet, også de som har svart med ord
-- uten å nevne noe som er kodet; den er tom der ingen i gruppen har svart.
--
-- deler: gruppering, felt
--
-- kolonner: gruppe varchar, verdi varchar, kommuner bigint, svart_punkt bigint,
-- gruppe_kommuner bigint, andel double

with
    grupper as (
        select
            gruppering,
            gruppe,
            felt,
            count(*) as gruppe_kommuner,
            count(*) filter (where svart_punkt) as svart_punkt
        from
            valgte(
                'gruppepunkt',
                $distrikt::varchar[],
                $fylke::varchar[],
                $innbyggere::varchar[],
                $stasjon,
                $svart,
                $forslag
            )
        group by gruppering, gruppe, felt
    ),

    nevnt as (
        select
            gruppering,
            gruppe,
            felt,
            verdi,
            count(*) as kommuner
        from
            valgte(
                'gruppenevnt',
                $distrikt::varchar[],
                $fylke::varchar[],
                $innbyggere::varchar[],
                $stasjon,
                $svart,
                $forslag
            )
        group by gruppering, gruppe, felt, verdi
    ),

    verdier as (
        select distinct
            felt,
            verdi
        from nevntene($forslag)
    )

select
    g.gruppering,
    g.felt,
    g.gruppe,
    v.verdi,
    g.svart_punkt,
    g.gruppe_kommuner,
    coalesce(n.kommuner, 0) as kommuner,
    coalesce(n.kommuner, 0) / nullif(g.svart_punkt, 0) as andel
from grupper as g
inner join verdier as v on g.felt = v.felt
left join nevnt as n
    on
        g.gruppering = n.gruppering
        and g.gruppe = n.gruppe
        and v.felt = n.felt
        and v.verdi = n.verdi
order by g.gruppe collate nb, v.verdi
