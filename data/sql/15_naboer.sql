-- Municipalities beside each other: those that share a border, and those that are alike.

create table nabo as
select
    kommunenummer,
    nabo
from kilde_naboer
order by kommunenummer, nabo;

create table kommunenavn as
select
    kommunenummer,
    navn,
    spraak::varchar as spraak
from kilde_kommunenavn
order by kommunenummer asc, spraak desc, navn asc;

-- Every Sámi and Kven name that is understood: the municipalities' own, and those others use.
create table stedsnavn as
select
    navn,
    kommunenummer,
    null::varchar as fylkesnavn,
    null::varchar as politidistrikt
from kommunenavn
union all
select
    navn,
    kommunenummer,
    fylkesnavn::varchar as fylkesnavn,
    politidistrikt::varchar as politidistrikt
from kilde_stedsnavn
order by navn asc, kommunenummer asc;

-- Numbers of other years, and what they are in the division of 2020–2023; a municipality that was
-- split has a row for each part.
create table kommuneendring as
select
    kommunenummer,
    navn,
    fra_aar,
    til_aar,
    kommunenummer_2022,
    hva::varchar as hva
from kilde_kommuneendringer
order by kommunenummer, kommunenummer_2022;

-- How unlike two municipalities are: one standard deviation in the logarithm of inhabitants weighs
-- as much as one in kilometres to the nearest station. Between equals the lower number goes first.
create macro liknende(nummer, antall) as table
    with
        maalt as (
            select
                kommunenummer,
                ln(greatest(innbyggere, 1))
                / nullif(stddev_pop(ln(greatest(innbyggere, 1))) over (), 0) as stoerrelse,
                til_naermeste / nullif(stddev_pop(til_naermeste) over (), 0) as avstand
            from kommune
        )

    select
        b.kommunenummer,
        sqrt(
            power(coalesce(a.stoerrelse - b.stoerrelse, 0), 2)
            + power(coalesce(a.avstand - b.avstand, 0), 2)
        ) as ulikhet
    from maalt as a
    inner join maalt as b on a.kommunenummer <> b.kommunenummer
    where a.kommunenummer = nummer
    order by ulikhet asc, b.kommunenummer asc
    limit antall;

-- A name as it is searched for: without case, accents and letters that keyboards lack.
create macro soekbart(navn) as
regexp_replace(
    translate(strip_accents(lower(trim(navn))), 'øæđŋŧ-', 'oadnt '),
    '([ao])[ae]',
    '\1',
    'g'
);
