-- Kommuner som heter det som er søkt etter
--
-- Én rad er en kommune der navnet, et samisk eller kvensk navn, kommunesenteret eller
-- kommunenummeret passer med søket. Store og små bokstaver og aksenter teller ikke, og æ, ø og å
-- kan skrives uten. Først kommer like navn, så navn som begynner med søket, så navn der et ord gjør
-- det, og navn der det står inni; til sist navn med én bokstav feil. Bare de som passer best, er
-- med.
--
-- kolonner: kommunenummer varchar, navn varchar, andre_navn varchar[], politidistrikt varchar,
-- treff bigint

with
    navn as (
        select
            kommunenummer,
            kommunenavn as navn
        from kommune
        union all
        select
            kommunenummer,
            navn
        from kommune
        union all
        select
            kommunenummer,
            navn
        from kommunenavn
        union all
        select
            kommunenummer,
            kommunesenter as navn
        from kommune
        union all
        select
            kommunenummer,
            kommunenummer as navn
        from kommune
    ),

    sammenlignbart as (
        select
            kommunenummer,
            soekbart(navn) as navn,
            soekbart(regexp_replace($finn::varchar, '\s+(kommune|herad)\s*$', '', 'i')) as sok
        from navn
    ),

    rangert as (
        select
            kommunenummer,
            min(case
                when navn = sok then 1
                when starts_with(navn, sok) then 2
                when contains(' ' || navn, ' ' || sok) then 3
                when length(sok) >= 3 and contains(navn, sok) then 4
                when length(sok) >= 4 and damerau_levenshtein(navn, sok) <= 1 then 5
            end) as treff
        from sammenlignbart
        where sok <> ''
        group by kommunenummer
    ),

    beste as (
        select *
        from rangert
        where treff is not null
        qualify treff <= greatest(min(treff) over (), 3)
    ),

    andre as (
        select
            kommunenummer,
            list(navn order by spraak desc, navn asc) as andre_navn
        from kommunenavn
        group by kommunenummer
    )

select
    k.kommunenummer,
    k.navn,
    k.politidistrikt,
    b.treff::bigint as treff,
    coalesce(a.andre_navn, []) as andre_navn
from beste as b
inner join kommune as k on b.kommunenummer = k.kommunenummer
left join andre as a on b.kommunenummer = a.kommunenummer
order by b.treff asc, k.navn collate nb asc, k.kommunenummer asc
