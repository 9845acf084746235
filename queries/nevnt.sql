-- Hva kommunene nevner
--
-- Én rad er en utfordring (spørsmål 1), en samarbeidsform eller en ressurs (spørsmål 3). Teller
-- kommuner i utvalget som nevner den; en kommune kan nevne flere. Andelen er delt på kommuner i
-- utvalget som har svart på spørsmålet, også de som har svart med ord uten å nevne noe som er
-- kodet. At en kommune ikke nevner noe, betyr ikke at den mangler det. Innbyggere er de som bor i
-- kommunene som nevner den.
--
-- deler: felt
--
-- kolonner: verdi varchar, kommuner bigint, innbyggere bigint, svart_punkt bigint,
-- gruppe_kommuner bigint, andel double

with
    grunnlag as (
        select
            felt,
            count(*) as kommuner,
            count(*) filter (where svart_punkt) as antall
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
        where gruppering = 'alle'
        group by felt
    ),

    nevnt as (
        select
            felt,
            verdi,
            count(*) as kommuner,
            sum(innbyggere)::bigint as innbyggere
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
        where gruppering = 'alle'
        group by felt, verdi
    ),

    verdier as (
        select distinct
            felt,
            verdi
        from nevntene($forslag)
    )

select
    v.felt,
    v.verdi,
    g.antall as svart_punkt,
    g.kommuner as gruppe_kommuner,
    coalesce(n.kommuner, 0) as kommuner,
    coalesce(n.innbyggere, 0) as innbyggere,
    coalesce(n.kommuner, 0) / g.antall as andel
from verdier as v
inner join grunnlag as g on v.felt = g.felt
left join nevnt as n on v.felt = n.felt and v.verdi = n.verdi
where g.antall > 0
order by kommuner desc, v.verdi asc
