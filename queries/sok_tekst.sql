-- Svarene som vises i søket
--
-- Én rad er teksten i ett svar som passer med søket, med avsender, dato og kommunene det gjelder.
--
-- kolonner: svar_nr bigint, innspill_id varchar, avsender varchar, avsendertype varchar,
-- kommunenumre varchar[], kommuner varchar[], politidistrikter varchar[], sporsmal bigint,
-- dato date, etter_frist boolean, erstattet boolean, tekst varchar, malform varchar

with
    valgte as (
        select *
        from soketekst
        where svar_nr in (select unnest($svar_nr::bigint[]))
    ),

    kommunene as (
        select
            i.innspill_id,
            list(k.kommunenummer order by k.navn collate nb) as kommunenumre,
            list(k.navn order by k.navn collate nb) as kommuner,
            list(distinct k.politidistrikt order by k.politidistrikt) as politidistrikter
        from innspill as i
        cross join unnest(i.kommunenumre) as n (kommunenummer)
        inner join kommune as k on n.kommunenummer = k.kommunenummer
        where i.innspill_id in (select innspill_id from valgte)
        group by i.innspill_id
    )

select
    v.svar_nr,
    v.innspill_id,
    i.avsender,
    i.avsendertype,
    k.kommunenumre,
    k.kommuner,
    k.politidistrikter,
    v.sporsmal,
    i.dato,
    i.etter_frist,
    i.malform,
    a.tekst,
    i.erstattet_av is not null as erstattet
from valgte as v
inner join innspill as i on v.innspill_id = i.innspill_id
inner join svar as a on v.innspill_id = a.innspill_id and v.sporsmal = a.sporsmal
left join kommunene as k on v.innspill_id = k.innspill_id
order by v.svar_nr
