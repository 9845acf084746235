-- Ord i svarene som likner
--
-- Én rad er et ord i svarene som skiller seg fra et søkeord med én bokstav: en for mye, en for
-- lite, en feil, eller to som har byttet plass. Ordene sammenliknes hele og uten endelser.
--
-- kolonner: ledd bigint, ord varchar, stamme varchar, vist varchar, i_svar bigint

with
    ledd as (
        select
            unnest(range(len($stammer::varchar[]))) as ledd_nr,
            unnest($stammer::varchar[]) as stamme,
            unnest($hele::varchar[]) as hele
    )

select
    l.ledd_nr::bigint as ledd,
    o.ord,
    o.stamme,
    o.vist,
    o.i_svar
from ledd as l
inner join sokeord as o
    on
        l.stamme <> o.stamme
        and (
            (
                length(o.ord) between length(l.hele) - 1 and length(l.hele) + 1
                and damerau_levenshtein(l.hele, o.ord) = 1
            )
            or (
                length(l.stamme) >= 4
                and length(o.stamme) between length(l.stamme) - 1 and length(l.stamme) + 1
                and damerau_levenshtein(l.stamme, o.stamme) = 1
            )
        )
order by l.ledd_nr asc, o.i_svar desc, o.ord asc
