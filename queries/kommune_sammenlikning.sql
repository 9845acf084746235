-- Kommunen og andre
--
-- Én rad er et tema og en gruppe kommuner å se den valgte kommunens svar opp mot: hele
-- politidistriktet, hele landet, eller de ti kommunene som likner mest i folketall og avstand. I
-- fokus er kommuner som ikke er tilfreds, som ønsker nytt tjenestested (også med forbehold), eller
-- som tilbyr eller vurderer lokaler. Andelen er delt på dem som har svart på punktet. Kommunen
-- selv er med i distriktet og landet. Filteret virker ikke her.
--
-- kolonner: maal varchar, gruppe varchar, kommuner bigint, svart_punkt bigint, i_fokus bigint,
-- andel double, kommunens_verdi varchar

with
    valgt as (
        select
            kommunenummer,
            politidistrikt
        from kommune
        where kommunenummer = $kommune
    ),

    medlemmer as (
        select
            'distrikt' as gruppe,
            k.kommunenummer
        from valgt as v
        inner join kommune as k on v.politidistrikt = k.politidistrikt
        union all
        select
            'landet' as gruppe,
            k.kommunenummer
        from valgt
        cross join kommune as k
        union all
        select
            'liknende' as gruppe,
            kommunenummer
        from liknende($kommune::varchar, 10)
    ),

    talt as (
        select
            m.maal,
            g.gruppe,
            count(*) as kommuner,
            count(*) filter (where m.svart_punkt) as svart_punkt,
            count(*) filter (where m.i_fokus) as i_fokus
        from medlemmer as g
        inner join kommunemaalene($forslag) as m on g.kommunenummer = m.kommunenummer
        group by m.maal, g.gruppe
    )

select
    t.maal,
    t.gruppe,
    t.kommuner,
    t.svart_punkt,
    t.i_fokus,
    m.verdi as kommunens_verdi,
    t.i_fokus / nullif(t.svart_punkt, 0) as andel
from talt as t
inner join kommunemaalene($forslag) as m on t.maal = m.maal
inner join valgt as v on m.kommunenummer = v.kommunenummer
order by t.maal, t.gruppe
