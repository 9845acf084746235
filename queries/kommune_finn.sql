-- Kommuner som heter det som er søkt etter
--
-- Én rad er en kommune der navnet, et samisk eller kvensk navn, kommunesenteret eller
-- kommunenummeret passer med søket; også samiske navn som ikke er vedtatt, finner kommunen. Store
-- og små bokstaver og aksenter teller ikke, og æ, ø og å kan skrives uten. Først kommer like navn,
-- så navn som begynner med søket, så navn der et ord gjør det, og navn der det står inni; til sist
-- navn med én bokstav feil. Bare de som passer best, er med. Navn og numre fra før 2020 og etter
-- 2023 finner kommunen i inndelingen 2020–2023; da står det hva den het.
--
-- kolonner: kommunenummer varchar, navn varchar, andre_navn varchar[], politidistrikt varchar,
-- treff bigint, ellers varchar, del_av boolean

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
        from stedsnavn
        where kommunenummer is not null
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

    andre_aar as (
        select
            kommunenummer_2022 as kommunenummer,
            navn as ellers,
            hva = 'del_av' as del_av,
            unnest([navn, kommunenummer]) as navn
        from kommuneendring
    ),

    sokt as (
        select
            -- Programs for tables drop the zero in front of a number.
            if(regexp_full_match($finn::varchar, '\d{1,3}'), lpad($finn::varchar, 4, '0'), null)
                as nummer,
            soekbart(regexp_replace($finn::varchar, '\s+(kommune|herad)\s*$', '', 'i')) as sok
    ),

    sammenlignbart as (
        select
            n.kommunenummer,
            soekbart(n.navn) as navn,
            coalesce(s.nummer, s.sok) as sok
        from navn as n
        cross join sokt as s
    ),

    het as (
        select
            a.kommunenummer,
            min(a.ellers) as ellers,
            bool_or(a.del_av) as del_av
        from andre_aar as a
        inner join sokt as s on soekbart(a.navn) = coalesce(s.nummer, s.sok)
        group by a.kommunenummer
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

    -- What it was called in another year fits as well as what it is called now.
    funnet as (
        select
            r.kommunenummer,
            h.ellers,
            h.del_av,
            if(h.kommunenummer is null or r.treff = 1, r.treff, 2) as treff
        from rangert as r
        left join het as h on r.kommunenummer = h.kommunenummer
    ),

    beste as (
        select *
        from funnet
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
    if(b.treff = 1, null, b.ellers) as ellers,
    coalesce(b.del_av, false) as del_av,
    coalesce(a.andre_navn, []) as andre_navn
from beste as b
inner join kommune as k on b.kommunenummer = k.kommunenummer
left join andre as a on b.kommunenummer = a.kommunenummer
order by b.treff asc, k.navn collate nb asc, k.kommunenummer asc
