-- Ord i svarene som et søkeord treffer
--
-- Én rad er et ord i svarene som ett av leddene i søket treffer. Et ledd treffer samme ord i andre
-- bøyninger, ord som begynner med det, og sammensatte ord der det er en del. Når ingen ord passer
-- slik, treffer det ord som har det inni seg. Ord i anførselstegn og stedsnavn treffer bare seg
-- selv. Vekten er 1 for ordet selv og mindre for de andre.
--
-- kolonner: ledd bigint, ord_nr bigint, ord varchar, vist varchar, vekt double, i_svar bigint

with
    skrevet as (
        select
            unnest(range(len($stammer::varchar[]))) as ledd_nr,
            unnest($stammer::varchar[]) as stamme,
            unnest($hele::varchar[]) as hele,
            unnest($ordrett::boolean[]) as ordrett
    ),

    -- A name that is written out means the place and not the word it looks like.
    ledd as (
        select
            s.ledd_nr,
            s.hele,
            s.ordrett,
            if(o.ord is null, s.stamme, s.hele) as stamme
        from skrevet as s
        left join sokeord as o on s.hele = o.ord and o.navn
    ),

    hele_deler as (
        select
            l.ledd_nr,
            d.ord_nr,
            d.vekt
        from ledd as l
        inner join sokedel as d on l.stamme = d.del
        where not l.ordrett
    ),

    begynnelser as (
        select
            l.ledd_nr,
            d.ord_nr,
            0.6 * d.vekt as vekt
        from ledd as l
        inner join sokedel as d
            on
                left(l.stamme, 4) = left(d.del, 4)
                and starts_with(d.del, l.stamme)
        where not l.ordrett and not d.navn and length(l.stamme) >= 4
    ),

    funnet as (
        select * from hele_deler
        union all
        select * from begynnelser
    ),

    passer as (
        select
            ledd_nr,
            ord_nr,
            max(vekt) as vekt
        from funnet
        group by ledd_nr, ord_nr
    ),

    inni as (
        select
            l.ledd_nr,
            o.ord_nr,
            0.4 as vekt
        from ledd as l
        inner join sokeord as o on length(l.stamme) >= 5 and contains(o.ord, l.stamme)
        where not l.ordrett and l.ledd_nr not in (select ledd_nr from passer)
    ),

    ordrette as (
        select
            l.ledd_nr,
            o.ord_nr,
            1.0 as vekt
        from ledd as l
        inner join sokeord as o on l.hele = o.ord
        where l.ordrett
    ),

    alle as (
        select * from passer
        union all
        select * from inni
        union all
        select * from ordrette
    )

select
    a.ledd_nr::bigint as ledd,
    a.ord_nr,
    o.ord,
    o.vist,
    a.vekt::double as vekt,
    o.i_svar
from alle as a
inner join sokeord as o on a.ord_nr = o.ord_nr
order by a.ledd_nr asc, a.vekt desc, o.i_svar desc, o.ord asc
