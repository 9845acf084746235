-- Hva kommunene nevner
--
-- Én rad er en utfordring (spørsmål 1), en samarbeidsform eller en ressurs (spørsmål 3). Teller
-- kommuner i utvalget som nevner den; en kommune kan nevne flere. Andelen er delt på kommuner i
-- utvalget som har svart på spørsmålet, også de som har svart med ord uten å nevne noe som er
-- kodet. At en kommune ikke nevner noe, betyr ikke at den mangler det. Innbyggere er de som bor i
-- kommunene som nevner den.
--
-- kolonner: verdi varchar, kommuner bigint, innbyggere bigint, svart_punkt bigint,
-- gruppe_kommuner bigint, andel double

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

    kodet as (
        select distinct
            kommunenummer,
            verdi
        from kommunekoder($forslag)
        where felt = $felt
    ),

    verdier as (
        select distinct verdi
        from kodet
    ),

    nevnt as (
        select
            k.*,
            u.innbyggere
        from i_utvalget as u
        inner join kodet as k on u.kommunenummer = k.kommunenummer
    ),

    grunnlag as (
        select
            count(*) as kommuner,
            count(f.kommunenummer) as antall
        from i_utvalget as u
        left join feltsvarene($forslag) as f on u.kommunenummer = f.kommunenummer and f.felt = $felt
    )

select
    v.verdi,
    count(n.kommunenummer) as kommuner,
    coalesce(sum(n.innbyggere), 0)::bigint as innbyggere,
    any_value(g.antall) as svart_punkt,
    any_value(g.kommuner) as gruppe_kommuner,
    count(n.kommunenummer) / any_value(g.antall) as andel
from verdier as v
cross join grunnlag as g
left join nevnt as n on v.verdi = n.verdi
where g.antall > 0
group by v.verdi
order by kommuner desc, v.verdi asc
