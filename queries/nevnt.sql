-- Hva kommunene nevner
--
-- Én rad er en utfordring (spørsmål 1), en samarbeidsform eller en ressurs (spørsmål 3). Teller
-- kommuner i utvalget som nevner den; en kommune kan nevne flere. Andelen er delt på kommuner i
-- utvalget som nevner minst én av samme slag. At en kommune ikke nevner noe, betyr ikke at den
-- mangler det.
--
-- kolonner: verdi varchar, kommuner bigint, svart_punkt bigint, andel double

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
        select k.*
        from i_utvalget as u
        inner join kodet as k on u.kommunenummer = k.kommunenummer
    ),

    grunnlag as (
        select count(distinct kommunenummer) as antall
        from nevnt
    )

select
    v.verdi,
    count(n.kommunenummer) as kommuner,
    any_value(g.antall) as svart_punkt,
    count(n.kommunenummer) / any_value(g.antall) as andel
from verdier as v
cross join grunnlag as g
left join nevnt as n on v.verdi = n.verdi
where g.antall > 0
group by v.verdi
order by kommuner desc, v.verdi asc
