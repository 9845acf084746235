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
    i_utvalget as (
        from utvalg(
            $distrikt::varchar[],
            $fylke::varchar[],
            $innbyggere::varchar[],
            $stasjon,
            $svart
        )
    ),

    grunnlag as (
        select
            p.felt,
            count(*) as antall
        from i_utvalget as u
        inner join punktsvarene($forslag) as p on u.kommunenummer = p.kommunenummer
        group by p.felt
    ),

    verdier as (
        select
            n.felt,
            n.verdi,
            count(u.kommunenummer) as kommuner,
            coalesce(sum(u.innbyggere), 0)::bigint as innbyggere
        from nevntene($forslag) as n
        left join i_utvalget as u on n.kommunenummer = u.kommunenummer
        group by n.felt, n.verdi
    )

select
    v.felt,
    v.verdi,
    v.kommuner,
    v.innbyggere,
    g.antall as svart_punkt,
    (select count(*) from i_utvalget) as gruppe_kommuner,
    v.kommuner / g.antall as andel
from verdier as v
inner join grunnlag as g on v.felt = g.felt
order by v.kommuner desc, v.verdi asc
