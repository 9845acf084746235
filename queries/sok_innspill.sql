-- Innspillene det søkes i
--
-- Én rad er et innspill med svartekst og en kommune i utvalget som det gjelder. Innspill fra andre
-- enn kommuner har én rad uten kommune, og er bare med når ingen filtre er valgt.
--
-- innenfor: kommunenummer
--
-- kolonner: innspill_id varchar, kommunenummer varchar, politidistrikt varchar, tekster bigint

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

    tekster as (
        select
            innspill_id,
            count(*) as antall
        from soketekst
        group by innspill_id
    ),

    fra_kommuner as (
        select
            i.innspill_id,
            k.kommunenummer,
            k.politidistrikt
        from innspill as i
        cross join unnest(i.kommunenumre) as n (kommunenummer)
        inner join i_utvalget as u on n.kommunenummer = u.kommunenummer
        inner join kommune as k on u.kommunenummer = k.kommunenummer
    ),

    fra_andre as (
        select
            innspill_id,
            null as kommunenummer,
            null as politidistrikt
        from innspill
        where
            kommunenumre is null
            and len($distrikt::varchar[]) = 0
            and len($fylke::varchar[]) = 0
            and len($innbyggere::varchar[]) = 0
            and $stasjon is null
            and $svart is null
    ),

    alle as (
        select * from fra_kommuner
        union all
        select * from fra_andre
    )

select
    a.innspill_id,
    a.kommunenummer,
    a.politidistrikt,
    t.antall as tekster
from alle as a
inner join tekster as t on a.innspill_id = t.innspill_id
order by a.innspill_id, a.kommunenummer
