-- Hva som nevnes sammen
--
-- Én rad er to utfordringer (eller to samarbeidsformer, eller to ressurser) som samme kommune
-- nevner. Teller kommuner i utvalget som nevner begge. «Ventet» er hvor mange det ville vært om de
-- to ikke hadde med hverandre å gjøre: andelen som nevner den ene, ganger andelen som nevner den
-- andre, ganger kommunene som har svart på spørsmålet.
--
-- deler: felt
--
-- kolonner: verdi varchar, annen varchar, kommuner bigint, verdi_kommuner bigint,
-- annen_kommuner bigint, svart_punkt bigint, ventet double

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

    nevnt as (
        select
            n.felt,
            n.verdi,
            n.kommunenummer
        from i_utvalget as u
        inner join nevntene($forslag) as n on u.kommunenummer = n.kommunenummer
    ),

    antall as (
        select
            felt,
            verdi,
            count(*) as kommuner
        from nevnt
        group by felt, verdi
    ),

    grunnlag as (
        select
            p.felt,
            count(*) as antall
        from i_utvalget as u
        inner join punktsvarene($forslag) as p on u.kommunenummer = p.kommunenummer
        group by p.felt
    ),

    par as (
        select
            a.felt,
            a.verdi,
            b.verdi as annen,
            count(*) as kommuner
        from nevnt as a
        inner join nevnt as b
            on a.kommunenummer = b.kommunenummer and a.felt = b.felt and a.verdi < b.verdi
        group by a.felt, a.verdi, b.verdi
    )

-- The one that more municipalities name stands first.
select
    p.felt,
    p.kommuner,
    g.antall as svart_punkt,
    if(x.kommuner >= y.kommuner, p.verdi, p.annen) as verdi,
    if(x.kommuner >= y.kommuner, p.annen, p.verdi) as annen,
    greatest(x.kommuner, y.kommuner) as verdi_kommuner,
    least(x.kommuner, y.kommuner) as annen_kommuner,
    x.kommuner * y.kommuner / g.antall as ventet
from par as p
inner join antall as x on p.felt = x.felt and p.verdi = x.verdi
inner join antall as y on p.felt = y.felt and p.annen = y.verdi
inner join grunnlag as g on p.felt = g.felt
order by p.kommuner desc, ventet asc, p.verdi asc, p.annen asc
